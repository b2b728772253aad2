"""Noticing that screens come, go and change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

PAUSE_MS = 250


def watch_screens(owner: QObject, changed: Callable[[], None]) -> None:
    """Call `changed` a moment after screens have come, gone or changed, for as long as the owner lives."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        return
    pause = QTimer(owner, interval=PAUSE_MS, singleShot=True)
    pause.timeout.connect(changed)

    def watch(screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(pause.start)

    for screen in app.screens():
        watch(screen)
    app.screenAdded.connect(watch)
    for signal in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
        signal.connect(pause.start)

"""The monitors that there are, and the one on which the anchor's window goes."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def monitors() -> list[QScreen]:
    """All of them, from left to right."""
    return sorted(QGuiApplication.screens(), key=lambda each: (each.geometry().x(), each.geometry().y()))


def name_of(screen: QScreen) -> str:
    """What a monitor is known by, also when it is plugged in elsewhere."""
    parts = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(each for each in parts if each) or screen.name()


def chosen(known: Sequence[str], home: QWidget) -> QScreen | None:
    """The monitor used last that is there; else one that the main window is not on; else that one."""
    there = {name_of(each): each for each in monitors()}
    if last := next((there[name] for name in reversed(known) if name in there), None):
        return last
    aside = [each for each in monitors() if each is not home.screen()]
    return aside[0] if aside else home.screen()


def following(screen: QScreen) -> QScreen:
    """The monitor to the right, after the last one the first."""
    there = monitors()
    return there[(there.index(screen) + 1) % len(there)] if screen in there else there[0]


def alone() -> bool:
    """Whether there is only one, which the main window needs too."""
    return len(QGuiApplication.screens()) == 1

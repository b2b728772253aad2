"""Painting a window before anything else is done."""

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LONGEST_MS = 1_000


class FirstPaint(QObject):
    """Tells once, by `done`, that a window has been painted: `done` comes when its pixels are with the system."""

    done = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting, and for the turn of the loop after it."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self.done.emit)
        return super().eventFilter(watched, event)


def show_painted(window: QWidget) -> None:
    """Show a window and return when it is painted; what a person does meanwhile waits.

    A window that the system does not let paint, such as one that begins minimised, is waited for one second.
    """
    turns = QEventLoop()
    painting = FirstPaint(window)
    painting.done.connect(turns.quit)
    QTimer.singleShot(LONGEST_MS, turns, turns.quit)
    window.show()
    turns.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

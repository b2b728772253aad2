"""The scroll bar of a view that counts rows; it is set at most four times a second."""

from PySide6.QtCore import QObject, QSignalBlocker, QTimer
from PySide6.QtWidgets import QScrollBar

from console.ui.chat.screen import Screen

_INTERVAL_MS = 250


class RowBar:
    """Shows which row is at the foot of the screen, and reads where a person put it."""

    def __init__(self, bar: QScrollBar, screen: Screen, owner: QObject) -> None:
        self._bar = bar
        self._first = 0
        self._screen = screen
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._set)

    @property
    def bottom(self) -> int | None:
        """The number of the row that the bar puts at the foot; None is the end."""
        return None if self._bar.value() >= self._bar.maximum() else self._first + self._bar.value()

    def show_soon(self) -> None:
        """Set the bar within a quarter of a second."""
        if not self._timer.isActive():
            self._timer.start()

    def show_now(self) -> None:
        """Set the bar, unless a person is holding it."""
        self._timer.stop()
        self._set()

    def stop(self) -> None:
        """Leave the bar as it is."""
        self._timer.stop()

    def _set(self) -> None:
        if self._bar.isSliderDown():
            self._timer.start()
            return
        self._show()

    def _show(self) -> None:
        page, span = self._screen.page, self._screen.span
        last = max(0, span.end - span.first - 1)
        least = min(last, max(0, len(page) - 1))
        self._first = span.first
        with QSignalBlocker(self._bar):
            self._bar.setRange(least, last)
            self._bar.setPageStep(max(1, len(page)))
            self._bar.setValue(last if self._screen.following or not page else page[-1].number - span.first)
        self._bar.setEnabled(last > least)

"""The stack of notices: one a trouble, three at a time, none in the way."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.announce import announce
from console.ui.widgets.notice import Notice, NoticeValue
from console.ui.widgets.plain_label import PlainLabel

MOST_SHOWN = 3
HEIGHT = 64
SHARE = 5
LOW = 480


class Notices(QWidget):
    """Shows what is broken first, then the newest, three at most, and says how many wait behind them.

    In a low window it shows fewer, so that the panels keep their room.
    """

    acted = Signal(str)

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._values: dict[str, NoticeValue] = {}
        self._strips: list[Notice] = []
        self._room, self._was_low = MOST_SHOWN, False
        self._more = PlainLabel(tone="muted", face="caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._show()

    def put(self, value: NoticeValue) -> None:
        """Show a notice; one of the same key is replaced where it stands."""
        fresh = self._values.get(value.key) != value
        self._values[value.key] = value
        self._show()
        if fresh:
            announce(self, f"{value.title} {value.next_step}", urgent=value.grave)

    def take(self, key: str) -> None:
        """Remove the notice of a trouble that is over, if it is there."""
        if self._values.pop(key, None):
            self._show()

    @property
    def keys(self) -> tuple[str, ...]:
        """The troubles on record, the oldest first."""
        return tuple(self._values)

    def _show(self) -> None:
        newest = list(self._values.values())[::-1]
        self._room, self._was_low = self._most(), self._is_low
        shown = sorted(newest, key=lambda value: not value.grave)[: self._room]
        self._fit_strips(shown)
        for strip, value in zip(self._strips, shown, strict=True):
            strip.set_value(value)
            strip.set_short(short=self._is_low)
        behind = len(self._values) - len(shown)
        self._more.set_value(self.tr("%n more", "", behind))
        self._more.setVisible(behind > 0)
        self.setVisible(bool(shown))

    def _most(self) -> int:
        """How many there is room for: a fifth of the window at most, but one always."""
        window = self.window()
        if window is self:
            return MOST_SHOWN
        each = self._look.scale.pixels(HEIGHT) + STEP
        return max(1, min(MOST_SHOWN, window.height() // SHARE // each))

    @property
    def _is_low(self) -> bool:
        window = self.window()
        return window is not self and window.height() < self._look.scale.pixels(LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A higher window has room for more."""
        super().resizeEvent(event)
        if (self._room, self._was_low) != (self._most(), self._is_low):
            self._show()

    def _fit_strips(self, shown: list[NoticeValue]) -> None:
        for value in shown[len(self._strips) :]:
            self._strips.append(self._strip(value))
        while len(self._strips) > len(shown):
            strip = self._strips.pop()
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()

    def _strip(self, value: NoticeValue) -> Notice:
        strip = Notice(self._look, value, self)
        strip.acted.connect(self.acted)
        strip.dismissed.connect(self.take)
        self._column.insertWidget(self._column.count() - 1, strip)
        strip.show()
        return strip

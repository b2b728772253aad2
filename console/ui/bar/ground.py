"""The ground of the bar: striped in a rehearsal, underlined on air."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.domain.show import Mode
from console.ui.style.grid import HAIRLINE
from console.ui.style.look import LiveLook
from console.ui.style.palette import tint
from console.ui.widgets.shapes import paint_hatch

_UNDERLINE = 3


class Ground(QWidget):
    """Paints one mode."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mode = Mode.OFF
        look.changed.connect(self.update)

    @property
    def mode(self) -> Mode:
        """The mode that is painted."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Paint this mode."""
        if mode is not self._mode:
            self._mode = mode
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what changed."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.fillRect(event.rect(), QColor(palette.panel))
        if self._mode is Mode.REHEARSAL:
            paint_hatch(painter, QRectF(self.rect()), tint(palette.low, palette.panel), step=24)
        colours = {Mode.OFF: palette.line, Mode.REHEARSAL: palette.low, Mode.ON_AIR: palette.out}
        height = HAIRLINE if self._mode is Mode.OFF else _UNDERLINE
        painter.fillRect(0, self.height() - height, self.width(), height, QColor(colours[self._mode]))

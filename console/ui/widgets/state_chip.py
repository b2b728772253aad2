"""A chip: the state of a row, as a shape and a word."""

from enum import StrEnum

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.grid import RADIUS
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import Shape, paint_shape


class ChipState(StrEnum):
    """What a chip can say."""

    ON_AIR = "on air"
    NEXT = "next"
    LOW = "low"
    SOLD_OUT = "sold out"
    STOPPED = "stopped"
    WAITING = "waiting"
    DONE = "done"


class ChipValue(msgspec.Struct, frozen=True):
    """A state and a detail after its word, such as how many are left."""

    state: ChipState
    detail: str = ""


_SHAPES = {
    ChipState.ON_AIR: Shape.DISC,
    ChipState.NEXT: Shape.ARROW,
    ChipState.LOW: Shape.HALF,
    ChipState.SOLD_OUT: Shape.STRUCK,
    ChipState.STOPPED: Shape.SQUARE,
    ChipState.WAITING: Shape.DOTS,
    ChipState.DONE: Shape.TICK,
}


def chip_colour(state: ChipState, palette: Palette) -> str:
    """The colour of a state."""
    return {
        ChipState.ON_AIR: palette.accent,
        ChipState.NEXT: palette.text,
        ChipState.LOW: palette.low,
        ChipState.SOLD_OUT: palette.out,
        ChipState.STOPPED: palette.out,
        ChipState.WAITING: palette.muted,
        ChipState.DONE: palette.good,
    }[state]


class StateChip(QWidget):
    """Shows one value, or with None nothing at all."""

    spoken_role = QAccessible.Role.Indicator

    def __init__(self, look: LiveLook, value: ChipValue | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_value(self, value: ChipValue | None) -> None:
        """Show this."""
        if value != self._value:
            self._value = value
            self._restyle()

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return self._words()

    def _restyle(self) -> None:
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        if self._value is None:
            return ""
        words = {
            ChipState.ON_AIR: self.tr("ON AIR"),
            ChipState.NEXT: self.tr("NEXT"),
            ChipState.LOW: self.tr("LOW"),
            ChipState.SOLD_OUT: self.tr("SOLD OUT"),
            ChipState.STOPPED: self.tr("SALE STOPPED"),
            ChipState.WAITING: self.tr("WAITING"),
            ChipState.DONE: self.tr("DONE"),
        }
        return f"{words[self._value.state]} {one_line(self._value.detail)}".strip()

    def sizeHint(self) -> QSize:
        """Room for shape and words; none for None."""
        height = self._look.scale.pixels(20)
        if self._value is None:
            return QSize(0, height)
        metrics = QFontMetrics(self._look.scale.font(Size.CAPTION, bold=True))
        return QSize(self._look.scale.pixels(26) + metrics.horizontalAdvance(self._words()), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint a quiet fill, the shape and the words."""
        if self._value is None:
            return
        palette, scale = self._look.palette, self._look.scale
        colour = chip_colour(self._value.state, palette)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint(colour, palette.panel)))
        painter.drawRoundedRect(self.rect(), RADIUS - 2, RADIUS - 2)
        side, left = scale.pixels(10), scale.pixels(6)
        shape = QRectF(left, (self.height() - side) / 2, side, side)
        paint_shape(painter, _SHAPES[self._value.state], shape, colour)
        painter.setFont(scale.font(Size.CAPTION, bold=True))
        painter.setPen(QColor(colour))
        area = QRectF(left + side + scale.pixels(4), 0, self.width(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._words())

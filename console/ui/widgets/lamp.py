"""A lamp: how a connection is, as a shape, a word and an age."""

from enum import StrEnum

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import Shape, paint_shape


class LampState(StrEnum):
    """How it is."""

    OK = "ok"
    BUSY = "busy"
    WARN = "warn"
    BAD = "bad"
    OFF = "off"


class LampValue(msgspec.Struct, frozen=True):
    """A state, its word ("shop"), and how old the last news is, in words ("2 s"); the age may be empty."""

    state: LampState
    word: str
    age: str = ""


_SHAPES = {
    LampState.OK: Shape.DISC,
    LampState.BUSY: Shape.DOTS,
    LampState.WARN: Shape.TRIANGLE,
    LampState.BAD: Shape.CROSSED,
    LampState.OFF: Shape.RING,
}


def lamp_colour(state: LampState, palette: Palette) -> str:
    """The colour of a state."""
    return {
        LampState.OK: palette.good,
        LampState.BUSY: palette.accent,
        LampState.WARN: palette.low,
        LampState.BAD: palette.out,
        LampState.OFF: palette.muted,
    }[state]


class Lamp(QWidget):
    """Shows one value."""

    spoken_role = QAccessible.Role.Indicator

    def __init__(self, look: LiveLook, value: LampValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()
        look.changed.connect(self._restyle)

    def set_value(self, value: LampValue) -> None:
        """Show this."""
        if value == self._value:
            return
        before, self._value = self.sizeHint(), value
        self._name()
        self.update()
        if self.sizeHint() != before:
            self.updateGeometry()

    def _state_word(self) -> str:
        return {
            LampState.OK: self.tr("in order"),
            LampState.BUSY: self.tr("busy"),
            LampState.WARN: self.tr("needs a look"),
            LampState.BAD: self.tr("broken"),
            LampState.OFF: self.tr("off"),
        }[self._value.state]

    def _name(self) -> None:
        parts = (one_line(self._value.word), self._state_word(), one_line(self._value.age))
        self.setAccessibleName(", ".join(part for part in parts if part))

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return ", ".join(part for part in (self._state_word(), one_line(self._value.age)) if part)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @property
    def _side(self) -> int:
        return self._look.scale.pixels(12)

    def _widths(self) -> tuple[int, int]:
        metrics = QFontMetrics(self._look.scale.font(Size.TEXT))
        widths = (metrics.horizontalAdvance(one_line(part)) for part in (self._value.word, self._value.age))
        word, age = widths
        return word + 1, age + 1 if self._value.age else 0

    def sizeHint(self) -> QSize:
        """Room for shape, word and age."""
        word, age = self._widths()
        gaps = 6 + (STEP // 2 + 2 if age else 0)
        return QSize(self._side + word + age + gaps, self._look.scale.pixels(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint shape, word and age."""
        palette = self._look.palette
        painter = QPainter(self)
        side, middle = self._side, self.height() / 2
        shape = QRectF(0, middle - side / 2, side, side)
        paint_shape(painter, _SHAPES[self._value.state], shape, lamp_colour(self._value.state, palette))
        painter.setFont(self._look.scale.font(Size.TEXT))
        word, age = self._widths()
        self._write(painter, self._value.word, QRectF(side + 6, 0, word, self.height()), palette.text)
        left = side + 6 + word + STEP // 2 + 1
        self._write(painter, self._value.age, QRectF(left, 0, age, self.height()), palette.muted)

    def _write(self, painter: QPainter, text: str, area: QRectF, colour: str) -> None:
        painter.setPen(QColor(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, one_line(text))

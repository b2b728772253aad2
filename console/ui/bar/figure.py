"""A figure of the bar: a number with a small word before or after it."""

import msgspec
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size


class FigureValue(msgspec.Struct, frozen=True):
    """A figure, its words, and whether it asks for attention. An empty figure takes no room."""

    figure: str = ""
    before: str = ""
    after: str = ""
    late: bool = False


class Figure(QWidget):
    """Shows one value; changes its width only when the figure gets longer or shorter."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self, look: LiveLook, size: Size = Size.STRONG, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._value = FigureValue()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @property
    def value(self) -> FigureValue:
        """What is shown."""
        return self._value

    def set_value(self, value: FigureValue) -> None:
        """Show this."""
        if value == self._value:
            return
        before, self._value = self.sizeHint(), value
        parts = (value.before, value.figure, value.after)
        self.setAccessibleName(" ".join(part for part in parts if part))
        self.update()
        if self.sizeHint() != before:
            self.updateGeometry()

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return self.accessibleName()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[int, int, int]:
        """The room of the three parts, in pixels; the words with their gap."""
        small = QFontMetrics(self._look.scale.font(Size.TEXT))
        large = QFontMetrics(self._look.scale.font(self._size, bold=True))
        gap = STEP - 2
        before, after = (
            small.horizontalAdvance(word) + gap if word else 0 for word in (self._value.before, self._value.after)
        )
        return before, large.horizontalAdvance(self._value.figure) + 1, after

    def sizeHint(self) -> QSize:
        """Room for figure and words."""
        height = self._look.scale.pixels(32)
        return QSize(sum(self._widths()) if self._value.figure else 0, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the words muted and the figure strong, on one base line."""
        value, palette, scale = self._value, self._look.palette, self._look.scale
        if not value.figure:
            return
        before, figure, after = self._widths()
        painter = QPainter(self)
        large, small = scale.font(self._size, bold=True), scale.font(Size.TEXT)
        base = (self.height() + QFontMetrics(large).capHeight()) / 2
        painter.setFont(small)
        painter.setPen(QColor(palette.muted))
        self._write(painter, value.before, QRectF(0, base, before, 0))
        self._write(painter, value.after, QRectF(before + figure + STEP - 2, base, after, 0))
        painter.setFont(large)
        painter.setPen(QColor(palette.low if value.late else palette.text))
        self._write(painter, value.figure, QRectF(before, base, figure, 0))

    @staticmethod
    def _write(painter: QPainter, text: str, line: QRectF) -> None:
        if text:
            painter.drawText(line.topLeft(), text)

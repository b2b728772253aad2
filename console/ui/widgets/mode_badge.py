"""The badge of the show's mode: off, in rehearsal, on air."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.grid import RADIUS
from console.ui.style.look import LiveLook
from console.ui.style.palette import tint
from console.ui.style.type_scale import Size
from console.ui.widgets.announce import announce
from console.ui.widgets.shapes import Shape, paint_hatch, paint_shape


class Mode(StrEnum):
    """Whether what is done now is for viewers."""

    OFF = "off"
    REHEARSAL = "rehearsal"
    ON_AIR = "on air"


_SHAPES = {Mode.OFF: Shape.RING, Mode.REHEARSAL: Shape.HALF, Mode.ON_AIR: Shape.DISC}


class ModeBadge(QWidget):
    """OFF with a hollow circle, REHEARSAL on diagonal stripes, ON AIR filled, with a full circle."""

    spoken_role = QAccessible.Role.Indicator

    def __init__(self, look: LiveLook, mode: Mode = Mode.OFF, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_value(self, mode: Mode) -> None:
        """Show this mode."""
        if mode != self._mode:
            self._mode = mode
            self._restyle()
            announce(self, self._word(), urgent=True)

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return self._word()

    def _restyle(self) -> None:
        self.setAccessibleName(self._word())
        self.updateGeometry()
        self.update()

    def _word(self) -> str:
        words = {Mode.OFF: self.tr("OFF"), Mode.REHEARSAL: self.tr("REHEARSAL"), Mode.ON_AIR: self.tr("ON AIR")}
        return words[self._mode]

    def sizeHint(self) -> QSize:
        """Room for shape and word."""
        metrics = QFontMetrics(self._look.scale.font(Size.STRONG, bold=True))
        return QSize(metrics.horizontalAdvance(self._word()) + self._look.scale.pixels(44), self._look.scale.pixels(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the ground of the mode, its shape and its word."""
        palette, scale = self._look.palette, self._look.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        colour = {Mode.OFF: palette.muted, Mode.REHEARSAL: palette.low, Mode.ON_AIR: palette.ground}[self._mode]
        side = scale.pixels(14)
        shape = QRectF(scale.pixels(12), (self.height() - side) / 2, side, side)
        if self._mode != Mode.REHEARSAL:
            paint_shape(painter, _SHAPES[self._mode], shape, colour)
        else:
            paint_hatch(painter, shape, colour, step=max(5, side // 3))
        painter.setFont(scale.font(Size.STRONG, bold=True))
        painter.setPen(QColor(colour))
        area = QRectF(shape.right() + scale.pixels(8), 0, self.width(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._word())

    def _paint_ground(self, painter: QPainter) -> None:
        palette = self._look.palette
        fill = {Mode.OFF: palette.panel, Mode.REHEARSAL: palette.panel, Mode.ON_AIR: palette.out}[self._mode]
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(outline, QColor(fill))
        if self._mode == Mode.REHEARSAL:
            painter.save()
            painter.setClipPath(outline)
            paint_hatch(painter, QRectF(self.rect()), tint(palette.low, palette.panel))
            painter.restore()
        if self._mode != Mode.ON_AIR:
            painter.setPen(QColor(palette.low if self._mode == Mode.REHEARSAL else palette.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outline)

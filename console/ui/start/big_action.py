"""The first action of all: a wide button with an icon, a title and a sentence."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.ui.style.grid import BREATH, HAIRLINE, RADIUS, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import mix
from console.ui.style.type_scale import Size
from console.ui.widgets.shapes import Shape, paint_hatch, paint_shape


class BigAction(QAbstractButton):
    """Shows what happens when it is pressed, on the stripes of a rehearsal."""

    def __init__(self, look: LiveLook, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = title
        self._sentence = sentence
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for a heading and two lines."""
        return QSize(STEP * 60, self._look.scale.pixels(STEP * 14))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is one picture
        """Paint ground, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_icon(painter)
        self._paint_words(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        palette = self._look.palette
        lit = self.underMouse() or self.isDown()
        ground = mix(palette.accent, palette.panel, 0.16 if lit else 0.09)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.fillPath(outline, QColor(ground))
        painter.save()
        painter.setClipPath(outline)
        paint_hatch(painter, self._stripes(), mix(palette.accent, ground, 0.12), step=24)
        painter.restore()
        edge = palette.accent if self.hasFocus() or lit else mix(palette.accent, palette.panel, 0.45)
        painter.setPen(QPen(QColor(edge), RING if self.hasFocus() else HAIRLINE))
        painter.drawPath(outline)

    def _stripes(self) -> QRectF:
        width = self._look.scale.pixels(STEP * 12)
        return QRectF(self.width() - width, 0, width, self.height())

    def _paint_icon(self, painter: QPainter) -> None:
        palette = self._look.palette
        radius = self._look.scale.pixels(28)
        middle = QPointF(BREATH + STEP + radius, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        painter.drawEllipse(middle, radius, radius)
        side = radius * 0.75
        area = QRectF(middle.x() - side / 2 + 1, middle.y() - side / 2, side, side)
        paint_shape(painter, Shape.ARROW, area, palette.ground)

    def _paint_words(self, painter: QPainter) -> None:
        palette, scale = self._look.palette, self._look.scale
        left = BREATH + STEP + scale.pixels(56) + BREATH + STEP
        heading = scale.pixels(36)
        room = QRectF(left, 0, self._stripes().left() - left, self.height() - heading)
        painter.setPen(QColor(palette.text))
        painter.setFont(scale.font(Size.TEXT))
        words = painter.boundingRect(room, Qt.TextFlag.TextWordWrap, self._sentence)
        top = (self.height() - heading - words.height()) / 2
        below = QRectF(left, top + heading, room.width(), words.height())
        painter.drawText(below, Qt.TextFlag.TextWordWrap, self._sentence)
        painter.setFont(scale.font(Size.HEADING, bold=True))
        painter.drawText(QRectF(left, top, room.width(), heading), Qt.AlignmentFlag.AlignVCenter, self._title)

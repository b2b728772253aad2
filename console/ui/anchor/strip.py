"""The strip under the prompter: its pace, and whether the script ends in time."""

from datetime import timedelta

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.ui.anchor.board import turn
from console.ui.anchor.colours import colours_of
from console.ui.anchor.faces import face
from console.ui.style.look import LiveLook
from console.ui.widgets.shapes import Shape, paint_shape
from console.ui.words.times import length_text

CAP = 20.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class StripSight(msgspec.Struct, frozen=True):
    """What is told: whether it goes, its pace, how long it takes, and the time that is then left (None: not live)."""

    running: bool = False
    pace: int = 0
    needs: timedelta = timedelta()
    spare: timedelta | None = None
    struck: int = 0

    @property
    def late(self) -> bool:
        """Whether the script ends after its segment."""
        return self.spare is not None and self.spare < timedelta()


class Strip(QWidget):
    """Shows one sight in one line."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sight = StripSight()
        self._unit = 1.0
        self.mirrored = False
        self.flipped = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.update)

    def set_value(self, sight: StripSight) -> None:
        """Show this."""
        if sight != self._sight:
            self._sight = sight
            self.setAccessibleName(self.words)
            self.update()

    def set_unit(self, unit: float) -> None:
        """Write for a window of which a pixel of 1920 × 1080 is so much."""
        self._unit = unit
        self.update()

    def set_glass(self, *, mirrored: bool, flipped: bool) -> None:
        """Paint for a glass that turns left and right, or top and bottom."""
        self.mirrored, self.flipped = mirrored, flipped
        self.update()

    @property
    def words(self) -> str:
        """What is written."""
        sight = self._sight
        if not sight.pace:
            return self.tr("no script")
        parts = [
            self.tr("{0} words/min").format(sight.pace),
            self.tr("script {0}").format(length_text(sight.needs)),
        ]
        if sight.spare is not None:
            words = self.tr("{0} too long") if sight.late else self.tr("{0} to spare")
            parts.append(words.format(length_text(abs(sight.spare))))
        if sight.struck:
            parts.append(self.tr("{0} struck").format(sight.struck))
        return " · ".join(parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a shape and the line."""
        colours, unit = colours_of(self._look.palette), self._unit
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colours.ground))
        turn(painter, self.width(), self.height(), mirrored=self.mirrored, flipped=self.flipped)
        font = face(self._look.scale, CAP * unit * min(1.5, self._look.scale.factor), bold=False)
        side = CAP * 1.4 * unit
        shape = Shape.TRIANGLE if self._sight.late else Shape.ARROW if self._sight.running else Shape.RING
        colour = colours.out if self._sight.late else colours.muted
        paint_shape(painter, shape, QRectF(0, (self.height() - side) / 2, side, side), colour)
        area = QRectF(side + 16 * unit, 0, self.width() - side - 16 * unit, self.height())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        words = QFontMetricsF(font).elidedText(self.words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, words)

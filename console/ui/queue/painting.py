"""The brush of a row: words that give way, numbers that do not."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.thumbnail import PictureSight, paint_thumbnail

_GAP = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Brush:
    """Paints in one look; what it paints beside something takes that room away from an area that it returns."""

    def __init__(self, painter: QPainter, look: LiveLook) -> None:
        self.painter = painter
        self.look = look

    def words(self, area: QRect, text: str, colour: str, font: QFont, *, code: bool = False) -> None:
        """Paint words, elided at their end; of a code, in its middle."""
        mode = Qt.TextElideMode.ElideMiddle if code else Qt.TextElideMode.ElideRight
        self._pen(colour, font)
        self.painter.drawText(area, _LEFT, QFontMetrics(font).elidedText(one_line(text), mode, area.width()))

    def at_right(self, area: QRect, text: str, colour: str, font: QFont) -> QRect:
        """Paint words at the right end. Returns what is left of the area."""
        self._pen(colour, font)
        self.painter.drawText(area, _RIGHT, text)
        return area.adjusted(0, 0, -QFontMetrics(font).horizontalAdvance(text) - _GAP, 0)

    def room_for(self, text: str, area: QRect) -> int:
        """How many pixels of the area are left beside a bold caption."""
        font = self.look.scale.font(Size.CAPTION, bold=True)
        return area.width() - QFontMetrics(font).horizontalAdvance(text) - _GAP

    def in_turn(self, area: QRect, text: str, colour: str, *, bold: bool = False, struck: bool = False) -> QRect:
        """Paint a caption if it fits. Returns the area behind it, or the same if it did not."""
        font = self.look.scale.font(Size.CAPTION, bold=bold)
        font.setStrikeOut(struck)
        width = QFontMetrics(font).horizontalAdvance(text)
        if not text or width > area.width():
            return area
        self._pen(colour, font)
        self.painter.drawText(area, _LEFT, text)
        return area.adjusted(width + _GAP, 0, 0, 0)

    def thumb(self, area: QRect, title: str, sight: PictureSight) -> None:
        """Paint a picture cut to a square, or the initials."""
        paint_thumbnail(self.painter, QRectF(area), title, sight, self.look)

    def _pen(self, colour: str, font: QFont) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))

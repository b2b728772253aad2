"""How a row of the rundown is painted."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui.rundown.model import ASKED, Asked
from console.ui.rundown.row_words import Words
from console.ui.rundown.rows import Row, RowState
from console.ui.style.density import Density
from console.ui.style.grid import BREATH, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import Size
from console.ui.widgets.list_model import ROW
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import Shape, paint_shape
from console.ui.words.times import MINUTE

HEIGHTS = {Density.COMPACT: 28, Density.ROOMY: 36, Density.STAGE: 48}
TITLE = 112
_SHAPES = {
    RowState.PLAYED: Shape.TICK,
    RowState.LIVE: Shape.DISC,
    RowState.NEXT: Shape.ARROW,
    RowState.LATER: Shape.RING,
    RowState.SKIPPED: Shape.STRUCK,
    RowState.UNPLAYED: Shape.RING,
    RowState.GROUP: Shape.SQUARE,
    RowState.MILESTONE: Shape.TRIANGLE,
    RowState.AD_LIB: Shape.DOTS,
}
_STRONG = {RowState.LIVE, RowState.NEXT, RowState.GROUP}
_PAST = {RowState.PLAYED, RowState.SKIPPED, RowState.UNPLAYED}
_NAMED = {RowState.LIVE, RowState.NEXT, RowState.SKIPPED, RowState.UNPLAYED, RowState.MILESTONE, RowState.AD_LIB}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def state_colour(state: RowState, palette: Palette) -> str:
    """The colour of a state's shape and word."""
    if state is RowState.LIVE:
        return palette.accent
    return palette.text if state is RowState.NEXT else palette.muted


class RowPainter(QStyledItemDelegate):
    """Paints a row: its shape and title with its length; below them its times, owner and delay.

    `key_of` tells the key by which something is asked for, as this system writes it.
    """

    def __init__(self, look: LiveLook, words: Words) -> None:
        super().__init__()
        self.key_of: Callable[[Asked], str] = str
        self._look = look
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - all rows are alike
        """One line, or two."""
        return QSize(0, self._look.scale.pixels(HEIGHTS[self._look.density]))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row, asked = index.data(ROW), index.data(ASKED)
        if not isinstance(row, Row):
            return
        painter.save()
        area = QRectF(option.rect)
        self._ground(painter, area, row, option.state)
        inner = area.adjusted(BREATH * (2 if row.inside else 1), STEP / 2, -STEP, -STEP / 2)
        if self._look.density is Density.STAGE:
            self._two_lines(painter, row, area, inner, Asked(asked) if asked else None)
        else:
            self._one_line(painter, row, inner, Asked(asked) if asked else None)
        painter.restore()

    def _two_lines(self, painter: QPainter, row: Row, area: QRectF, inner: QRectF, asked: Asked | None) -> None:
        half = area.height() / 2
        self._shape(painter, row, inner, inner.top() + self._look.scale.pixels(4))
        inner.setLeft(inner.left() + self._look.scale.pixels(20))
        self._first_line(painter, row, QRectF(inner.left(), inner.top(), inner.width(), half - STEP / 2))
        below = QRectF(inner.left(), area.top() + half - 2, inner.width(), half - STEP / 2)
        self._second_line(painter, row, below, asked)

    def _one_line(self, painter: QPainter, row: Row, area: QRectF, asked: Asked | None) -> None:
        """Shape, word and title; at the end the length, and delay and time if the title has room before them."""
        palette, scale = self._look.palette, self._look.scale
        plain, bold = scale.font(Size.CAPTION), scale.font(Size.CAPTION, bold=True)
        self._shape(painter, row, area, area.center().y() - scale.pixels(6))
        area.setLeft(area.left() + scale.pixels(20))
        if asked:
            colour = palette.accent if asked is Asked.TAKE else palette.out
            width = self._write(painter, self._second_key(asked), area, _RIGHT, bold, colour)
            area.setRight(area.right() - width - STEP)
        else:
            word = self._words.state(row) if row.state in _NAMED or row.flag else ""
            width = self._write(painter, word, area, _LEFT, bold, state_colour(row.state, palette))
            area.setLeft(area.left() + width + (STEP if word else 0))
            late = palette.low if row.over >= MINUTE else palette.muted
            length = palette.text if row.state in _STRONG else palette.muted
            area = self._beside(painter, self._words.length(row), area, scale.font(Size.TEXT), length, 0)
            area = self._beside(painter, self._words.over(row), area, plain, late, scale.pixels(TITLE))
            area = self._beside(painter, self._words.times(row), area, plain, palette.muted, scale.pixels(TITLE))
        self._title(painter, row, area)

    def _beside(self, painter: QPainter, text: str, area: QRectF, font: QFont, colour: str, least: int) -> QRectF:
        """Write at the end, if so many pixels are left before it. Returns those."""
        width = QFontMetricsF(font).horizontalAdvance(text)
        if not text or area.width() - width - STEP < least:
            return area
        self._write(painter, text, area, _RIGHT, font, colour)
        return area.adjusted(0, 0, -width - STEP, 0)

    def _title(self, painter: QPainter, row: Row, area: QRectF) -> None:
        palette = self._look.palette
        font = QFont(self._look.scale.font(Size.TEXT, bold=row.state in _STRONG))
        font.setStrikeOut(row.state is RowState.SKIPPED)
        colour = palette.muted if row.state in _PAST else palette.text
        self._write(painter, one_line(row.title[:400]), area, _LEFT, font, colour)

    def _ground(self, painter: QPainter, area: QRectF, row: Row, state: QStyle.StateFlag) -> None:
        palette = self._look.palette
        live = row.state is RowState.LIVE
        if live:
            painter.fillRect(area, QColor(tint(palette.accent, palette.panel)))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(palette.accent))
        if state & QStyle.StateFlag.State_Selected and not live:
            painter.fillRect(area, QColor(palette.raised))
        painter.setPen(QColor(palette.line))
        painter.drawLine(QPointF(area.left() + BREATH, area.bottom()), QPointF(area.right() - RING, area.bottom()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.accent))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _shape(self, painter: QPainter, row: Row, inner: QRectF, top: float) -> None:
        side = self._look.scale.pixels(12)
        colour = state_colour(row.state, self._look.palette)
        paint_shape(painter, _SHAPES[row.state], QRectF(inner.left(), top, side, side), colour)

    def _first_line(self, painter: QPainter, row: Row, area: QRectF) -> None:
        palette = self._look.palette
        strong = row.state in _STRONG
        font = self._look.scale.font(Size.TEXT, bold=strong)
        length = self._words.length(row)
        width = self._write(painter, length, area, _RIGHT, font, palette.text if strong else palette.muted)
        self._title(painter, row, area.adjusted(0, 0, -width - STEP, 0))

    def _second_line(self, painter: QPainter, row: Row, area: QRectF, asked: Asked | None) -> None:
        palette = self._look.palette
        plain = self._look.scale.font(Size.CAPTION)
        bold = self._look.scale.font(Size.CAPTION, bold=True)
        if asked:
            colour = palette.accent if asked is Asked.TAKE else palette.out
            self._write(painter, self._second_key(asked), area, _LEFT, bold, colour)
            return
        late = palette.low if row.over >= MINUTE else palette.muted
        right = self._write(painter, self._words.over(row), area, _RIGHT, plain, late)
        colour = state_colour(row.state, palette)
        left = self._write(painter, self._words.state(row), area, _LEFT, bold, colour)
        room = area.adjusted(left + (STEP if left else 0), 0, -right - STEP, 0)
        self._write(painter, self._words.second_line(row), room, _LEFT, plain, palette.muted)

    def _second_key(self, asked: Asked) -> str:
        told = self.tr("{0} again to take") if asked is Asked.TAKE else self.tr("{0} again to remove")
        return told.format(self.key_of(asked))

    @staticmethod
    def _write(painter: QPainter, text: str, area: QRectF, align: Qt.AlignmentFlag, font: QFont, colour: str) -> float:
        """Write a line, elided at its end; returns its width in pixels."""
        if not text or area.width() < 1:
            return 0
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, align | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown) + 1

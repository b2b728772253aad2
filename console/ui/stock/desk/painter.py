"""Painting a SKU's row: its name over its variant, its state as a shape and a word, its numbers."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.domain.stock_state import StockState
from console.overriding import override
from console.ui.stock.desk.model import ROW, Column
from console.ui.stock.desk.row import DeskRow
from console.ui.stock.numbers import VariantRow
from console.ui.stock.sku_model import Index
from console.ui.stock.words import StockWords
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import Shape, paint_shape

HEIGHT = 44
SIDE = 10
GAP = 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def state_mark(row: VariantRow, palette: Palette) -> tuple[Shape, str] | None:
    """The shape of a state, in a colour that says the same; none while there is enough."""
    if row.stopped:
        return Shape.SQUARE, palette.out
    return {
        StockState.UNCOUNTED: (Shape.RING, palette.muted),
        StockState.LOW: (Shape.HALF, palette.low),
        StockState.SOLD_OUT: (Shape.STRUCK, palette.out),
    }.get(row.state)


class DeskPainter(QStyledItemDelegate):
    """Paints the cells of a SKU."""

    def __init__(self, look: LiveLook, words: StockWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.scale.pixels(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DeskRow = index.data(ROW)
        palette = self._look.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tint(palette.accent, palette.panel)))
        area = QRect(option.rect).adjusted(GAP, 0, -GAP, 0)
        match Column(index.column()):
            case Column.NAME:
                self._name(painter, area, row)
            case Column.STATE:
                self._state(painter, area, row)
            case Column.CODE:
                self._word(painter, area, row.code, palette.muted, bold=True)
            case column:
                self._number(painter, area, str(index.data()), row, column)
        painter.restore()

    def _name(self, painter: QPainter, area: QRect, row: DeskRow) -> None:
        palette, scale = self._look.palette, self._look.scale
        half = area.height() // 2
        upper = QRect(area.left(), area.top() + 4, area.width(), half - 4)
        self._word(painter, upper, one_line(row.title), palette.text)
        painter.setFont(scale.font(Size.CAPTION))
        painter.setPen(QColor(palette.muted))
        told = " · ".join(dict.fromkeys((self._words.variant(row.numbers), row.sku)))
        lower = upper.translated(0, half - 2)
        painter.drawText(
            lower, _LEFT, painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideMiddle, area.width())
        )

    def _state(self, painter: QPainter, area: QRect, row: DeskRow) -> None:
        mark = state_mark(row.numbers, self._look.palette)
        if mark is None:
            return
        side = self._look.scale.pixels(SIDE)
        paint_shape(painter, mark[0], QRectF(area.left(), area.center().y() - side / 2, side, side), mark[1])
        painter.setFont(self._look.scale.font(Size.CAPTION, bold=True))
        painter.setPen(QColor(mark[1]))
        word = self._words.state(row.numbers)
        painter.drawText(area.adjusted(side + GAP, 0, 0, 0), _LEFT, word)

    def _number(self, painter: QPainter, area: QRect, text: str, row: DeskRow, column: Column) -> None:
        palette, strong = self._look.palette, column is Column.AVAILABLE
        colours = {StockState.LOW: palette.low, StockState.SOLD_OUT: palette.out}
        colour = colours.get(row.numbers.state, palette.text) if strong else palette.muted
        if column is Column.WAITING and row.numbers.waiting:
            strong, colour = True, palette.accent
        painter.setFont(self._look.scale.font(Size.TEXT, bold=strong))
        painter.setPen(QColor(colour))
        painter.drawText(area, _RIGHT, text)

    def _word(self, painter: QPainter, area: QRect, text: str, colour: str, *, bold: bool = False) -> None:
        font = self._look.scale.font(Size.TEXT, bold=bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))

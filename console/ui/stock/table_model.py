"""The variants as a table."""

from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from console.domain.stock_state import StockState
from console.overriding import override
from console.ui.stock.numbers import VariantRow
from console.ui.stock.sku_model import LEFT, Index, Shown, SkuModel
from console.ui.stock.words import StockWords, number_text
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import tooltip

_DASH = "–"


class Column(IntEnum):
    """The columns from left to right."""

    OPTIONS = 0
    AVAILABLE = 1
    RESERVED = 2
    COMMITTED = 3
    ON_HAND = 4
    SOLD = 5


class VariantModel(SkuModel[VariantRow]):
    """Holds the variants of a product."""

    def __init__(self, look: LiveLook, words: StockWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._columns = {
            Column.OPTIONS: Shown(self.tr("variant"), words.variant, LEFT),
            Column.AVAILABLE: Shown(self.tr("available"), available_text),
            Column.RESERVED: Shown(self.tr("reserved"), lambda row: number_text(row.reserved)),
            Column.COMMITTED: Shown(self.tr("committed"), lambda row: number_text(row.committed)),
            Column.ON_HAND: Shown(self.tr("on hand"), lambda row: number_text(row.on_hand)),
            Column.SOLD: Shown(self.tr("sold"), lambda row: number_text(row.sold)),
        }

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._columns[column].side
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{self._words.variant(row)}\n{row.sku}") if column is Column.OPTIONS else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
            case Qt.ItemDataRole.FontRole:
                return self._font(column)
            case _:
                return None

    def _font(self, column: Column) -> QFont:
        return self._look.scale.font(Size.TEXT, bold=column is Column.AVAILABLE)

    def _colour(self, row: VariantRow, column: Column) -> QColor:
        palette = self._look.palette
        if column is Column.OPTIONS:
            return QColor(palette.text)
        if column is not Column.AVAILABLE:
            return QColor(palette.muted)
        colours = {StockState.LOW: palette.low, StockState.SOLD_OUT: palette.out}
        return QColor(colours.get(row.state, palette.text))


def available_text(row: VariantRow) -> str:
    """The available pieces, or a dash while nothing is counted."""
    return _DASH if row.available is None else number_text(row.available)

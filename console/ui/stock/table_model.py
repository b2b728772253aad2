"""The variants as a table."""

from collections.abc import Callable, Sequence
from enum import IntEnum

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from console.domain.stock_state import StockState
from console.overriding import override
from console.ui.stock.numbers import VariantRow
from console.ui.stock.words import StockWords, number_text
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import tooltip

_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
_DASH = "–"


class Column(IntEnum):
    """The columns from left to right."""

    OPTIONS = 0
    AVAILABLE = 1
    RESERVED = 2
    COMMITTED = 3
    ON_HAND = 4
    SOLD = 5


class _Show(msgspec.Struct, frozen=True):
    """A column: its heading and its cells."""

    heading: str
    cell: Callable[[VariantRow], str]


class VariantModel(QAbstractTableModel):
    """Holds the rows and tells which of them changed."""

    def __init__(self, look: LiveLook, words: StockWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[VariantRow, ...] = ()
        self._words = words
        self._columns = {
            Column.OPTIONS: _Show(self.tr("variant"), words.variant),
            Column.AVAILABLE: _Show(self.tr("available"), available_text),
            Column.RESERVED: _Show(self.tr("reserved"), lambda row: number_text(row.reserved)),
            Column.COMMITTED: _Show(self.tr("committed"), lambda row: number_text(row.committed)),
            Column.ON_HAND: _Show(self.tr("on hand"), lambda row: number_text(row.on_hand)),
            Column.SOLD: _Show(self.tr("sold"), lambda row: number_text(row.sold)),
        }

    @property
    def rows(self) -> Sequence[VariantRow]:
        """The rows as they are shown."""
        return self._rows

    def heading(self, column: Column) -> str:
        """A column's name."""
        return self._columns[column].heading

    def texts(self, column: Column) -> set[str]:
        """What stands in a column."""
        return {self._columns[column].cell(row) for row in self._rows}

    def row_of(self, sku: str) -> int:
        """The position of a SKU; the first row's, if it is not there."""
        return next((at for at, row in enumerate(self._rows) if row.sku == sku), 0)

    def set_rows(self, rows: tuple[VariantRow, ...]) -> None:
        """Show these rows; other variants than before are another table."""
        if [row.sku for row in rows] != [row.sku for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [at for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[Column(section)].heading
        return _side(Column(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[column].cell(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
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


def _side(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignLeft if column is Column.OPTIONS else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)

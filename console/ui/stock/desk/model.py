"""The SKUs as a table, told exactly what changed."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.overriding import override
from console.ui.stock.desk.row import DeskRow
from console.ui.stock.table_model import available_text
from console.ui.stock.words import StockWords, number_text
from console.ui.widgets.plain_text import one_line, tooltip

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns from left to right."""

    CODE = 0
    NAME = 1
    STATE = 2
    AVAILABLE = 3
    ON_HAND = 4
    RESERVED = 5
    COMMITTED = 6
    BUFFER = 7
    WAITING = 8


class _Show(msgspec.Struct, frozen=True):
    """A column: its heading and its cells."""

    heading: str
    cell: Callable[[DeskRow], str]


class DeskModel(QAbstractTableModel):
    """Holds the SKUs that were found."""

    def __init__(self, words: StockWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[DeskRow] = ()
        self._words = words
        self._columns = {
            Column.CODE: _Show(self.tr("code"), lambda row: row.code),
            Column.NAME: _Show(self.tr("product"), lambda row: one_line(row.title)),
            Column.STATE: _Show("", lambda row: words.state(row.numbers)),
            Column.AVAILABLE: _Show(self.tr("available"), lambda row: available_text(row.numbers)),
            Column.ON_HAND: _Show(self.tr("on hand"), lambda row: number_text(row.numbers.on_hand)),
            Column.RESERVED: _Show(self.tr("reserved"), lambda row: number_text(row.numbers.reserved)),
            Column.COMMITTED: _Show(self.tr("committed"), lambda row: number_text(row.numbers.committed)),
            Column.BUFFER: _Show(self.tr("kept back"), lambda row: number_text(row.numbers.buffer)),
            Column.WAITING: _Show(self.tr("waiting"), lambda row: number_text(row.numbers.waiting)),
        }

    @property
    def rows(self) -> Sequence[DeskRow]:
        """The rows as they are shown."""
        return self._rows

    def heading(self, column: Column) -> str:
        """A column's name."""
        return self._columns[column].heading

    def row_of(self, sku: str) -> int:
        """The position of a SKU; the first row's, if it is not there."""
        return next((at for at, row in enumerate(self._rows) if row.sku == sku), 0)

    def set_rows(self, rows: Sequence[DeskRow]) -> None:
        """Show these rows; other SKUs than before are another table."""
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
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[Column(section)].heading
        side = _RIGHT if section >= Column.AVAILABLE else _LEFT
        return side if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[column].cell(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{one_line(row.title)}\n{self._words.variant(row.numbers)}\n{row.sku}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row) if column is Column.NAME else None
            case _:
                return None

    def _spoken(self, row: DeskRow) -> str:
        """The row for a screen reader."""
        numbers = f"{available_text(row.numbers)} {self.heading(Column.AVAILABLE)}"
        words = (
            row.code,
            one_line(row.title),
            self._words.variant(row.numbers),
            self._words.state(row.numbers),
            numbers,
        )
        return ", ".join(word for word in words if word)

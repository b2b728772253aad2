"""SKUs as a table, told exactly what changed: what the tables of stock have in common."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from console.overriding import override

Index = QModelIndex | QPersistentModelIndex
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_NOWHERE = QModelIndex()


class OfSku(Protocol):
    """Something known by its SKU."""

    @property
    def sku(self) -> str:
        """The SKU."""


Row = TypeVar("Row", bound=OfSku)


class Shown(msgspec.Struct, Generic[Row], frozen=True):
    """A column: its heading and its cells."""

    heading: str
    cell: Callable[[Row], str]
    side: int = RIGHT


class SkuModel(QAbstractTableModel, Generic[Row]):
    """Holds a row for each SKU; which columns it has, and what else a cell says, is told by its kinds."""

    _columns: Mapping[int, Shown[Row]]
    _rows: Sequence[Row] = ()

    def heading(self, column: int) -> str:
        """A column's name."""
        return self._columns[column].heading

    def texts(self, column: int) -> set[str]:
        """What stands in a column."""
        return {self._columns[column].cell(row) for row in self._rows}

    def cell(self, index: Index) -> str:
        """What stands in a cell."""
        return self._columns[index.column()].cell(self._rows[index.row()])

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown."""
        return self._rows

    def row_of(self, sku: str) -> int:
        """The position of a SKU; the first row's, if it is not there."""
        return next((at for at, row in enumerate(self._rows) if row.sku == sku), 0)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; other SKUs than before are another table."""
        if [row.sku for row in rows] != [row.sku for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [at for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        return self._columns[section].side if role == Qt.ItemDataRole.TextAlignmentRole else None

"""The SKUs as a table, told exactly what changed."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from console.overriding import override
from console.ui.stock.desk.row import DeskRow
from console.ui.stock.sku_model import LEFT, Index, Shown, SkuModel
from console.ui.stock.table_model import available_text
from console.ui.stock.words import StockWords, number_text
from console.ui.widgets.plain_text import one_line, tooltip

ROW = Qt.ItemDataRole.UserRole


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


class DeskModel(SkuModel[DeskRow]):
    """Holds the SKUs that were found."""

    def __init__(self, words: StockWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._columns = {
            Column.CODE: Shown(self.tr("code"), lambda row: row.code, LEFT),
            Column.NAME: Shown(self.tr("product"), lambda row: one_line(row.title), LEFT),
            Column.STATE: Shown("", lambda row: words.state(row.numbers), LEFT),
            Column.AVAILABLE: Shown(self.tr("available"), lambda row: available_text(row.numbers)),
            Column.ON_HAND: Shown(self.tr("on hand"), lambda row: number_text(row.numbers.on_hand)),
            Column.RESERVED: Shown(self.tr("reserved"), lambda row: number_text(row.numbers.reserved)),
            Column.COMMITTED: Shown(self.tr("committed"), lambda row: number_text(row.numbers.committed)),
            Column.BUFFER: Shown(self.tr("kept back"), lambda row: number_text(row.numbers.buffer)),
            Column.WAITING: Shown(self.tr("waiting"), lambda row: number_text(row.numbers.waiting)),
        }

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(index)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{one_line(row.title)}\n{self._words.variant(row.numbers)}\n{row.sku}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row) if index.column() == Column.NAME else None
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

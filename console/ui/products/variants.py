"""The variants of a product as an editable table of texts."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from console.ui.products.draft import EMPTY, OPTIONS, Cells, Column, Fault
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_text import one_line, tooltip

MOST_CELL = 255

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = {Column.PRICE, Column.COMPARE_AT, Column.OPENING}


class VariantsModel(QAbstractTableModel):
    """Holds rows of texts. The opening quantity of a SKU that is `stocked` is not for typing."""

    def __init__(self, look: LiveLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[Cells] = [EMPTY]
        self._stocked: frozenset[str] = frozenset()
        self._options: tuple[str, ...] = ()
        self._faults: dict[tuple[int, int], str] = {}

    @property
    def rows(self) -> tuple[Cells, ...]:
        """The texts as they stand."""
        return tuple(self._rows)

    def begin(self, rows: Sequence[Cells], stocked: Iterable[str]) -> None:
        """Hold these rows and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self._stocked = frozenset(stocked)
        self._faults = {}
        self.endResetModel()

    def set_options(self, names: Sequence[str]) -> None:
        """Name the columns of the options."""
        self._options = tuple(names[:OPTIONS])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.OPTION_1, Column.OPTION_3)

    def mark(self, faults: Iterable[Fault]) -> None:
        """Mark the cells that are wrong, and no others."""
        before = self._faults
        self._faults = {(fault.row, fault.column): fault.words for fault in faults}
        for row, column in before.keys() ^ self._faults.keys():
            if row < len(self._rows):
                self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def add(self) -> int:
        """Add an empty row at the end, with the price of the one before. Returns its number."""
        at = len(self._rows)
        price = self._rows[-1][Column.PRICE] if self._rows else ""
        self.beginInsertRows(_ROOT, at, at)
        self._rows.append(("", "", "", "", price, "", "", ""))
        self.endInsertRows()
        return at

    def remove(self, row: int) -> None:
        """Take a row out, unless it is the only one."""
        if len(self._rows) > 1 and 0 <= row < len(self._rows):
            self.mark(())
            self.beginRemoveRows(_ROOT, row, row)
            del self._rows[row]
            self.endRemoveRows()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of variants."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All may be typed but the opening quantity of a SKU in stock."""
        flags = super().flags(index)
        return flags if not index.isValid() or self._settled(index) else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell says in a role."""
        if not index.isValid():
            return None
        fault = self._faults.get((index.row(), index.column()), "")
        text = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "–" if self._settled(index) else one_line(text)
            case Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(fault or (self.tr("In stock already.") if self._settled(index) else text))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return fault
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in _NUMBERS:
                return _RIGHT
            case Qt.ItemDataRole.ForegroundRole if fault:
                return QBrush(QColor(self._look.palette.out))
            case _:
                return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take in what was typed, as plain text of at most 255 characters."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        row = list(self._rows[index.row()])
        row[index.column()] = one_line(value)[:MOST_CELL]
        one, two, three, four, five, six, seven, eight = row
        self._rows[index.row()] = (one, two, three, four, five, six, seven, eight)
        self._faults.pop((index.row(), index.column()), None)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(Column) - 1))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return _RIGHT
        return self._heading(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _heading(self, section: int) -> str:
        names = {
            Column.SKU: self.tr("SKU"),
            Column.PRICE: self.tr("Price"),
            Column.COMPARE_AT: self.tr("Before"),
            Column.BARCODE: self.tr("Barcode"),
            Column.OPENING: self.tr("Opening"),
        }
        column = Column(section)
        if column in names:
            return names[column]
        option = column - Column.OPTION_1
        return one_line(self._options[option]) if option < len(self._options) else ""

    def _settled(self, index: _Index) -> bool:
        return index.column() == Column.OPENING and self._rows[index.row()][Column.SKU].strip() in self._stocked

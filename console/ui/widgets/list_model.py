"""Rows under one another as Qt sees them: what the window's lists have in common."""

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar, assert_never

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui.widgets.row_steps import Come, Gone, Went, steps

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
"""Asks an index for its row."""


class ListModel(QAbstractListModel, Generic[Row]):
    """Holds rows, and tells exactly what of them changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def said(self, row: Row, role: int) -> Any:  # noqa: ANN401 - each role has its own
        """What a row says in a role; None where it says nothing."""
        raise NotImplementedError

    def known_by(self, row: Row) -> Hashable:
        """What stays the same while a row changes, and no other row has."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown."""
        return self._rows

    def position(self, known_by: Hashable) -> int | None:
        """Where the row is that is known by this."""
        return next((at for at, row in enumerate(self._rows) if self.known_by(row) == known_by), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The row itself, or what it says in a role."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if role == ROW else self.said(row, role)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows: only what came, went, moved or changed is told."""
        new = {self.known_by(row): row for row in rows}
        for step in steps([self.known_by(row) for row in self._rows], list(new)):
            match step:
                case Gone(at):
                    self.remove(at)
                case Come(at, known_by):
                    self.insert(at, new[known_by])
                case Went(at, to):
                    self.move(at, to)
                case _:
                    assert_never(step)
        for at, row in enumerate(new.values()):
            self.change(at, row)

    def reset(self, rows: Sequence[Row]) -> None:
        """Show these rows as another list, if they are others."""
        if list(rows) != self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def insert(self, at: int, row: Row) -> None:
        """Put a row in at this position."""
        self.beginInsertRows(ROOT, at, at)
        self._rows.insert(at, row)
        self.endInsertRows()

    def remove(self, at: int) -> None:
        """Take the row at this position out."""
        self.beginRemoveRows(ROOT, at, at)
        del self._rows[at]
        self.endRemoveRows()

    def move(self, at: int, to: int) -> None:
        """Move a row to a position, counted without it; who has chosen it goes with it."""
        self.beginMoveRows(ROOT, at, at, ROOT, to + 1 if to > at else to)
        self._rows.insert(to, self._rows.pop(at))
        self.endMoveRows()

    def change(self, at: int, row: Row) -> None:
        """Have this row in place of the one at this position, if it differs."""
        before = self._rows[at]
        if before is not row and before != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

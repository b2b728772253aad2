"""The rundown's rows as a model that emits exactly what changed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui.rundown.row_words import Words
from console.ui.rundown.rows import Row, RowState

MIME = "application/x-cuedesk-segment"
ROW = Qt.ItemDataRole.UserRole
ASKED = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Asked(StrEnum):
    """What a row waits to have confirmed."""

    TAKE = "take"
    REMOVE = "remove"


class RundownModel(QAbstractListModel):
    """Rows of segments, in their order."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[Row] = []
        self._asked: tuple[int, Asked] | None = None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of segments."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, what it waits for, or its words for a screen reader and for a search by typing."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._words.tooltip(row)
            case _:
                return self._own(row, role)

    def _own(self, row: Row, role: int) -> object:
        if role == ROW:
            return row
        if role == ASKED and self._asked and self._asked[0] == row.id:
            return self._asked[1]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged; drops go between them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """A segment is moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A dragged segment is known by its id."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the dragged segment."""
        data = QMimeData()
        data.setData(MIME, str(self._rows[indexes[0].row()].id).encode())
        return data

    def row(self, at: int) -> Row | None:
        """The row at a position."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def position(self, segment: int) -> int | None:
        """Where a segment's row is."""
        return next((at for at, row in enumerate(self._rows) if row.id == segment), None)

    def first_upcoming(self) -> int:
        """The position of the segment that is next, or the first one."""
        return next((at for at, row in enumerate(self._rows) if row.state is RowState.NEXT), 0)

    @property
    def asked(self) -> tuple[int, Asked] | None:
        """The segment that waits for a second key, and what for."""
        return self._asked

    def ask(self, asked: tuple[int, Asked] | None) -> None:
        """Have one row say what the second key will do, or none."""
        before, self._asked = self._asked, asked
        for each in {before, asked}:
            if before != asked and each and (at := self.position(each[0])) is not None:
                self.dataChanged.emit(self.index(at), self.index(at), [ASKED])

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, telling only what differs."""
        self._remove_gone({row.id for row in rows})
        for at, row in enumerate(rows):
            self._bring(at, row, rows)
            if self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))

    def _remove_gone(self, wanted: set[int]) -> None:
        for at in range(len(self._rows) - 1, -1, -1):
            if self._rows[at].id not in wanted:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()

    def _bring(self, at: int, row: Row, rows: Sequence[Row]) -> None:
        """Have the row's segment at its position."""
        if at < len(self._rows) and self._rows[at].id == row.id:
            return
        source = self.position(row.id)
        if source is None:
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
        elif source == at + 1:
            here = self._rows[at].id
            target = next(to for to, each in enumerate(rows) if each.id == here)
            self._move(at, min(target, len(self._rows) - 1))
            self._bring(at, row, rows)
        else:
            self._move(source, at)

    def _move(self, source: int, to: int) -> None:
        before = to + 1 if to > source else to
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), before)
        self._rows.insert(to, self._rows.pop(source))
        self.endMoveRows()

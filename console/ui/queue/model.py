"""The queue's rows as Qt's views want them; it tells exactly what changed."""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from console.overriding import override
from console.ui.queue.row import QueueRow
from console.ui.queue.steps import Come, Gone, Step, Went, steps
from console.ui.queue.words import QueueWords

ROW = Qt.ItemDataRole.UserRole
MIME = "application/x-cuedesk-queue-item"
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    """Holds the rows. What a person drags or types is told by signals and changes nothing here."""

    move_wanted = Signal(int, int)
    code_wanted = Signal(int, str)

    def __init__(self, words: QueueWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[QueueRow] = []

    @property
    def rows(self) -> Sequence[QueueRow]:
        """The rows as they are shown."""
        return self._rows

    def row_of(self, item: int) -> int | None:
        """The position of an item."""
        return next((at for at, row in enumerate(self._rows) if row.item == item), None)

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show these rows."""
        new = {row.item: row for row in rows}
        for step in steps([row.item for row in self._rows], [row.item for row in rows]):
            self._take(step, new)
        self._set_changed(rows)

    def _take(self, step: Step, new: dict[int, QueueRow]) -> None:
        match step:
            case Gone(at):
                self.beginRemoveRows(_NOWHERE, at, at)
                del self._rows[at]
                self.endRemoveRows()
            case Come(at, item):
                self.beginInsertRows(_NOWHERE, at, at)
                self._rows.insert(at, new[item])
                self.endInsertRows()
            case Went(at, to):
                self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, to + 1 if to > at else to)
                self._rows.insert(to, self._rows.pop(at))
                self.endMoveRows()
            case _:
                assert_never(step)

    def _set_changed(self, rows: Sequence[QueueRow]) -> None:
        changed = [
            at for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old is not new and old != new
        ]
        for at in changed:
            self._rows[at] = rows[at]
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.EditRole:
                return row.code
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.code} {row.title}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._words.tip(row)
            case _:
                return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another code; the desk decides."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row = self._rows[index.row()]
        if (code := str(value).strip()) != row.code:
            self.code_wanted.emit(row.item, code)
        return False

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        ordinary = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return ordinary | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if indexes:
            carried.setData(MIME, QByteArray(str(self._rows[indexes[0].row()].item).encode()))
        return carried

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for a move; the rows follow when the desk has decided."""
        carried = bytes(data.data(MIME).data()).decode()
        at = self.row_of(int(carried)) if carried.isdecimal() else None
        if at is None or action != Qt.DropAction.MoveAction:
            return False
        to = row if row >= 0 else len(self._rows)
        to -= to > at
        if to != at:
            self.move_wanted.emit(self._rows[at].item, to)
        return False

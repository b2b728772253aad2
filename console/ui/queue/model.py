"""The queue's rows as Qt's views want them; it tells exactly what changed."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, Qt, Signal

from console.overriding import override
from console.ui.queue.row import QueueRow
from console.ui.queue.words import QueueWords
from console.ui.widgets.list_model import Index, ListModel

MIME = "application/x-cuedesk-queue-item"


class QueueModel(ListModel[QueueRow]):
    """Holds the rows. What a person drags or types is told by signals and changes nothing here."""

    move_wanted = Signal(int, int)
    code_wanted = Signal(int, str)

    def __init__(self, words: QueueWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    @override
    def known_by(self, row: QueueRow) -> int:
        return row.item

    @override
    def said(self, row: QueueRow, role: int) -> str | None:
        match role:
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
        at = self.position(int(carried)) if carried.isdecimal() else None
        if at is None or action != Qt.DropAction.MoveAction:
            return False
        to = row if row >= 0 else len(self._rows)
        to -= to > at
        if to != at:
            self.move_wanted.emit(self._rows[at].item, to)
        return False

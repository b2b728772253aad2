"""The rundown's rows as a model that emits exactly what changed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from console.ui.rundown.row_words import Words
from console.ui.rundown.rows import Row, RowState
from console.ui.widgets.list_model import Index, ListModel

MIME = "application/x-cuedesk-segment"
ASKED = Qt.ItemDataRole.UserRole + 1


class Asked(StrEnum):
    """What a row waits to have confirmed."""

    TAKE = "take"
    REMOVE = "remove"


class RundownModel(ListModel[Row]):
    """Rows of segments, in their order."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._asked: tuple[int, Asked] | None = None

    def known_by(self, row: Row) -> int:
        """The segment."""
        return row.id

    def said(self, row: Row, role: int) -> object:
        """What it waits for, or its words for a screen reader and for a search by typing."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._words.tooltip(row)
            case _:
                return self._asked[1] if role == ASKED and self._asked and self._asked[0] == row.id else None

    def flags(self, index: Index) -> Qt.ItemFlag:
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

"""The outbox as Qt sees it: first what needs a person, then what is on its way, in the order of its turn."""

from datetime import datetime
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.domain.outbox import Outgoing
from console.domain.show import Show
from console.ui.outbox.words import about, meaning, state_word, title_of
from console.ui.widgets.plain_text import tooltip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


class OutboxRow(msgspec.Struct, frozen=True):
    """An errand, how it stands, and the name of what it is about."""

    outgoing: Outgoing
    about: str

    @property
    def words(self) -> str:
        """All of it, a line each."""
        told = f"{title_of(self.outgoing.errand)} · {state_word(self.outgoing.state)}"
        return "\n".join((told, self.about, meaning(self.outgoing)))


class OutboxModel(QAbstractListModel):
    """Holds what is open and what is in the tray."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OutboxRow] = []

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of errands."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a row says in a role."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return f"{title_of(row.outgoing.errand)}: {row.about}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(row.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.words
            case _:
                return None

    def follow(self, show: Show) -> None:
        """Hold the show's tray and open errands: only what came, went or changed is told."""
        wanted = [OutboxRow(each, about(each.errand, show)) for each in (*show.tray, *show.open_errands)]
        places = {row.outgoing.errand.id: row for row in wanted}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].outgoing.errand.id not in places:
                self._remove(at)
        for at, row in enumerate(wanted):
            self._put(at, row)

    def oldest(self) -> datetime | None:
        """When the oldest of those that are still to be done was queued."""
        return min((row.outgoing.queued_at for row in self._rows if row.outgoing.open), default=None)

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(_ROOT, at, at)
        del self._rows[at]
        self.endRemoveRows()

    def _put(self, at: int, row: OutboxRow) -> None:
        """Have the row at this place: one that stands further down moves up."""
        number = row.outgoing.errand.id
        before = next((i for i in range(at, len(self._rows)) if self._rows[i].outgoing.errand.id == number), None)
        if before is None:
            self.beginInsertRows(_ROOT, at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        if before != at:
            self.beginMoveRows(_ROOT, before, before, _ROOT, at)
            self._rows.insert(at, self._rows.pop(before))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

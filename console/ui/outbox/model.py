"""The outbox as Qt sees it: first what needs a person, then what is on its way, in the order of its turn."""

from datetime import datetime

import msgspec
from PySide6.QtCore import Qt

from console.domain.outbox import Outgoing
from console.domain.show import Show
from console.ui.outbox.words import about, meaning, state_word, title_of
from console.ui.widgets.list_model import ListModel
from console.ui.widgets.plain_text import tooltip


class OutboxRow(msgspec.Struct, frozen=True):
    """An errand, how it stands, and the name of what it is about."""

    outgoing: Outgoing
    about: str

    @property
    def words(self) -> str:
        """All of it, a line each."""
        told = f"{title_of(self.outgoing.errand)} · {state_word(self.outgoing.state)}"
        return "\n".join((told, self.about, meaning(self.outgoing)))


class OutboxModel(ListModel[OutboxRow]):
    """Holds what is open and what is in the tray."""

    def known_by(self, row: OutboxRow) -> int:
        """The errand's number."""
        return row.outgoing.errand.id

    def said(self, row: OutboxRow, role: int) -> str | None:
        """The errand and what it is about."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{title_of(row.outgoing.errand)}: {row.about}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(row.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.words
            case _:
                return None

    def follow(self, show: Show) -> None:
        """Hold the show's tray and open errands."""
        self.set_rows([OutboxRow(each, about(each.errand, show)) for each in (*show.tray, *show.open_errands)])

    def oldest(self) -> datetime | None:
        """When the oldest of those that are still to be done was queued."""
        return min((row.outgoing.queued_at for row in self._rows if row.outgoing.open), default=None)

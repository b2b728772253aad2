"""The entries that were found, as Qt sees them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui.commands.entry import Entry, Kind
from console.ui.style.palette import Palette
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import TwoLines

ENTRY = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class EntriesModel(QAbstractListModel):
    """Holds entries, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries as they are shown."""
        return self._entries

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Hold these and no others."""
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says in a role."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{entry.words}\n{entry.why or entry.detail}")
            case _:
                return None


def kind_word(kind: Kind) -> str:
    """What an entry is, as people call it."""
    return {
        Kind.ACT: _tr("command"),
        Kind.ITEM: _tr("in the queue"),
        Kind.SEGMENT: _tr("segment"),
        Kind.ORDER: _tr("order"),
        Kind.PRODUCT: _tr("product"),
        Kind.LINE: _tr("in the prompter"),
        Kind.DESPITE: _tr("may not air"),
    }[kind]


def spoken(entry: Entry) -> str:
    """An entry for a screen reader."""
    parts = (entry.words, kind_word(entry.kind), entry.keys, entry.why or entry.detail)
    return ", ".join(part for part in parts if part)


def lines(index: _Index, _palette: Palette) -> TwoLines:
    """An entry as its row shows it; one that cannot be done says why."""
    entry: Entry = index.data(ENTRY)
    return TwoLines(entry.words, entry.keys, entry.why or entry.detail, kind_word(entry.kind), quiet=bool(entry.why))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)

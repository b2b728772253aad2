"""The entries that were found, as Qt sees them."""

from PySide6.QtCore import QCoreApplication, Qt

from console.ui.commands.entry import Entry, Kind
from console.ui.style.palette import Palette
from console.ui.widgets.list_model import ROW, Index, ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import TwoLines


class EntriesModel(ListModel[Entry]):
    """Holds entries, the best first."""

    def said(self, row: Entry, role: int) -> str | None:
        """The entry's words, its kind and keys, and why it cannot be done."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{row.words}\n{row.why or row.detail}")
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


def lines(index: Index, _palette: Palette) -> TwoLines:
    """An entry as its row shows it; one that cannot be done says why."""
    entry: Entry = index.data(ROW)
    return TwoLines(entry.words, entry.keys, entry.why or entry.detail, kind_word(entry.kind), quiet=bool(entry.why))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)

"""The checks as Qt sees them, the worst on top."""

from PySide6.QtCore import Qt

from console.domain.health import Check, State
from console.ui.style.palette import Palette
from console.ui.widgets.checks import mark_of
from console.ui.widgets.list_model import ROW, ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.checks import state_word, thing_word

PLACES = frozenset({"shop", "chat", "differences", "outbox", "prices", "queue", "stock", "rundown", "backup"})
"""What is put right in the window itself."""


class ChecksModel(ListModel[Check]):
    """Holds the checks."""

    def known_by(self, row: Check) -> tuple[str, str]:
        """What it is about."""
        return row.name, row.about

    def said(self, row: Check, role: int) -> str | None:
        """What it is about, how it stands and what was found."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{thing_word(row.name)} {row.about}, {state_word(row.state)}: {row.words}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{row.words}\n{row.next_step}".strip())
            case _:
                return None


def check_lines(index: Index, palette: Palette) -> TwoLines:
    """The words of one check: what it is about and how it stands, below it what was found."""
    check: Check = index.data(ROW)
    title = " · ".join(filter(None, (thing_word(check.name), check.about)))
    right = "" if check.state is State.OK else state_word(check.state)
    return TwoLines(title=title, right=right, below=check.words, mark=mark_of(check.state, palette))

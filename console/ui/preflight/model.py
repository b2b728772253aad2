"""The checks as Qt sees them, the worst on top."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from console.domain.health import Check, State
from console.ui.style.palette import Palette
from console.ui.widgets.checks import mark_of
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.checks import state_word, thing_word

ROOT = QModelIndex()
CHECK = Qt.ItemDataRole.UserRole
PLACES = frozenset({"shop", "chat", "differences", "outbox", "prices", "queue", "stock", "rundown", "backup"})
"""What is put right in the window itself."""


class ChecksModel(QAbstractListModel):
    """Holds the checks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks: list[Check] = []

    def rowCount(self, parent: Index = ROOT) -> int:
        """The number of checks."""
        return 0 if parent.isValid() else len(self._checks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a row says in a role."""
        if not index.isValid():
            return None
        check = self._checks[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return check
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{thing_word(check.name)} {check.about}, {state_word(check.state)}: {check.words}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{check.words}\n{check.next_step}".strip())
            case _:
                return None

    def set_checks(self, checks: list[Check]) -> None:
        """Hold these; only what differs is told."""
        if [key(each) for each in checks] != [key(each) for each in self._checks]:
            self.beginResetModel()
            self._checks = checks
            self.endResetModel()
            return
        before, self._checks = self._checks, checks
        for at, (old, new) in enumerate(zip(before, checks, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, check: Check) -> int:
        """The position of a check about the same; the first one's, if it is not there."""
        return next((at for at, each in enumerate(self._checks) if key(each)[:2] == key(check)[:2]), 0)


def key(check: Check) -> tuple[str, str, State]:
    """What a check is about, and how it stands: a change of it may change its place."""
    return check.name, check.about, check.state


def check_lines(index: Index, palette: Palette) -> TwoLines:
    """The words of one check: what it is about and how it stands, below it what was found."""
    check: Check = index.data(CHECK)
    title = " · ".join(filter(None, (thing_word(check.name), check.about)))
    right = "" if check.state is State.OK else state_word(check.state)
    return TwoLines(title=title, right=right, below=check.words, mark=mark_of(check.state, palette))

"""The keys of one panel, as rows under its name."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.key_hint import KeyHint
from console.ui.widgets.plain_label import PlainLabel

MOST_KEYS = 2


class KeyGroup(NamedTuple):
    """A panel's name and what can be done there."""

    title: str
    actions: Sequence[QAction]


class KeyRow(QWidget):
    """Shows one action and its keys."""

    def __init__(self, look: LiveLook, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keys = action.shortcuts()[:MOST_KEYS]
        words = action.text().replace("&", "")
        native = " ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in keys)
        self._searched = f"{words} {native}".casefold()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP // 2)
        line.addWidget(PlainLabel(words), 1)
        for each in keys:
            line.addWidget(KeyHint(look, each))

    def holds(self, words: Sequence[str]) -> bool:
        """Whether each of the words stands in the action or its keys."""
        return all(word in self._searched for word in words)


class KeyGroupView(QWidget):
    """Shows one group, or those rows of it that are searched for."""

    def __init__(self, look: LiveLook, group: KeyGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = group.title.casefold()
        self._rows = [KeyRow(look, action) for action in group.actions]
        self.count = len(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * STEP)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(group.title, tone="muted", face="caption"))
        for row in self._rows:
            column.addWidget(row)

    def search(self, words: Sequence[str]) -> None:
        """Show the rows that hold all the words; all rows, if the panel's name holds them."""
        named = all(word in self._title for word in words)
        shown = [named or row.holds(words) for row in self._rows]
        for row, visible in zip(self._rows, shown, strict=True):
            row.setVisible(visible)
        self.count = sum(shown)

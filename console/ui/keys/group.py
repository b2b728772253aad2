"""The keys of one panel, as rows under its name."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from console.ui.act import Act
from console.ui.keymap import Keymap
from console.ui.keys.row import KeyRow
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel


class KeyGroup(NamedTuple):
    """A panel's name and what can be done there."""

    title: str
    acts: Sequence[Act]


class KeyGroupView(QWidget):
    """Shows one group, or those rows of it that are searched for."""

    def __init__(self, look: LiveLook, keymap: Keymap, group: KeyGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = group.title.casefold()
        self.rows = [KeyRow(look, keymap, act) for act in group.acts]
        self.count = len(self.rows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * STEP)
        column.setSpacing(2)
        column.addWidget(PlainLabel(group.title, tone="muted", face="caption"))
        for row in self.rows:
            column.addWidget(row)

    def search(self, words: Sequence[str]) -> None:
        """Show the rows that hold all the words; all rows, if the panel's name holds them."""
        named = all(word in self._title for word in words)
        shown = [named or row.holds(words) for row in self.rows]
        for row, visible in zip(self.rows, shown, strict=True):
            row.setVisible(visible)
        self.count = sum(shown)

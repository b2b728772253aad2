"""One connection with all that is known of it, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.domain.health import Check, State
from console.ui.connections.model import ConnectionRow
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.check_line import CheckLine
from console.ui.widgets.plain_label import PlainLabel


class ConnectionDetail(QWidget):
    """Shows one row, what a test found, and what a removal would leave; its buttons are for whoever acts."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = PlainLabel(face="strong")
        self._address = PlainLabel(tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self.stands, self.found, self.leaves = (CheckLine(look) for _ in range(3))
        self.test, self.retry, self.edit = (WordButton("") for _ in range(3))
        self.remove = WordButton("", Kind.DANGER)
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, BREATH, BREATH, STEP)
        column.setSpacing(STEP)
        for part in (self._name, self._address, self.stands, self.found, self.leaves):
            column.addWidget(part)
        column.addLayout(self._buttons())

    def set_value(self, row: ConnectionRow) -> None:
        """Show this connection."""
        self._name.set_value(row.connection.name)
        self._address.set_value(row.connection.address)
        shown = self.stands.isVisibleTo(self)
        self.stands.set_value(row.check)
        self.stands.setVisible(shown)
        for button in (self.test, self.edit, self.remove):
            button.setVisible(row.kept)

    def set_found(self, found: Check | None) -> None:
        """Show what a test found, or that it is under way, in place of how it stands."""
        self.found.set_value(found)
        self.stands.setVisible(found is None and not self.leaves.isVisibleTo(self))
        under_way = found is not None and found.state is State.UNKNOWN
        self.test.set_value(self.tr("Give up the test") if under_way else self.tr("Test"))

    def set_leaving(self, words: str) -> None:
        """Say what a removal leaves behind, and ask for the second press; nothing: ask for the first."""
        self.leaves.set_value(Check("remove", State.ATTENTION, words) if words else None)
        for part in (self.stands, self.found) if words else (self.stands,):
            part.setVisible(not words)
        self.remove.set_value(self.tr("Again to remove") if words else self.tr("Remove…"))

    def _buttons(self) -> QGridLayout:
        self.retry.set_value(self.tr("Try again now"))
        self.edit.set_value(self.tr("Edit…"))
        self.set_found(None)
        self.set_leaving("")
        grid = QGridLayout()
        grid.setSpacing(STEP)
        for at, button in enumerate((self.test, self.retry, self.edit, self.remove)):
            grid.addWidget(button, at // 2, at % 2)
        return grid

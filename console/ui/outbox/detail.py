"""One errand with all that is needed to deal with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from console.domain.outbox import ErrandState
from console.ui.outbox.model import OutboxRow
from console.ui.outbox.words import meaning, state_word, title_of
from console.ui.style.grid import BREATH, STEP
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.plain_label import PlainLabel


class OutboxDetail(QWidget):
    """Shows one errand's words. In the tray it is tried again or left; while it waits, it can be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(face="strong")
        self._about = PlainLabel(tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self._meaning = QLabel()
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning.setWordWrap(True)
        self._meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.again = WordButton(self.tr("Try it again"), Kind.PRIMARY)
        self.leave = WordButton(self.tr("Leave it"))
        self.aside = WordButton(self.tr("Put aside"))
        self.now = WordButton(self.tr("Ask the shop now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, BREATH, BREATH, STEP)
        column.setSpacing(STEP)
        for label in (self._title, self._about, self._meaning):
            column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self.again, self.leave, self.aside, self.now):
            buttons.addWidget(button, 1)
        column.addLayout(buttons)

    @property
    def meaning(self) -> str:
        """What is told of the errand."""
        return self._meaning.text()

    def set_value(self, row: OutboxRow) -> None:
        """Show this errand."""
        rejected, waits = row.outgoing.state is ErrandState.REJECTED, row.outgoing.state is ErrandState.PENDING
        self._title.set_value(f"{title_of(row.outgoing.errand)} · {state_word(row.outgoing.state)}")
        self._about.set_value(row.about)
        self._meaning.setText(meaning(row.outgoing))
        self.again.setVisible(rejected)
        self.leave.set_value(self.tr("Take it back") if waits else self.tr("Leave it"))
        self.leave.setVisible(rejected or waits)
        self.aside.setVisible(waits or row.outgoing.state is ErrandState.UNKNOWN)
        self.now.setVisible(not rejected)

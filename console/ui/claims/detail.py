"""One claim with all that is needed to deal with it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from console.domain.claims.claim import Claim
from console.ui.act import Act, follow
from console.ui.claims import acts as claims_acts
from console.ui.claims.items import typed
from console.ui.style.grid import BREATH, STEP
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.plain_label import PlainLabel

MOST_TYPED = 1_000
OF_BUYER = (claims_acts.RECEIPT, claims_acts.RESTRICT, claims_acts.OTHERWISE, claims_acts.JOIN, claims_acts.PART)


class ClaimDetail(QWidget):
    """Shows one claim's words and what can be done about it. `changed` carries the items that a person typed."""

    changed = Signal(str)

    def __init__(self, actions: Mapping[Act, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim = 0
        self._title = PlainLabel(face="strong")
        self._about = PlainLabel(tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self._meaning = QLabel()
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning.setWordWrap(True)
        self._meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.items = QLineEdit(placeholderText=self.tr("SKU and pieces: SHIRT-M 2, MUG 1"), maxLength=MOST_TYPED)
        self.items.setAccessibleName(self.tr("The items that were meant"))
        self.items.hide()
        self.items.returnPressed.connect(lambda: self.changed.emit(self.items.text()))
        self._wrong = PlainLabel(tone="out", face="caption")
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, BREATH, BREATH, STEP)
        column.setSpacing(STEP)
        for part in (self._title, self._about, self._meaning, self.items, self._wrong):
            column.addWidget(part)
        column.addLayout(self._buttons(actions))

    def _buttons(self, actions: Mapping[Act, QAction]) -> QVBoxLayout:
        self._claims, self._others = QGridLayout(), QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(STEP)
        for grid in (self._claims, self._others):
            grid.setSpacing(STEP)
            column.addLayout(grid)
        words = (
            (claims_acts.ACCEPT, self.tr("Accept"), Kind.PRIMARY),
            (claims_acts.CHANGE, self.tr("Change"), Kind.NORMAL),
            (claims_acts.REJECT, self.tr("Reject"), Kind.NORMAL),
            (claims_acts.EXTEND, self.tr("Hold longer"), Kind.NORMAL),
            (claims_acts.PAID, self.tr("Paid"), Kind.NORMAL),
            (claims_acts.RELEASE, self.tr("Release"), Kind.NORMAL),
            (claims_acts.ORDER, self.tr("Copy order"), Kind.NORMAL),
            (claims_acts.SEND, self.tr("Send order"), Kind.NORMAL),
            (claims_acts.RECEIPT, self.tr("Receipt"), Kind.QUIET),
            (claims_acts.RESTRICT, self.tr("Restrict"), Kind.QUIET),
            (claims_acts.OTHERWISE, self.tr("Paying"), Kind.QUIET),
            (claims_acts.JOIN, self.tr("Join"), Kind.QUIET),
            (claims_acts.PART, self.tr("Part"), Kind.QUIET),
        )
        self._shown = {act: WordButton(text, kind) for act, text, kind in words}
        for act, button in self._shown.items():
            follow(button, actions[act])
            if act in OF_BUYER:
                self._others.addWidget(button, 1)
        return column

    @property
    def meaning(self) -> str:
        """What is told of the claim."""
        return self._meaning.text()

    def set_value(self, claim: Claim, title: str, about: str, meaning: str) -> None:
        """Show this claim in these words, and the buttons of what can be done now; what is typed of it stays."""
        if claim.id != self._claim:
            self._claim = claim.id
            self.take_back()
        self._title.set_value(title)
        self._about.set_value(about)
        self._meaning.setText(meaning)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Those that can be pressed: of the claim two or three in a row, of its buyer below them."""
        for button in self._shown.values():
            self._claims.removeWidget(button)
            button.setVisible(button.isEnabled())
        offered = [button for act, button in self._shown.items() if button.isEnabled() and act not in OF_BUYER]
        for at, button in enumerate(offered):
            self._claims.addWidget(button, at // 3, at % 3)

    def ask_items(self, claim: Claim) -> None:
        """Have the person say what was meant."""
        self.items.setText(typed(claim))
        self.items.show()
        self.items.setFocus()
        self.items.selectAll()

    def tell_wrong(self, words: str) -> None:
        """Say what is wrong with what was typed."""
        self._wrong.set_value(words)
        self._wrong.setVisible(bool(words))

    def take_back(self) -> bool:
        """Put the field away. Returns whether it was there."""
        there = not self.items.isHidden()
        self.items.hide()
        self.tell_wrong("")
        return there

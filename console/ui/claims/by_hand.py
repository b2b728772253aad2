"""A claim that a person enters for a buyer: of a line that was missed, or said in other words."""

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from console.domain.commands import ClaimByHand
from console.domain.outcomes import Added
from console.ui.act import action_of, follow
from console.ui.acts import Acts
from console.ui.claims import acts as claims_acts
from console.ui.claims.items import read_items
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel

MOST_NAME, MOST_TYPED = 190, 1_000


class Asking(msgspec.Struct, frozen=True):
    """Who asks, and where: the identity of a buyer ("" where only a name is typed), the name, the source of the chat.

    `about` is said of it, such as how long the chat was not heard.
    """

    buyer: str = ""
    name: str = ""
    source: str = ""
    about: str = ""


class ByHandDrawer(Panel):
    """Takes a name and items, and claims them as if the line had come now. `left` asks to close the drawer."""

    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ByHandDrawer", "Claim by hand"), parent)
        self._acts = acts
        self._asking = Asking()
        self._about = QLabel()
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self.name = QLineEdit(placeholderText=self.tr("The buyer's name"), maxLength=MOST_NAME)
        self.items = QLineEdit(placeholderText=self.tr("SKU and pieces: SHIRT-M 2, MUG 1"), maxLength=MOST_TYPED)
        self.claim = WordButton(self.tr("Claim"), Kind.PRIMARY)
        self._wrong = PlainLabel(tone="out", face="caption")
        self._build(look)
        self.ask(Asking())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def ask(self, asking: Asking) -> None:
        """Begin with who asks, as far as that is known."""
        self._asking = asking
        self._about.setText(asking.about or self.tr("It counts from now on, behind the claims that are there."))
        self.name.setText(asking.name)
        self.name.setReadOnly(bool(asking.buyer))
        self.items.clear()
        self._tell_wrong("")
        self.setFocusProxy(self.items if asking.buyer else self.name)

    def _build(self, look: LiveLook) -> None:
        self.name.setAccessibleName(self.tr("The buyer's name"))
        self.items.setAccessibleName(self.tr("Items"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP)
        for part in (self._about, self.name, self.items, self._wrong, self.claim):
            column.addWidget(part)
        column.addStretch(1)
        self.set_body(body)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)
        action = action_of(claims_acts.CLAIM, self._claim, self, self)
        follow(self.claim, action)
        self.items.returnPressed.connect(action.trigger)

    def _tell_wrong(self, words: str) -> None:
        self._wrong.set_value(words)
        self._wrong.setVisible(bool(words))

    def _claim(self) -> None:
        """Claim what was typed, if it can be read."""
        name = self.name.text().strip()
        items = read_items(self.items.text(), self._acts.bridge.show.stock)
        if not name:
            self._tell_wrong(self.tr("Say who asks: a name."))
        elif isinstance(items, str) or not items:
            self._tell_wrong(self.tr("No item here has this SKU: {0}").format(items or self.items.text()))
        else:
            self._tell_wrong("")
            buyer = self._asking.buyer or f"hand/{name}"
            self._acts.start(self._ask(ClaimByHand(buyer, items, self._asking.source, name)), "a claim by hand")

    async def _ask(self, command: ClaimByHand) -> None:
        if isinstance(await self._acts.ask(command), Added):
            self.left.emit()
            self.ask(Asking())

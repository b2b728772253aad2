"""What a row says while a key is chosen for it: what is waited for, what the key does now, and the ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.announce import announce
from console.ui.widgets.buttons import Kind, WordButton


class Choice(QWidget):
    """`taken` carries the key that was asked about; `none` and `own` ask for no key, and for the act's own."""

    taken = Signal(str)
    none = Signal()
    own = Signal()
    left = Signal()

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = ""
        self._words = QLabel()
        self._yes = WordButton(self.tr("Use it here"), Kind.PRIMARY)
        self._no = WordButton(self.tr("Leave it there"))
        self._none = WordButton(self.tr("No key"))
        self._own = WordButton("")
        self._yes.clicked.connect(lambda: self.taken.emit(self._key))
        self._no.clicked.connect(self.left)
        self._none.clicked.connect(self.none)
        self._own.clicked.connect(self.own)
        self._lay_out()

    @property
    def waiting(self) -> bool:
        """Whether the next key is the one that is meant."""
        return not self._key

    def ask(self, words: str, own: str) -> None:
        """Wait for a key; `own` are the act's own keys in words."""
        self._key = ""
        self._own.set_value(self.tr("Its own: {0}").format(own or "–"))
        self._show_buttons(asking=False)
        self.say(words)

    def offer(self, words: str, key: str) -> None:
        """Ask whether this key, which does something else, shall be taken from that."""
        self._key = key
        self._show_buttons(asking=True)
        self.say(words)
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Tell something, also to who cannot see it."""
        self._words.setText(words)
        announce(self, words)

    def _show_buttons(self, *, asking: bool) -> None:
        for button in (self._yes, self._no):
            button.setVisible(asking)
        for button in (self._none, self._own):
            button.setVisible(not asking)

    def _lay_out(self) -> None:
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self._yes, self._no, self._none, self._own):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, STEP // 2)
        column.setSpacing(STEP // 2)
        column.addWidget(self._words)
        column.addLayout(buttons)

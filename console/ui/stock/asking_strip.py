"""What strips with fields have in common: a command is asked for once, and its answer closes them or is said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.domain.commands import Command
from console.domain.outcomes import Accepted, Outcome
from console.overriding import override
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.words.outcomes import words_for


class AskingStrip(QWidget):
    """Hidden until it is begun. `wanted` carries the command; whoever asks the desk gives the answer back."""

    wanted = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent: Command | None = None
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "low")
        self.cancel = IconButton(look, "cross", self.tr("Cancel (Esc)"))
        self.cancel.clicked.connect(self.close_it)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(STEP)
        self.grid.setVerticalSpacing(STEP // 2)
        self.hide()

    def submit(self) -> None:
        """Have done what is typed."""
        raise NotImplementedError

    def open_at(self, field: QWidget) -> None:
        """Open anew, to be typed into this field."""
        self._sent = None
        self._say("")
        self.show()
        self.opened.emit()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def send(self, command: Command) -> None:
        """Ask for this, unless an answer is still to come."""
        if self._sent is None:
            self._sent = command
            self.wanted.emit(command)

    def answer(self, command: Command, outcome: Outcome) -> None:
        """Take the desk's answer: close, or say what is wrong and keep what was typed."""
        if self._sent is not command:
            return
        self._sent = None
        if isinstance(outcome, Accepted):
            self.close_it()
        elif words := words_for(outcome):
            self._say(f"{words.title} {words.next_step}")

    def close_it(self) -> None:
        """Leave, if it is open."""
        self._sent = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it, Escape gives up."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_it()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.submit()
            case _:
                super().keyPressEvent(event)

"""A strip that asks for one number of pieces: how many more are released, how many are kept for this show."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.domain.commands import RingFence, SetRelease
from console.domain.outcomes import Accepted, Outcome
from console.overriding import override
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.outcomes import words_for

Wanted = SetRelease | RingFence


class NumberStrip(QWidget):
    """Hidden until it is begun. `wanted` carries the command; whoever asks the desk gives the answer back."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, look: LiveLook, name: str, all_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build: Callable[[int | None], Wanted] = lambda pieces: SetRelease("", pieces)
        self._sent: Wanted | None = None
        self.title = PlainLabel(tone="muted", face="caption")
        self.pieces = NumberField(name)
        self.message = QLabel()
        self.done = WordButton(name, Kind.PRIMARY)
        self.every = WordButton(all_words)
        self._cancel = IconButton(look, "cross", self.tr("Cancel (Esc)"))
        self._lay_out()
        self.done.clicked.connect(self.submit)
        self.every.clicked.connect(lambda: self._send(None))
        self._cancel.clicked.connect(self.close_it)
        self.hide()

    def begin(self, title: str, pieces: int, build: Callable[[int | None], Wanted]) -> None:
        """Ask, with a number to begin with; `build` makes the command of it, or of None for all there is."""
        self._build, self._sent = build, None
        self.title.set_value(title)
        self.pieces.setValue(pieces)
        self._say("")
        self.show()
        self.pieces.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pieces.selectAll()

    def submit(self) -> None:
        """Have it done with this number."""
        self._send(self.pieces.value())

    def _send(self, pieces: int | None) -> None:
        if self._sent is None:
            self._sent = self._build(pieces)
            self.wanted.emit(self._sent)

    def answer(self, command: Wanted, outcome: Outcome) -> None:
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

    def _lay_out(self) -> None:
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "low")
        self.pieces.setMinimumWidth(STEP * 12)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(STEP // 2)
        grid.addWidget(self.title, 0, 0, 1, 5)
        for at, widget in enumerate((self.pieces, self.done, self.every)):
            grid.addWidget(widget, 1, at)
        grid.setColumnStretch(3, 1)
        grid.addWidget(self._cancel, 1, 4)
        grid.addWidget(self.message, 2, 0, 1, 5)

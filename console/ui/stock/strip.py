"""The strip in which stock is changed: two keystrokes for a piece more or less, or a count."""

from typing import assert_never

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.domain.commands import AdjustStock, CountStock
from console.domain.outcomes import Accepted, CountedMeanwhile, Outcome
from console.overriding import override
from console.ui.stock.amount import AmountField
from console.ui.stock.reasons import ReasonField
from console.ui.stock.words import number_text
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.outcomes import words_for


class Target(msgspec.Struct, frozen=True):
    """What the strip changes: a SKU under its name, with the pieces on hand that the person saw; no SKU yet: empty."""

    sku: str
    name: str
    product: str
    on_hand: int


class Changing(msgspec.Struct, frozen=True):
    """Pieces more or less are asked for."""

    sign: int


class Counting(msgspec.Struct, frozen=True):
    """A count is asked for; `seen` were on hand when it began, or as a refusal told since."""

    seen: int


class Strip(QWidget):
    """Hidden until a change begins. `wanted` carries the command; whoever asks the desk gives the answer back."""

    wanted = Signal(object)
    stepped = Signal(int)
    opened = Signal()
    closed = Signal()

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Changing | Counting = Changing(1)
        self._target = Target("", "", "", 0)
        self._sent: AdjustStock | CountStock | None = None
        self.title = PlainLabel(tone="muted", face="caption")
        self.amount = AmountField()
        self.reason = ReasonField(
            [self.tr("correction"), self.tr("found"), self.tr("broken"), self.tr("gift"), self.tr("recount")]
        )
        self.message = QLabel()
        self._done = WordButton(self.tr("Set"), Kind.PRIMARY)
        self._cancel = IconButton(look, "cross", self.tr("Cancel (Esc)"))
        self._lay_out(look)
        self._connect()
        self.hide()

    @property
    def target(self) -> Target:
        """What is being changed."""
        return self._target

    def begin_change(self, sign: int, target: Target) -> None:
        """Ask for pieces more or less."""
        self._begin(Changing(sign), target)
        self.amount.begin_change(sign)

    def begin_count(self, target: Target) -> None:
        """Ask for what was counted."""
        self._begin(Counting(target.on_hand), target)
        self.amount.begin_count()

    def set_target(self, target: Target) -> None:
        """Change another variant instead; what is typed stays."""
        if target.sku != self._target.sku:
            self._target = target
            if isinstance(self._mode, Counting):
                self._mode = Counting(target.on_hand)
            self._say("")
            self._entitle()

    def release(self, command: AdjustStock | CountStock) -> None:
        """Let that command be asked again: it has its answer, or never will."""
        if self._sent is command:
            self._sent = None

    def answer(self, command: AdjustStock | CountStock, outcome: Outcome) -> None:
        """Take the desk's answer: close, or say what is wrong and keep what was typed.

        The answer to what has been given up or begun anew since is none of the strip's business.
        """
        if self._sent is not command:
            return
        if isinstance(outcome, Accepted):
            self.reason.used(self.reason.reason)
            self._close()
        elif isinstance(outcome, CountedMeanwhile) and outcome.sku == self._target.sku:
            self._mode = Counting(outcome.on_hand)
            told = self.tr("You saw {seen} on hand; now there are {now}. Enter sets {counted} all the same.")
            counted = number_text(self.amount.pieces or 0)
            self._say(told.format(seen=number_text(outcome.seen), now=number_text(outcome.on_hand), counted=counted))
        elif words := words_for(outcome):
            self._say(f"{words.title} {words.next_step}")

    def _begin(self, mode: Changing | Counting, target: Target) -> None:
        self._mode, self._target, self._sent = mode, target, None
        self._say("")
        self._entitle()
        self.show()
        self.opened.emit()
        self.amount.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _entitle(self) -> None:
        name = self._target.name or self.tr("choose a variant with ↑ ↓")
        match self._mode:
            case Changing():
                self.title.set_value(self.tr("Adjust {name}").format(name=name))
            case Counting(seen=seen):
                told = self.tr("{seen} on hand. Count {name}").format(name=name, seen=number_text(seen))
                self.title.set_value(told if self._target.sku else name)
            case _:
                assert_never(self._mode)

    def _submit(self) -> None:
        pieces = self.amount.pieces
        if self._sent or pieces is None:
            return
        if not self._target.sku:
            self._say(self.tr("Choose a variant with ↑ ↓ first."))
            return
        self._sent = self._command(pieces)
        self.wanted.emit(self._sent)

    def _command(self, pieces: int) -> AdjustStock | CountStock:
        match self._mode:
            case Changing():
                return AdjustStock(self._target.sku, pieces, self.reason.reason)
            case Counting(seen=seen):
                return CountStock(self._target.sku, pieces, seen, self.reason.reason)
            case _:
                assert_never(self._mode)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.title.setVisible(not text)

    def _close(self) -> None:
        self._sent = None
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.amount.returnPressed.connect(self._submit)
        self.amount.stepped.connect(self.stepped)
        field = self.reason.lineEdit()
        if field is not None:
            field.returnPressed.connect(self._submit)
        self._done.clicked.connect(self._submit)
        self._cancel.clicked.connect(self._close)

    def _lay_out(self, look: LiveLook) -> None:
        self.amount.setFixedWidth(look.scale.pixels(72))
        self.amount.setAccessibleName(self.tr("Pieces"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "low")
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.amount)
        row.addWidget(self.reason, 1)
        row.addWidget(self._done)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.message)

"""The strip in which a person sets what is kept back of a variant, and when it is low."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.domain.commands import SetLimits
from console.domain.outcomes import Accepted, Outcome
from console.domain.stock import MOST
from console.overriding import override
from console.ui.stock.numbers import VariantRow
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.outcomes import words_for

BY_RULE = -1


class LimitsStrip(QWidget):
    """Hidden until it is begun. `wanted` carries the command; whoever asks the desk gives the answer back."""

    wanted = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sku = ""
        self._sent: SetLimits | None = None
        self.buffer = NumberField(self.tr("Kept back"))
        self.low = NumberField(self.tr("Low at"), BY_RULE, MOST)
        self.low.setSpecialValueText(self.tr("by rule"))
        self.message = QLabel()
        self._done = WordButton(self.tr("Set"), Kind.PRIMARY)
        self._cancel = IconButton(look, "cross", self.tr("Cancel (Esc)"))
        self._lay_out()
        self._done.clicked.connect(self.submit)
        self._cancel.clicked.connect(self._close)
        self.hide()

    def begin(self, row: VariantRow, name: str) -> None:
        """Ask for the limits of this variant."""
        self._sku, self._sent = row.sku, None
        self.setAccessibleName(self.tr("Limits of {name}").format(name=name))
        self.buffer.setValue(row.buffer)
        self.low.setValue(BY_RULE if row.low is None else row.low)
        self._say("")
        self.show()
        self.opened.emit()
        self.buffer.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.buffer.selectAll()

    def submit(self) -> None:
        """Have them set."""
        if self._sent is None:
            low = None if self.low.value() == BY_RULE else self.low.value()
            self._sent = SetLimits(self._sku, self.buffer.value(), low)
            self.wanted.emit(self._sent)

    def answer(self, command: SetLimits, outcome: Outcome) -> None:
        """Take the desk's answer: close, or say what is wrong and keep what was typed."""
        if self._sent is not command:
            return
        self._sent = None
        if isinstance(outcome, Accepted):
            self._close()
        elif words := words_for(outcome):
            self._say(f"{words.title} {words.next_step}")

    def close_for(self, sku: str) -> None:
        """Leave, unless it is about this variant: another one is looked at."""
        if not self.isHidden() and sku != self._sku:
            self._close()

    def _close(self) -> None:
        self._sent = None
        self.hide()
        self.closed.emit()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets, Escape gives up."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.submit()
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "low")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(STEP // 2)
        for at, field in enumerate((self.buffer, self.low)):
            field.setMinimumWidth(STEP * 7)
            grid.addWidget(PlainLabel(field.accessibleName(), tone="muted", face="caption"), 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self._done, 1, 2)
        grid.addWidget(self._cancel, 1, 3)
        grid.addWidget(self.message, 2, 0, 1, 4)

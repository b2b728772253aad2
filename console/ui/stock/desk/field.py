"""The field in which a SKU is looked for; a sign where no word has begun changes the SKU that is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.overriding import override
from console.ui.words.money import MINUS

MOST_SEARCHED = 100
MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
SIGNS = {"-": -1, MINUS: -1, "+": 1}


class SkuField(QLineEdit):
    """`moved` carries an arrow for the list, `entered` is Enter, `changed_by` a sign (−1 or +1) that begins a change.

    A dash within a word, as in `SHIRT-M`, belongs to the word.
    """

    moved = Signal(QKeyEvent)
    entered = Signal()
    changed_by = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MOST_SEARCHED)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Code, barcode, SKU, name or pinyin"))
        self.setAccessibleName(self.tr("Find a SKU"))

    def begin(self) -> None:
        """Take the keyboard, ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = SIGNS.get(event.text())
        if event.key() in MOVES:
            self.moved.emit(event)
        elif event.key() in ENTERS:
            self.entered.emit()
        elif sign and self._between_words():
            self.changed_by.emit(sign)
        else:
            super().keyPressEvent(event)

    def _between_words(self) -> bool:
        """Whether what is typed now begins a word: at the beginning, in place of all, or behind a space."""
        before = self.text()[: self.selectionStart() if self.hasSelectedText() else self.cursorPosition()]
        return not before or before[-1].isspace()

"""The field for a number of pieces: digits, and for a change its sign."""

import re

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from console.overriding import override
from console.ui.words.money import MINUS

_MOST_DIGITS = 9
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AmountField(QLineEdit):
    """Holds a change such as +1, or a count such as 12. Up and down tell `stepped`: they choose a variant."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signed = True
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        pattern = rf"[+{MINUS}-]?[0-9]{{0,{_MOST_DIGITS}}}"
        self.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self))

    def begin_change(self, sign: int) -> None:
        """Offer one piece more (sign +1) or less (−1); digits that are typed take the place of the 1."""
        self._signed = True
        self.setText(f"{_sign(sign)}1")
        self.setSelection(1, 1)

    def begin_count(self) -> None:
        """Ask for a number of pieces."""
        self._signed = False
        self.clear()

    @property
    def pieces(self) -> int | None:
        """The number, or None while there is none."""
        digits = re.sub(r"[^0-9]", "", self.text())
        if not digits:
            return None
        return -int(digits) if self.text()[0] in {"-", MINUS} else int(digits)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A sign changes the sign wherever the cursor is."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        elif event.text() and event.text() in f"+-{MINUS}":
            self._turn(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)

    def _turn(self, sign: int) -> None:
        if not self._signed:
            return
        chosen = self.selectedText().isdecimal()
        digits = re.sub(r"[^0-9]", "", self.text())
        self.setText(f"{_sign(sign)}{digits}")
        if chosen:
            self.setSelection(1, len(digits))


def _sign(sign: int) -> str:
    return "+" if sign > 0 else MINUS

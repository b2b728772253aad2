"""One of a few: buttons, three in a row, of which one is down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from console.ui.widgets.buttons import WordButton

A_ROW = 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Choices(QWidget):
    """Shows names; `chosen` tells the value of the one that was pressed. The arrows go from one to the next."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.setColumnStretch(A_ROW, 1)
        for number, (_, words) in enumerate(choices):
            button = WordButton(words)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button, number)
            grid.addWidget(button, number // A_ROW, number % A_ROW)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    @property
    def buttons(self) -> Sequence[WordButton]:
        """The buttons, in their order."""
        return [button for button in self._group.buttons() if isinstance(button, WordButton)]

    def set_value(self, value: object) -> None:
        """Show this one as chosen; none, if it is not among them. Tab comes to it, or else to the first."""
        reached = self._values.index(value) if value in self._values else 0
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(self._values[number] == value)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == reached else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour, and choose it."""
        step = _STEPS.get(Qt.Key(event.key()))
        focused = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step is None or focused is None or not 0 <= focused + step < len(self.buttons):
            super().keyPressEvent(event)
            return
        self.buttons[focused + step].setFocus()
        self.buttons[focused + step].click()

"""The row of buttons under the counter, made of its actions."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.overriding import override
from console.ui.act import follow
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, Target, WordButton

LEAST = 3


class Buttons(QWidget):
    """A button for each action: with an icon where one is named, else with a word. The last ones give way."""

    def __init__(
        self, look: LiveLook, actions: Sequence[tuple[QAction, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        self._buttons = [_button(look, action, icon, word) for action, icon, word in actions]
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the first ones."""
        first = sum(button.sizeHint().width() + STEP // 2 for button in self._buttons[:LEAST])
        return QSize(first, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        left = self.width()
        for button in self._buttons:
            left -= button.sizeHint().width()
            button.setVisible(left >= 0)
            left -= STEP // 2


def _button(look: LiveLook, action: QAction, icon: str, word: str) -> IconButton | WordButton:
    button = IconButton(look, icon, action.text(), kind=Kind.NORMAL) if icon else WordButton(word)
    follow(button, action)
    Target(look, button)
    return button

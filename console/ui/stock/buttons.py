"""The row of buttons under the counter, made of its actions."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.act import follow
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, Target, WordButton


class Buttons(QWidget):
    """A button for each action: with an icon where one is named, else with a word."""

    def __init__(
        self, look: LiveLook, actions: Sequence[tuple[QAction, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        for action, icon, word in actions:
            row.addWidget(_button(look, action, icon, word))
        row.addStretch(1)


def _button(look: LiveLook, action: QAction, icon: str, word: str) -> IconButton | WordButton:
    button = IconButton(look, icon, action.text(), kind=Kind.NORMAL) if icon else WordButton(word)
    follow(button, action)
    Target(look, button)
    return button

"""The large buttons at the bottom: take, back, skip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.act import follow
from console.ui.style.grid import BREATH, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, Target, WordButton


class Controls(QWidget):
    """A row of buttons for actions that have keys. They take no focus: the space bar is the key of one of them."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(BREATH - RING, 0, BREATH - RING, 0)
        self._row.setSpacing(STEP)

    def add_button(self, action: QAction, words: str, kind: Kind) -> None:
        """Put a button at the end; the primary one is twice as wide."""
        button = WordButton(words, kind)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow(button, action)
        Target(self._look, button)
        self._row.addWidget(button, 2 if kind is Kind.PRIMARY else 1)

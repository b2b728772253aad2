"""What an empty panel says: what goes there, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.ui.style.grid import BREATH, STEP
from console.ui.widgets.buttons import Kind, WordButton


class EmptyState(QWidget):
    """One sentence and one button."""

    acted = Signal()

    def __init__(self, sentence: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setText(sentence)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("tone", "muted")
        button = WordButton(action, Kind.PRIMARY, self)
        button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, BREATH, BREATH, BREATH)
        column.setSpacing(STEP + 4)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

"""A field for a whole number: arrows step it, a wheel that passes over it does not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from console.ui.style.grid import STEP

MOST = 2**31 - 1


class NumberField(QSpinBox):
    """A number between two bounds, right-aligned; the keyboard's arrows and the page keys step it."""

    def __init__(self, words: str, low: int = 0, high: int = MOST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setAccessibleName(words)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The sheet cannot pad the line within a spin box.
        self.lineEdit().setTextMargins(STEP, 0, STEP, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll."""
        event.ignore()

"""A panel that is opened beside the others, and left by Escape."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from console.ui.widgets.panel import Panel


class DrawerPanel(Panel):
    """The ground of a drawer. `left` asks to close it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

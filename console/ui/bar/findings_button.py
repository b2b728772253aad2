"""The button that leads to the findings, while there are any."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton


class FindingsButton(IconButton):
    """Shows how many findings wait for a person; none takes no room."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, "warning", "", parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.hide()

    def set_count(self, count: int) -> None:
        """Show this many."""
        words = self.tr("%n finding(s) wait for you", "", count)
        self.setVisible(count > 0)
        self.setText(self.locale().toString(count))
        self.setAccessibleName(words)
        self.setToolTip(words)

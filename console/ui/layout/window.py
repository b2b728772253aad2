"""A window of its own for a panel."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.style.grid import STEP
from console.ui.widgets.panel import Panel


class PanelWindow(QWidget):
    """Holds a panel. It never takes the keyboard by appearing; closing it asks for the panel to be docked."""

    moved = Signal()
    dock_wanted = Signal()

    def __init__(self, panel: Panel, actions: Sequence[QAction], least: int) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumWidth(least)
        self.panel = panel
        self.addActions(actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.addWidget(panel)
        panel.show()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell it."""
        super().moveEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it."""
        super().resizeEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the panel to be docked."""
        event.ignore()
        self.dock_wanted.emit()

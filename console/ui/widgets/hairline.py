"""A hairline between two parts of a panel."""

from PySide6.QtWidgets import QFrame, QWidget

from console.ui.style.grid import HAIRLINE


def hairline(parent: QWidget) -> QFrame:
    """A line across, in the colour of lines."""
    line = QFrame(parent)
    line.setFixedHeight(HAIRLINE)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(line.palette().ColorRole.Mid)
    return line

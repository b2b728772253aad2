"""A bare window: told when it is painted."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.starts.telling import ended


class Window(QWidget):
    """An empty window."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Count as painted in the first turn of the loop after it."""
        QTimer.singleShot(0, lambda: ended(float(sys.argv[1])))


app = QApplication([])
window = Window()
window.resize(1600, 900)
window.show()
app.exec()

"""What a copied file says before it sends anything."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.ui.style.grid import RADIUS, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton


class HeldStrip(QWidget):
    """Tells that nothing is sent, leads to the differences, and lets a person send from here on."""

    differences_wanted = Signal()
    resumed = Signal()

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = QLabel()
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setText(
            self.tr(
                "This file was copied or restored. Nothing is sent to the shop until you have looked at what differs: "
                "another copy of it may have sold since."
            )
        )
        self.look_at = WordButton(self.tr("Look at the differences"))
        self.resume = WordButton(self.tr("Send from here on"), Kind.PRIMARY)
        self.look_at.clicked.connect(self.differences_wanted)
        self.resume.clicked.connect(self.resumed)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.look_at, 1)
        buttons.addWidget(self.resume, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        column.addWidget(words)
        column.addLayout(buttons)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the ground, with the edge of what wants attention."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(palette.low))
        painter.setBrush(QColor(palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(STEP, 0.5, -STEP, -0.5), RADIUS, RADIUS)

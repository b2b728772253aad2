"""One thing that was looked at: its shape, its words in full, the next step below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from console.domain.health import Check, State
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.checks import mark_of
from console.ui.widgets.shapes import paint_shape


class Mark(QWidget):
    """Shows the shape of a state."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = State.UNKNOWN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_value(self, state: State) -> None:
        """Show this state."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        """A square beside a line of text."""
        return QSize(self._look.scale.pixels(14), self._look.scale.pixels(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the shape."""
        side = self._look.scale.pixels(12)
        painter = QPainter(self)
        shape, colour = mark_of(self._state, self._look.palette)
        paint_shape(painter, shape, QRectF(0, (self.height() - side) / 2, side, side), colour)


class CheckLine(QWidget):
    """Shows one check with all its words; None shows nothing."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(look)
        self.words, self.step = prose(), prose("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.step)
        row.addLayout(column, 1)
        self.set_value(None)

    def set_value(self, check: Check | None) -> None:
        """Show this."""
        self.setVisible(check is not None)
        if check is None:
            return
        self._mark.set_value(check.state)
        self.words.setText(check.words)
        self.step.setText(check.next_step)
        self.step.setVisible(bool(check.next_step))
        self.setAccessibleName(f"{check.words} {check.next_step}".strip())


def prose(tone: str = "") -> QLabel:
    """A label of plain text that wraps."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
    return label

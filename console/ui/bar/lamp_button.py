"""A lamp that can be pressed while its connection is in trouble."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.ui.bar.lamp_sight import Sight
from console.ui.style.grid import RADIUS
from console.ui.style.look import LiveLook
from console.ui.widgets.lamp import Lamp, LampState, LampValue
from console.ui.widgets.plain_text import tooltip

_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class LampButton(Lamp):
    """Shows one sight. `retry` tells the connection that a person wants tried again now."""

    retry = Signal(str)

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, LampValue(LampState.OFF, ""), parent)
        self._sight = Sight(LampValue(LampState.OFF, ""), "")

    @property
    def sight(self) -> Sight:
        """What is shown."""
        return self._sight

    def show_sight(self, sight: Sight) -> None:
        """Show this."""
        if sight == self._sight:
            return
        self._sight = sight
        self.set_value(sight.value)
        hint = self.tr("Press to try again now.") if sight.retry else ""
        self.setToolTip(tooltip("\n".join(part for part in (sight.words, hint) if part)))
        self.setAccessibleDescription(sight.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sight.retry else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if sight.retry else Qt.CursorShape.ArrowCursor)

    def press(self) -> None:
        """Have the connection tried again, if that can help."""
        if self._sight.retry:
            self.retry.emit(self._sight.retry)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click presses it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.press()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar press it, once."""
        if event.key() in _KEYS and not event.isAutoRepeat():
            self.press()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lamp and, around the keyboard, a ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.palette.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 2, RADIUS - 2)

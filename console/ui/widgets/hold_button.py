"""A button for what must be meant: held for a second, or pressed twice."""

from time import monotonic

import msgspec
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.ui.style.grid import RADIUS
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton

HOLD_MS = 1_000
AGAIN_MS = 2_000
TOO_SOON_MS = 300
_FRAME_MS = 33
_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class HoldValue(msgspec.Struct, frozen=True):
    """What the button does, in words, and the words that ask for the second press."""

    words: str
    again: str
    kind: Kind = Kind.NORMAL


class HoldButton(WordButton):
    """Emits `meant` once it was held for a second, or pressed again within two seconds, but not by a double click."""

    meant = Signal()

    def __init__(self, look: LiveLook, value: HoldValue, parent: QWidget | None = None) -> None:
        super().__init__(value.words, value.kind, parent)
        self._look = look
        self._value = value
        self._pressed_at = 0.0
        self._hold = self._timer(HOLD_MS, self._mean)
        self._again = self._timer(AGAIN_MS, self._show_words)
        self._deaf = self._timer(AGAIN_MS, self._show_words)
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self.update)

    def _timer(self, interval: int, act: object) -> QTimer:
        timer = QTimer(self, interval=interval, singleShot=True)
        timer.timeout.connect(act)
        return timer

    def set_meaning(self, value: HoldValue) -> None:
        """Do this from now on. What was begun for another meaning is forgotten, and the next press waits a while."""
        if value == self._value:
            return
        self._value = value
        self._stop()
        self._deaf.start()
        self.setProperty("kind", value.kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_words()

    @property
    def asking(self) -> bool:
        """Whether a second press is waited for."""
        return self._again.isActive()

    def tap(self) -> None:
        """Press and let go, as a shortcut does."""
        if self.isEnabled():
            self._press()
            self._let_go()

    def _press(self) -> None:
        soon = (monotonic() - self._pressed_at) * 1000 < TOO_SOON_MS
        if self._deaf.isActive() or soon:
            return
        self._pressed_at = monotonic()
        if self.asking:
            self._mean()
            return
        self._hold.start()
        self._frames.start()

    def _let_go(self) -> None:
        if self._hold.isActive():
            self._stop()
            self._again.start()
            self._show_words()

    def _mean(self) -> None:
        self._stop()
        self._deaf.start()
        self._show_words()
        self.meant.emit()

    def _stop(self) -> None:
        for timer in (self._hold, self._again, self._frames):
            timer.stop()
        self.update()

    def _show_words(self) -> None:
        self.set_value(self._value.again if self.asking else self._value.words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to hold."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop holding."""
        super().mouseReleaseEvent(event)
        self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to hold by Enter; the space bar belongs to the rundown."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._press()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop holding."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is not looked at is not meant."""
        super().focusOutEvent(event)
        self._stop()
        self._show_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and, while it is held, how long it was."""
        super().paintEvent(event)
        if not self._hold.isActive():
            return
        share = min(1.0, (monotonic() - self._pressed_at) * 1000 / HOLD_MS)
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.ground if self._value.kind is Kind.PRIMARY else palette.accent))
        inner = QRectF(self.rect()).adjusted(RADIUS, self.height() - 7, -RADIUS, -4)
        painter.drawRoundedRect(QRectF(inner.left(), inner.top(), inner.width() * share, inner.height()), 1.5, 1.5)

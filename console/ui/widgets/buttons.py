"""Buttons: with words, in four kinds, or with an icon alone."""

from enum import StrEnum

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

from console.ui.style.density import Density
from console.ui.style.grid import RADIUS, RING
from console.ui.style.look import LiveLook
from console.ui.widgets.icons import icon
from console.ui.widgets.plain_text import one_line, tooltip

_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Kind(StrEnum):
    """How much a button asks for attention."""

    NORMAL = "normal"
    PRIMARY = "primary"
    DANGER = "danger"
    QUIET = "quiet"


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if the key is Enter, but not again while it is held; whether it was that key."""
    if event.key() not in _ENTERS:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class WordButton(QPushButton):
    """A button with plain words; an ampersand is one. Enter presses it, as the space bar does."""

    def __init__(self, words: str, kind: Kind = Kind.NORMAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind.value)
        self.set_value(words)

    def set_value(self, words: str) -> None:
        """Show these words."""
        line = one_line(words)
        self.setText(line.replace("&", "&&"))
        self.setAccessibleName(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, once."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and, within a filled one that has the keyboard, a ring: no border stands out from it."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("kind") == Kind.PRIMARY:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.Window), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), RADIUS - 3, RADIUS - 3)


class IconButton(QToolButton):
    """A button with an icon; its words are its tooltip and its name for screen readers. Enter presses it too."""

    def __init__(
        self, look: LiveLook, name: str, words: str, parent: QWidget | None = None, *, kind: Kind = Kind.QUIET
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._drawn_for = 0.0
        self.setProperty("kind", kind.value)
        self.setToolTip(tooltip(words))
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_value(self, name: str) -> None:
        """Show the icon of this name."""
        self._name = name
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, once."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, with the icon drawn anew if this has come to a screen with other device pixels."""
        if self._drawn_for != self.devicePixelRatioF():
            self._restyle()
        super().paintEvent(event)

    def _restyle(self) -> None:
        self._drawn_for = self.devicePixelRatioF()
        palette, side = self._look.palette, self._look.scale.pixels(18)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon(self._name, palette.text, palette.line, side, self._drawn_for))


class Target(QObject):
    """Has a button be a large target wherever the layout wants those, for as long as it lives."""

    def __init__(self, look: LiveLook, button: QAbstractButton) -> None:
        super().__init__(button)
        self._look = look
        self._button = button
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        size = "large" if self._look.density is Density.ROOMY else ""
        if size != (self._button.property("target") or ""):
            self._button.setProperty("target", size)
            self._button.style().unpolish(self._button)
            self._button.style().polish(self._button)

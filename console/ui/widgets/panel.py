"""The frame of a panel: a title, a caption, its actions, its body; a ring when the keyboard is in it."""

from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from console.ui.style.grid import RADIUS, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel_head import PanelHead


class Panel(QWidget):
    """Frames one body."""

    def __init__(self, look: LiveLook, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._focused = False
        self.head = PanelHead(look, title)
        self._stack = QStackedLayout()
        self._body = QWidget()
        self._empty = QWidget()
        self._lay_out()
        self.setAccessibleName(title)
        look.changed.connect(self.update)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._focus_moved)

    def set_caption(self, text: str) -> None:
        """Show a few muted words beside the title."""
        self.head.caption.set_value(text)

    def add_action(self, action: QWidget) -> None:
        """Put a button at the right end of the title."""
        self.head.add_action(action)

    def set_body(self, body: QWidget) -> None:
        """Frame this widget."""
        self._body = self._put(self._body, body)

    def set_empty(self, empty: EmptyState) -> None:
        """Give the words for when there is nothing to show."""
        self._empty = self._put(self._empty, empty)

    def show_empty(self, *, empty: bool) -> None:
        """Show the words for nothing, or the body; the keyboard stays within the panel, on its list."""
        wanted = self._empty if empty else self._body
        keyboard = cast("QWidget | None", self.window().focusWidget())
        within = keyboard is not None and self.isAncestorOf(keyboard) and self._stack.currentWidget() is not wanted
        self._stack.setCurrentWidget(wanted)
        listed = self.focusProxy()
        if within and not empty and listed is not None:
            listed.setFocus()

    def _put(self, before: QWidget, after: QWidget) -> QWidget:
        current = self._stack.currentWidget() is before
        self._stack.removeWidget(before)
        before.deleteLater()
        self._stack.addWidget(after)
        if current:
            self._stack.setCurrentWidget(after)
        return after

    def _lay_out(self) -> None:
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, STEP, RING, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.head)
        column.addLayout(self._stack, 1)

    @property
    def focused(self) -> bool:
        """Whether the keyboard is in this panel."""
        return self._focused

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        focused = now is not None and self.isAncestorOf(now)
        if focused != self._focused:
            self._focused = focused
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - mostly covered by the body
        """Paint the ground of the panel and, around the keyboard, the ring."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(palette.accent), RING) if self._focused else QPen(QColor(palette.panel), RING)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.panel))
        inset = RING / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

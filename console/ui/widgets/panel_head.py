"""The head of a panel: title, or tabs where a column is shared; caption, buttons; it can be dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from console.ui.style.density import Density
from console.ui.style.grid import BREATH, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.tabs import Tabs


class PanelHead(QWidget):
    """Shows what the panel is. With a menu it can be dragged: `dragged` and `dropped` tell where on the desktop."""

    menu_wanted = Signal(QPoint)
    tab_wanted = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    doubly_clicked = Signal()

    def __init__(self, look: LiveLook, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._taken: QPoint | None = None
        self._dragging = False
        self.title = PlainLabel(title, face="strong")
        self.caption = PlainLabel(tone="muted", face="caption")
        self.menu: IconButton | None = None
        self._tabs = Tabs()
        self._actions = QHBoxLayout()
        self._spare: list[QWidget] = []
        self._lay_out()
        self._tabs.wanted.connect(self.tab_wanted)
        look.changed.connect(self._relook)
        self._relook()

    def _lay_out(self) -> None:
        self._actions.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(BREATH - RING, 0, STEP, 0)
        row.setSpacing(STEP)
        row.addWidget(self.title)
        row.addWidget(self._tabs, 100)
        row.addWidget(self.caption)
        row.addStretch(1)
        row.addLayout(self._actions)

    def _relook(self) -> None:
        self.setMinimumHeight(self._look.scale.pixels(20) + STEP)
        for action in self._spare:
            action.setVisible(self.menu is None or self._look.density is not Density.STAGE)

    def add_action(self, action: QWidget) -> None:
        """Put a button at the right end, before the menu's."""
        self._actions.insertWidget(self._actions.count() - (self.menu is not None), action)
        self._spare.append(action)

    def add_menu(self, words: str) -> None:
        """Offer a menu of these words, and be dragged."""
        button = self.menu = IconButton(self._look, "more", words)
        button.clicked.connect(lambda: self.menu_wanted.emit(button.mapToGlobal(button.rect().bottomLeft())))
        self._actions.addWidget(button)

    def set_tabs(self, titles: Sequence[str], at: int) -> None:
        """Show tabs in place of the title, this one in front; none show the title."""
        self._tabs.set_value(titles, at)
        self.title.setVisible(not titles)
        self.caption.setVisible(not titles)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the panel by its head."""
        if self.menu is not None and event.button() is Qt.MouseButton.LeftButton:
            self._taken = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, once it is clear that this is meant."""
        at = event.globalPosition().toPoint()
        if self._taken is None:
            return
        if not self._dragging and (at - self._taken).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        dragging, self._taken, self._dragging = self._dragging, None, False
        self.unsetCursor()
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell it."""
        if self.menu is not None and event.button() is Qt.MouseButton.LeftButton:
            self.doubly_clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu where the pointer is."""
        if self.menu is not None:
            self.menu_wanted.emit(event.globalPos())

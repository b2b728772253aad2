"""A page beside the panels: a drawer at the right edge, for which they make room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class DrawerFrame(QWidget):
    """Shows one page at a time. Escape leaves it; the focus goes back to where it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._before: QWidget | None = None
        self.hide()

    def open_page(self, page: QWidget) -> None:
        """Show this page; the same page again closes it."""
        if self._page is page and self.isVisible():
            self.close_page()
            return
        if not self.isVisible():
            self._before = self.window().focusWidget()
        if self._page is not None and self._page is not page:
            self._page.hide()
            self._column.removeWidget(self._page)
        self._page = page
        self.setProperty("beside", page.property("beside"))
        self._column.addWidget(page)
        page.show()
        self.show()
        self.window().activateWindow()
        page.setFocus()

    def close_page(self) -> None:
        """Leave the page."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape, if the page did not want it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

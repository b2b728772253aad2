"""A page over the panels: a drawer at the right edge that leaves the rest in view."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.style.grid import STEP

WIDEST = 760


class Overlay(QWidget):
    """Shows one page at a time over its parent, at the right. Escape leaves it; the focus goes back to where it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(STEP, 0, 0, 0)
        self._page: QWidget | None = None
        self._before: QWidget | None = None
        parent.installEventFilter(self)
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
        self._column.addWidget(page)
        page.show()
        self._fit()
        self.show()
        self.raise_()
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the right edge of the panels."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width = min(WIDEST, max(self._over.width() * 6 // 10, 420))
        self.setGeometry(self._over.width() - width, 0, width, self._over.height())

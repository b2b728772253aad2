"""The tabs of what shares a place: side by side where there is room, else the one in front with a menu of the rest."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget


class Tabs(QWidget):
    """Shows titles, one of them in front. `wanted` tells the number of one that was pressed."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[QToolButton] = []
        self._one = tab_of("")
        self._one.setCheckable(True)
        self._one.setChecked(True)
        self._one.clicked.connect(self._pop_up)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._one)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_value(self, titles: Sequence[str], at: int) -> None:
        """Show these titles, this one in front; none take no room."""
        for tab in self._tabs:
            tab.hide()
            tab.deleteLater()
        self._tabs = [tab_of(title) for title in titles]
        for number, tab in enumerate(self._tabs):
            tab.setCheckable(True)
            tab.setChecked(number == at)
            tab.clicked.connect(partial(self._want, number))
            self._row.insertWidget(number, tab)
        if titles:
            self._one.setText(f"{titles[at]}  ▾".replace("&", "&&"))
            self._one.setAccessibleName(titles[at])
        self.setVisible(bool(titles))
        self._fit()

    def _pop_up(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, tab in enumerate(self._tabs):
            menu.addAction(tab.text()).triggered.connect(partial(self._want, number))
        self._one.setChecked(True)
        menu.popup(self._one.mapToGlobal(self._one.rect().bottomLeft()))

    def _want(self, number: int, *_checked: bool) -> None:
        self.wanted.emit(number)

    def _fit(self) -> None:
        whole = sum(tab.sizeHint().width() for tab in self._tabs) <= self.width()
        for tab in self._tabs:
            tab.setVisible(whole)
        self._one.setVisible(not whole and bool(self._tabs))

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        widths = [tab.sizeHint().width() for tab in self._tabs]
        return QSize(sum(widths), self._one.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: even one gives way."""
        return QSize(self.fontMetrics().horizontalAdvance("MMMM"), self._one.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()


def tab_of(title: str) -> QToolButton:
    """A tab with a title."""
    tab = QToolButton()
    tab.setText(title.replace("&", "&&"))
    tab.setAccessibleName(title)
    tab.setProperty("kind", "tab")
    tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return tab

"""The menus of the panels: one for each, in its head, and one for all in the bar."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from console.ui.act import key_text
from console.ui.layout.keys import Keys
from console.ui.layout.values import Layout, LayoutName, PanelName
from console.ui.layout.words import layout_words, panel_words, tr


def pop_up_panel(keys: Keys, layout: Layout, name: PanelName, at: QPoint, parent: QWidget) -> QMenu:
    """Offer what can be done with one panel."""
    menu = _menu("panel-menu", parent)
    floats = name in layout.floating
    _row(menu, tr("Dock") if floats else tr("In a window of its own"), keys.float[name])
    _row(menu, tr("Hide"), keys.show[name])
    menu.addSeparator()
    if not floats:
        menu.addActions(keys.of_panel)
    menu.addAction(keys.full)
    menu.popup(at)
    return menu


def pop_up_all(keys: Keys, layout: Layout, current: LayoutName, at: QPoint, parent: QWidget) -> QMenu:
    """Offer the layouts, and each panel to be shown, hidden or floated."""
    menu = _menu("panels-menu", parent)
    menu.addSection(tr("Layout"))
    for which, action in keys.layouts.items():
        _row(menu, layout_words(which), action, ticked=which is current)
    menu.addAction(keys.reset)
    menu.addSection(tr("Panels"))
    for name, action in keys.show.items():
        _row(menu, panel_words(name), action, ticked=name in layout.shown)
    menu.addSection(tr("In a window of its own"))
    for name, action in keys.float.items():
        _row(menu, panel_words(name), action, ticked=name in layout.floating)
    menu.addAction(keys.dock_all)
    menu.addSeparator()
    menu.addAction(keys.full)
    menu.popup(at)
    return menu


def _menu(name: str, parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _row(menu: QMenu, words: str, action: QAction, *, ticked: bool | None = None) -> None:
    """A row that does what the action does, in shorter words, with its key."""
    row = menu.addAction(f"{words}\t{key_text(action)}")
    row.setEnabled(action.isEnabled())
    row.triggered.connect(action.trigger)
    if ticked is not None:
        row.setCheckable(True)
        row.setChecked(ticked)

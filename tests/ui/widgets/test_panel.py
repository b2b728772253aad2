"""A panel frames its body, shows where the keyboard is, and says how to begin."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import WordButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel import Panel
from console.ui.widgets.tabs import Tabs

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", "does not support raise", "does not support grabbing"
)  # an offscreen screen has no size hints


def test_the_ring_is_around_the_panel_that_has_the_keyboard(qtbot: QtBot, look: LiveLook) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    panels, fields = [Panel(look, "A"), Panel(look, "B")], [QLineEdit(), QLineEdit()]
    for panel, field in zip(panels, fields, strict=True):
        panel.set_body(field)
        row.addWidget(panel)
    window.show()
    qtbot.waitActive(window).__enter__()
    fields[1].setFocus()
    qtbot.waitUntil(fields[1].hasFocus)
    assert [panel.focused for panel in panels] == [False, True]
    middles = [panel.grab().toImage().pixelColor(panel.width() // 2, 0) for panel in panels]
    assert [colour == QColor(look.palette.accent) for colour in middles] == [False, True]


def test_an_empty_panel_shows_its_sentence_and_its_button_acts(qtbot: QtBot, look: LiveLook) -> None:
    panel, body, empty = Panel(look, "Queue"), QLineEdit(), EmptyState("Nothing here yet.", "Choose")
    qtbot.addWidget(panel)
    panel.set_body(body)
    panel.set_empty(empty)
    panel.show()
    assert (body.isVisible(), empty.isVisible()) == (True, False)
    panel.show_empty(empty=True)
    assert (body.isVisible(), empty.isVisible()) == (False, True)
    button = empty.findChild(WordButton)
    assert isinstance(button, WordButton)
    with qtbot.waitSignal(empty.acted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_panel_has_a_name_for_screen_readers(qtbot: QtBot, look: LiveLook) -> None:
    panel = Panel(look, "Queue")
    qtbot.addWidget(panel)
    assert panel.accessibleName() == "Queue"


def test_tabs_are_side_by_side_where_there_is_room_and_a_menu_where_there_is_not(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tabs = Tabs(window)
    tabs.set_value(["Queue", "Chat & more"], 1)
    window.show()
    told: list[int] = []
    tabs.wanted.connect(told.append)
    tabs.resize(600, 40)
    shown = {tab.text(): tab for tab in tabs.findChildren(QToolButton) if tab.isVisible()}
    assert list(shown) == ["Queue", "Chat && more"]
    assert [tab.isChecked() for tab in shown.values()] == [False, True]
    QTest.mouseClick(shown["Queue"], Qt.MouseButton.LeftButton)
    assert told == [0]
    tabs.resize(60, 40)
    (one,) = [tab for tab in tabs.findChildren(QToolButton) if tab.isVisible()]
    assert one.accessibleName() == "Chat & more"
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    menu = tabs.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Queue", "Chat && more"]
    menu.actions()[0].trigger()
    menu.close()
    assert told == [0, 0]


def test_a_head_shows_its_title_again_when_it_shares_no_more(qtbot: QtBot, look: LiveLook) -> None:
    panel = Panel(look, "Queue")
    qtbot.addWidget(panel)
    panel.show()
    panel.head.set_tabs(["Queue", "Chat"], 0)
    assert not panel.head.title.isVisible()
    panel.head.set_tabs((), 0)
    assert panel.head.title.isVisible()

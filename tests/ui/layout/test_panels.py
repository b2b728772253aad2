"""Panels are resized, hidden, moved, folded and floated, and none is ever lost."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.domain.commands import Pin, Take, Unpin
from console.ui.layout.changing import shares_of
from console.ui.layout.values import PanelName
from console.ui.style.density import Density
from console.ui.style.look import Look
from console.ui.style.palette import DARK
from console.ui.style.type_scale import type_scale
from tests.ui.layout.conftest import Console

RUNDOWN, QUEUE, STOCK, CHAT = PanelName
OFFSCREEN = ("propagateSizeHints", "does not support raise", "does not support grabbing")
ALL_DOCKED = ((RUNDOWN,), (QUEUE,), (STOCK,), (CHAT,))


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Type a key where the keyboard is."""
    keyboard = QApplication.focusWidget()
    assert keyboard is not None
    QTest.keyClick(keyboard, key, modifiers)


def test_four_panels_are_side_by_side_at_first(console: Console) -> None:
    assert console.columns() == ALL_DOCKED
    assert all(panel.isVisible() for panel in console.panels.values())


def test_the_keyboard_begins_on_the_segments(console: Console) -> None:
    assert QApplication.focusWidget() is console.view.rundown.segments


@pytest.mark.parametrize("name", PanelName)
def test_a_panel_is_hidden_and_shown_by_one_act(console: Console, name: PanelName) -> None:
    console.do(f"view.show_{name}")
    assert not console.panels[name].isVisible()
    assert len(console.columns()) == 3
    console.do(f"view.show_{name}")
    assert console.panels[name].isVisible()
    assert console.columns() == ALL_DOCKED


def test_the_last_panel_cannot_be_hidden(console: Console) -> None:
    for name in (RUNDOWN, QUEUE, CHAT):
        console.do(f"view.show_{name}")
    assert not console.places.keys.show[STOCK].isEnabled()
    console.do("view.show_stock")
    assert console.view.stock.isVisible()


def test_the_key_of_a_hidden_panel_brings_it_back(console: Console) -> None:
    console.do("view.show_chat")
    press(Qt.Key.Key_F5)
    assert console.view.chat.isVisible()
    assert console.view.chat.focused


def test_the_keyboard_goes_to_another_panel_when_its_own_is_hidden(console: Console) -> None:
    console.arrangement.go(QUEUE)
    console.arrangement.go(CHAT)
    console.do("view.show_chat")
    assert console.view.queue.focused


def test_a_panel_moves_by_keys(console: Console) -> None:
    console.arrangement.go(STOCK)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert console.columns() == ((RUNDOWN,), (STOCK,), (QUEUE,), (CHAT,))
    assert console.view.stock.focused


def test_a_panel_grows_and_shrinks_by_keys(console: Console) -> None:
    console.arrangement.go(STOCK)
    before = console.view.stock.width()
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    wider = console.view.stock.width()
    assert wider > before
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert console.view.stock.width() < wider


def test_a_handle_that_is_dragged_resizes_two_panels(console: Console) -> None:
    handle = console.places.room.columns.handle(1)
    before = console.view.rundown.width()
    middle = QPoint(handle.width() // 2, handle.height() // 2)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    assert console.view.rundown.width() > before
    shares = shares_of(console.places.layouts.layout, PanelName)  # type: ignore[arg-type]
    assert shares[RUNDOWN] == pytest.approx(1000 * console.view.rundown.width() / 1560, abs=8)


def drag(head: QWidget, to: QPoint) -> None:
    """Drag a panel by its head to a point of the desktop."""
    QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    QTest.mouseMove(head, QPoint(60, 10))
    QTest.mouseMove(head, head.mapFromGlobal(to))
    QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=head.mapFromGlobal(to))


def test_a_panel_is_put_elsewhere_by_dragging_its_head(console: Console) -> None:
    chat, queue = console.view.chat, console.view.queue
    drag(chat.head, queue.mapToGlobal(QPoint(10, 200)))
    assert console.columns() == ((RUNDOWN,), (CHAT,), (QUEUE,), (STOCK,))


def test_a_panel_that_is_dragged_to_the_right_lands_where_the_mark_was(console: Console) -> None:
    rundown, chat = console.view.rundown, console.view.chat
    drag(rundown.head, chat.mapToGlobal(QPoint(10, 200)))
    assert console.columns() == ((QUEUE,), (STOCK,), (RUNDOWN,), (CHAT,))


def test_a_panel_that_is_let_go_outside_floats_there(console: Console) -> None:
    chat = console.view.chat
    there = console.stage.mapToGlobal(QPoint(console.stage.width() + 200, 300))
    drag(chat.head, there)
    assert console.places.layouts.layout.floating == (CHAT,)
    assert console.window(CHAT).geometry().contains(there)


def test_a_click_on_a_head_moves_nothing(console: Console) -> None:
    QTest.mouseClick(console.view.chat.head, Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    assert console.columns() == ALL_DOCKED


def test_a_floating_panel_has_a_window_that_says_the_mode(console: Console) -> None:
    console.do("view.float_chat")
    window = console.window(CHAT)
    assert window.isVisible()
    assert window.windowTitle() == "ON AIR – Chat – Evening show – Cuedesk"
    assert console.columns() == ((RUNDOWN,), (QUEUE,), (STOCK,))
    console.do("view.float_chat")
    assert console.columns() == ALL_DOCKED
    assert not window.isVisible()


def test_a_floating_panel_appears_on_the_other_screen_and_takes_no_keyboard(console: Console) -> None:
    console.arrangement.go(STOCK)
    console.do("view.float_chat")
    window = console.window(CHAT)
    assert window.x() >= 1920
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert console.view.stock.focused
    assert QApplication.activeWindow() is console.stage


def test_a_panel_floats_beside_a_window_that_is_maximised_elsewhere_than_it_was(console: Console) -> None:
    console.stage.setGeometry(1920, 0, 1366, 768)
    console.stage.setWindowState(Qt.WindowState.WindowMaximized)
    console.stage.setGeometry(1920, 0, 1366, 768)
    console.do("view.float_chat")
    assert console.window(CHAT).geometry().right() < 1920


def test_the_keyboard_goes_with_the_panel_that_it_is_in(console: Console, qtbot: QtBot) -> None:
    console.arrangement.go(QUEUE)
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console.window(QUEUE))
    assert console.view.queue.focused
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console.stage)
    assert console.view.queue.focused


def test_the_keys_of_the_window_work_in_a_floating_panel(console: Console, qtbot: QtBot) -> None:
    console.arrangement.go(QUEUE)
    console.do("view.float_queue")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console.window(QUEUE))
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_P)
    assert [type(command) for command in console.line.asked if isinstance(command, Take | Pin | Unpin)] in (
        [Take, Pin],
        [Take, Unpin],
    )
    press(Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console.stage)
    assert console.view.stock.focused


def test_space_takes_from_the_window_while_the_run_of_show_floats(console: Console) -> None:
    console.arrangement.go(STOCK)
    console.do("view.float_rundown")
    press(Qt.Key.Key_Space)
    assert [type(command) for command in console.line.asked] == [Take]


def test_a_drawer_that_is_wanted_in_a_floating_panel_opens_in_the_window(console: Console, qtbot: QtBot) -> None:
    console.arrangement.go(QUEUE)
    console.do("view.float_queue")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console.window(QUEUE))
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console.stage)
    assert console.view.drawers.frame.isVisible()


def test_closing_a_floating_panel_docks_it(console: Console) -> None:
    console.do("view.float_chat")
    console.window(CHAT).close()
    assert console.columns() == ALL_DOCKED
    assert console.view.chat.isVisible()


def test_a_panel_floats_by_a_double_click_on_its_head(console: Console) -> None:
    QTest.mouseDClick(console.view.chat.head, Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    assert console.places.layouts.layout.floating == (CHAT,)


def test_where_every_panel_floats_the_window_says_so_and_docks_them(console: Console) -> None:
    for name in PanelName:
        console.do(f"view.float_{name}")
    assert console.columns() == ()
    empty = console.places.room._empty
    assert empty is not None
    assert empty.isVisible()
    empty.acted.emit()
    assert console.columns() == ALL_DOCKED
    assert not empty.isVisible()


def test_every_panel_is_docked_by_one_act(console: Console) -> None:
    console.do("view.float_chat")
    console.do("view.show_queue")
    console.do("view.dock_all")
    assert console.columns() == ALL_DOCKED


def test_a_narrow_window_folds_and_its_tabs_turn(console: Console) -> None:
    console.stage.resize(960, 700)
    assert console.columns() == ((RUNDOWN,), (QUEUE, CHAT), (STOCK,))
    chat, queue = console.view.chat, console.view.queue
    assert (chat.isVisible(), queue.isVisible()) == (True, False)
    chat.head.tab_wanted.emit(0)
    assert (chat.isVisible(), queue.isVisible()) == (False, True)
    assert queue.focused
    console.stage.resize(1600, 700)
    assert console.columns() == ALL_DOCKED
    assert queue.focused


def test_the_key_of_a_panel_that_is_folded_behind_brings_it_in_front(console: Console) -> None:
    console.stage.resize(960, 700)
    press(Qt.Key.Key_F3)
    assert console.view.queue.isVisible()
    assert console.view.queue.focused


@pytest.mark.parametrize("name", PanelName)
def test_the_keyboard_stays_where_it_is_while_the_window_folds(console: Console, name: PanelName) -> None:
    console.arrangement.go(name)
    for width in (960, 700, 960, 1600, 700, 1600):
        console.stage.resize(width, 700)
        assert console.panels[name].focused


@pytest.mark.parametrize("name", PanelName)
def test_the_keyboard_stays_where_it_is_while_text_grows_and_shrinks(console: Console, name: PanelName) -> None:
    console.stage.resize(1366, 740)
    console.arrangement.go(name)
    for factor in (1.25, 1.75, 2.0, 1.25, 1.0):
        console.look.set_value(Look(DARK, type_scale("linux", factor)))
        QApplication.processEvents()
        assert console.panels[name].focused


@pytest.mark.parametrize(
    ("key", "columns", "density"),
    [
        (Qt.Key.Key_1, ((RUNDOWN,), (STOCK,)), Density.STAGE),
        (Qt.Key.Key_2, ((QUEUE,), (STOCK,), (CHAT,)), Density.ROOMY),
        (Qt.Key.Key_3, ALL_DOCKED, Density.COMPACT),
    ],
)
def test_each_layout_is_one_key_away(
    console: Console, key: Qt.Key, columns: tuple[tuple[PanelName, ...], ...], density: Density
) -> None:
    press(key, Qt.KeyboardModifier.ControlModifier)
    assert console.columns() == columns
    assert console.look.density is density


def test_what_was_changed_by_hand_belongs_to_its_layout(console: Console) -> None:
    console.do("view.show_chat")
    console.do("view.layout_assistant")
    assert console.columns() == ((QUEUE,), (STOCK,), (CHAT,))
    console.do("view.layout_operator")
    assert console.columns() == ((RUNDOWN,), (QUEUE,), (STOCK,))
    console.do("view.reset_layout")
    assert console.columns() == ALL_DOCKED


def test_a_layout_closes_the_windows_that_it_does_not_have(console: Console) -> None:
    console.do("view.float_chat")
    window = console.window(CHAT)
    console.do("view.layout_anchor")
    assert not window.isVisible()
    console.do("view.layout_operator")
    assert console.window(CHAT).isVisible()


@pytest.mark.qt_log_ignore(*OFFSCREEN)
def test_the_menu_of_a_panel_floats_and_hides_it(console: Console, qtbot: QtBot) -> None:
    menu_button = console.view.chat.head.menu
    assert menu_button is not None
    menu_button.click()
    menu = console.view.findChild(QMenu, "panel-menu")
    assert isinstance(menu, QMenu)
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words[:2] == ["In a window of its own", "Hide"]
    menu.actions()[1].trigger()
    menu.close()
    assert not console.view.chat.isVisible()
    qtbot.waitUntil(lambda: console.view.findChild(QMenu, "panel-menu") is None)


@pytest.mark.qt_log_ignore(*OFFSCREEN)
def test_the_menu_of_the_bar_has_every_layout_and_every_panel(console: Console) -> None:
    console.do("view.show_chat")
    console.view.bar.panels.click()
    menu = console.view.findChild(QMenu, "panels-menu")
    assert isinstance(menu, QMenu)
    ticked = [action.text().partition("\t")[0] for action in menu.actions() if action.isChecked()]
    assert ticked == ["Operator", "Run of show", "Queue", "Stock"]
    next(action for action in menu.actions() if action.text().startswith("Chat")).trigger()
    menu.close()
    assert console.columns() == ALL_DOCKED


@pytest.mark.parametrize("width", [1600, 1366, 700, 480])
def test_an_open_drawer_leaves_what_is_on_air_in_sight(console: Console, width: int) -> None:
    console.stage.resize(width, 700)
    console.arrangement.go(CHAT)
    console.view.drawers.open_orders()
    assert console.view.stock.isVisible()
    assert console.view.stock.width() >= min(280, width // 3)
    console.view.drawers.frame.close_page()
    assert console.view.chat.focused

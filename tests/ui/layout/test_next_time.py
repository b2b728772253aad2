"""Where everything was comes back next time, on the screens that there are."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.ui.layout.desktop import normal_area, put_back
from console.ui.layout.memory import Memory
from console.ui.layout.values import Frame, LayoutName, PanelName
from console.ui.stage import Stage
from console.ui.style.look import LiveLook
from tests.ui.layout.conftest import TWO, Console, Desktop

RUNDOWN, QUEUE, STOCK, CHAT = PanelName


def test_a_floating_panel_comes_back_where_it_was(console: Console) -> None:
    console.do("view.float_chat")
    console.window(CHAT).setGeometry(2100, 60, 500, 600)
    console.do("view.show_queue")
    console.again()
    assert console.columns() == ((RUNDOWN,), (STOCK,))
    assert console.window(CHAT).geometry().getRect() == (2100, 60, 500, 600)


def test_a_window_that_comes_back_takes_no_keyboard(console: Console) -> None:
    console.do("view.float_chat")
    console.again()
    assert console.window(CHAT).isVisible()
    assert QApplication.activeWindow() is console.stage


def test_the_layout_and_the_widths_come_back(console: Console) -> None:
    console.do("view.layout_assistant")
    console.arrangement.go(STOCK)
    console.do("view.make_wider")
    width = console.view.stock.width()
    console.again()
    assert console.places.layouts.name is LayoutName.ASSISTANT
    assert console.view.stock.width() == width


def test_it_is_kept_a_moment_after_a_change_not_at_the_end_only(console: Console, qtbot: QtBot) -> None:
    console.do("view.show_chat")
    qtbot.waitUntil(console.path.exists)
    assert b'"shown": false' in console.path.read_bytes()


@pytest.mark.parametrize("torn", [b"", b'{"current": "oper', b"\x00" * 400, b'{"screens": {"a": {"layouts": 3}}}'])
def test_a_torn_file_is_the_layout_as_at_first(console: Console, torn: bytes) -> None:
    console.do("view.float_chat")
    console.close()
    console.path.write_bytes(torn)
    console.open()
    assert console.columns() == ((RUNDOWN,), (QUEUE,), (STOCK,), (CHAT,))


def test_a_file_that_cannot_be_written_is_told_once_and_hurts_nothing(console: Console, tmp_path: Path) -> None:
    console.path.mkdir()
    console.do("view.show_chat")
    console.places.keep()
    assert [notice[0] for notice in console.acts.notices] == ["layout"]
    assert not console.view.chat.isVisible()
    assert tmp_path.exists()


def test_a_screen_that_goes_leaves_its_window_on_one_that_is_there(console: Console, desktop: Desktop) -> None:
    console.do("view.float_chat")
    console.window(CHAT).setGeometry(2100, 60, 500, 600)
    console.places.keep()
    desktop.screens = TWO[:1]
    console.places._see_screens()
    frame = console.window(CHAT).geometry()
    assert 0 <= frame.x() <= 1920 - frame.width()
    assert (frame.width(), frame.height()) == (500, 600)


def test_a_screen_that_comes_back_gets_its_window_back(console: Console, desktop: Desktop) -> None:
    console.do("view.float_chat")
    console.window(CHAT).setGeometry(2100, 60, 500, 600)
    console.places.keep()
    desktop.screens = TWO[:1]
    console.places._see_screens()
    console.places.keep()
    desktop.screens = TWO
    console.places._see_screens()
    assert console.window(CHAT).geometry().getRect() == (2100, 60, 500, 600)


def test_what_the_system_moves_while_a_screen_goes_is_not_taken_for_the_person_s_wish(
    console: Console, desktop: Desktop
) -> None:
    console.do("view.float_chat")
    console.window(CHAT).setGeometry(2100, 60, 500, 600)
    console.places.keep()
    desktop.screens = TWO[:1]
    console.window(CHAT).setGeometry(0, 0, 500, 600)
    console.do("view.make_wider")
    console.places.keep()
    console.places._see_screens()
    console.close()
    desktop.screens = TWO
    console.open()
    assert console.window(CHAT).geometry().getRect() == (2100, 60, 500, 600)


def test_a_start_without_the_second_screen_has_the_panel_on_the_first(console: Console, desktop: Desktop) -> None:
    console.do("view.float_chat")
    console.window(CHAT).setGeometry(2100, 60, 500, 600)
    console.close()
    desktop.screens = TWO[:1]
    console.open()
    assert console.window(CHAT).geometry().right() < 1920


def test_the_window_itself_comes_back_where_it_was(qtbot: QtBot, look: LiveLook, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "layouts.json")
    screen = QApplication.primaryScreen().availableGeometry()
    stage = Stage(look)
    qtbot.addWidget(stage)
    key = f"{screen.width()}x{screen.height()}{screen.x():+}{screen.y():+}"
    memory.keep(key, Frame(20, 30, 600, 500), memory.layout(key, LayoutName.OPERATOR))
    put_back(stage, memory)
    assert stage.geometry().getRect() == (20, 30, 600, 500)
    memory.keep(key, Frame(20, 30, 600, 500, wide=True), memory.layout(key, LayoutName.OPERATOR))
    put_back(stage, memory)
    assert stage.isMaximized()


def test_a_first_start_on_a_small_screen_is_maximised(qtbot: QtBot, look: LiveLook) -> None:
    stage = Stage(look)
    qtbot.addWidget(stage)
    screen = QApplication.primaryScreen().availableGeometry()
    put_back(stage, Memory())
    assert stage.isMaximized() == (screen.width() < 1600 or screen.height() < 940)


def test_a_maximised_window_is_kept_on_the_screen_that_it_fills() -> None:
    here, before = QRect(0, 0, 1920, 1080), QRect(20, 30, 600, 500)
    assert normal_area(here, before) == before
    assert normal_area(here.translated(1920, 0), before) == here.translated(1920, 0)
    assert normal_area(here, QRect()) == here

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from console.app import Program
from console.domain.commands import AdjustStock, GoLive, ImportRundown, Pin, QueueProducts, SaveProduct, Take, Unpin
from console.domain.money import Money
from console.domain.products import Opening, Product, Variant
from console.domain.show import Mode
from console.imports.clock_times import Studio
from console.imports.rundown import read_rundown
from console.preferences import Preferences, preferences_file, read_preferences
from console.ui.console_view import ConsoleView
from console.ui.deeds import Deeds
from console.ui.every_act import EVERY
from console.ui.layout.memory import Memory
from console.ui.layout.values import PanelName
from console.ui.live_preferences import LivePreferences
from console.ui.rundown.model import Asked
from console.ui.rundown.row_painter import RowPainter
from console.ui.stage import Stage
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme, palette_of
from tests.ui.conftest import EVENING, NO_PICTURES, SAMPLE, FakeActs, FakeLine
from tests.ui.whole import start_page

MARKUP = "<b>free</b><img src=file:///etc/passwd>"


@pytest.fixture
def running(line: FakeLine) -> FakeLine:
    from zoneinfo import ZoneInfo

    rundown = read_rundown(SAMPLE / "rundown.csv", Studio(EVENING.date(), ZoneInfo("UTC")), line.show.owners.get)
    for command in (ImportRundown("r", "0" * 64, rundown.segments), GoLive(), Take()):
        line.decide(command)
    line.asked.clear()
    return line


@pytest.fixture
def view(qtbot: QtBot, running: FakeLine, acts: FakeActs, look: LiveLook) -> ConsoleView:
    view = ConsoleView(acts, look, running.clock, NO_PICTURES)
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    acts.settle()
    qtbot.waitUntil(lambda: view.rundown.focused)
    return view


@pytest.mark.parametrize("panel", ["rundown", "queue", "stock", "chat"])
def test_space_takes_the_next_segment_from_every_panel(view: ConsoleView, running: FakeLine, panel: str) -> None:
    view.chat._pages.setCurrentWidget(view.chat.view)
    view.places.arrangement.go(PanelName(panel))
    before = running.show.live
    QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Space)
    assert [type(command) for command in running.asked] == [Take]
    assert running.show.live != before


def test_space_is_a_space_where_one_types(view: ConsoleView, running: FakeLine) -> None:
    view.chat._words.setFocus()
    QTest.keyClick(view.chat._words, Qt.Key.Key_Space)
    assert view.chat._words.text() == " "
    assert running.asked == []


def test_space_presses_a_button_that_has_the_keyboard(view: ConsoleView, running: FakeLine) -> None:
    view.bar.go.setFocus()
    QTest.keyClick(view.bar.go, Qt.Key.Key_Space)
    assert not any(isinstance(command, Take) for command in running.asked)


def test_a_drawer_covers_no_panel_and_gives_its_room_back(view: ConsoleView) -> None:
    room = view.places.room
    columns = room.columns.columns
    for opening in openings(view):
        opening()
        assert view.drawers.frame.isVisible()
        assert not room.columns.geometry().intersects(view.drawers.frame.geometry())
        assert view.stock.isVisible()
    QTest.keyClick(view.drawers.frame, Qt.Key.Key_Escape)
    assert not view.drawers.frame.isVisible()
    assert room.columns.width() == room.width()
    assert room.columns.columns == columns


def openings(view: ConsoleView) -> list[Callable[[], None]]:
    drawers = view.drawers
    return [
        *(drawers.open_orders, drawers.open_findings, drawers.open_finder),
        *(drawers.open_products_import, drawers.open_rundown_import),
    ]


def test_every_key_is_on_the_sheet(view: ConsoleView) -> None:
    view.open_keys()
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    for words in ("Take the next segment", "Import products", "Search the chat", "Count"):
        assert words in shown


def test_no_label_of_the_window_reads_markup(view: ConsoleView, running: FakeLine, acts: FakeActs) -> None:
    product = Product("evil", MARKUP, (Variant("EVIL", Money(100, "USD"), options=(MARKUP,)),), MARKUP, MARKUP)
    running.decide(SaveProduct(product, (Opening("EVIL", 3),)))
    running.decide(QueueProducts(("evil",)))
    acts.settle()
    for opening in openings(view):
        opening()
    rich = [label for label in view.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText]
    assert [label.text() for label in rich if label.text()] == []
    tips = [widget.toolTip() for widget in view.findChildren(QWidget) if "<img" in widget.toolTip()]
    assert tips == []


def test_a_show_on_air_is_left_by_closing_twice(
    qtbot: QtBot, running: FakeLine, acts: FakeActs, look: LiveLook
) -> None:
    stage = Stage(look)
    qtbot.addWidget(stage)
    view = ConsoleView(Deeds(acts.bridge, stage.notices), look, running.clock, NO_PICTURES)
    stage.set_console(view)
    acts.settle()
    assert view.mode is Mode.ON_AIR
    stage.closeEvent(QCloseEvent())
    assert (stage.closed, stage.notices.keys) == (False, ("closing",))
    stage.closeEvent(QCloseEvent())
    assert stage.closed


def test_what_kept_a_file_closed_is_told_until_one_opens(qtbot: QtBot, look: LiveLook) -> None:
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.tell("show.cuedesk is open in another console (process 7).", "Close it and try again.")
    assert stage.notices.keys == ("session",)
    stage.tell_opened()
    assert list(stage.notices.keys) == []


def test_the_theme_is_a_key_away_and_so_is_larger_text(qtbot: QtBot, look: LiveLook) -> None:
    preferences = LivePreferences()
    stage = Stage(look, preferences)
    qtbot.addWidget(stage)
    doing = {action.objectName(): action for action in stage.actions()}
    doing["look.change_theme"].trigger()
    assert preferences.value.theme == "light"
    for _ in range(9):
        doing["look.enlarge_text"].trigger()
    assert preferences.value.text == 2
    doing["look.reduce_text"].trigger()
    assert preferences.value.text == 1.75
    doing["look.reset_text"].trigger()
    assert preferences.value.text == 1


def test_a_chosen_key_works_and_its_hints_follow(view: ConsoleView, running: FakeLine) -> None:
    view.keymap.bind(EVERY["queue.explain"], "F8")
    view.places.arrangement.go(PanelName("queue"))
    QTest.keyClick(view.queue.view, Qt.Key.Key_Return)
    assert running.asked == []
    QTest.keyClick(view.queue.view, Qt.Key.Key_F8)
    assert [type(command) for command in running.asked] in ([Pin], [Unpin])
    tips = [button.toolTip() for button in view.queue.findChildren(QToolButton)]
    assert any("Explain now, or stop (F8)" in tip for tip in tips)


def test_two_keystrokes_still_move_stock_by_another_first_key(
    view: ConsoleView, running: FakeLine, acts: FakeActs
) -> None:
    running.decide(Pin(running.show.queue[3].id))
    acts.settle()
    running.asked.clear()
    view.keymap.bind(EVERY["stock.take_away"], "M")
    view.places.arrangement.go(PanelName("stock"))
    view.stock.body.table.step(1)
    QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_M)
    QTest.keyClicks(view.stock.body.strip.amount, "3")
    QTest.keyClick(view.stock.body.strip.amount, Qt.Key.Key_Return)
    (command,) = running.asked
    assert isinstance(command, AdjustStock)
    assert command.delta == -3


def test_the_start_page_has_the_chosen_keys(qtbot: QtBot, look: LiveLook) -> None:
    stage = Stage(look, LivePreferences(Preferences(keys={"start.rehearse": ("F9",)})))
    qtbot.addWidget(stage)
    page = start_page(look)
    stage.set_page(page)
    keys = {action.objectName(): action.shortcut().toString() for action in page.actions()}
    assert (keys["start.rehearse"], keys["start.open_file"]) == ("F9", "Ctrl+O")


def test_what_a_row_asks_for_names_the_key_of_now(view: ConsoleView) -> None:
    painter = view.rundown.segments.itemDelegate()
    assert isinstance(painter, RowPainter)
    view.keymap.bind(EVERY["rundown.remove_segment"], "F9")
    assert painter._second_key(Asked.REMOVE) == "F9 again to remove"
    view.rundown.edit()
    view.keymap.bind(EVERY["segment.save"], "F7")
    assert "(F7)" in view.rundown.editor._save_button.toolTip()


def test_the_window_wears_what_is_preferred_at_once_and_keeps_it(qtbot: QtBot, look: LiveLook) -> None:
    preferences = LivePreferences()
    stage = Stage(look, preferences)
    qtbot.addWidget(stage)
    program = Program(stage, look, preferences, Memory())
    preferences.change(text=2.0, theme="light", motion="reduced")
    assert (look.scale.factor, look.palette, look.calm) == (2.0, palette_of(Theme.LIGHT), True)
    assert read_preferences(preferences_file()).text == 2.0
    preferences.change(text=1.0, theme="dark")
    assert look.scale.factor == 1.0
    del program


def test_preferences_that_cannot_be_kept_are_worn_and_told(
    qtbot: QtBot, look: LiveLook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _chosen: Preferences) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("console.app.write_preferences", full)
    preferences = LivePreferences()
    stage = Stage(look, preferences)
    qtbot.addWidget(stage)
    program = Program(stage, look, preferences, Memory())
    preferences.change(motion="reduced")
    assert look.calm
    assert stage.notices.keys == ("preferences",)
    del program


def test_the_start_page_does_not_keep_the_title_of_the_show_before(qtbot: QtBot, look: LiveLook) -> None:
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.setWindowTitle("ON AIR – Evening – Cuedesk")
    stage.set_page(QWidget())
    assert stage.windowTitle() == "Cuedesk"

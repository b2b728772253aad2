"""Ctrl+K finds every command of the program and does it; it says why one cannot be done."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from console.domain.commands import Pin, StopSale, Take, Unpin
from console.domain.products import Product
from console.ui.commanding import Commanding, pages_of
from console.ui.commands.despite import command_of
from console.ui.commands.entry import Entry, Kind
from console.ui.commands.palette import CommandPalette
from console.ui.every_act import EVERY
from console.ui.layout.values import PanelName
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.whole import Whole


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    return Whole(qtbot, line, acts, look)


def opened(whole: Whole) -> Commanding:
    whole.view.open_palette()
    assert whole.view.tools._commanding
    return whole.view.tools._commanding


def shown(palette: CommandPalette) -> list[str]:
    return [entry.words for entry in palette.model.rows]


def entry(palette: CommandPalette, name: str) -> Entry:
    return next(each for each in palette.model.rows if each.name == name)


def type_and_enter(palette: CommandPalette, text: str) -> None:
    QTest.keyClicks(palette.field, text)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_every_act_is_found_by_its_words_also_of_drawers_never_opened(whole: Whole) -> None:
    commanding = opened(whole)
    names = {each.name for each in commanding.acts.entries()}
    wanted = {act.id for act in EVERY.values() if act.place != "start" and not act.fixed} - {"palette.open"}
    assert names == wanted
    for act in EVERY.values():
        if act.id in wanted:
            commanding.palette.field.setText(act.words)
            assert act.id in [each.name for each in commanding.palette.model.rows], act.words


def test_what_may_not_air_is_aired_with_a_reason_after_an_exclamation_mark(whole: Whole) -> None:
    item = whole.line.show.queue[-1]
    whole.line.decide(StopSale(whole.line.show.products[item.product].skus, "wait"))
    whole.line.asked.clear()
    whole.acts.settle()
    palette = opened(whole).palette
    palette.field.setText("!")
    (only,) = (each for each in palette.model.rows if each.name == f"pin {item.id}")
    assert (only.kind, only.detail, bool(only.why)) == (Kind.DESPITE, "its sale is stopped: wait", True)
    palette.field.setText("! ")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert whole.line.asked == []
    type_and_enter(palette, "the next box is here")
    whole.acts.settle()
    assert whole.line.asked == [command_of(palette.model.rows[0], "the next box is here")]
    assert command_of(only, "so") == Pin(item.id, "so")


def test_it_opens_by_its_key_and_gives_the_keyboard_back(whole: Whole) -> None:
    before = whole.stage.focusWidget()
    QTest.keyClick(before, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = opened_already(whole)
    assert palette.field.hasFocus()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert whole.stage.focusWidget() is before


def opened_already(whole: Whole) -> CommandPalette:
    commanding = whole.view.tools._commanding
    assert commanding
    assert commanding.palette.isVisible()
    return commanding.palette


def test_escape_empties_what_was_typed_first(whole: Whole) -> None:
    palette = opened(whole).palette
    QTest.keyClicks(palette.field, "mo")
    assert "Esc clears" in palette._told.text()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert (palette.field.text(), palette.isVisible()) == ("", True)
    assert "Esc leaves" in palette._told.text()


def test_enter_does_the_command(whole: Whole) -> None:
    type_and_enter(opened(whole).palette, "take the next")
    assert [type(command) for command in whole.line.asked] == [Take]


def test_a_command_of_a_list_is_done_there(whole: Whole) -> None:
    whole.view.queue.choose(whole.line.show.queue[4].id)
    type_and_enter(opened(whole).palette, "explain now")
    assert whole.line.asked == [Pin(whole.line.show.queue[4].id)]


def test_pin_finds_what_explains_an_item(whole: Whole) -> None:
    palette = opened(whole).palette
    QTest.keyClicks(palette.field, "pin")
    assert entry(palette, "queue.explain").words == "Explain now, or stop"


def test_a_command_of_a_drawer_opens_it_first(whole: Whole) -> None:
    type_and_enter(opened(whole).palette, "new product")
    editor = whole.view.drawers._editor
    assert editor
    assert editor.isVisible()


def test_what_cannot_be_done_says_why_and_is_not_done(whole: Whole) -> None:
    whole.line.decide(Unpin())
    whole.acts.settle()
    whole.line.asked.clear()
    palette = opened(whole).palette
    QTest.keyClicks(palette.field, "take pieces away")
    counter_s = entry(palette, "stock.take_away")
    assert counter_s.why == "Nothing is pinned: pin an item in the queue."
    palette.list.setCurrentIndex(palette.model.index(list(palette.model.rows).index(counter_s)))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert "pin an item" in palette._told.value
    assert whole.line.asked == []


def test_a_page_that_must_be_written_on_first_is_named(whole: Whole) -> None:
    palette = opened(whole).palette
    palette.field.setText("save the segment")
    assert "edit one, or add one" in entry(palette, "segment.save").why


def test_the_keys_shown_are_those_of_now(whole: Whole) -> None:
    whole.view.keymap.bind(EVERY["stock.count"], "F9")
    palette = opened(whole).palette
    palette.field.setText("count")
    assert entry(palette, "stock.count").keys == "F9"


def test_a_code_is_two_keystrokes_and_enter_away(whole: Whole) -> None:
    item = next(each for each in whole.line.show.queue if each.code == "12")
    type_and_enter(opened(whole).palette, "12")
    assert whole.view.queue.view.current()
    row = whole.view.queue.view.current()
    assert row
    assert row.item == item.id
    assert whole.view.queue.focused


def test_a_segment_is_gone_to(whole: Whole) -> None:
    segment = whole.line.show.segments[3]
    type_and_enter(opened(whole).palette, segment.title)
    row = whole.view.rundown.segments.current
    assert row
    assert row.id == segment.id


def test_products_of_the_catalogue_are_found_in_the_file(whole: Whole, qtbot: QtBot) -> None:
    known = whole.line.show.products[whole.line.show.queue[0].product]
    whole.line.catalogue["rare"] = Product("rare", "Rare orchid", known.variants)
    palette = opened(whole).palette
    QTest.keyClicks(palette.field, "orchid")
    assert shown(palette) == []
    qtbot.waitUntil(lambda: shown(palette) == ["Rare orchid"], timeout=5_000)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    finder = whole.view.drawers._product_finder
    assert finder
    assert finder.isVisible()


def test_a_late_answer_is_dropped(whole: Whole) -> None:
    commanding = opened(whole)
    whole.line.catalogue["rare"] = Product("rare", "Rare orchid", ())
    QTest.keyClicks(commanding.palette.field, "orchid")
    asked = commanding._asked
    QTest.keyClicks(commanding.palette.field, "x")
    whole.acts.start(commanding._finds("orchid", asked), "late")
    assert commanding._products == ()


def test_what_was_done_last_comes_first_and_next_time_too(whole: Whole) -> None:
    palette = opened(whole).palette
    type_and_enter(palette, "larger text")
    assert whole.view.keymap.preferences.value.commands == ("look.enlarge_text",)
    whole.view.open_palette()
    assert palette.model.rows[0].name == "look.enlarge_text"


def test_a_click_elsewhere_closes_it_and_keeps_the_keyboard_there(whole: Whole) -> None:
    palette = opened(whole).palette
    whole.view.chat._words.setFocus()
    assert not palette.isVisible()
    assert whole.view.chat._words.hasFocus()


def test_arrows_move_and_the_chosen_row_is_told(whole: Whole) -> None:
    palette = opened(whole).palette
    QAbstractItemModelTester(palette.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    second = palette.model.rows[1]
    assert second.words in palette.field.accessibleDescription()
    assert palette.field.hasFocus()


def test_a_palette_by_itself_tells_that_nothing_is_called_so(qtbot: QtBot, look: LiveLook) -> None:
    window = QPushButton()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    palette = CommandPalette(look, window)
    palette.open()
    palette.field.setText("xyzzy")
    palette.show_entries(())
    assert palette._told.value == "Nothing is called that."
    palette.show_entries([Entry(Kind.ACT, "a.b", "<b>Bold</b>\nline")])
    model: QAbstractItemModel = palette.model
    assert "<b>" not in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_every_command_has_an_action_a_page_or_a_reason(whole: Whole) -> None:
    lost = []
    for each in opened(whole).acts.entries():
        action = whole.view.tools._commanding.acts._find(each.name) if whole.view.tools._commanding else None
        place = each.name.partition(".")[0]
        if action is None and not each.why and place not in pages_of(whole.view):
            lost.append(each.name)
        if each.why == "This cannot be done now.":
            lost.append(f"{each.name}: no reason")
    assert lost == [], lost


@pytest.mark.parametrize(
    "place", ["orders", "findings", "outbox", "connections", "preflight", "finder", "done", "claims"]
)
def test_a_page_is_opened_for_its_commands(whole: Whole, place: str) -> None:
    pages_of(whole.view)[place]()
    assert whole.view.drawers.frame.isVisible()
    commanding = opened(whole)
    made = {action.objectName().partition(".")[0] for action in commanding._actions()}
    assert place in made


def test_it_opens_from_a_panel_s_own_window_and_goes_back_there(whole: Whole, qtbot: QtBot) -> None:
    whole.view.places.arrangement.float(PanelName.QUEUE)
    view = whole.view.queue.view
    qtbot.waitUntil(lambda: view.window() is not whole.stage and view.isVisible(), timeout=5_000)
    view.window().activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus, timeout=5_000)
    QTest.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = opened_already(whole)
    qtbot.waitUntil(palette.field.hasFocus, timeout=5_000)
    type_and_enter(palette, "explain now")
    qtbot.waitUntil(view.hasFocus, timeout=5_000)
    assert [type(command) for command in whole.line.asked] == [Unpin]

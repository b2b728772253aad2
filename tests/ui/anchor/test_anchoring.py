"""The anchor's window follows the show, leaves the keyboard alone, and comes back as it was left."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.chat import ChatLine
from console.domain.commands import AdjustStock, EndShow, HearChat, Take
from console.domain.status import FileState, FileStatus
from console.preferences import Bookmark, Monitor
from console.ui.act import Act
from console.ui.anchor import acts as anchor_acts
from console.ui.anchor.anchoring import Anchoring
from console.ui.anchor.monitors import name_of
from console.ui.anchor.reel import Spot
from console.ui.anchor.sight import StockSign
from console.ui.commands.palette import CommandPalette
from console.ui.console_acts import ANCHOR
from console.ui.console_view import ConsoleView
from tests.ui.conftest import FakeActs, FakeLine


def texts(anchoring: Anchoring) -> list[str]:
    return [each.text for each in anchoring.window.prompter.script]


def do(anchoring: Anchoring, act: Act) -> None:
    anchoring.actions[act.id].trigger()


def told(anchoring: Anchoring, acts: FakeActs) -> None:
    """Let the window hear the desk, and its clock tick."""
    acts.settle()
    anchoring._show_time()


def test_f6_opens_it_and_closes_it(view: ConsoleView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_F6)
    assert view.anchoring.open
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_F6)
    assert not view.anchoring.open


def test_it_says_to_the_system_that_it_takes_no_keyboard(anchoring: Anchoring) -> None:
    window = anchoring.window
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.focusPolicy() is Qt.FocusPolicy.NoFocus
    for child in (window.board, window.prompter, window.strip):
        assert child.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_escape_and_the_cross_close_it(anchoring: Anchoring) -> None:
    QTest.keyClick(anchoring.window, Qt.Key.Key_Escape)
    assert not anchoring.open
    anchoring.show()
    anchoring.window.close()
    assert not anchoring.open


def test_closed_it_looks_at_nothing(anchoring: Anchoring) -> None:
    anchoring.close()
    assert not anchoring._tick.isActive()
    assert not anchoring._keep.isActive()


def test_the_script_follows_the_ledger(anchoring: Anchoring, playing: FakeLine, acts: FakeActs) -> None:
    assert texts(anchoring)[1] == "Here she is: $59.90, was $75.00."
    assert texts(anchoring)[3] == "还有331件。"
    assert anchoring.window.prompter.script[2].why == "331 left"
    playing.decide(AdjustStock(playing.show.products["linen-shirt"].skus[0], -1, "broken"))
    told(anchoring, acts)
    assert texts(anchoring)[3] == "还有330件。"


def test_that_stock_runs_out_is_shown_at_once(anchoring: Anchoring, playing: FakeLine, acts: FakeActs) -> None:
    skus = playing.show.products["linen-shirt"].skus
    for left, sign in ((4, StockSign.LOW), (0, StockSign.SOLD_OUT), (300, StockSign.PLENTY)):
        for sku, wanted in zip(skus, (left, *[0] * len(skus)), strict=False):
            playing.decide(AdjustStock(sku, wanted - playing.show.stock[sku].on_hand, "count"))
        acts.settle()
        assert anchoring.window.board.sign is sign


def test_the_number_is_a_dash_while_the_file_is_not_known(
    anchoring: Anchoring, playing: FakeLine, acts: FakeActs
) -> None:
    playing.tell(FileStatus("show", FileState.TROUBLE, "The disk does not answer.", "Look."))
    told(anchoring, acts)
    assert texts(anchoring)[3] == "还有–件。"
    playing.tell(FileStatus("show", FileState.SAVED))
    told(anchoring, acts)
    assert texts(anchoring)[3] == "还有331件。"


def test_a_segment_that_goes_live_brings_its_script_at_once(
    anchoring: Anchoring, playing: FakeLine, acts: FakeActs
) -> None:
    do(anchoring, anchor_acts.FORTH)
    playing.decide(Take())
    acts.settle()
    assert texts(anchoring) == ["Good night, everybody."]
    assert anchoring.window.prompter.spot == Spot()


def test_the_place_in_the_script_survives_a_restart_of_the_same_segment(
    view: ConsoleView, anchoring: Anchoring, playing: FakeLine
) -> None:
    for _ in range(3):
        do(anchoring, anchor_acts.FORTH)
    do(anchoring, anchor_acts.FASTER)
    anchoring.close()
    kept = view.keymap.preferences.value.prompter
    assert kept.at == Bookmark(playing.show.segments[0].id, playing.show.aired[0].began, 3, 0.0)
    again = Anchoring(view._acts, view.standings, view._look, playing.clock, view.keymap, view)
    again.show()
    assert (again.window.prompter.spot, again.window.prompter.pace) == (Spot(3), 145)
    again.end()


def test_the_place_of_another_airing_is_not_taken(view: ConsoleView, playing: FakeLine) -> None:
    preferences = view.keymap.preferences
    earlier = playing.show.aired[0].began - timedelta(days=1)
    kept = preferences.value.prompter
    preferences.change(
        prompter=type(kept)(kept.pace, kept.pedal, Bookmark(playing.show.segments[0].id, earlier, 3, 0.5))
    )
    view.anchoring.show()
    assert view.anchoring.window.prompter.spot == Spot()
    view.anchoring.close()


def test_what_was_chosen_is_remembered_for_the_monitor(view: ConsoleView, anchoring: Anchoring) -> None:
    for act in (anchor_acts.SCRIPT_ONLY, anchor_acts.MIRROR, anchor_acts.FLIP):
        do(anchoring, act)
    name = name_of(QGuiApplication.primaryScreen())
    assert view.keymap.preferences.value.anchor == {name: Monitor(True, True, True, True)}
    assert anchoring.window.board.script_only
    assert anchoring.window.prompter.mirrored
    assert anchoring.window.strip.flipped


def test_on_the_only_screen_it_does_not_cover_the_main_window_until_it_is_told_to(anchoring: Anchoring) -> None:
    assert not anchoring.window.isFullScreen()
    do(anchoring, anchor_acts.FILL)
    assert anchoring.window.isFullScreen()
    do(anchoring, anchor_acts.FILL)
    assert not anchoring.window.isFullScreen()


def test_the_question_asked_most_is_shown_until_it_is_answered(
    anchoring: Anchoring, playing: FakeLine, acts: FakeActs
) -> None:
    asked = tuple(
        ChatLine("T", f"{at}", f"u{at}", "Ana", text, playing.now)
        for at, text in enumerate(["when do you ship?", "does it run small?", "Does this run small?"])
    )
    playing.decide(HearChat(asked))
    told(anchoring, acts)
    assert anchoring.window.board.sight.question == "Does this run small?"
    assert anchoring.window.board.sight.asked_by == "ASKED BY 2"
    do(anchoring, anchor_acts.ANSWERED)
    assert anchoring.window.board.sight.question == "when do you ship?"
    do(anchoring, anchor_acts.ANSWERED)
    assert not anchoring.actions[anchor_acts.ANSWERED.id].isEnabled()


def test_the_strip_tells_whether_the_script_ends_in_time(
    anchoring: Anchoring, playing: FakeLine, acts: FakeActs
) -> None:
    assert "to spare" in anchoring.window.strip.words
    assert "1 struck" in anchoring.window.strip.words
    playing.pass_time(minutes=6)
    told(anchoring, acts)
    assert "too long" in anchoring.window.strip.words


def test_keys_run_it_and_change_its_pace(view: ConsoleView, anchoring: Anchoring) -> None:
    prompter = anchoring.window.prompter
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert prompter.running
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert (prompter.running, prompter.pace) == (False, 135)


def test_a_pedal_moves_it_only_where_that_is_wanted(view: ConsoleView, anchoring: Anchoring) -> None:
    prompter = anchoring.window.prompter
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    before = prompter.running
    do(anchoring, anchor_acts.PEDAL)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert (before, prompter.running) == (False, True)
    anchoring.close()
    assert not anchoring.actions[anchor_acts.PEDAL_RUN.id].isEnabled()


def test_a_show_without_a_rundown_has_nothing_to_say(anchoring: Anchoring, playing: FakeLine, acts: FakeActs) -> None:
    playing.decide(Take())
    playing.decide(EndShow())
    told(anchoring, acts)
    assert texts(anchoring) == []
    assert anchoring.window.strip.words == "no script"


@pytest.mark.parametrize("act", [each for each in anchor_acts.PROMPTER if each.id != anchor_acts.PEDAL.id])
def test_closed_no_key_of_it_works_and_each_says_why(view: ConsoleView, act: Act) -> None:
    action = view.anchoring.actions[act.id]
    assert not action.isEnabled()
    assert action.whatsThis()


def test_a_line_is_found_by_its_words_and_gone_to(view: ConsoleView, anchoring: Anchoring, qtbot: QtBot) -> None:
    view.open_palette()
    palette = view.findChild(CommandPalette)
    assert palette is not None
    palette.field.setText("thank you")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: anchoring.window.prompter.line == 5)


def test_it_is_found_by_its_words(view: ConsoleView) -> None:
    assert ANCHOR.id in {action.objectName() for action in view.actions()}

"""The stock counter: what its keys ask for, and what it shows."""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.actors import Actor, Role
from console.domain.commands import (
    AdjustStock,
    CountStock,
    HoldStock,
    Pin,
    SeeLevels,
    SeeOrders,
    SetRelease,
    SettleFinding,
    StopSale,
    UndoMove,
    Unpin,
)
from console.domain.findings import Settlement
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus, StockLevel
from console.ui.stock.panel import StockPanel
from console.ui.stock.story import Asked
from tests.ui.conftest import SHOP, FakeActs, FakeLine

K = Qt.Key
M = "SHIRT-WHITE-M"
OTHER = Actor("ben", Role.ASSISTANT, "desk 2")


def press(panel: StockPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.focusWidget(), key)


def type_in(panel: StockPanel, text: str) -> None:
    QTest.keyClicks(panel.focusWidget(), text)


def sell(line: FakeLine, sku: str, pieces: int, ref: str = "1") -> None:
    lines = (OrderLine(sku, pieces),)
    snapshot = OrderSnapshot("shop", ref, f"#{ref}", OrderStatus.PLACED, line.now, 1, lines, Money(5990, "USD"))
    line.decide(SeeOrders("shop", (snapshot,)), SHOP)


def large(panel: StockPanel) -> str:
    return panel.body.left.counter.accessibleName()


def adjusted(acts: FakeActs) -> list[object]:
    return [command for command in acts.asked if isinstance(command, AdjustStock | CountStock | UndoMove)]


def test_all_variants_are_shown_first_with_their_sum(panel: StockPanel) -> None:
    assert large(panel) == "331"
    assert panel.body.headline.title.value == "Linen shirt 亚麻衬衫"
    assert panel.body.headline.price.value == "$59.90"
    assert panel.body.headline.was.value == "$75.00"


def test_arrows_choose_a_variant_and_its_number_is_the_large_one(panel: StockPanel) -> None:
    press(panel, K.Key_Down, K.Key_Down)
    assert panel.body.table.sku == M
    assert large(panel) == "120"


def test_two_keys_add_a_piece(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Plus, K.Key_Return)
    acts.settle()
    assert acts.asked == [AdjustStock(M, 1, "correction")]
    assert panel.body.strip.isHidden()
    assert large(panel) == "121"


def test_two_keys_take_a_piece(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Minus, K.Key_Return)
    assert acts.asked == [AdjustStock(M, -1, "correction")]


def test_digits_take_the_place_of_the_one_and_a_sign_can_still_be_changed(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Plus)
    type_in(panel, "12-")
    press(panel, K.Key_Return)
    assert acts.asked == [AdjustStock(M, -12, "correction")]


def test_the_reason_used_last_is_offered_first(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Minus, K.Key_Tab)
    panel.body.strip.reason.setEditText("fell off the table")
    press(panel, K.Key_Return)
    press(panel, K.Key_Minus, K.Key_Return)
    assert acts.asked == [AdjustStock(M, -1, "fell off the table")] * 2


def test_escape_changes_nothing(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Plus, K.Key_Escape)
    assert acts.asked == []
    assert panel.body.strip.isHidden()
    assert panel.body.table.hasFocus()


def test_with_all_variants_chosen_a_change_asks_for_one_first(panel: StockPanel, acts: FakeActs) -> None:
    press(panel, K.Key_Plus, K.Key_Return)
    assert acts.asked == []
    assert "Choose a variant" in panel.body.strip.message.text()
    press(panel, K.Key_Down, K.Key_Down, K.Key_Return)
    assert acts.asked == [AdjustStock(M, 1, "correction")]


def test_a_refused_change_stays_open_with_what_was_typed(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Minus)
    type_in(panel, "121")
    press(panel, K.Key_Return)
    assert not panel.body.strip.isHidden()
    assert panel.body.strip.amount.pieces == -121
    assert "120" in panel.body.strip.message.text()
    assert len(acts.notices) == 1


def test_a_change_begun_for_one_product_never_reaches_the_next_one(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Minus)
    acts.line.decide(Pin(acts.line.show.queue[1].id))
    acts.settle()
    press(panel, K.Key_Return)
    assert adjusted(acts) == [AdjustStock(M, -1, "correction")]


async def test_enter_twice_while_the_desk_decides_asks_once(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Plus, K.Key_Return, K.Key_Return)
    await asyncio.sleep(0)
    assert acts.asked == [AdjustStock(M, 1, "correction")]
    assert panel.body.strip.isHidden()


async def test_the_answer_to_what_was_given_up_leaves_a_new_change_alone(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_Plus, K.Key_Return, K.Key_Escape, K.Key_Minus)
    await asyncio.sleep(0)
    assert acts.asked == [AdjustStock(M, 1, "correction")]
    assert panel.body.strip.amount.pieces == -1
    assert not panel.body.strip.isHidden()


def test_a_count_names_what_was_seen(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_C)
    type_in(panel, "117")
    press(panel, K.Key_Return)
    acts.settle()
    assert acts.asked == [CountStock(M, 117, 120, "correction")]
    assert large(panel) == "117"


def test_a_count_that_was_overtaken_shows_both_numbers_and_one_key_accepts(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_C)
    type_in(panel, "117")
    acts.line.decide(AdjustStock(M, -2, "gift"), OTHER)
    acts.settle()
    press(panel, K.Key_Return)
    told = panel.body.strip.message.text()
    assert "120" in told
    assert "118" in told
    press(panel, K.Key_Return)
    acts.settle()
    assert adjusted(acts)[-2:] == [CountStock(M, 117, 120, "correction"), CountStock(M, 117, 118, "correction")]
    assert large(panel) == "117"


def test_undo_takes_back_ones_own_last_change_and_says_which(panel: StockPanel, acts: FakeActs) -> None:
    assert not panel.undo.isEnabled()
    acts.line.decide(AdjustStock(M, -1, "broken"))
    acts.line.decide(AdjustStock(M, -5, "gift"), OTHER)
    acts.settle()
    assert M in panel.undo.text()
    assert "broken" in panel.undo.text()
    QTest.keyClick(panel.body.table, K.Key_U)
    acts.settle()
    assert acts.line.show.stock[M].on_hand == 115
    assert not panel.undo.isEnabled()


def test_why_lists_the_movements_newest_first_and_says_that_they_make_the_number(
    panel: StockPanel, acts: FakeActs
) -> None:
    acts.line.decide(HoldStock(M, 6, "claim"))
    sell(acts.line, M, 60)
    acts.settle()
    panel.body.table.select(M)
    press(panel, K.Key_W)
    story = panel.body.drawer.story.rows
    assert [(line.delta, line.total) for line in story] == [(-60, 54), (-6, 114), (120, 120)]
    assert panel.body.drawer.title.value == "Why 54 available?"
    assert panel.body.drawer.sum.text() == "These movements make 54."


def test_the_story_goes_on_while_it_is_open(qtbot: QtBot, panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    press(panel, K.Key_W)
    acts.line.decide(AdjustStock(M, 3, "found"))
    acts.settle()
    qtbot.waitUntil(lambda: len(panel.body.drawer.story.rows) == 2)
    assert panel.body.drawer.sum.text() == "These movements make 123."


def test_left_and_right_ask_about_the_other_numbers_and_escape_closes(panel: StockPanel, acts: FakeActs) -> None:
    acts.line.decide(HoldStock(M, 6, "claim"))
    acts.settle()
    panel.body.table.select(M)
    press(panel, K.Key_W, K.Key_Right)
    assert panel.body.drawer.asked is Asked.RESERVED
    assert [line.delta for line in panel.body.drawer.story.rows] == [6]
    press(panel, K.Key_Escape)
    assert panel.body.drawer.isHidden()
    assert panel.body.table.hasFocus()


def test_the_movements_of_all_variants_make_their_sum(panel: StockPanel) -> None:
    QTest.mouseClick(panel.body.left, Qt.MouseButton.LeftButton)
    assert panel.body.drawer.sum.text() == "These movements make 331."
    assert len({line.sku for line in panel.body.drawer.story.rows}) == 8


def test_a_click_on_a_number_asks_about_it(panel: StockPanel) -> None:
    QTest.mouseClick(panel.body.figures.stories[Asked.ON_HAND], Qt.MouseButton.LeftButton)
    assert panel.body.drawer.asked is Asked.ON_HAND


def test_reserved_committed_on_hand_sold_and_pace_follow_an_order(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    acts.line.pass_time(minutes=2)
    acts.line.decide(HoldStock(M, 6, "claim"))
    sell(acts.line, M, 60)
    acts.settle()
    figures = panel.body.figures
    assert [figure.value for figure in figures.stories.values()] == ["6", "60", "120", "0"]
    assert figures.sold.value == "60"
    assert figures.pace.value == "30"


def test_more_sold_than_there_is_shows_below_zero_and_a_finding_to_settle(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    sell(acts.line, M, 123)
    acts.settle()
    assert large(panel) == "-3"
    assert "SOLD OUT" in panel.body.left.chip.accessibleName()
    assert "oversold by 3" in panel.body.finding.text
    acts.line.decide(AdjustStock(M, 1, "found"))
    acts.settle()
    assert "oversold by 2" in panel.body.finding.text
    assert panel.body.finding.theirs.isHidden()
    panel.body.finding.ours.click()
    acts.settle()
    assert panel.body.finding.isHidden()


def test_the_shops_number_can_be_taken(panel: StockPanel, acts: FakeActs) -> None:
    acts.line.decide(SeeLevels("shop", (StockLevel(M, 100, 0),)), SHOP)
    acts.settle()
    finding = acts.line.show.open_findings[0].id
    assert "100" in panel.body.finding.text
    panel.body.finding.theirs.click()
    acts.settle()
    assert SettleFinding(finding, Settlement.THEIRS) in acts.asked
    assert acts.line.show.stock[M].on_hand == 100
    assert panel.body.finding.isHidden()


def test_the_same_variant_stays_chosen_after_a_full_copy(panel: StockPanel, acts: FakeActs) -> None:
    panel.body.table.select(M)
    acts.line.decide(AdjustStock(M, 3, "found"))
    acts.line.begin_again()
    acts.settle()
    assert panel.body.table.sku == M
    assert large(panel) == "123"


def test_with_nothing_pinned_it_says_so_and_leads_to_the_queue(qtbot: QtBot, panel: StockPanel, acts: FakeActs) -> None:
    acts.line.decide(Unpin())
    acts.settle()
    assert panel.body.isHidden()
    assert not panel.less.isEnabled()
    with qtbot.waitSignal(panel.queue_wanted, timeout=1000):
        QTest.mouseClick(panel._empty.findChildren(type(panel.body.strip._done))[0], Qt.MouseButton.LeftButton)


def test_the_pace_is_followed_only_while_seen(panel: StockPanel) -> None:
    assert panel._pace_tick.isActive()
    panel.hide()
    assert not panel._pace_tick.isActive()


def test_a_narrow_counter_fits_its_column(panel: StockPanel) -> None:
    panel.resize(320, 560)
    assert panel.width() == 320
    assert panel.body.left.counter.pixels() >= 72
    assert panel.body.table.isColumnHidden(3)


def test_every_act_has_a_key_and_words(panel: StockPanel) -> None:
    assert all(action.text() and not action.shortcut().isEmpty() for action in panel.actions())


def test_the_counter_tells_how_much_of_a_batch_is_left_and_what_is_said_of_a_stop(
    panel: StockPanel, acts: FakeActs
) -> None:
    panel.body.table.select(M)
    acts.line.decide(SetRelease(M, 20))
    acts.settle()
    assert panel.body.left.word.value == "available · 20 released, 0 taken, 20 to claim now; 120 there are"
    acts.line.decide(StopSale((M,), "Back soon"))
    acts.settle()
    assert panel.body.left.word.value.endswith("0 to claim now; 120 there are · Back soon")

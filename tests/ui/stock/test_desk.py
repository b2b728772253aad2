"""The stock desk: a SKU is found, changed with a sign and a number, and the next one is two keys away."""

import asyncio
from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.claims.reading import Asked as AskedFor
from console.domain.commands import (
    AdjustStock,
    CountStock,
    GoLive,
    ResumeSale,
    RingFence,
    SetLimits,
    SetRelease,
    StopSale,
    UndoMove,
)
from console.domain.found import FoundSku
from console.domain.money import Money
from console.domain.products import Product, Variant
from console.domain.stock import Level
from console.ui.selling import Selling
from console.ui.stock.desk.drawer import StockDesk
from console.ui.stock.desk.searching import Searching
from console.ui.stock.story import Asked
from console.ui.style.look import LiveLook
from console.ui.words.selling import ready_sentences
from tests.domain.claiming import claiming
from tests.ui.conftest import FakeActs, FakeLine

K = Qt.Key
WHITE_S, WHITE_M, MUG = "SHIRT-WHITE-S", "SHIRT-WHITE-M", "MUG-SLATE"
HAT = Product("hat", "草帽 Straw hat", (Variant("HAT-1", Money(100, "USD"), None, ("One",)),))


@pytest.fixture
def desk(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> StockDesk:
    """The desk of a running show, with the keyboard; the catalogue has a hat beside what is queued."""
    acts.line.decide(GoLive())
    acts.line.catalogue["hat"] = HAT
    acts.line.levels["HAT-1"] = Level(on_hand=9, opened=True)
    acts.settle()
    acts.line.asked.clear()
    made = StockDesk(acts, Selling(acts), look, acts.line.clock)
    qtbot.addWidget(made)
    made.resize(760, 800)
    QAbstractItemModelTester(made.table.skus, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(made.search.hasFocus)
    return made


def type_in(desk: StockDesk, text: str) -> None:
    for letter in text:
        QTest.keyClicks(desk.focusWidget(), letter)


def press(desk: StockDesk, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(desk.focusWidget(), key)


def shown(desk: StockDesk) -> list[str]:
    return [row.sku for row in desk.table.skus.rows]


def chosen(desk: StockDesk) -> str:
    assert desk.table.row is not None
    return desk.table.row.sku


def test_it_begins_with_the_queue_and_needs_no_question_for_that(desk: StockDesk, acts: FakeActs) -> None:
    assert shown(desk)[:2] == [WHITE_S, "SHIRT-WHITE-M"]
    assert len(shown(desk)) == sum(len(each.skus) for each in acts.line.show.products.values())
    assert acts.line.looked_for == []


def test_a_sign_a_number_and_enter_change_a_sku_that_was_found(desk: StockDesk, acts: FakeActs) -> None:
    type_in(desk, "mug-slate")
    assert shown(desk) == [MUG]
    press(desk, K.Key_Space)
    type_in(desk, "-3")
    assert desk.detail.change.isVisible()
    press(desk, K.Key_Return)
    assert acts.asked == [AdjustStock(MUG, -3, "correction")]
    assert desk.search.hasFocus()
    assert desk.search.selectedText() == desk.search.text()


def test_a_dash_within_a_word_is_part_of_the_search(desk: StockDesk) -> None:
    type_in(desk, "shirt-white-")
    assert desk.search.text() == "shirt-white-"
    assert set(shown(desk)) == {each for each in shown(desk) if each.startswith("SHIRT-WHITE-")}


def test_the_next_sku_is_two_keys_away(desk: StockDesk, acts: FakeActs) -> None:
    type_in(desk, "+2")
    press(desk, K.Key_Return)
    assert acts.asked == [AdjustStock(WHITE_S, 2, "correction")]
    press(desk, K.Key_Down, K.Key_Minus)
    press(desk, K.Key_Return)
    assert acts.asked[1:] == [AdjustStock(WHITE_M, -1, "correction")]


def test_a_scanner_finds_it_and_goes_to_the_list_where_letters_are_acts(desk: StockDesk, acts: FakeActs) -> None:
    type_in(desk, "mug-slate")
    press(desk, K.Key_Return)
    assert desk.table.hasFocus()
    press(desk, K.Key_C)
    type_in(desk, "12")
    press(desk, K.Key_Return)
    assert isinstance(acts.asked[0], CountStock)
    assert acts.asked[0].counted == 12


def test_a_sku_that_is_not_in_the_queue_is_found_and_changed_too(desk: StockDesk, acts: FakeActs) -> None:
    desk.search.setText("草帽 ")
    assert [(row.sku, row.code, row.numbers.available) for row in desk.table.skus.rows] == [("HAT-1", "", 9)]
    type_in(desk, "-4")
    press(desk, K.Key_Return)
    acts.settle()
    assert desk.table.row is not None
    assert desk.table.row.numbers.available == 5
    assert acts.line.show.stock["HAT-1"].on_hand == 5


def test_the_reason_that_was_used_last_comes_first(desk: StockDesk, acts: FakeActs) -> None:
    acts.line.decide(AdjustStock(MUG, 1, "from the back room"))
    acts.settle()
    press(desk, K.Key_Minus)
    assert desk.detail.change.reason.reason == "from the back room"


def test_a_count_whose_number_moved_is_told_with_both_numbers_and_can_be_set_all_the_same(
    desk: StockDesk, acts: FakeActs
) -> None:
    press(desk, K.Key_Return, K.Key_C)
    type_in(desk, "5")
    seen = acts.line.show.stock[WHITE_S].on_hand
    acts.line.decide(AdjustStock(WHITE_S, -1, "broken"))
    press(desk, K.Key_Return)
    said = desk.detail.change.message.text()
    assert f"You saw {seen}" in said
    assert f"now there are {seen - 1}" in said
    assert desk.detail.change.amount.text() == "5"
    press(desk, K.Key_Return)
    assert acts.line.show.stock[WHITE_S].on_hand == 5


def test_a_delta_below_zero_is_refused_with_what_there_is_and_keeps_what_was_typed(
    desk: StockDesk, acts: FakeActs
) -> None:
    there = acts.line.show.stock[WHITE_S].available
    type_in(desk, "-999")
    press(desk, K.Key_Return)
    assert f"Only {there} of {WHITE_S}" in desk.detail.change.message.text()
    assert desk.detail.change.amount.pieces == -999
    assert desk.detail.change.isVisible()


def test_limits_are_set_here(desk: StockDesk, acts: FakeActs) -> None:
    press(desk, K.Key_Return, K.Key_L)
    type_in(desk, "4")
    press(desk, K.Key_Return)
    acts.settle()
    assert acts.asked == [SetLimits(WHITE_S, 4, None)]
    assert desk.detail.buffer.value == "4"


def test_batches_are_released_on_top_of_what_was_and_the_true_remainder_is_told(
    desk: StockDesk, acts: FakeActs
) -> None:
    there = acts.line.show.stock[WHITE_S].available
    press(desk, K.Key_Return, K.Key_R)
    press(desk, K.Key_Return)
    acts.line.decide(claiming("1", "mia", AskedFor(WHITE_S, 2)))
    acts.settle()
    assert desk.detail.given.value == f"20 released, 2 taken, 18 to claim now; {there - 2} there are"
    press(desk, K.Key_Return, K.Key_R)
    type_in(desk, "5")
    press(desk, K.Key_Return)
    assert [each for each in acts.asked if isinstance(each, SetRelease)] == [
        SetRelease(WHITE_S, 20),
        SetRelease(WHITE_S, 25),
    ]
    press(desk, K.Key_Return, K.Key_R)
    assert desk.detail.release.pieces.value() == 5
    desk.detail.release.every.click()
    acts.settle()
    assert acts.line.show.claims.terms.get(WHITE_S) is None
    assert not desk.detail.given.isVisible()


def test_pieces_are_kept_for_this_show_and_more_than_there_are_is_refused_in_place(
    desk: StockDesk, acts: FakeActs
) -> None:
    press(desk, K.Key_Return, K.Key_K)
    type_in(desk, "9999")
    press(desk, K.Key_Return)
    assert "Only" in desk.detail.fence.message.text()
    assert desk.detail.fence.pieces.value() == 9999
    desk.detail.fence.pieces.selectAll()
    type_in(desk, "6")
    press(desk, K.Key_Return)
    acts.settle()
    assert acts.asked[-1] == RingFence(WHITE_S, 6)
    assert desk.detail.fenced.value == "6 for this show, 6 of them still to come"


def test_one_key_stops_a_sale_with_a_sentence_that_can_be_changed_and_the_same_key_goes_on(
    desk: StockDesk, acts: FakeActs
) -> None:
    first = ready_sentences()[0]
    press(desk, K.Key_Return, K.Key_S)
    acts.settle()
    assert acts.asked == [StopSale((WHITE_S,), first)]
    assert desk.detail.said.isVisible()
    type_in(desk, "Back in ten minutes")
    press(desk, K.Key_Return)
    acts.settle()
    assert acts.asked[1:] == [StopSale((WHITE_S,), "Back in ten minutes")]
    assert desk.detail.notice.value == "“Back in ten minutes”"
    press(desk, K.Key_Return, K.Key_S)
    acts.settle()
    assert acts.asked[2:] == [ResumeSale((WHITE_S,))]
    assert not desk.detail.notice.isVisible()


def test_who_waits_is_counted_and_listed_in_order(desk: StockDesk, acts: FakeActs) -> None:
    acts.line.decide(StopSale((WHITE_S,)))
    for number, buyer in enumerate(("mia", "ben"), start=1):
        acts.line.decide(claiming(str(number), buyer, AskedFor(WHITE_S, number)))
    acts.settle()
    assert desk.detail.figures[Asked.WAITING].value == "2"
    QTest.mouseClick(desk.detail.figures[Asked.WAITING], Qt.MouseButton.LeftButton)
    lines = desk.why.story.rows
    assert [(line.delta, line.total) for line in lines] == [(1, 1), (2, 2)]
    assert [line.reason.partition("/")[2] for line in lines] == ["mia", "ben"]
    assert desk.why.sum.text() == "Waiting: 2, for 3 pieces in all, in this order."
    press(desk, K.Key_Escape)
    assert desk.table.hasFocus()


def test_what_is_reserved_is_told_by_claim_and_by_hand(desk: StockDesk, acts: FakeActs) -> None:
    acts.line.decide(claiming("1", "mia", AskedFor(WHITE_S, 2)))
    acts.settle()
    QTest.mouseClick(desk.detail.figures[Asked.RESERVED], Qt.MouseButton.LeftButton)
    (line,) = desk.why.story.rows
    assert (line.delta, line.kind, line.reason.partition("/")[2]) == (2, "claim", "mia")
    assert desk.why.sum.text() == "These movements make 2."


def test_undo_takes_the_last_change_back(desk: StockDesk, acts: FakeActs) -> None:
    type_in(desk, "+2")
    press(desk, K.Key_Return)
    acts.settle()
    press(desk, K.Key_Return, K.Key_U)
    assert acts.asked[-1] == UndoMove(acts.line.show.moves[0].id)


def test_escape_gives_up_the_change_then_the_search_then_the_desk(desk: StockDesk, qtbot: QtBot) -> None:
    type_in(desk, "mug")
    press(desk, K.Key_Return, K.Key_Minus, K.Key_Escape)
    assert not desk.detail.change.isVisible()
    assert desk.search.text() == "mug"
    press(desk, K.Key_Escape)
    assert desk.search.text() == ""
    with qtbot.waitSignal(desk.left):
        press(desk, K.Key_Escape)


def test_a_search_that_finds_nothing_says_so_and_its_keys_do_nothing(desk: StockDesk, acts: FakeActs) -> None:
    type_in(desk, "nothing of it ")
    press(desk, K.Key_Minus, K.Key_Return)
    assert desk._told.value == "Nothing is called that."
    assert not desk.detail.isVisible()
    assert acts.asked == []


class SlowLine(FakeLine):
    """A line whose searches end when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Future[list[FoundSku]]] = []

    def find_skus(self, text: str) -> "Future[list[FoundSku]]":
        self.looked_for.append(text)
        self.answers.append(Future())
        return self.answers[-1]


async def turns() -> None:
    """Let what waits for an answer take it."""
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.mark.usefixtures("qapp")
async def test_of_questions_in_a_row_only_the_newest_is_asked_next_and_shown() -> None:
    line = SlowLine()
    searching = Searching(FakeActs(line))
    found: list[object] = []
    searching.found.connect(found.append)
    for text in ("m", "mu", "mug"):
        searching.look_for(text)
        await asyncio.sleep(0)
    assert line.looked_for == ["m"]
    line.answers[0].set_result([FoundSku("M", "m", "M")])
    await turns()
    assert line.looked_for == ["m", "mug"]
    assert found == []
    line.answers[1].set_result([FoundSku("MUG", "mug", "Mug")])
    await turns()
    assert found == [[FoundSku("MUG", "mug", "Mug")]]
    searching.look_for("cap")
    searching.forget()
    await turns()
    assert len(line.answers) == 2

"""The sale is stopped and goes on with one key, and nobody can miss that it is stopped."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.claims.reading import Asked
from console.domain.claims.rules import WhenSoldOut
from console.domain.commands import ResumeSale, SetClaimRules, StopSale, Unpin
from console.domain.orders import OrderLine
from console.ui.selling import explained
from console.ui.style.look import LiveLook
from console.ui.widgets.state_chip import ChipState, ChipValue
from console.ui.words.selling import ready_sentences
from tests.domain.claiming import claiming
from tests.domain.goods import seen, snapshot
from tests.ui.conftest import SHOP, FakeActs, FakeLine
from tests.ui.whole import Whole

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    return Whole(qtbot, line, acts, look)


def press(whole: Whole, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(whole.view.rundown, Qt.Key.Key_F8, modifier)
    whole.acts.settle()


def first(whole: Whole) -> str:
    rows = whole.view.queue.view.rows
    return rows._words.state(rows.rows[0])


def test_one_key_stops_what_is_explained_and_goes_on_with_it(whole: Whole) -> None:
    skus = explained(whole.line.show)
    press(whole)
    assert whole.line.asked == [StopSale(skus, ready_sentences()[0])]
    assert first(whole) == "STOPPED"
    assert whole.view.stock.body.left.chip._value == ChipValue(ChipState.STOPPED)
    assert whole.view.bar.stopped.isVisible()
    assert whole.view.bar.stopped.text() == f"STOPPED: {len(skus)}"
    press(whole)
    assert whole.line.asked[1:] == [ResumeSale(skus)]
    assert first(whole) == ""
    assert not whole.view.bar.stopped.isVisible()


def test_all_sales_stop_with_another_key_and_a_claim_waits_then(whole: Whole) -> None:
    press(whole, SHIFT)
    assert whole.line.asked == [StopSale((), ready_sentences()[0])]
    assert whole.view.bar.stopped.text() == "SALES STOPPED"
    assert {whole.view.queue.view.rows._words.state(row) for row in whole.view.queue.view.rows.rows} == {"STOPPED"}
    whole.line.decide(claiming("1", "mia", Asked("MUG-SLATE", 1)))
    assert list(whole.line.show.claims.waiting) == ["MUG-SLATE"]
    whole.acts.settle()
    QTest.mouseClick(whole.view.bar.stopped, Qt.MouseButton.LeftButton)
    whole.acts.settle()
    assert whole.line.asked[-1] == ResumeSale()
    assert not whole.line.show.claims.waiting


def test_the_sign_goes_on_with_single_ones_too(whole: Whole) -> None:
    press(whole)
    QTest.mouseClick(whole.view.bar.stopped, Qt.MouseButton.LeftButton)
    whole.acts.settle()
    assert not whole.view.bar.stopped.isVisible()
    assert not whole.line.show.claims.terms


def test_of_an_item_with_one_stopped_option_the_row_says_how_many(whole: Whole) -> None:
    sku = explained(whole.line.show)[0]
    whole.line.decide(StopSale((sku,), "Back in <b>ten</b> minutes"))
    whole.acts.settle()
    assert first(whole) == "1 STOPPED"
    assert whole.view.stock.body.left.chip._value == ChipValue(
        ChipState.STOPPED, f"1/{len(explained(whole.line.show))}"
    )
    assert "&lt;b&gt;" in whole.view.bar.stopped.toolTip()


def test_with_nothing_explained_it_says_what_to_do(whole: Whole) -> None:
    whole.line.decide(Unpin())
    whole.acts.settle()
    press(whole)
    assert whole.acts.notices[-1][0] == "stop sale"


def sold_out_by_an_order(whole: Whole, rule: WhenSoldOut) -> int:
    """An order takes all that is left of what is explained, under this rule; the item that was explained."""
    number = whole.line.show.pinned
    assert number is not None
    whole.line.decide(SetClaimRules(replace(whole.line.show.claims.rules, sold_out=rule)))
    lines = tuple(OrderLine(sku, whole.line.show.stock[sku].available) for sku in explained(whole.line.show))
    whole.line.decide(seen(snapshot("1", *lines)), SHOP)
    whole.acts.settle()
    return number


def test_what_sold_out_is_told_once_with_the_way_back(whole: Whole) -> None:
    number = sold_out_by_an_order(whole, WhenSoldOut.UNPIN)
    assert first(whole) == "SOLD OUT"
    told = [each for each in whole.acts.notices if each[0] == "sold out"]
    assert [each[1] for each in told] == ["1 Linen shirt 亚麻衬衫 is sold out and is not explained any more."]
    deed = whole.acts.deeds["sold out"]
    assert deed is not None
    assert deed.words == "Explain it again"
    deed.do()
    whole.acts.settle()
    assert whole.line.show.pinned == number
    assert "sold out" in whole.acts.ended


def test_the_next_one_is_proposed_if_the_show_says_so(whole: Whole) -> None:
    sold_out_by_an_order(whole, WhenSoldOut.NEXT)
    after = whole.line.show.queue[1]
    assert whole.acts.notices[-1][2].startswith(f"Next would be {after.code} ")
    deed = whole.acts.deeds["sold out"]
    assert deed is not None
    deed.do()
    assert whole.line.show.pinned == after.id


def test_a_show_that_only_marks_tells_nothing_and_goes_on(whole: Whole) -> None:
    number = sold_out_by_an_order(whole, WhenSoldOut.MARK)
    assert whole.line.show.pinned == number
    assert "sold out" not in [each[0] for each in whole.acts.notices]
    assert first(whole) == "SOLD OUT"

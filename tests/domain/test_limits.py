"""What is kept back of a SKU is never promised by a person, and low is where a person says it is."""

import pytest

from console.domain.changes import LimitsSet
from console.domain.commands import AdjustStock, HoldStock, SetLimits
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.orders import OrderLine
from console.domain.outcomes import Done, Invalid, NotEnough, UnknownSku
from console.domain.stock import MOST, Level
from console.domain.stock_state import StockState, state_of
from console.domain.undo import inverse
from tests.domain.goods import NOON, after, asked, running, seen, snapshot


def test_what_is_kept_back_cannot_be_promised() -> None:
    show = after(running({"cap": 10}), SetLimits("cap", 4))
    assert show.stock["cap"].available == 6
    outcome, _ = asked(show, HoldStock("cap", 7, "for Mei"))
    assert outcome == NotEnough("cap", 6)
    assert isinstance(asked(show, HoldStock("cap", 6, "for Mei"))[1].stock["cap"], Level)


def test_what_is_promised_already_cannot_be_kept_back() -> None:
    show = after(running({"cap": 10}), HoldStock("cap", 7, "for Mei"))
    outcome, same = asked(show, SetLimits("cap", 4))
    assert outcome == NotEnough("cap", 3)
    assert same.stock["cap"].buffer == 0


def test_a_shops_order_takes_what_is_kept_back() -> None:
    show = after(running({"cap": 10}), SetLimits("cap", 4), seen(snapshot("1", OrderLine("cap", 8)), linked=None))
    assert (show.stock["cap"].available, show.stock["cap"].buffer) == (-2, 4)
    assert len(show.open_findings) == 1
    assert asked(show, SetLimits("cap", 2))[0] == Done()


@pytest.mark.parametrize("command", [SetLimits("cap", -1), SetLimits("cap", MOST + 1), SetLimits("cap", 0, -1)])
def test_limits_are_numbers_of_pieces(command: SetLimits) -> None:
    assert isinstance(asked(running({"cap": 10}), command)[0], Invalid)


def test_limits_are_of_a_sku_that_is_known() -> None:
    assert asked(running({"cap": 10}), SetLimits("hat", 1))[0] == UnknownSku("hat")


def test_the_same_limits_again_change_nothing() -> None:
    show = after(running({"cap": 10}), SetLimits("cap", 2, 3))
    assert decide(show, SetLimits("cap", 2, 3), NOON) == Decision(Done())


def test_limits_stay_when_stock_moves_and_are_undone_to_what_they_were() -> None:
    before = after(running({"cap": 10}), SetLimits("cap", 2, 3))
    show = after(before, SetLimits("cap", 5), AdjustStock("cap", 1, "found"))
    assert (show.stock["cap"].buffer, show.stock["cap"].low, show.stock["cap"].on_hand) == (5, None, 11)
    assert inverse(before, (LimitsSet("cap", 5),), NOON) == SetLimits("cap", 2, 3)


@pytest.mark.parametrize(
    ("levels", "state"),
    [
        ([Level(on_hand=20, opened=True, low=20)], StockState.LOW),
        ([Level(on_hand=20, opened=True, low=19)], StockState.ENOUGH),
        ([Level(on_hand=3, opened=True, low=2)], StockState.ENOUGH),
        ([Level(on_hand=3, opened=True, low=0)], StockState.ENOUGH),
        ([Level(on_hand=5, buffer=5, opened=True, low=9)], StockState.SOLD_OUT),
        ([Level(on_hand=90, opened=True), Level(on_hand=8, opened=True, low=8)], StockState.LOW),
        ([Level(on_hand=3, opened=True), Level(on_hand=90, opened=True, low=8)], StockState.LOW),
        ([Level(on_hand=90, opened=True), Level(on_hand=90, opened=True, low=8)], StockState.ENOUGH),
    ],
)
def test_low_is_where_a_person_says_and_by_the_common_rule_elsewhere(levels: list[Level], state: StockState) -> None:
    assert state_of(levels) is state

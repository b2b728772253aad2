"""Undoing a change of stock sends a shop what it needs, and no more."""

import pytest
from msgspec.structs import replace

from console.domain.commands import (
    AdjustStock,
    Command,
    DoubtErrand,
    FinishErrand,
    LeaveErrand,
    PutAside,
    RejectErrand,
    ResumeSending,
    RetryErrand,
    SeeOrders,
    SendErrand,
    SetConnection,
    UndoMove,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.outbox import ErrandState, Prepared, StockBy
from console.domain.outcomes import ErrandMoved, Invalid
from console.domain.show import Show
from tests.domain.goods import NOON, SHOP, after, asked, running

OTHER = "market"
SENT = Prepared("request", "{}")


@pytest.fixture
def show() -> Show:
    """Two caps were found to be broken; the shop is to hear of it."""
    links = (
        SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example")),
        SeeOrders(SHOP, (), linked=NOON),
    )
    return after(replace(running({"cap": 10}, links), origin="a" * 32), AdjustStock("cap", -2, "broken"))


def first(show: Show) -> int:
    """The errand that tells of the move."""
    return min(show.outbox)


def undone(show: Show) -> Show:
    then = after(show, UndoMove(show.moves[-1].id))
    assert then.stock["cap"].on_hand == 10
    return then


def going(show: Show) -> list[StockBy]:
    return [each.errand.task for each in show.open_errands if isinstance(each.errand.task, StockBy)]


def test_what_is_done_is_taken_back_by_the_opposite(show: Show) -> None:
    assert going(undone(after(show, FinishErrand(first(show), "done")))) == [StockBy("cap", 2)]


def test_what_has_not_left_does_not_leave(show: Show) -> None:
    then = undone(show)
    assert (then.open_errands, then.tray) == ([], [])


def test_where_it_was_rejected_nothing_is_sent_and_it_is_not_tried_again(show: Show) -> None:
    refused = after(show, RejectErrand(first(show), "The shop said no.", "Look."))
    then = undone(refused)
    assert going(then) == []
    (stuck,) = then.tray
    outcome, later = asked(then, RetryErrand(stuck.errand.id))
    assert isinstance(outcome, Invalid)
    assert going(later) == []
    assert after(then, LeaveErrand(stuck.errand.id)).tray == []


def test_where_a_person_left_it_undone_nothing_is_sent(show: Show) -> None:
    left = after(show, RejectErrand(first(show), "No.", "Look."), LeaveErrand(first(show)))
    assert going(undone(left)) == []
    assert going(undone(after(show, LeaveErrand(first(show))))) == []


def test_what_was_tried_again_and_done_is_taken_back(show: Show) -> None:
    again = after(show, RejectErrand(first(show), "No.", "Look."), RetryErrand(first(show)))
    (trying,) = again.open_errands
    assert going(undone(again)) == []
    assert going(undone(after(again, FinishErrand(trying.errand.id, "done")))) == [StockBy("cap", 2)]


@pytest.mark.parametrize("doubted", [False, True])
def test_while_it_is_not_known_the_opposite_waits_for_it(show: Show, doubted: bool) -> None:
    sent = after(show, SendErrand(first(show), SENT), *([DoubtErrand(first(show), "No answer.")] if doubted else ()))
    then = undone(sent)
    opposite = max(then.outbox)
    assert going(then) == [StockBy("cap", -2), StockBy("cap", 2)]
    for step in (SendErrand(opposite, SENT), FinishErrand(opposite, "done")):
        outcome, _ = asked(then, step)
        assert isinstance(outcome, ErrandMoved)
    done = after(then, FinishErrand(first(show), "done"), SendErrand(opposite, SENT))
    assert done.outbox[opposite].state is ErrandState.SENT


def test_what_came_to_nothing_needs_no_opposite(show: Show) -> None:
    then = undone(after(show, SendErrand(first(show), SENT)))
    refused = after(then, RejectErrand(first(show), "The shop said no.", "Look."))
    assert going(refused) == []
    assert [each.errand.id for each in refused.tray] == [first(show)]


def test_what_never_arrived_is_not_sent_again_once_it_is_undone(show: Show) -> None:
    sent = after(show, SendErrand(first(show), SENT), DoubtErrand(first(show), "No answer."))
    lost = RejectErrand(first(show), "It did not arrive.", "", again=True)
    assert going(after(sent, lost)) == [StockBy("cap", -2)]
    then = after(undone(sent), lost)
    assert (then.open_errands, then.tray) == ([], [])


def test_what_a_copy_may_have_sent_is_not_known(show: Show) -> None:
    copied = replace(show, origin="b" * 32, held=True)
    then = undone(copied)
    assert len(then.open_errands) == 2
    resumed = after(then, ResumeSending())
    assert resumed.open_errands == []
    assert [each.errand.id for each in resumed.tray] == [first(show)]


def test_each_shop_hears_what_it_needs(show: Show) -> None:
    more: tuple[Command, ...] = (
        SetConnection(Connection(OTHER, ConnectionKind.SHOP, "vendure+https://ann@market.example")),
        SeeOrders(OTHER, (), linked=NOON),
        FinishErrand(first(show), "done"),
        AdjustStock("cap", -1, "gift"),
    )
    both = after(show, *more)
    here, there = both.open_errands
    assert (here.errand.shop, there.errand.shop) == (SHOP, OTHER)
    then = after(both, FinishErrand(here.errand.id, "done"), UndoMove(both.moves[-1].id))
    assert [(each.errand.shop, each.errand.task) for each in then.open_errands] == [(SHOP, StockBy("cap", 1))]


def test_done_again_after_it_was_undone_is_told_again(show: Show) -> None:
    then = after(undone(show), AdjustStock("cap", -2, "broken"))
    assert going(then) == [StockBy("cap", -2)]


@pytest.mark.parametrize("doubted", [False, True])
def test_what_gets_nowhere_is_put_aside_by_a_person_and_not_called_refused(show: Show, doubted: bool) -> None:
    if doubted:
        show = after(show, SendErrand(first(show), SENT), DoubtErrand(first(show), "No answer."))
    aside = after(show, PutAside(first(show)))
    (waiting,) = aside.tray
    assert waiting.title.startswith("It was put aside before it")
    assert going(after(aside, RetryErrand(first(show)))) == [StockBy("cap", -2)]


def test_what_is_being_answered_is_not_put_aside(show: Show) -> None:
    outcome, _ = asked(after(show, SendErrand(first(show), SENT)), PutAside(first(show)))
    assert isinstance(outcome, ErrandMoved)

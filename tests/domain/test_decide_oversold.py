"""Which orders an oversold SKU proposes to cancel, and what becomes of it."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.claims.reading import Asked
from console.domain.commands import (
    AdjustStock,
    CancelOrder,
    CancelOversold,
    ClaimByHand,
    FinishErrand,
    HoldStock,
    LeaveErrand,
    RejectErrand,
    SetConnection,
    SetLimits,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.decide.proposing import proposed
from console.domain.findings import Cut, Proposal
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.outbox import CancelTo
from console.domain.outcomes import Done, Invalid, Missing
from console.domain.show import Show
from tests.domain.goods import NOON, SHOP, after, asked, running, seen, snapshot

TOLD = Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example")


def selling(stock: int, *orders: OrderSnapshot) -> Show:
    """A show whose shop has taken these orders."""
    show = running({"cap": stock, "mug": 9}, (SetConnection(TOLD), seen(linked=NOON - timedelta(hours=1))))
    return after(show, seen(*orders))


def placed(number: int, *lines: OrderLine | int, minutes: int | None = None, shipped: bool = False) -> OrderSnapshot:
    """The order of that number, placed so many minutes after noon; a number of pieces is a line of caps."""
    told = tuple(OrderLine("cap", line) if isinstance(line, int) else line for line in lines)
    at = NOON + timedelta(minutes=number if minutes is None else minutes)
    status = OrderStatus.SHIPPED if shipped else OrderStatus.PAID
    return snapshot(str(number), *told, placed_at=at, status=status)


def accepted(show: Show) -> Show:
    """The show after a person has accepted what is proposed."""
    (finding,) = show.open_findings
    outcome, then = asked(show, CancelOversold(finding.id, proposed(show, "cap").cuts))
    assert outcome == Done()
    return then


def come_back(show: Show, *numbers: int) -> Show:
    """The shop has done what it was asked, of these orders or of all; its feed tells so."""
    for each in show.open_errands:
        task = each.errand.task
        if isinstance(task, CancelTo) and (not numbers or int(task.ref) in numbers):
            told = show.orders[f"{SHOP}/{task.ref}"].snapshot
            sold = sum(line.sold for line in told.lines if line.sku == task.sku)
            line = OrderLine(task.sku, sold, cancelled=max(0, sold - task.quantity))
            others = tuple(line for line in told.lines if line.sku != task.sku)
            cancelled = replace(told, version=told.version + 1, lines=(*others, line))
            show = after(show, FinishErrand(each.errand.id, "done"), seen(cancelled))
    return show


def cuts(show: Show) -> list[tuple[str, int, int]]:
    return [(cut.order, cut.keep, cut.pieces) for cut in proposed(show, "cap").cuts]


def test_the_last_placed_go_first_until_the_sum_is_good() -> None:
    show = selling(5, *(placed(number, 2) for number in (1, 2, 3, 4)))
    assert cuts(show) == [("shop/4", 0, 2), ("shop/3", 1, 1)]
    assert show.stock["cap"].available == -3


def test_orders_of_one_instant_go_by_their_number() -> None:
    show = selling(1, placed(9, 1, minutes=0), placed(10, 1, minutes=0))
    assert cuts(show) == [("shop/10", 0, 1)]


def test_an_order_of_which_something_was_shipped_stays_whole() -> None:
    parted = placed(3, 1, OrderLine("mug", 2, shipped=1))
    show = selling(1, placed(1, 1), parted, placed(4, OrderLine("cap", 1), shipped=True))
    assert cuts(show) == [("shop/1", 0, 1)]
    assert proposed(show, "cap").left == 1


def test_what_is_kept_back_is_there_for_buyers() -> None:
    show = after(selling(5), SetLimits("cap", 2), seen(placed(1, 4), placed(2, 3)))
    assert show.stock["cap"].available == -4
    assert cuts(show) == [("shop/2", 1, 2)]


def test_an_order_of_a_claim_is_as_old_as_the_claim() -> None:
    show = after(selling(1), ClaimByHand("twitch/mia", (Asked("cap", 1),), "twitch:x"))
    (claim,) = show.claims.by_id.values()
    show = after(show, seen(placed(1, 1), placed(2, 1)))
    ordered = replace(claim, order="shop/2")
    show = replace(show, claims=replace(show.claims, by_id=show.claims.by_id.insert(claim.id, ordered)))
    assert cuts(show)[0] == ("shop/1", 0, 1)


def test_one_act_sends_what_was_proposed_and_changes_no_number() -> None:
    before = selling(5, *(placed(number, 2) for number in (1, 2, 3, 4)))
    show = accepted(before)
    tasks = [each.errand.task for each in show.open_errands]
    assert tasks == [CancelTo("4", "cap", 0), CancelTo("3", "cap", 1)]
    assert show.stock["cap"] == before.stock["cap"]
    assert len(show.open_findings) == 1
    assert proposed(show, "cap") == Proposal(3, (), coming=3)


def test_what_came_back_ends_the_finding() -> None:
    show = accepted(selling(5, *(placed(number, 2) for number in (1, 2, 3, 4))))
    part = come_back(show, 4)
    assert len(part.open_findings) == 1
    assert proposed(part, "cap") == Proposal(1, (), coming=1)
    whole = come_back(part)
    assert whole.open_findings == []
    assert whole.stock["cap"].available == 0


def test_it_is_found_again_when_it_happens_again() -> None:
    show = come_back(accepted(selling(5, placed(1, 4), placed(2, 4))))
    again = after(show, seen(placed(7, 2)))
    assert cuts(again) == [("shop/7", 0, 2)]
    assert len(again.open_findings) == 1


def test_what_the_shop_refused_waits_in_the_tray_and_is_proposed_once_it_is_left() -> None:
    show = accepted(selling(3, placed(1, 3), placed(2, 2)))
    (errand,) = show.open_errands
    refused = after(show, RejectErrand(errand.errand.id, "The shop said no.", "Look."))
    assert proposed(refused, "cap") == Proposal(2, (), coming=2, stuck=2)
    left = after(refused, LeaveErrand(errand.errand.id))
    assert cuts(left) == [("shop/2", 0, 2)]


def test_what_a_person_has_cancelled_already_counts() -> None:
    show = after(selling(5, placed(1, 4), placed(2, 4)), CancelOrder("shop/1", "cap", 3))
    assert cuts(show) == [("shop/2", 2, 2)]


def test_what_was_seen_is_accepted_although_another_order_came() -> None:
    show = selling(5, placed(1, 4), placed(2, 3))
    saw = proposed(show, "cap").cuts
    more = after(show, seen(placed(3, 1)))
    (finding,) = more.open_findings
    outcome, then = asked(more, CancelOversold(finding.id, saw))
    assert outcome == Done()
    assert cuts(then) == [("shop/3", 0, 1)]


def test_what_is_no_longer_missing_is_not_cancelled() -> None:
    show = selling(5, placed(1, 4), placed(2, 3))
    saw = proposed(show, "cap").cuts
    found = after(show, AdjustStock("cap", 1, "found"))
    (finding,) = found.open_findings
    outcome, then = asked(found, CancelOversold(finding.id, saw))
    assert isinstance(outcome, Invalid)
    assert then.open_errands == found.open_errands


def test_twice_accepted_is_sent_once() -> None:
    show = selling(5, placed(1, 4), placed(2, 3))
    (finding,) = show.open_findings
    command = CancelOversold(finding.id, proposed(show, "cap").cuts)
    once = after(show, command)
    outcome, twice = asked(once, command)
    assert isinstance(outcome, Invalid)
    assert twice.open_errands == once.open_errands


def test_another_kind_of_finding_has_no_orders_to_cancel() -> None:
    show = after(running({}), seen(placed(1, OrderLine("ghost", 2))))
    (finding,) = show.open_findings
    outcome, _ = asked(show, CancelOversold(finding.id, (Cut("shop/1", "ghost", 0, 2),)))
    assert isinstance(outcome, Missing)


def test_a_shop_that_is_not_told_is_asked_for_nothing() -> None:
    show = after(running({"cap": 1}), seen(placed(1, 3)))
    assert proposed(show, "cap") == Proposal(2, left=2)


@st.composite
def crowds(draw: st.DrawFn) -> list[OrderSnapshot]:
    """Orders of caps and mugs, some of them shipped in part, some cancelled."""
    told: list[OrderSnapshot] = []
    for number in range(1, draw(st.integers(1, 9))):
        pieces = draw(st.integers(1, 4))
        shipped = draw(st.sampled_from([0, 0, 0, 1, pieces]))
        lines = [OrderLine("cap", pieces, draw(st.integers(0, 1)), shipped)]
        lines += [OrderLine("cap", 1)] * draw(st.integers(0, 1)) + [OrderLine("mug", 1)] * draw(st.integers(0, 1))
        told.append(placed(number, *lines, minutes=draw(st.integers(0, 3))))
    return told


def could_give(orders: Sequence[OrderSnapshot]) -> int:
    """The pieces that orders of which nothing was shipped could give back."""
    free = [each for each in orders if not any(line.shipped for line in each.lines)]
    return sum(line.committed for each in free for line in each.lines if line.sku == "cap")


@settings(max_examples=200)
@given(crowds(), st.integers(0, 8), st.integers(0, 3), st.randoms())
def test_the_sum_is_good_again_or_as_near_as_the_orders_allow(
    orders: list[OrderSnapshot], stock: int, held: int, random: Random
) -> None:
    show = after(selling(stock), HoldStock("cap", min(held, stock), "Mia"))
    jumbled = random.sample(orders, len(orders))
    show = after(show, *(seen(each) for each in jumbled))
    told = proposed(show, "cap")
    level = show.stock["cap"]
    assert told.missing == max(0, -level.available)
    assert sum(cut.pieces for cut in told.cuts) == min(told.missing, could_give(orders))
    assert told.left == told.missing - sum(cut.pieces for cut in told.cuts)
    assert proposed(after(show, *(seen(each) for each in orders)), "cap") == told
    if told.cuts:
        done = come_back(accepted(show))
        assert done.stock["cap"].available == -told.left
        assert bool(done.open_findings) == bool(told.left)
        assert proposed(done, "cap").cuts == ()

"""Where nothing is held, the pieces are for whoever pays first; the others wait or are refused, as the show says."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from console.domain.claims.claim import ClaimState, PartState, Why
from console.domain.claims.reading import Asked
from console.domain.claims.rules import ClaimRules, Limit
from console.domain.commands import (
    AdjustStock,
    DueNow,
    JoinBuyers,
    MarkPaid,
    ReleaseClaim,
    SetClaimRules,
    SetLimits,
    StopSale,
)
from console.domain.decide import decide
from console.domain.findings import FindingKind
from console.domain.orders import OrderLine
from console.domain.outbox import Wanted
from console.domain.outcomes import ClaimOver
from console.domain.show import Show
from tests.domain.drafting import claimed, claims, drafted, drafts, linked, parts, placed, tasks
from tests.domain.goods import NOON, after, seen, snapshot

CAP = Asked("cap", 1)
FIRST_PAID = ClaimRules(first_paid=True)
LATE = NOON + timedelta(days=1)


def open_to(*names: str, rules: ClaimRules = FIRST_PAID, caps: int = 1) -> Show:
    """These claim a cap each, and all may pay."""
    show = after(linked(cap=caps), SetClaimRules(rules))
    for name in names:
        show = claimed(show, f"{name}-1", CAP)
    return drafted(show)


def states(show: Show) -> list[PartState]:
    return [part.state for part in parts(show)]


def test_nothing_is_held_and_everybody_gets_an_order_to_pay() -> None:
    show = open_to("mia", "tom")
    assert [each.state for each in claims(show)] == [ClaimState.PAYABLE, ClaimState.PAYABLE]
    assert [each.lines for each in drafts(show)] == [(Wanted("cap", 1),), (Wanted("cap", 1),)]
    assert (show.stock["cap"].reserved, show.stock["cap"].available) == (0, 1)
    assert states(after(show, DueNow(), now=LATE)) == [PartState.PAYABLE, PartState.PAYABLE]


def test_the_first_order_to_arrive_has_the_piece_and_the_others_wait_in_order() -> None:
    show = open_to("mia", "tom", "ann")
    show = after(show, placed(drafts(show)[1]))
    assert states(show) == [PartState.WAITING, PartState.PAID, PartState.WAITING]
    mia, _, ann = parts(show)
    assert [(each.rank, each.why, each.left, each.until) for each in (mia, ann)] == [
        (1, Why.PAID_BEFORE, 0, None),
        (2, Why.PAID_BEFORE, 0, None),
    ]
    assert (show.stock["cap"].committed, show.stock["cap"].available) == (1, 0)
    assert [each.lines for each in tasks(show)] == [(), ()], "their orders are taken back at the shop"


def test_who_is_too_late_is_refused_where_the_show_says_so() -> None:
    show = open_to("mia", "tom", rules=replace(FIRST_PAID, late_waits=False))
    show = claimed(after(show, placed(drafts(show)[0])), "ann-1", CAP)
    assert states(show) == [PartState.PAID, PartState.REFUSED, PartState.REFUSED]
    assert [each.why for each in parts(show)[1:]] == [Why.PAID_BEFORE, Why.TOO_FEW_LEFT]


def test_pieces_that_come_back_are_held_for_who_waits_first() -> None:
    show = open_to("mia", "tom")
    show = after(show, placed(drafts(show)[1]), AdjustStock("cap", 1, "found"))
    assert states(show) == [PartState.HELD, PartState.PAID]
    assert parts(show)[0].why is Why.MOVED_UP
    assert [each.lines for each in tasks(show)][-1] == (Wanted("cap", 1),)
    assert states(after(show, DueNow(), now=LATE))[0] is PartState.EXPIRED


def test_an_order_of_somebody_who_claimed_nothing_counts_as_well() -> None:
    show = after(open_to("mia"), seen(snapshot("7", OrderLine("cap", 1))))
    assert states(show) == [PartState.WAITING]


def test_an_order_that_was_placed_too_late_is_paid_and_found_to_be_more_than_there_is() -> None:
    show = open_to("mia", "tom")
    mia, tom = drafts(show)
    show = after(show, placed(mia), placed(tom))
    assert states(show) == [PartState.PAID, PartState.PAID]
    assert [each.kind for each in show.open_findings] == [FindingKind.OVERSOLD]


@pytest.mark.parametrize("first_paid", [False, True])
def test_one_shopper_goes_the_other_way_under_every_identity(first_paid: bool) -> None:
    rules = ClaimRules(first_paid=first_paid, otherwise=("tiktok/m",))
    show = after(linked(cap=5), SetClaimRules(rules), JoinBuyers("twitch/mia", "tiktok/m"))
    show = claimed(claimed(show, "mia-1", CAP), "tom-1", CAP)
    usual, other = (PartState.PAYABLE, PartState.HELD) if first_paid else (PartState.HELD, PartState.PAYABLE)
    assert states(show) == [other, usual]


def test_holds_of_others_take_pieces_that_could_have_been_paid() -> None:
    show = open_to("mia", rules=replace(FIRST_PAID, otherwise=("twitch/tom",)))
    assert states(claimed(show, "tom-1", CAP)) == [PartState.WAITING, PartState.HELD]


def test_a_sum_that_is_no_longer_there_waits_while_a_smaller_one_may_pay() -> None:
    show = after(linked(cap=3), SetClaimRules(FIRST_PAID))
    for name, caps in (("mia", 3), ("tom", 1), ("ann", 1)):
        show = claimed(show, f"{name}-1", Asked("cap", caps))
    show = drafted(show)
    show = after(show, placed(drafts(show)[1]))
    assert states(show) == [PartState.WAITING, PartState.PAID, PartState.PAYABLE]


def test_what_is_left_may_be_paid_where_the_show_says_so() -> None:
    show = after(linked(cap=3), SetClaimRules(replace(FIRST_PAID, partial=True)))
    show = drafted(claimed(claimed(show, "mia-1", Asked("cap", 3)), "tom-1", CAP))
    show = after(show, placed(drafts(show)[1]))
    assert (states(show)[0], parts(show)[0].got) == (PartState.PAYABLE, 2)
    assert [each.lines for each in tasks(show)] == [(Wanted("cap", 2),)]


def test_paid_by_hand_is_promised_and_was_never_held() -> None:
    show = open_to("mia", "tom")
    show = after(show, MarkPaid(claims(show)[0].id))
    assert states(show) == [PartState.PAID, PartState.WAITING]
    assert (show.stock["cap"].reserved, show.stock["cap"].committed) == (0, 1)
    assert isinstance(decide(show, MarkPaid(claims(show)[1].id), NOON).outcome, ClaimOver)


def test_a_release_gives_nothing_free_and_ends_it() -> None:
    show = open_to("mia")
    show = after(show, ReleaseClaim(claims(show)[0].id))
    assert (states(show), show.stock["cap"].available) == ([PartState.RELEASED], 1)


def test_what_may_be_paid_counts_towards_the_limit() -> None:
    show = open_to("mia", caps=5, rules=replace(FIRST_PAID, limits=(Limit("cap", 1),)))
    assert states(claimed(show, "mia-2", CAP)) == [PartState.PAYABLE, PartState.REFUSED]


def test_a_stopped_sale_leaves_alone_who_has_been_told_to_pay() -> None:
    show = claimed(after(open_to("mia", caps=5), StopSale()), "tom-1", CAP)
    assert states(show) == [PartState.PAYABLE, PartState.WAITING]


def test_pieces_that_are_kept_back_cannot_be_paid() -> None:
    assert states(after(open_to("mia", caps=2), SetLimits("cap", 2))) == [PartState.WAITING]

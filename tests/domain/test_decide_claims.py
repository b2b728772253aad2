"""Exactly one winner, in order of arrival; everybody else has a place and a reason."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from console.domain.apply import folded
from console.domain.changes import ClaimMoved, SaleStopped
from console.domain.chat import AuthorCleared, LineDeleted
from console.domain.claims.claim import Claim, ClaimState, Part, PartState, Why
from console.domain.claims.grammar import Grammar
from console.domain.claims.reading import Asked, Verdict
from console.domain.claims.rules import HOLD, ClaimRules, Limit
from console.domain.commands import (
    AdjustStock,
    ClaimByHand,
    Command,
    CountStock,
    DueNow,
    EndShow,
    ExtendHold,
    HearChat,
    HoldStock,
    JoinBuyers,
    MarkBuyer,
    MarkPaid,
    NewShow,
    ReleaseClaim,
    ResumeSale,
    ReviewClaim,
    RingFence,
    SeeLevels,
    SetClaimRules,
    SetLimits,
    SetRelease,
    SettleFinding,
    StopSale,
)
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.findings import FindingKind, Settlement
from console.domain.orders import OrderLine, StockLevel
from console.domain.outcomes import Added, Adjusted, ClaimOver, Done, Invalid, NotEnough, NotRunning, UnknownSku
from console.domain.show import Show
from tests.domain.claiming import IRC, OTHER_WAY, TWITCH, claiming, line_of, read_as, together
from tests.domain.goods import NOON, SHOP, after, asked, running, seen, snapshot

CAP = Asked("cap", 1)
LATE = NOON + HOLD
MINUTE = timedelta(minutes=1)


def claims_of(show: Show) -> list[Claim]:
    return sorted(show.claims.by_id.values(), key=lambda each: each.id)


def states(show: Show) -> list[ClaimState]:
    return [claim.state for claim in claims_of(show)]


def only(show: Show, number: int = 0) -> Part:
    (part,) = claims_of(show)[number].parts
    return part


def ids(show: Show) -> list[int]:
    return [claim.id for claim in claims_of(show)]


def reserved(show: Show, sku: str = "cap") -> int:
    return show.stock[sku].reserved


def three_for_one(*more: Command) -> Show:
    """Mia has the one cap; Tom and Ann wait."""
    lines = [claiming(f"m{number}", name, CAP) for number, name in enumerate(["mia", "tom", "ann"])]
    return after(running({"cap": 1}), *lines, *more)


def test_who_moves_up_has_a_hold_time_of_its_own() -> None:
    rules = ClaimRules(hold_moved_up=2 * MINUTE)
    show = after(three_for_one(SetClaimRules(rules)), AdjustStock("cap", 1, "found"))
    assert [each.parts[0].until for each in claims_of(show)] == [LATE, NOON + 2 * MINUTE, None]


def test_the_last_piece_goes_to_the_first_line_and_the_others_wait_in_order() -> None:
    show = three_for_one()
    assert states(show) == [ClaimState.GRANTED, ClaimState.WAITING, ClaimState.WAITING]
    assert [part.rank for claim in claims_of(show) for part in claim.parts] == [0, 1, 2]
    assert only(show).until == LATE
    assert only(show, 1).why is Why.TOO_FEW_LEFT
    assert reserved(show) == 1


def test_one_batch_is_decided_in_the_order_of_its_lines() -> None:
    batch = together(*(claiming(f"m{number}", f"v{number}", CAP) for number in range(3)))
    show = after(running({"cap": 2}), batch)
    assert states(show) == [ClaimState.GRANTED, ClaimState.GRANTED, ClaimState.WAITING]
    assert [claim.place for claim in claims_of(show)] == [0, 1, 2]


def test_the_show_that_deciding_works_out_on_the_way_is_the_one_that_the_changes_make() -> None:
    show = after(running({"cap": 2}), claiming("m0", "mia", CAP))
    batch = together(*(claiming(f"m{n}", "mia" if n == 2 else "tom", CAP, name=f"{n}") for n in range(1, 4)))
    told = replace(batch, events=(*batch.events, LineDeleted(TWITCH, "m2"), LineDeleted(TWITCH, "m9")))
    _, changes, then = decide(show, told, NOON)
    assert sum(isinstance(each, ClaimMoved) for each in changes) == 1
    assert then == folded(show, changes, NOON)


def test_several_lines_of_one_sku_take_their_sum_or_nothing() -> None:
    show = after(running({"cap": 3}), claiming("m1", "mia", Asked("cap", 2), Asked("cap", 2)))
    assert only(show) == Part("cap", 4, PartState.WAITING, 0, 3, 1, None, Why.TOO_FEW_LEFT)
    assert reserved(show) == 0


def test_where_the_show_says_so_a_claim_gets_what_is_left() -> None:
    show = after(running({"cap": 3}), SetClaimRules(ClaimRules(partial=True)), claiming("m1", "mia", Asked("cap", 4)))
    assert (only(show).got, only(show).why) == (3, Why.WHAT_WAS_LEFT)
    assert reserved(show) == 3


def test_skus_of_one_claim_are_decided_apart() -> None:
    show = after(running({"cap": 1, "mug": 0}), claiming("m1", "mia", CAP, Asked("mug", 1), Asked("hat", 1)))
    assert states(show) == [ClaimState.PARTLY]
    assert [part.state for part in claims_of(show)[0].parts] == [PartState.HELD, PartState.WAITING, PartState.REFUSED]


def test_a_line_that_comes_again_claims_nothing_more() -> None:
    show = after(running({"cap": 5}), claiming("m1", "mia", CAP))
    for again in (
        claiming("m1", "mia", CAP),
        claiming("m1", "mia", Asked("cap", 2), source=OTHER_WAY),
    ):
        assert len(claims_of(after(show, again))) == 1
    assert len(claims_of(after(show, together(claiming("m1", "mia", CAP), claiming("m2", "mia", CAP))))) == 2


def test_two_ways_to_one_server_are_one_platform() -> None:
    other = "irc+ws://chat.example:8080/#shop"
    show = after(running({"cap": 5}), claiming("m1", "mia", CAP, source=IRC), claiming("m1", "mia", CAP, source=other))
    assert len(claims_of(show)) == 1


def test_the_same_id_of_two_platforms_is_two_lines() -> None:
    show = after(running({"cap": 5}), claiming("m1", "mia", CAP), claiming("m1", "mia", CAP, source=IRC))
    assert [claim.buyer for claim in claims_of(show)] == ["twitch/mia", "irc:chat.example/mia"]


@pytest.mark.parametrize(
    "said",
    [
        claiming("m1", "mia", CAP, backlog=True),
        claiming("m1", "mia", CAP, verdict=Verdict.IGNORE),
        claiming("m1", "mia"),
        claiming("m1", "mia", Asked("cap", 0)),
        claiming("m1", "mia", Asked("cap", 2**40)),
        HearChat((), (read_as(line_of("m1", "mia"), CAP),)),
    ],
)
def test_history_no_claims_nonsense_and_lines_that_nobody_said_claim_nothing(said: HearChat) -> None:
    assert claims_of(after(running({"cap": 5}), said)) == []


def test_nothing_is_claimed_while_the_show_does_not_run() -> None:
    show = after(running({"cap": 5}), EndShow(), claiming("m1", "mia", CAP))
    assert claims_of(show) == []
    assert asked(show, ClaimByHand("twitch/mia", (CAP,)))[0] == NotRunning()


def test_a_line_below_the_threshold_waits_for_a_person_and_keeps_its_place() -> None:
    unsure = claiming("m1", "mia", CAP, verdict=Verdict.REVIEW)
    show = after(running({"cap": 0}), unsure, claiming("m2", "tom", CAP))
    assert states(show) == [ClaimState.REVIEW, ClaimState.WAITING]
    assert reserved(show) == 0
    accepted = after(show, ReviewClaim(ids(show)[0], accept=True), AdjustStock("cap", 1, "found"))
    assert states(accepted) == [ClaimState.GRANTED, ClaimState.WAITING]
    meant = after(show, ReviewClaim(ids(show)[0], accept=True, items=(Asked("cap", 3),)))
    assert only(meant).quantity == 3
    rejected = after(show, ReviewClaim(ids(show)[0], accept=False))
    assert states(rejected) == [ClaimState.CANCELLED, ClaimState.WAITING]
    assert rejected.claims.tray == []


def test_a_line_of_which_nothing_is_certain_waits_until_a_person_says_what_it_means() -> None:
    show = after(running({"cap": 5}), claiming("m1", "mia", verdict=Verdict.REVIEW), claiming("m2", "tom"))
    (claim,) = show.claims.tray
    assert (claim.parts, states(show)) == ((), [ClaimState.REVIEW])
    assert isinstance(asked(show, ReviewClaim(claim.id, accept=True))[0], Invalid)
    meant = after(show, ReviewClaim(claim.id, accept=True, items=(CAP,)))
    assert (states(meant), reserved(meant)) == ([ClaimState.GRANTED], 1)
    rejected = after(show, ReviewClaim(claim.id, accept=False))
    assert (states(rejected), rejected.claims.tray) == ([ClaimState.REFUSED], [])


@pytest.mark.parametrize("grammar", [Grammar(threshold=1.5), Grammar(most=0), Grammar(most=1_000_000)])
def test_a_grammar_that_makes_no_sense_is_refused(grammar: Grammar) -> None:
    show = running({"cap": 5})
    assert isinstance(asked(show, SetClaimRules(ClaimRules(grammar=grammar)))[0], Invalid)


def test_a_restricted_buyer_and_one_without_identity_are_looked_at_first() -> None:
    show = after(running({"cap": 5}), MarkBuyer("twitch/mia", restricted=True), JoinBuyers("twitch/mia", "twitch/m2"))
    show = after(
        show, claiming("m1", "m2", CAP), claiming("m2", "", CAP, name="Tom"), claiming("m3", "", CAP, name="Tom")
    )
    assert [claim.review for claim in claims_of(show)] == [Why.RESTRICTED, Why.NO_IDENTITY, Why.NO_IDENTITY]
    assert len({claim.buyer for claim in claims_of(show)}) == 3
    free = after(show, MarkBuyer("twitch/mia", restricted=False), claiming("m4", "mia", CAP))
    assert states(free)[-1] is ClaimState.GRANTED


def test_whoever_is_trusted_again_is_so_under_every_name() -> None:
    joined = after(running({"cap": 5}), JoinBuyers("twitch/mia", "twitch/m2"), MarkBuyer("twitch/m2", restricted=True))
    show = after(joined, MarkBuyer("twitch/mia", restricted=False))
    assert not show.claims.is_restricted("twitch/m2")


def test_a_deleted_line_sends_its_claim_to_the_tray_with_what_it_holds() -> None:
    show = three_for_one(HearChat((LineDeleted(TWITCH, "m0"),)))
    (claim,) = show.claims.tray
    assert (claim.review, claim.state, reserved(show)) == (Why.DELETED, ClaimState.REVIEW, 1)
    assert states(after(show, ReviewClaim(claim.id, accept=True)))[0] is ClaimState.GRANTED
    rejected = after(show, ReviewClaim(claim.id, accept=False))
    assert states(rejected) == [ClaimState.CANCELLED, ClaimState.GRANTED, ClaimState.WAITING]


def test_a_line_deleted_before_it_comes_claims_nothing() -> None:
    show = after(running({"cap": 5}), HearChat((LineDeleted(TWITCH, "m1"),)), claiming("m1", "mia", CAP))
    assert claims_of(show) == []


def test_all_open_claims_of_a_banned_viewer_are_looked_at() -> None:
    show = three_for_one(claiming("m9", "mia", CAP), HearChat((AuthorCleared(TWITCH, "mia"),)))
    assert [claim.buyer for claim in show.claims.tray] == ["twitch/mia", "twitch/mia"]


def moved_up(show: Show) -> None:
    """The second claim has the cap now, with a hold of its own, and the third moved up."""
    assert states(show)[1:] == [ClaimState.GRANTED, ClaimState.WAITING]
    assert only(show, 1).why is Why.MOVED_UP
    assert show.claims.rank(ids(show)[2], "cap") == 1


@pytest.mark.parametrize(
    "freed",
    [
        lambda show: ReleaseClaim(ids(show)[0]),
        lambda _: AdjustStock("cap", 1, "found"),
        lambda _: CountStock("cap", 2, 1, "count"),
    ],
)
def test_pieces_that_are_freed_or_found_go_to_the_first_who_waits(freed: Callable[[Show], Command]) -> None:
    show = three_for_one()
    moved_up(after(show, freed(show), now=NOON + MINUTE))


def test_a_hold_that_is_over_goes_to_the_next_with_a_hold_of_its_own() -> None:
    show = after(three_for_one(), DueNow(), now=LATE - MINUTE)
    assert states(show)[0] is ClaimState.GRANTED
    show = after(show, DueNow(), now=LATE)
    assert states(show)[0] is ClaimState.EXPIRED
    moved_up(show)
    assert only(show, 1).until == LATE + HOLD


def test_lowering_the_buffer_releasing_more_and_going_on_let_people_move_up() -> None:
    kept = after(running({"cap": 1}), SetLimits("cap", 1), claiming("m1", "mia", CAP))
    assert states(kept) == [ClaimState.WAITING]
    assert states(after(kept, SetLimits("cap", 0))) == [ClaimState.GRANTED]
    staged = after(running({"cap": 3}), SetRelease("cap", 1), *(claiming(f"m{n}", f"v{n}", CAP) for n in range(3)))
    assert [only(staged, n).why for n in range(3)] == [Why.ENOUGH_LEFT, Why.NOT_RELEASED, Why.NOT_RELEASED]
    assert states(after(staged, SetRelease("cap", 2))) == [ClaimState.GRANTED, ClaimState.GRANTED, ClaimState.WAITING]
    assert ClaimState.WAITING not in states(after(staged, SetRelease("cap", None)))


@pytest.mark.parametrize(
    ("stop", "go_on"), [(StopSale(("cap",), "a fault"), ResumeSale(("cap",))), (StopSale(), ResumeSale())]
)
def test_a_stopped_sale_grants_nothing_until_it_goes_on(stop: Command, go_on: Command) -> None:
    show = after(running({"cap": 1}), stop, claiming("m1", "mia", CAP), AdjustStock("cap", 1, "found"))
    assert (states(show), only(show).why) == ([ClaimState.WAITING], Why.STOPPED)
    assert states(after(show, go_on)) == [ClaimState.GRANTED]
    assert asked(show, StopSale(("hat",)))[0] == UnknownSku("hat")


def test_a_shops_cancelled_order_and_its_settled_number_let_people_move_up() -> None:
    order = snapshot("1", OrderLine("cap", 1))
    show = after(running({"cap": 1}), seen(order), claiming("m1", "mia", CAP))
    assert states(show) == [ClaimState.WAITING]
    cancelled = snapshot("1", OrderLine("cap", 1, cancelled=1), version=2)
    assert states(after(show, seen(cancelled))) == [ClaimState.GRANTED]
    differs = after(running({"cap": 0}), claiming("m1", "mia", CAP), SeeLevels(SHOP, (StockLevel("cap", 1, 0),)))
    (finding,) = differs.open_findings
    assert states(after(differs, SettleFinding(finding.id, Settlement.THEIRS))) == [ClaimState.GRANTED]


def test_whoever_asks_for_less_does_not_wait_behind_a_sum_that_is_not_there() -> None:
    show = after(running({"cap": 1}), claiming("m1", "mia", Asked("cap", 2)), claiming("m2", "tom", CAP))
    assert states(show) == [ClaimState.WAITING, ClaimState.GRANTED]


def test_a_limit_counts_claims_waiting_paid_and_ordered_under_any_identity() -> None:
    limited = after(running({"cap": 9}), SetClaimRules(ClaimRules(limit=2)), claiming("m1", "mia", Asked("cap", 2)))
    assert states(after(limited, claiming("m2", "mia", CAP)))[-1] is ClaimState.REFUSED
    assert states(after(limited, MarkPaid(ids(limited)[0]), claiming("m2", "mia", CAP)))[-1] is ClaimState.REFUSED
    other = after(limited, JoinBuyers("twitch/mia", "irc:chat.example/m"), claiming("m2", "m", CAP, source=IRC))
    assert (states(other)[-1], only(other, 1).why) == (ClaimState.REFUSED, Why.OVER_LIMIT)
    bought = after(running({"cap": 9}), SetClaimRules(ClaimRules(limit=2)), seen(snapshot("1", OrderLine("cap", 2))))
    assert states(after(bought, JoinBuyers("twitch/mia", "shop/b1"), claiming("m1", "mia", CAP))) == [
        ClaimState.REFUSED
    ]
    assert states(after(bought, claiming("m1", "mia", CAP))) == [ClaimState.GRANTED]
    own = after(running({"cap": 9}), SetClaimRules(ClaimRules(limit=2, limits=(Limit("cap", 1),))))
    assert states(after(own, claiming("m1", "mia", Asked("cap", 2)))) == [ClaimState.REFUSED]


def test_the_same_name_of_two_viewers_shares_no_limit() -> None:
    show = after(running({"cap": 9}), SetClaimRules(ClaimRules(limit=1)))
    show = after(show, claiming("m1", "u1", CAP, name="Mia"), claiming("m2", "u2", CAP, name="Mia"))
    assert states(show) == [ClaimState.GRANTED, ClaimState.GRANTED]


def test_a_limit_holds_when_somebody_moves_up() -> None:
    show = after(running({"cap": 0}), claiming("m1", "mia", Asked("cap", 2)), claiming("m2", "tom", CAP))
    show = after(show, SetClaimRules(ClaimRules(limit=1)), AdjustStock("cap", 3, "found"))
    assert states(show) == [ClaimState.REFUSED, ClaimState.GRANTED]
    assert reserved(show) == 1


def test_what_is_due_is_released_by_deadline_then_by_claim() -> None:
    show = after(running({"cap": 3}), *(claiming(f"m{n}", f"v{n}", CAP) for n in range(3)))
    first, second, third = ids(show)
    show = after(show, ExtendHold(first, MINUTE))
    after_all = after(show, DueNow(), now=LATE + MINUTE)

    changes = decide(show, DueNow(), LATE + MINUTE).changes
    order = [change.claim for change in changes if isinstance(change, ClaimMoved)]
    assert order == [second, third, first]
    assert set(states(after_all)) == {ClaimState.EXPIRED}
    assert reserved(after_all) == 0


def test_a_hold_is_extended_and_paid_pieces_are_promised() -> None:
    show = after(running({"cap": 1}), claiming("m1", "mia", CAP))
    (number,) = ids(show)
    longer = after(show, ExtendHold(number, MINUTE))
    assert only(longer).until == LATE + MINUTE
    assert isinstance(asked(show, ExtendHold(number, timedelta()))[0], Invalid)
    paid = after(longer, MarkPaid(number))
    assert (states(paid), paid.stock["cap"].reserved, paid.stock["cap"].committed) == ([ClaimState.PAID], 0, 1)
    assert states(after(paid, DueNow(), now=LATE + HOLD)) == [ClaimState.PAID]
    assert asked(paid, ReleaseClaim(number))[0] == ClaimOver(number, ClaimState.PAID)


def test_claims_by_hand_fill_a_gap() -> None:
    show = running({"cap": 1})
    outcome, show = asked(show, ClaimByHand("twitch/mia", (CAP,), TWITCH, "Mia"))
    assert outcome == Added(ids(show)[0])
    assert (states(show), claims_of(show)[0].line) == ([ClaimState.GRANTED], "")
    assert isinstance(asked(show, ClaimByHand("", (CAP,)))[0], Invalid)
    assert isinstance(asked(show, ClaimByHand("twitch/mia", ()))[0], Invalid)


def test_fenced_pieces_are_for_claims_only() -> None:
    show = after(running({"cap": 3}), RingFence("cap", 2))
    assert asked(show, HoldStock("cap", 2, "for the window"))[0] == NotEnough("cap", 1)
    assert isinstance(asked(show, HoldStock("cap", 1, "for the window"))[0], Adjusted)
    claimed = after(show, claiming("m1", "mia", Asked("cap", 2)))
    assert isinstance(asked(claimed, HoldStock("cap", 1, "for the window"))[0], Adjusted)
    assert asked(show, RingFence("cap", 4))[0] == NotEnough("cap", 3)


def test_open_claims_outlive_their_show_and_terms_do_not() -> None:
    show = three_for_one(StopSale(("cap",)), EndShow(), NewShow("Saturday", "USD"))
    assert states(show) == [ClaimState.GRANTED, ClaimState.WAITING, ClaimState.WAITING]
    assert not show.claims.closed("cap")
    assert dict(show.claims.taken) == {}
    assert states(after(show, DueNow(), now=LATE)) == [ClaimState.EXPIRED, ClaimState.GRANTED, ClaimState.WAITING]


@pytest.mark.parametrize("rules", [ClaimRules(timedelta()), ClaimRules(timedelta(days=8)), ClaimRules(limit=-1)])
def test_rules_that_make_no_sense_are_refused(rules: ClaimRules) -> None:
    assert isinstance(asked(running({}), SetClaimRules(rules))[0], Invalid)
    assert asked(running({}), SetClaimRules(ClaimRules()))[0] == Done()


def test_a_stop_that_says_what_is_said_already_changes_nothing_and_another_sentence_does() -> None:
    show = running({"cap": 3, "mug": 1}, (StopSale(("cap",), "Wait"),))
    assert decide(show, StopSale(("cap",), " Wait "), NOON) == Decision(Done())
    assert decide(show, StopSale(("cap", "mug"), "Wait"), NOON).changes == (SaleStopped(("mug",), "Wait"),)
    assert decide(show, StopSale(("cap",), "Back soon"), NOON).changes == (SaleStopped(("cap",), "Back soon"),)
    assert decide(show, StopSale((), "Wait"), NOON).changes == (SaleStopped((), "Wait"),)


def fenced_five() -> Show:
    """Eight caps, five of them kept for this show, of which one is claimed."""
    return after(running({"cap": 8}), RingFence("cap", 5), claiming("1", "mia", CAP))


def test_a_shop_s_order_that_takes_pieces_kept_for_the_show_is_recorded_and_found() -> None:
    show = after(fenced_five(), seen(snapshot("1", OrderLine("cap", 3))))
    assert show.open_findings == []
    show = after(show, seen(snapshot("2", OrderLine("cap", 2))))
    (finding,) = show.open_findings
    assert (finding.kind, finding.theirs, finding.ours) == (FindingKind.FENCE_EATEN, 2, 4)
    assert show.stock["cap"].committed == 5
    show = after(show, seen(snapshot("3", OrderLine("cap", 1))))
    assert len(show.open_findings) == 1


def test_it_is_settled_by_keeping_what_there_is_or_by_pieces_that_are_coming() -> None:
    show = after(fenced_five(), seen(snapshot("1", OrderLine("cap", 5))))
    (finding,) = show.open_findings
    lowered = after(show, SettleFinding(finding.id, Settlement.THEIRS))
    assert (lowered.claims.fence("cap"), lowered.open_findings) == (2, [])
    stays = after(show, SettleFinding(finding.id, Settlement.OURS))
    assert (stays.claims.fence("cap"), stays.open_findings) == (4, [])
    again = after(stays, AdjustStock("cap", 2, "found"), seen(snapshot("2", OrderLine("cap", 1))))
    assert [each.kind for each in again.open_findings] == [FindingKind.FENCE_EATEN]


def test_pieces_of_the_show_go_to_its_claims_and_an_oversold_sku_is_one_finding() -> None:
    show = after(fenced_five(), claiming("2", "tom", Asked("cap", 4)))
    assert (show.claims.fence("cap"), show.stock["cap"].available) == (0, 3)
    show = after(fenced_five(), seen(snapshot("1", OrderLine("cap", 9))))
    assert [each.kind for each in show.open_findings] == [FindingKind.OVERSOLD]

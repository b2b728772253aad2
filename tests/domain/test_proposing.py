"""The queue proposes, with its numbers; it does not waver; a person decides."""

from datetime import datetime, timedelta

import pytest

from console.domain.commands import (
    AddTime,
    AdjustStock,
    AnswerProposal,
    Command,
    ImportRundown,
    PauseSegment,
    Propose,
    StopSale,
    Take,
)
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.orders import OrderLine
from console.domain.outcomes import Done, Missing
from console.domain.proposals import Advice, Answer, Proposal, Reason
from console.domain.proposing import advised, standing
from console.domain.rundown import NOTHING, Segment
from console.domain.show import Show
from console.domain.timing import following, timing
from tests.domain.goods import FIVE, NOON, after, asked, running, seen, snapshot

MINUTE = timedelta(minutes=1)
ROWS = (
    Segment("Caps", FIVE, products=("cap",)),
    Segment("Mugs", FIVE, products=("mug",)),
    Segment("Hats", 3 * MINUTE, products=("hat",)),
    Segment("Bye", MINUTE),
)


def at(minutes: float) -> datetime:
    return NOON + minutes * MINUTE


def bought(minutes: float, pieces: int, sku: str = "cap") -> Command:
    return seen(snapshot(f"{sku}{minutes}", OrderLine(sku, pieces), placed_at=at(minutes)))


@pytest.fixture
def show() -> Show:
    """On air since noon, its first segment live, and bought from time to time."""
    made = running({"cap": 90, "mug": 9, "hat": 9}, [ImportRundown("plan", "d", ROWS), Take()])
    return after(made, bought(0.5, 1), bought(3, 1))


def ids(show: Show) -> dict[str, int]:
    return {segment.title: segment.id for segment in show.segments}


def told(show: Show, minutes: float) -> Proposal:
    found = advised(show, at(minutes))
    assert found
    return found


def test_on_time_and_selling_there_is_nothing_to_propose(show: Show) -> None:
    assert advised(show, at(4)) is None
    assert decide(show, Propose(), at(4)) == Decision(Done())


def test_what_is_sold_out_on_air_is_ended_with_its_numbers(show: Show) -> None:
    gone = after(show, AdjustStock("cap", -88, "broken"))
    found = told(gone, 3)
    assert (found.advice, found.reason, found.segment, found.by) == (
        Advice.SHORTEN,
        Reason.SOLD_OUT,
        ids(show)["Caps"],
        -2 * MINUTE,
    )
    assert (found.numbers.stock, found.numbers.left, found.numbers.over) == (0, 2 * MINUTE, NOTHING)
    assert found.numbers.pace == pytest.approx(2 / 3, abs=0.01)


def test_what_comes_next_and_is_sold_out_is_skipped(show: Show) -> None:
    gone = after(show, AdjustStock("mug", -9, "broken"))
    assert (told(gone, 2).advice, told(gone, 2).segment) == (Advice.SKIP, ids(show)["Mugs"])


def test_what_comes_next_and_may_not_air_yet_changes_places(show: Show) -> None:
    halted = after(show, StopSale(("mug",), "a moment"))
    found = told(halted, 2)
    assert (found.advice, found.segment, found.other) == (Advice.SWAP, ids(show)["Mugs"], ids(show)["Hats"])
    offered = after(halted, Propose(), now=at(2))
    swapped = after(offered, AnswerProposal(1, accept=True), now=at(2))
    assert [segment.title for segment in swapped.segments] == ["Caps", "Hats", "Mugs", "Bye"]


def test_what_nobody_buys_is_ended(show: Show) -> None:
    assert advised(show, at(3.9)) is None
    quiet = after(running({"cap": 9, "mug": 9, "hat": 9}, [ImportRundown("plan", "d", ROWS), Take()]))
    assert advised(quiet, at(2.9)) is None
    found = told(quiet, 3)
    assert (found.advice, found.reason, found.by) == (Advice.SHORTEN, Reason.SELLS_NOTHING, -2 * MINUTE)


def test_what_sells_fast_gets_the_time_that_there_is(show: Show) -> None:
    early = after(show, Take(ids(show)["Caps"]), bought(4, 9))
    early = after(early, *(Take(ids(show)[title]) for title in ("Mugs", "Caps")))
    assert advised(early, at(4.2)) is None, "no time is left over"
    skipped = running({"cap": 90, "mug": 9, "hat": 9}, [ImportRundown("plan", "d", ROWS), Take()])
    skipped = after(skipped, bought(4, 9), AdjustStock("mug", -9, "broken"), now=at(4))
    skipped = after(skipped, Propose(), now=at(4))
    skipped = after(skipped, AnswerProposal(1, accept=True), now=at(4))
    found = told(skipped, 4.1)
    assert (found.advice, found.reason, found.by) == (Advice.EXTEND, Reason.SELLS_FAST, 2 * MINUTE)


def test_a_late_show_leaves_out_what_fits(show: Show) -> None:
    late = after(show, bought(7, 1))
    assert advised(late, at(6.9)) is None
    found = told(late, 7)
    assert (found.advice, found.reason, found.segment) == (Advice.SKIP, Reason.RUNNING_LATE, ids(show)["Hats"])
    assert following(late) == ids(show)["Mugs"]


def test_what_stands_does_not_waver(show: Show) -> None:
    """Late by two minutes it is proposed, and goes only below one."""
    offered = after(show, bought(7, 1), Propose(), now=at(7))
    assert standing(offered)
    taken = after(offered, Take(), AddTime(-MINUTE / 2), now=at(7))
    assert over(taken, 7) == 1.5 * MINUTE
    assert decide(taken, Propose(), at(7)).changes == ()
    early = after(taken, AddTime(-MINUTE), now=at(7))
    assert over(early, 7) == MINUTE / 2
    assert [each.answer for each in after(early, Propose(), now=at(7)).proposals] == [Answer.LAPSED]


def over(show: Show, minutes: float) -> timedelta:
    told = timing(show, at(minutes))
    assert told
    return told.over


def test_a_proposal_goes_when_its_reason_has_gone(show: Show) -> None:
    offered = after(show, AdjustStock("mug", -9, "broken"), Propose(), now=at(2))
    assert standing(offered)
    back = after(offered, AdjustStock("mug", 5, "found"), Propose(), now=at(3))
    assert standing(back) is None
    assert [each.answer for each in back.proposals] == [Answer.LAPSED]


def test_what_a_person_left_does_not_come_back_at_once(show: Show) -> None:
    offered = after(show, AdjustStock("mug", -9, "broken"), Propose(), now=at(1))
    left = after(offered, AnswerProposal(1, accept=False), now=at(1))
    assert (following(left), left.proposals[0].answer) == (ids(show)["Mugs"], Answer.DISMISSED)
    assert advised(left, at(4)) is None


def test_what_was_accepted_is_done_and_kept_with_how_late_it_was(show: Show) -> None:
    offered = after(show, bought(7, 1), Propose(), now=at(7))
    done = after(offered, AnswerProposal(1, accept=True), now=at(7))
    assert done.skipped == {ids(show)["Hats"]}
    assert (done.proposals[0].answer, done.proposals[0].over_then) == (Answer.ACCEPTED, 2 * MINUTE)
    assert asked(done, AnswerProposal(1, accept=True))[0] == Missing("proposal", "1")


def test_nothing_is_proposed_while_the_clock_is_held_or_nothing_is_live(show: Show) -> None:
    gone = after(show, AdjustStock("mug", -9, "broken"))
    assert advised(after(gone, PauseSegment(), now=at(1)), at(2)) is None
    assert advised(running({}), at(2)) is None

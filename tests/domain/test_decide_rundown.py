"""The rundown: editing, taking, going back, leaving out."""

from datetime import timedelta

import pytest

from console.domain.commands import (
    Back,
    EndShow,
    GoLive,
    ImportRundown,
    MoveSegment,
    RemoveSegment,
    SaveSegment,
    SkipSegment,
    Take,
)
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.outcomes import Added, Done, InUse, Invalid, Missing, NothingNext, NotRunning
from console.domain.rundown import Segment
from console.domain.show import Show
from console.domain.timing import following
from tests.domain.goods import NOON, after, asked, running

FIVE = timedelta(minutes=5)


def rundown(*titles: str, products: tuple[str, ...] = ()) -> ImportRundown:
    return ImportRundown("plan.csv", "d", tuple(Segment(title, FIVE, products=products) for title in titles))


@pytest.fixture
def show() -> Show:
    return running({"cap": 3}, [rundown("A", "B", "C", "D")])


def number(show: Show, title: str) -> int:
    return next(segment.id for segment in show.segments if segment.title == title)


def live(show: Show) -> str:
    return next((s.title for s in show.segments if show.live and s.id == show.live.segment), "-")


def titles(show: Show) -> str:
    return "".join(segment.title for segment in show.segments)


def test_take_goes_on_and_back_goes_back_past_what_is_skipped(show: Show) -> None:
    skipped = after(show, SkipSegment(number(show, "B")))
    seen = []
    for command in (Take(), Take(), Take(), Take(), Back(), Back(), Back()):
        outcome, skipped = asked(skipped, command)
        seen.append(live(skipped) if outcome == Done() else type(outcome).__name__)
    assert seen == ["A", "C", "D", "NothingNext", "C", "A", "NothingNext"]


def test_at_most_one_segment_is_live_and_its_end_is_the_next_ones_begin(show: Show) -> None:
    later = NOON + FIVE
    twice = after(after(show, Take()), Take(), now=later)
    assert [(each.began, each.ended) for each in twice.aired] == [(NOON, later), (later, None)]
    assert decide(twice, Take(number(show, "B")), later) == Decision(Done())


def test_taking_a_skipped_segment_takes_it_in_again(show: Show) -> None:
    taken = after(show, SkipSegment(number(show, "C")), Take(number(show, "C")))
    assert (live(taken), taken.skipped) == ("C", frozenset())


def test_skipping_what_is_live_goes_on(show: Show) -> None:
    assert live(after(show, Take(), SkipSegment(number(show, "A")))) == "B"
    last = after(show, Take(number(show, "D")))
    assert asked(last, SkipSegment(number(show, "D")))[0] == NothingNext()


def test_nothing_is_taken_before_the_show_runs(show: Show) -> None:
    ended = after(show, Take(), EndShow())
    assert decide(ended, Take(), NOON) == Decision(NotRunning())
    assert (ended.live, ended.pinned) == (None, None)
    assert following(ended) == number(show, "B")
    assert live(after(ended, GoLive(), Take())) == "B"


def test_what_was_played_can_neither_be_removed_nor_replaced(show: Show) -> None:
    played = after(show, Take(), Take())
    assert asked(played, RemoveSegment(number(show, "A")))[0] == InUse("played")
    assert asked(played, rundown("X"))[0] == InUse("played")
    assert titles(after(played, RemoveSegment(number(show, "C")))) == "ABD"


def test_a_removed_segment_leaves_nothing_behind(show: Show) -> None:
    gone = after(show, SkipSegment(number(show, "C")), RemoveSegment(number(show, "C")))
    assert gone.skipped == frozenset()
    outcome, more = asked(gone, SaveSegment(Segment("E", FIVE)))
    assert outcome == Added(show.serial + 1)
    assert titles(more) == "ABDE"


@pytest.mark.parametrize(("at", "order"), [(0, "XABCD"), (-3, "XABCD"), (2, "ABXCD"), (99, "ABCDX"), (None, "ABCDX")])
def test_a_segment_joins_at_a_position(show: Show, at: int | None, order: str) -> None:
    assert titles(after(show, SaveSegment(Segment("X", FIVE), at))) == order


def test_a_segment_moves_within_the_ends(show: Show) -> None:
    assert titles(after(show, MoveSegment(number(show, "A"), 99))) == "BCDA"
    assert titles(after(show, MoveSegment(number(show, "D"), -1))) == "DABC"
    assert decide(show, MoveSegment(number(show, "A"), 0), NOON) == Decision(Done())


@pytest.mark.parametrize(
    "segment",
    [
        Segment(" ", FIVE),
        Segment("x" * 301, FIVE),
        Segment("X", timedelta(seconds=-1)),
        Segment("X", timedelta(hours=24, microseconds=1)),
        Segment("X", FIVE, script="x" * 50_001),
    ],
)
def test_a_segment_has_a_title_and_a_possible_length(show: Show, segment: Segment) -> None:
    assert isinstance(asked(show, SaveSegment(segment))[0], Invalid)
    assert isinstance(asked(show, ImportRundown("p", "d", (segment,)))[0], Invalid)


def test_the_same_rundown_again_changes_nothing(show: Show) -> None:
    assert decide(show, rundown("A", "B", "C", "D"), NOON) == Decision(Done())
    assert decide(show, SaveSegment(show.segments[0]), NOON) == Decision(Done())


def test_taking_a_segment_queues_and_pins_its_first_known_product() -> None:
    show = running({"cap": 3, "mug": 1}, [rundown("A", "B", products=("ghost", "mug", "cap")), Take()])
    assert [(item.product, item.code) for item in show.queue] == [("mug", "1")]
    assert show.pinned == show.queue[0].id
    again = after(show, Take())
    assert (again.queue, again.pinned) == (show.queue, show.pinned)


@pytest.mark.parametrize("command", [Take(99), RemoveSegment(99), MoveSegment(99, 0), SkipSegment(99)])
def test_a_segment_that_is_not_there_is_missing(
    show: Show, command: Take | RemoveSegment | MoveSegment | SkipSegment
) -> None:
    assert asked(show, command)[0] == Missing("segment", "99")


def test_there_is_no_rundown_without_a_show() -> None:
    assert asked(Show(), SaveSegment(Segment("A", FIVE)))[0] == Missing("show", "")
    assert asked(Show(), rundown("A"))[0] == Missing("show", "")

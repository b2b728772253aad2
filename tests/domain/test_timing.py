"""Over and under, past midnight and through a change of the clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from console.domain.commands import ImportRundown, SkipSegment, Take
from console.domain.planning import plan
from console.domain.rundown import NOTHING, Segment
from console.domain.show import Show
from console.domain.timing import Timing, timing
from tests.domain.goods import after, running

BERLIN = ZoneInfo("Europe/Berlin")
LATE = datetime(2026, 12, 31, 23, 50, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def on_air(begin: datetime, *segments: Segment) -> Show:
    return after(running({}), ImportRundown("p", "d", segments), Take(), now=begin)


def minutes(*lengths: int) -> list[Segment]:
    return [Segment(f"S{length}", length * MINUTE) for length in lengths]


def at(show: Show, now: datetime) -> Timing:
    found = timing(show, now)
    assert found
    return found


def test_without_a_rundown_there_is_no_time() -> None:
    assert timing(running({}), LATE) is None


def test_over_runs_on_past_midnight() -> None:
    show = on_air(LATE, *[Segment("A", 5 * MINUTE, planned_start=LATE), *minutes(10)])
    now = at(show, LATE + 15 * MINUTE)
    assert (now.elapsed, now.remaining, now.over) == (15 * MINUTE, -10 * MINUTE, 10 * MINUTE)
    assert now.expected == {show.segments[1].id: LATE + 15 * MINUTE}
    assert now.ends == LATE + 25 * MINUTE


def test_under_is_below_zero() -> None:
    show = on_air(LATE, *[Segment("A", 5 * MINUTE, planned_start=LATE), *minutes(10)])
    early = after(show, Take(), now=LATE + 2 * MINUTE)
    assert at(early, LATE + 3 * MINUTE).over == -3 * MINUTE


def test_a_clock_change_in_the_night_moves_no_instant() -> None:
    begin = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    show = on_air(begin.astimezone(UTC), *[Segment("A", 60 * MINUTE, planned_start=begin), *minutes(60)])
    first, second = plan(show, begin)
    assert (first.ends - first.begins, second.ends - second.begins) == (60 * MINUTE, 60 * MINUTE)
    second_half_past_two = begin.replace(fold=1)
    assert at(show, second_half_past_two.astimezone(UTC)).over == NOTHING


def test_planned_gaps_are_kept_and_skipped_segments_take_no_time() -> None:
    lunch = Segment("B", 10 * MINUTE, planned_start=LATE + 20 * MINUTE)
    show = on_air(LATE, Segment("A", 5 * MINUTE, planned_start=LATE), lunch, *minutes(7, 8))
    a, b, c, d = (segment.id for segment in show.segments)
    late = at(show, LATE + 6 * MINUTE)
    assert late.expected == {b: LATE + 21 * MINUTE, c: LATE + 31 * MINUTE, d: LATE + 38 * MINUTE}
    assert late.over == MINUTE
    skipped = at(after(show, SkipSegment(c)), LATE + 6 * MINUTE)
    assert skipped.expected == {b: LATE + 21 * MINUTE, d: LATE + 31 * MINUTE}
    assert skipped.over == -6 * MINUTE
    assert a not in skipped.expected


instants = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is beside it


@given(instants, st.lists(st.integers(0, 200), min_size=1, max_size=6), st.integers(0, 2000))
def test_over_is_what_the_live_segment_runs_over(begin: datetime, lengths: list[int], passed: int) -> None:
    first = Segment("A", 5 * MINUTE, planned_start=begin)
    show = on_air(begin, first, *minutes(*lengths))
    now = at(show, begin + passed * MINUTE)
    assert now.over == max(0, passed - 5) * MINUTE
    assert now.remaining == (5 - passed) * MINUTE
    assert now.ends - now.planned_end == now.over
    assert list(now.expected.values()) == sorted(now.expected.values())

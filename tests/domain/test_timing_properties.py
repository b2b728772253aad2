"""The sums of a running show: planned and delay make expected, what was played tiles the show, no time counts twice."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.commands import (
    AddTime,
    ApplyDelay,
    ApproveScript,
    Back,
    Command,
    EndShow,
    GoLive,
    ImportRundown,
    MoveSegment,
    NewShow,
    PauseSegment,
    RemoveSegment,
    ResumeSegment,
    SaveSegment,
    SetDelay,
    SetNext,
    SetRundownRules,
    SkipSegment,
    Take,
    TakeEdits,
)
from console.domain.planning import ends_of, plan
from console.domain.played import as_played, report
from console.domain.rundown import NOTHING, Kind, RundownRules, Segment
from console.domain.show import Show
from console.domain.timing import on_air, timing
from tests.domain.goods import after

MINUTE = timedelta(minutes=1)
BERLIN = ZoneInfo("Europe/Berlin")
BEGINS = (  # a plain evening, over midnight, and the nights in which the clocks change
    datetime(2026, 11, 5, 20, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN).astimezone(UTC),
    datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN).astimezone(UTC),
)

lengths = st.integers(0, 40).map(lambda n: n * MINUTE)
begins = st.sampled_from(BEGINS)


@st.composite
def rundowns(draw: st.DrawFn, begin: datetime) -> ImportRundown:
    """Rows of all kinds, with starts, locked ends and loops here and there; a group stands before all that it holds."""
    rows: list[Segment] = []
    groups: list[int] = []
    for place in range(1, draw(st.integers(1, 8)) + 1):
        kind = draw(st.sampled_from([Kind.SEGMENT] * 5 + list(Kind)))
        if kind is Kind.GROUP:
            groups.append(place)
        start = draw(st.none() | st.integers(0, 300).map(lambda n: begin + n * MINUTE))
        locked = draw(st.none() | lengths)
        rows.append(
            Segment(
                f"S{place}",
                draw(lengths),
                planned_start=start,
                kind=kind,
                group=draw(st.sampled_from([0, *groups])) if kind is not Kind.GROUP else 0,
                hard=draw(st.booleans()) and start is not None,
                planned_end=start + locked if start is not None and locked is not None else None,
                count_to_end=draw(st.booleans()),
                loops_to=place if kind is Kind.SEGMENT and draw(st.booleans()) else 0,
            )
        )
    return ImportRundown("plan.csv", "d", tuple(rows))


places = st.integers(1, 10)
doings: st.SearchStrategy[Command] = st.one_of(
    st.builds(Take, st.none() | places),
    st.just(Take()),
    st.just(Back()),
    st.just(PauseSegment()),
    st.just(ResumeSegment()),
    st.just(TakeEdits()),
    st.just(EndShow()),
    st.just(GoLive()),
    st.builds(AddTime, lengths | lengths.map(lambda each: -each)),
    st.builds(SkipSegment, places, st.booleans()),
    st.builds(SetNext, st.none() | places),
    st.builds(SetDelay, places, lengths | lengths.map(lambda each: -each)),
    st.builds(ApplyDelay, places),
    st.builds(MoveSegment, places, st.integers(0, 9)),
    st.builds(RemoveSegment, places),
    st.builds(ApproveScript, places),
    st.builds(lambda title, length: SaveSegment(Segment(title, length)), st.sampled_from("XY"), lengths),
    st.builds(lambda number, length: SaveSegment(Segment("Z", length, number)), places, lengths),
    st.builds(SetRundownRules, st.builds(RundownRules, st.booleans())),
)


@st.composite
def evenings(draw: st.DrawFn) -> tuple[list[Show], datetime]:
    """A show after each of the things that were done, and the moment of now."""
    begin = draw(begins)
    now = begin + draw(st.integers(-30, 30)) * MINUTE
    shows = [after(Show(), NewShow("Friday", "USD"), draw(rundowns(begin)))]
    for command in [GoLive(), *draw(st.lists(doings, max_size=14))]:
        now += draw(st.integers(0, 20)) * MINUTE / 4
        shows.append(after(shows[-1], command, now=now))
    return shows, now + draw(st.integers(0, 20)) * MINUTE


@given(evenings())
@settings(max_examples=150)
def test_a_forecast_goes_forwards_and_counts_no_time_twice(made: tuple[list[Show], datetime]) -> None:
    shows, now = made
    show = shows[-1]
    told = timing(show, now)
    if told is None:
        return
    slots = {slot.segment.id: slot for slot in plan(show, show.began or now)}
    assert told.over == told.ends - told.planned_end
    assert told.planned_end == ends_of(slots.values(), show.began or now)
    at = told.live_ends or (now if show.began and not show.ended else None)
    for number, begins_at in told.expected.items():
        assert at is None or begins_at >= at
        segment = slots[number].segment
        if segment.hard and segment.planned_start and segment.timed:
            assert begins_at >= slots[number].begins + (show.delays.get(number) or NOTHING)
        takes = NOTHING if segment.kind is Kind.MILESTONE else slots[number].length or segment.planned
        if segment.timed and segment.count_to_end:
            takes = max(NOTHING, slots[number].ends - begins_at)
        at = begins_at + (takes if segment.timed or segment.kind is Kind.AD_LIB else NOTHING)
        if segment.timed and not segment.count_to_end:
            at = begins_at + slots[number].length
    if told.expected and not show.ended:
        assert told.ends == at


@given(evenings())
@settings(max_examples=150)
def test_the_live_clock_adds_up(made: tuple[list[Show], datetime]) -> None:
    shows, now = made
    show = shows[-1]
    told, live = timing(show, now), show.live
    if told is None or live is None:
        return
    assert told.elapsed + live.held(now) == now - live.began
    assert told.elapsed + told.remaining == told.allotted
    assert told.live_ends == max(now, now + told.remaining)
    later = timing(show, now + MINUTE)
    assert later
    segment = on_air(show)
    if live.paused and segment and not segment.count_to_end:
        assert (later.elapsed, later.remaining) == (told.elapsed, told.remaining)
    else:
        assert later.remaining == told.remaining - MINUTE


@given(evenings())
@settings(max_examples=150)
def test_what_was_played_tiles_the_show_and_the_report_adds_up(made: tuple[list[Show], datetime]) -> None:
    shows, now = made
    show = shows[-1]
    stretches = as_played(show, now)
    begun = {each.began for each in show.aired}
    for one, other in pairwise(stretches):
        assert one.ended == other.began or (one.ended < other.began and other.began in begun)
    played = sum(((each.ended or now) - each.began for each in show.aired), NOTHING)
    assert sum((each.ended - each.began for each in stretches), NOTHING) == played
    assert sum((each.played(now) + each.held(now) for each in show.aired), NOTHING) == played
    told = report(show, now)
    assert sum((line.took for line in told.lines), NOTHING) == played
    if told.planned_end and show.aired:
        assert told.over == told.late + sum((line.difference for line in told.lines), NOTHING) + told.rest


@given(evenings())
@settings(max_examples=100)
def test_the_plan_as_it_was_and_what_is_on_air_are_left_alone_by_edits(made: tuple[list[Show], datetime]) -> None:
    shows, _ = made
    for before, now in pairwise(shows):
        assert not before.as_planned or now.as_planned == before.as_planned
        same = before.live and now.live and before.live.began == now.live.began
        if same and before.segments != now.segments:
            assert on_air(now) == on_air(before)


@given(begins, st.data())
def test_planned_and_delay_are_expected(begin: datetime, data: st.DataObject) -> None:
    """Soft rows that follow on one another, or leave gaps: each begins as planned, later by the delays up to it."""
    rows, at = [], begin
    for place in range(data.draw(st.integers(1, 8))):
        at += data.draw(st.integers(0, 2)) * MINUTE
        start = at if place == 0 or data.draw(st.booleans()) else None
        rows.append(Segment(f"S{place}", data.draw(lengths), planned_start=start))
        at = plan_end(rows, begin)
    show = after(Show(), NewShow("Friday", "USD"), ImportRundown("p", "d", tuple(rows)))
    delays = [data.draw(st.just(NOTHING) | lengths) for _ in rows]
    commands = [SetDelay(segment.id, delay) for segment, delay in zip(show.segments, delays, strict=True)]
    delayed = after(show, *commands)
    told = timing(delayed, begin)
    assert told
    slots = plan(delayed, begin)
    for place, slot in enumerate(slots):
        assert told.expected[slot.segment.id] == slot.begins + sum(delays[: place + 1], NOTHING)
    assert told.over == sum(delays, NOTHING)


def plan_end(rows: Iterable[Segment], begin: datetime) -> datetime:
    show = after(Show(), NewShow("Friday", "USD"), ImportRundown("p", "d", tuple(rows)))
    return ends_of(plan(show, begin), begin)


@given(begins, st.data())
@settings(max_examples=150)
def test_a_delay_that_is_written_into_the_plan_is_expected_as_before(begin: datetime, data: st.DataObject) -> None:
    show = after(Show(), NewShow("Friday", "USD"), data.draw(rundowns(begin)))
    timed = [segment.id for segment in show.segments if segment.timed]
    if not timed or not any(segment.planned_start for segment in show.segments if segment.timed):
        return
    number = data.draw(st.sampled_from(timed))
    delayed = after(show, SetDelay(number, data.draw(lengths)))
    written = after(delayed, ApplyDelay(number))
    before, now = timing(delayed, begin), timing(written, begin)
    assert before
    assert now
    assert written.delays.get(number) is None
    segments = {segment.id for segment in show.segments if segment.timed}
    assert {n: at for n, at in now.expected.items() if n in segments} == {
        n: at for n, at in before.expected.items() if n in segments
    }


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "Asia/Shanghai", "America/Los_Angeles"])
def test_the_clock_on_the_wall_changes_no_sum(zone: str) -> None:
    """The same instants in any zone, also over a change of its clocks, are the same show."""
    local = ZoneInfo(zone)
    for begin in BEGINS:
        rows = (
            Segment("A", 50 * MINUTE, planned_start=begin.astimezone(local)),
            Segment("B", 50 * MINUTE, planned_start=(begin + 60 * MINUTE).astimezone(local), hard=True),
            Segment("C", 30 * MINUTE, planned_end=(begin + 150 * MINUTE).astimezone(local), count_to_end=True),
        )
        show = after(Show(), NewShow("F", "USD"), ImportRundown("p", "d", rows), GoLive(), Take(), now=begin)
        utc = replace(show, segments=tuple(in_utc(segment) for segment in show.segments))
        for minutes in (0, 49, 61, 140, 170):
            now = begin + minutes * MINUTE
            told, same = timing(show, now.astimezone(local)), timing(utc, now)
            assert told
            assert same
            assert (told.over, told.ends, told.expected) == (same.over, same.ends, same.expected)


def in_utc(segment: Segment) -> Segment:
    start, end = segment.planned_start, segment.planned_end
    return replace(
        segment,
        planned_start=start.astimezone(UTC) if start else None,
        planned_end=end.astimezone(UTC) if end else None,
    )

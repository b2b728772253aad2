"""The arithmetic of a running rundown: instants and durations, with `now` passed in."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from console.domain.planning import Slot, end_of, ends_of, forecast, is_relative, laid_over, moved_by, plan
from console.domain.rundown import NOTHING, Aired, Kind, Segment
from console.domain.show import Mode, Show


class Timing(msgspec.Struct, frozen=True):
    """Where the show stands. `remaining` is below zero when the live segment runs over; `over` is above zero when late.

    `live` is the segment as it went on air, `allotted` the time it has with what was added, `live_ends` the instant at
    which it is expected to end; while it is `paused`, its clock is held. `expected` are the forecast begins of what
    comes, by row; `ends` is the forecast end of the show.
    """

    live: Segment | None
    elapsed: timedelta
    remaining: timedelta
    over: timedelta
    planned_end: datetime
    ends: datetime
    expected: dict[int, datetime]
    allotted: timedelta = NOTHING
    live_ends: datetime | None = None
    paused: bool = False


class Span(msgspec.Struct, frozen=True):
    """A group's time: from its first begin to its last end, as planned and as expected or played by now."""

    planned_begins: datetime
    planned_ends: datetime
    begins: datetime
    ends: datetime


def timing(show: Show, now: datetime) -> Timing | None:
    """Where the show stands at `now`; None without a rundown."""
    if not show.segments:
        return None
    now = now.astimezone(UTC)  # within one zone, Python reckons by the clock on the wall
    base = show.began or now
    slots = plan(show, base)
    planned_end = ends_of(slots, base)
    segment = on_air(show)
    if show.live is None or segment is None:
        expected, ends = waiting(show, slots, now, planned_end)
        return Timing(None, NOTHING, NOTHING, ends - planned_end, planned_end, ends, expected)
    remaining = left(show, show.live, segment, slots, now)
    elapsed = show.live.played(now)
    live_ends = now + max(NOTHING, remaining)
    expected, ends = coming(show, slots, live_ends)
    return Timing(
        live=segment,
        elapsed=elapsed,
        remaining=remaining,
        over=ends - planned_end,
        planned_end=planned_end,
        ends=ends,
        expected=expected,
        allotted=elapsed + remaining,
        live_ends=live_ends,
        paused=show.live.paused,
    )


def on_air(show: Show) -> Segment | None:
    """The live segment as it went on air."""
    return (show.live.copy or show.segment(show.live.segment)) if show.live else None


def edited_on_air(show: Show) -> Segment | None:
    """The live segment as the plan has it now, if it was edited since it went on air."""
    if show.live is None or show.live.copy is None:
        return None
    planned = show.segment(show.live.segment)
    return planned if planned and as_aired(planned) != as_aired(show.live.copy) else None


def as_aired(segment: Segment) -> Segment:
    """What of a segment can differ on air: not where it stands in the rundown."""
    return msgspec.structs.replace(segment, group=0, loops_to=0, flag=False)


def left(show: Show, live: Aired, segment: Segment, slots: Sequence[Slot], now: datetime) -> timedelta:
    """The time that the live segment has left: until its end if it counts to that, else of its duration."""
    slot = next((each for each in slots if each.segment.id == live.segment and each.segment.timed), None)
    if slot is None:
        return segment.planned + live.added - live.played(now)
    shift = moved_by(show.segments, show.began) if show.began and is_relative(show) else NOTHING
    ends = end_of(segment, slot.begins, shift)
    if segment.count_to_end:
        return ends + live.added - now
    return ends - slot.begins + live.added - live.played(now)


def waiting(
    show: Show, slots: Sequence[Slot], now: datetime, planned_end: datetime
) -> tuple[dict[int, datetime], datetime]:
    """The forecast while nothing is live: before the show by the plan and its delays, after it none."""
    if show.mode is Mode.OFF and show.ended:
        return {}, show.ended
    if show.began is None:
        expected, ends = laid_over(show, slots)
        return expected, ends if expected else planned_end
    return coming(show, slots, now)


def coming(show: Show, slots: Sequence[Slot], at: datetime) -> tuple[dict[int, datetime], datetime]:
    """The forecast of what comes if what is live, or nothing, ends at `at`.

    What a person set as next comes first. A loop is expected to end with this round.
    """
    last = last_in_order(show)
    index = next((i for i, slot in enumerate(slots) if slot.segment.id == last), -1)
    rest, before = slots[index + 1 :], slots[index] if index >= 0 else None
    ad_lib = show.live is not None and show.live.segment != last
    following_on = next((i for i, slot in enumerate(slots) if slot.segment.id == show.next), None)
    if following_on is None:
        if before is None and not ad_lib:
            return forecast(show, rest, max(at, first_begin(show, rest) or at))
        return forecast(show, rest, at, before)
    chosen = slots[following_on]
    if chosen.segment.kind is Kind.AD_LIB:
        expected, ends = forecast(show, rest, at + chosen.segment.planned, before)
        return {chosen.segment.id: at, **expected}, ends
    return forecast(show, slots[following_on:], at)


def first_begin(show: Show, slots: Sequence[Slot]) -> datetime | None:
    """When what comes first is planned to begin."""
    return next((each.begins for each in slots if each.segment.timed and each.segment.id not in show.skipped), None)


def last_in_order(show: Show) -> int | None:
    """The segment of the order that was played last, or is live."""
    ad_libs = {each.id for each in show.segments if each.kind is Kind.AD_LIB}
    return next((each.segment for each in reversed(show.aired) if each.segment not in ad_libs), None)


def following(show: Show) -> int | None:
    """The segment that comes next: what a person has set, what a loop begins with, or what follows in the order."""
    if show.next is not None and show.segment(show.next):
        return show.next
    live = show.segment(show.live.segment) if show.live else None
    if live and live.loops_to and (again := show.segment(live.loops_to)) and again.id not in show.skipped:
        return again.id
    return in_order(show)


def in_order(show: Show) -> int | None:
    """The first segment after the live one that is not skipped."""
    return next((each.id for each in after_live(show) if each.timed and each.id not in show.skipped), None)


def after_live(show: Show) -> tuple[Segment, ...]:
    """The rows after the live segment; after the last one played, if none is live; all, if none was."""
    last = last_in_order(show)
    index = next((i for i, each in enumerate(show.segments) if each.id == last), -1)
    return show.segments[index + 1 :]


def preceding(show: Show) -> int | None:
    """The segment before the live one that is not skipped; before an ad-lib the one that it came after."""
    if show.live is None:
        return None
    last = last_in_order(show)
    if last != show.live.segment:
        return last
    before: int | None = None
    for segment in show.segments:
        if segment.id == last:
            return before
        if segment.timed and segment.id not in show.skipped:
            before = segment.id
    return None


def spans(show: Show, told: Timing, now: datetime) -> dict[int, Span]:
    """The times of the groups by their rows: played where they were, expected where they are to come."""
    slots = plan(show, show.began or now)
    played: dict[int, tuple[datetime, datetime]] = {}
    for each in show.aired:
        ends = each.ended or told.live_ends or now
        played[each.segment] = (played.get(each.segment, (each.began, ends))[0], ends)
    found: dict[int, Span] = {}
    groups = {slot.segment.id: slot for slot in slots if slot.segment.kind is Kind.GROUP}
    for slot in slots:
        group = groups.get(slot.segment.group)
        if group is None or not slot.segment.timed:
            continue
        begins = told.expected.get(slot.segment.id)
        own = played.get(slot.segment.id) or ((begins, begins + slot.length) if begins else None)
        if own:
            known = found.get(group.segment.id)
            first, last = (min(known.begins, own[0]), max(known.ends, own[1])) if known else own
            found[group.segment.id] = Span(group.begins, group.ends, first, last)
    return found

"""The arithmetic of a running rundown: instants and durations, with `now` passed in."""

from datetime import UTC, datetime, timedelta

import msgspec

from console.domain.rundown import Segment
from console.domain.show import Show

NOTHING = timedelta(0)


class Slot(msgspec.Struct, frozen=True):
    """A segment's place in the plan."""

    segment: Segment
    begins: datetime
    ends: datetime


class Timing(msgspec.Struct, frozen=True):
    """Where the show stands. `remaining` is below zero when the live segment runs over; `over` is above zero when late.

    `expected` are the forecast begins of what comes, by segment; `ends` is the forecast end of the show.
    """

    live: Segment | None
    elapsed: timedelta
    remaining: timedelta
    over: timedelta
    planned_end: datetime
    ends: datetime
    expected: dict[int, datetime]


def plan(show: Show, base: datetime) -> list[Slot]:
    """The plan as instants: a segment without a planned start follows on; `base` is the first one's, if it has none."""
    slots: list[Slot] = []
    at = base
    for segment in show.segments:
        at = (segment.planned_start or at).astimezone(UTC)
        slots.append(Slot(segment, at, at + segment.planned))
        at += segment.planned
    return slots


def timing(show: Show, now: datetime) -> Timing | None:
    """Where the show stands at `now`; None without a rundown."""
    if not show.segments:
        return None
    slots = plan(show, show.began or now)
    planned_end = max(slot.ends for slot in slots)
    live = show.live
    index = next((i for i, slot in enumerate(slots) if live and slot.segment.id == live.segment), None)
    if live is None or index is None:
        expected = {slot.segment.id: slot.begins for slot in slots}
        return Timing(None, NOTHING, NOTHING, NOTHING, planned_end, planned_end, expected)
    slot = slots[index]
    elapsed = max(NOTHING, now - live.began)
    remaining = slot.segment.planned - elapsed
    expected, ends = forecast(show, slots, index, max(now, live.began + slot.segment.planned))
    return Timing(slot.segment, elapsed, remaining, ends - planned_end, planned_end, ends, expected)


def forecast(show: Show, slots: list[Slot], index: int, at: datetime) -> tuple[dict[int, datetime], datetime]:
    """When the segments after `index` are expected to begin, if the live one ends at `at`; and the end of it all.

    Planned gaps are kept; skipped segments take no time.
    """
    expected: dict[int, datetime] = {}
    for before, slot in zip(slots[index:], slots[index + 1 :], strict=False):
        if slot.segment.id in show.skipped:
            continue
        at += max(NOTHING, slot.begins - before.ends)
        expected[slot.segment.id] = at
        at += slot.segment.planned
    return expected, at


def following(show: Show) -> int | None:
    """The segment that comes next: the first after the live one that is not skipped."""
    return next((each.id for each in after_live(show) if each.id not in show.skipped), None)


def after_live(show: Show) -> tuple[Segment, ...]:
    """The segments after the live one; after the last one played, if none is live; all, if none was."""
    last = show.aired[-1].segment if show.aired else None
    index = next((i for i, each in enumerate(show.segments) if each.id == last), -1)
    return show.segments[index + 1 :]


def preceding(show: Show) -> int | None:
    """The segment before the live one that is not skipped."""
    if show.live is None:
        return None
    before: int | None = None
    for segment in show.segments:
        if segment.id == show.live.segment:
            return before
        if segment.id not in show.skipped:
            before = segment.id
    return None

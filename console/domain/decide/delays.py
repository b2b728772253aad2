"""Delays: laid over the plan, taken back, or written into it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.changes import Change, DelaySet, SegmentChanged
from console.domain.decide.decision import Decision
from console.domain.outcomes import Done, Invalid
from console.domain.planning import Slot, is_relative, laid_over, moved_by, planned
from console.domain.rules import Rule
from console.domain.rundown import NOTHING, Segment
from console.domain.show import BEGINNING, Show

LONGEST = timedelta(hours=24)


def set_delay(show: Show, segment: Segment, delay: timedelta) -> Decision:
    """Lay a delay over the plan, or take it back."""
    if not segment.timed:
        return Decision(Invalid("segment", Rule.TIMED))
    if not -LONGEST <= delay <= LONGEST:
        return Decision(Invalid("delay", Rule.HOURS, (24,)))
    same = (show.delays.get(segment.id) or NOTHING) == delay
    return Decision(Done(), () if same else (DelaySet(segment.id, delay),))


def apply_delay(show: Show, segment: Segment) -> Decision:
    """Write a delay into the plan, which must have a start to be written against."""
    if not show.delays.get(segment.id):
        return Decision(Done())
    base = beginning(show)
    if base is None:
        return Decision(Invalid("delay", Rule.ANCHORED))
    return Decision(Done(), (*moved(show, segment, base), DelaySet(segment.id, NOTHING)))


def beginning(show: Show) -> datetime | None:
    """When the plan begins on the clocks by which its starts are written; None if nothing says so."""
    if any(each.planned_start for each in show.segments if each.timed) and (show.began is None or is_relative(show)):
        return BEGINNING - moved_by(show.segments, BEGINNING)
    return show.began


def moved(show: Show, segment: Segment, base: datetime) -> Iterator[Change]:
    """The plan as this delay alone would have it: soft starts from there on go where it puts them, hard ones stay."""
    slots = planned(show.segments, base)
    whole = replace(show, skipped=frozenset(), delays=HashTrieMap())
    before, _ = laid_over(whole, slots)
    after, _ = laid_over(replace(whole, delays=HashTrieMap({segment.id: show.delays[segment.id]})), slots)
    for slot in slots:
        if slot.segment.timed and (by := after[slot.segment.id] - before[slot.segment.id]):
            changed = shifted(slot, by, own=slot.segment.id == segment.id)
            if changed != slot.segment:
                yield SegmentChanged(changed)


def shifted(slot: Slot, by: timedelta, *, own: bool) -> Segment:
    """A segment that begins so much later; what is counted to its end keeps that."""
    segment = slot.segment
    if segment.hard and segment.planned_start and not own:
        return segment
    start = slot.begins + by if own or segment.planned_start else None
    if segment.count_to_end:
        length = segment.planned if segment.planned_end else max(NOTHING, segment.planned - by)
        return replace(segment, planned_start=start, planned=length)
    end = segment.planned_end + by if segment.planned_end else None
    return replace(segment, planned_start=start, planned_end=end)

"""Delays: laid over the plan, taken back, or written into it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec.structs import replace

from console.domain.changes import Change, DelaySet, SegmentChanged
from console.domain.decide.decision import Decision
from console.domain.outcomes import Done, Invalid
from console.domain.planning import Slot, end_of, is_relative, moved_by, planned
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
    """The plan as this delay would have it: soft starts from there on move along, hard ones stay.

    What stands before the first start of all gets one, since that may move.
    """
    slots = [slot for slot in planned(show.segments, base) if slot.segment.timed]
    if slots[0].segment.id != segment.id and slots[0].segment.planned_start is None and base != show.began:
        yield SegmentChanged(replace(slots[0].segment, planned_start=slots[0].begins))
    at = next(place for place, slot in enumerate(slots) if slot.segment.id == segment.id)
    own = own_begin(slots[at], slots[at - 1] if at else None, show.delays[segment.id])
    by = own - slots[at].begins
    for slot in slots[at:]:
        stays = slot.segment.hard and slot.segment.planned_start and slot is not slots[at]
        begins = slot.begins if stays else slot.begins + by
        changed = begun_at(slot, begins, starts=slot is slots[at] or slot.segment.planned_start is not None)
        if begins != slot.begins or slot is slots[at]:
            yield SegmentChanged(changed)
        by = end_of(changed, begins) - slot.ends


def own_begin(slot: Slot, before: Slot | None, delay: timedelta) -> datetime:
    """When the delayed segment itself begins: a hard start moves, a soft one not before what comes before it ends."""
    if before is None or (slot.segment.hard and slot.segment.planned_start):
        return slot.begins + delay
    return max(before.ends, max(slot.begins, before.ends) + delay)


def begun_at(slot: Slot, begins: datetime, *, starts: bool) -> Segment:
    """A segment that begins then; what is counted to its end keeps that one."""
    end = begins + slot.length if slot.segment.planned_end else None
    kept = slot.ends if slot.segment.count_to_end else end
    return replace(slot.segment, planned_start=begins if starts else None, planned_end=kept)

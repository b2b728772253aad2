"""The plan as instants, and what follows if it begins somewhere else."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from console.domain.rundown import NOTHING, Kind, Segment
from console.domain.show import Purpose, Show


class Slot(msgspec.Struct, frozen=True):
    """A row's place in the plan: a group's is that of its segments, a milestone's and an ad-lib's an instant."""

    segment: Segment
    begins: datetime
    ends: datetime

    @property
    def length(self) -> timedelta:
        """How long it is planned to take."""
        return self.ends - self.begins


def plan(show: Show, base: datetime) -> list[Slot]:
    """The plan of the show as it stands, from `base` on unless a start says otherwise.

    Before the show, what stands in front of the first start is planned so that it ends there.
    """
    if show.began is None:
        base -= moved_by(show.segments, base)
    return planned(show.segments, base, relative=show.began is not None and is_relative(show))


def is_relative(show: Show) -> bool:
    """Whether planned starts count from the beginning of the show."""
    return show.purpose is Purpose.REHEARSAL if show.rules.relative is None else show.rules.relative


def planned(segments: Sequence[Segment], base: datetime, *, relative: bool = False) -> list[Slot]:
    """These rows as instants: a segment without a start follows on the one before."""
    shift = moved_by(segments, base) if relative else NOTHING
    slots: list[Slot] = []
    at, grouped = base, False
    for segment in segments:
        begins = segment.planned_start.astimezone(UTC) + shift if segment.planned_start else at
        ends = begins
        if segment.kind is Kind.SEGMENT:
            at = ends = end_of(segment, begins, shift)
        elif segment.kind is Kind.GROUP:
            grouped = True
        slots.append(Slot(segment, begins, ends))
    return spanning(slots) if grouped else slots


def end_of(segment: Segment, begins: datetime, shift: timedelta = NOTHING) -> datetime:
    """Where a segment that begins then is planned to end: at its locked end, or after its duration."""
    if segment.planned_end is None:
        return begins + segment.planned
    return max(begins, segment.planned_end.astimezone(UTC) + shift)


def moved_by(segments: Iterable[Segment], base: datetime) -> timedelta:
    """How far all planned starts move so that the first of them fits a show that begins at `base`."""
    for segment in segments:
        if segment.kind is Kind.SEGMENT:
            if segment.planned_start:
                return base - segment.planned_start
            base += segment.planned
    return NOTHING


def spanning(slots: list[Slot]) -> list[Slot]:
    """The slots, those of groups from the first begin to the last end of what belongs to them."""
    spans: dict[int, tuple[datetime, datetime]] = {}
    for slot in slots:
        if slot.segment.group and slot.segment.timed:
            first, last = spans.get(slot.segment.group, (slot.begins, slot.ends))
            spans[slot.segment.group] = (min(first, slot.begins), max(last, slot.ends))
    return [
        Slot(slot.segment, *spans[slot.segment.id])
        if slot.segment.kind is Kind.GROUP and slot.segment.id in spans
        else slot
        for slot in slots
    ]


def ends_of(slots: Iterable[Slot], base: datetime) -> datetime:
    """The planned end of the whole."""
    return max((slot.ends for slot in slots if slot.segment.timed), default=base)


def forecast(
    show: Show, slots: Sequence[Slot], at: datetime, before: Slot | None = None
) -> tuple[dict[int, datetime], datetime]:
    """When these rows are expected to begin if the first may begin at `at`, and the end of it all.

    Delays come on top. The planned gap after `before` and those between the rows are kept, a hard start holds until its
    instant, what is counted to its end absorbs what is late, and what is skipped takes no time.
    """
    expected: dict[int, datetime] = {}
    for slot in slots:
        segment = slot.segment
        if segment.kind is Kind.MILESTONE:
            expected[segment.id] = at
        if not segment.timed:
            continue
        if segment.id not in show.skipped:
            at = expected[segment.id] = max(at, earliest(slot, at, before, show.delays.get(segment.id) or NOTHING))
            at = max(at, slot.ends) if segment.count_to_end else at + slot.length
        before = slot
    return expected, at


def earliest(slot: Slot, at: datetime, before: Slot | None, delay: timedelta) -> datetime:
    """The instant before which a segment is not expected, once what comes before it ends at `at`."""
    if slot.segment.hard and slot.segment.planned_start:
        return slot.begins + delay
    gap = max(NOTHING, slot.begins - before.ends) if before else NOTHING
    return at + gap + delay


def laid_over(show: Show, slots: Sequence[Slot]) -> tuple[dict[int, datetime], datetime]:
    """The plan with its delays laid over it: when each row begins if nothing else goes otherwise."""
    first = next((slot.begins for slot in slots if slot.segment.timed), None)
    return forecast(show, slots, first) if first else ({}, datetime.min.replace(tzinfo=UTC))

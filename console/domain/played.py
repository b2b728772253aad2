"""What was played against what was planned: stretch by stretch, and which row made the delay."""

from collections import defaultdict
from datetime import datetime, timedelta

import msgspec

from console.domain.planning import Slot, ends_of, is_relative, planned
from console.domain.rundown import NOTHING, Kind, Segment
from console.domain.show import Show


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of the show as played: a segment that ran, or whose clock was held."""

    segment: int
    began: datetime
    ended: datetime
    held: bool = False


class Line(msgspec.Struct, frozen=True):
    """A segment in the report. `took` is with what was `held` of it; `difference` is how much longer than planned.

    `begins` and `planned` are None of what was in no plan. `rounds` counts how often it was taken; `skipped` says that
    a person left it out. `added` is the time that it was given on air.
    """

    segment: int
    title: str
    kind: Kind
    owner: str
    begins: datetime | None
    planned: timedelta | None
    began: datetime | None
    took: timedelta
    held: timedelta
    added: timedelta
    rounds: int
    skipped: bool

    @property
    def difference(self) -> timedelta:
        """How much longer it took than planned; what was not played took nothing."""
        return self.took - (self.planned or NOTHING)


class Report(msgspec.Struct, frozen=True):
    """A show as it went. `late` is how much later the first segment began than planned.

    `over` is `late`, the differences of all lines and `rest` together: planned gaps that were not waited for and the
    like. `made_it_late` is the segment with the largest difference above zero, 0 if there is none.
    """

    lines: tuple[Line, ...]
    began: datetime | None
    planned_end: datetime | None
    ended: datetime | None
    late: timedelta
    over: timedelta
    rest: timedelta
    made_it_late: int


def as_played(show: Show, now: datetime) -> list[Stretch]:
    """What was played, without gaps from the first take to the end, or to `now`."""
    stretches: list[Stretch] = []
    for aired in show.aired:
        at = aired.began
        for pause in aired.pauses:
            stretches.append(Stretch(aired.segment, at, pause.began))
            at = pause.ended or now
            stretches.append(Stretch(aired.segment, pause.began, at, held=True))
        stretches.append(Stretch(aired.segment, at, max(at, aired.ended or now)))
    return [each for each in stretches if each.ended > each.began]


def report(show: Show, now: datetime) -> Report:
    """The show against the plan as it was when it began."""
    relative = show.began is not None and is_relative(show)
    slots = planned(show.as_planned or show.segments, show.began or now, relative=relative)
    lines = tuple(lines_of(show, slots, now))
    first = next((slot.begins for slot in slots if slot.segment.timed), None)
    if not show.aired or first is None:
        ends = ends_of(slots, first) if first else None
        return Report(lines, show.began, ends, show.ended, NOTHING, NOTHING, NOTHING, 0)
    planned_end = ends_of(slots, first)
    ended = show.aired[-1].ended or now
    late = show.aired[0].began - first
    differences = sum((line.difference for line in lines), NOTHING)
    worst = max(lines, key=lambda line: line.difference)
    return Report(
        lines=lines,
        began=show.began,
        planned_end=planned_end,
        ended=ended,
        late=late,
        over=ended - planned_end,
        rest=ended - planned_end - late - differences,
        made_it_late=worst.segment if worst.difference > NOTHING else 0,
    )


def lines_of(show: Show, slots: list[Slot], now: datetime) -> list[Line]:
    """The segments in the order of the plan, then those that were in none and were played all the same."""
    stretches: defaultdict[int, list[Stretch]] = defaultdict(list)
    for stretch in as_played(show, now):
        stretches[stretch.segment].append(stretch)
    in_plan = {slot.segment.id: slot for slot in slots if slot.segment.timed}
    others = {aired.segment: aired.copy or show.segment(aired.segment) for aired in show.aired}
    rows: list[tuple[Segment, Slot | None]] = [(slot.segment, slot) for slot in in_plan.values()]
    rows += [(segment, None) for number, segment in others.items() if segment and number not in in_plan]
    return [line_of(show, segment, slot, stretches[segment.id]) for segment, slot in rows]


def line_of(show: Show, segment: Segment, slot: Slot | None, stretches: list[Stretch]) -> Line:
    """A segment with what became of it."""
    takes = [each for each in show.aired if each.segment == segment.id]
    return Line(
        segment=segment.id,
        title=segment.title,
        kind=segment.kind,
        owner=segment.owner,
        begins=slot.begins if slot else None,
        planned=slot.length if slot else None,
        began=stretches[0].began if stretches else None,
        took=sum((each.ended - each.began for each in stretches), NOTHING),
        held=sum((each.ended - each.began for each in stretches if each.held), NOTHING),
        added=sum((each.added for each in takes), NOTHING),
        rounds=len(takes),
        skipped=segment.id in show.skipped,
    )

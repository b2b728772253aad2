"""What is live: taking, going back, what comes next, and the clock of the live segment."""

from datetime import timedelta
from typing import assert_never

from console.domain.changes import (
    Change,
    EditsTaken,
    NextSet,
    Paused,
    PlanKept,
    Queued,
    Resumed,
    SegmentSkipped,
    Taken,
    TimeAdded,
)
from console.domain.commands import AddTime, Back, PauseSegment, ResumeSegment, SetNext, Take, TakeEdits
from console.domain.decide.decision import Decision
from console.domain.decide.queue import let_air, pinned
from console.domain.gates import gates_of_segment, presented, unapproved
from console.domain.outcomes import Done, Invalid, Missing, NothingNext, NotRunning
from console.domain.queue import QueueItem, next_code
from console.domain.rules import Rule
from console.domain.rundown import Aired, Segment
from console.domain.show import Mode, Show
from console.domain.timing import edited_on_air, following, on_air, preceding

LONGEST = timedelta(hours=24)


def decide_on_air(
    show: Show, command: Take | Back | SetNext | PauseSegment | ResumeSegment | AddTime | TakeEdits
) -> Decision:
    """Change what is live, or what comes next."""
    match command:
        case Take(segment=segment_id, explains=explains, despite=despite):
            return take(show, following(show) if segment_id is None else segment_id, explains=explains, despite=despite)
        case Back(despite=despite):
            return take(show, preceding(show), despite=despite)
        case SetNext(segment=segment_id):
            return set_next(show, segment_id)
        case PauseSegment() | ResumeSegment() | AddTime() | TakeEdits():
            return Decision(NotRunning()) if show.live is None else decide_live(show, show.live, command)
        case _:
            assert_never(command)


def decide_live(show: Show, live: Aired, command: PauseSegment | ResumeSegment | AddTime | TakeEdits) -> Decision:
    """Change the live segment as it runs."""
    match command:
        case PauseSegment():
            return Decision(Done(), () if live.paused else (Paused(),))
        case ResumeSegment():
            return Decision(Done(), (Resumed(),) if live.paused else ())
        case AddTime(by=by):
            return add_time(show, live, by)
        case TakeEdits():
            edited = edited_on_air(show)
            return Decision(Done(), (EditsTaken(edited),) if edited else ())
        case _:
            assert_never(command)


def add_time(show: Show, live: Aired, by: timedelta) -> Decision:
    """Give the live segment time, within what a segment may take."""
    segment = on_air(show)
    if segment is None or not -LONGEST <= live.added + by <= LONGEST:
        return Decision(Invalid("by", Rule.HOURS, (24,)))
    return Decision(Done(), (TimeAdded(by),) if by else ())


def set_next(show: Show, segment_id: int | None) -> Decision:
    """Let something else come next than what follows."""
    if segment_id is None:
        return Decision(Done(), () if show.next is None else (NextSet(None),))
    segment = show.segment(segment_id)
    if segment is None:
        return Decision(Missing("segment", str(segment_id)))
    if not segment.takeable:
        return Decision(Invalid("segment", Rule.TAKEABLE))
    again = (SegmentSkipped(segment_id, skip=False),) if segment_id in show.skipped else ()
    return Decision(Done(), (*again, *(() if show.next == segment_id else (NextSet(segment_id),))))


def take(show: Show, segment_id: int | None, *, explains: bool = True, despite: str = "") -> Decision:
    """Put a copy of a segment live and, if it explains, pin its first product.

    What is live is taken again only if it comes next: as a loop, or because a person has said so.
    """
    if show.mode is Mode.OFF:
        return Decision(NotRunning())
    if segment_id is None:
        return Decision(NothingNext())
    segment = show.segment(segment_id)
    if segment is None:
        return Decision(Missing("segment", str(segment_id)))
    if not segment.takeable:
        return Decision(Invalid("segment", Rule.TAKEABLE))
    if show.live and show.live.segment == segment_id != following(show):
        return Decision(Done())
    taken = (*plan_kept(show), Taken(segment_id, segment), *(explained(show, segment) if explains else ()))
    found = gates_of_segment(show, segment) if explains else unapproved(show, segment)
    return let_air(segment.title, found, despite, taken)


def plan_kept(show: Show) -> tuple[Change, ...]:
    """The rundown kept as the plan, if none is and there is one."""
    return (PlanKept(),) if any(each.timed for each in show.segments) and not show.as_planned else ()


def explained(show: Show, segment: Segment) -> tuple[Change, ...]:
    """The segment's first product pinned, joining the queue if it is not in it."""
    product = presented(show, segment)
    if product is None:
        return ()
    if item := show.item_of(product.id):
        return pinned(show, item.id)
    new = QueueItem(show.serial + 1, next_code(show.queue), product.id)
    return (Queued(new, product), *pinned(show, new.id))

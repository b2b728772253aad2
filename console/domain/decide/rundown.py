"""The rundown: editing it, and taking its segments."""

from datetime import timedelta
from typing import assert_never

from msgspec.structs import replace

from console.domain.changes import (
    Change,
    Queued,
    RundownImported,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
    SegmentSkipped,
    Taken,
)
from console.domain.commands import (
    Back,
    ImportRundown,
    MoveSegment,
    RemoveSegment,
    RestoreRundown,
    RestoreSegment,
    SaveSegment,
    SkipSegment,
    Take,
)
from console.domain.decide.decision import Decision, too_long
from console.domain.decide.queue import pinned
from console.domain.outcomes import Added, Done, InUse, Invalid, Missing, NothingNext, NotRunning
from console.domain.queue import QueueItem, next_code
from console.domain.rules import Rule
from console.domain.rundown import Segment
from console.domain.show import Mode, Show
from console.domain.timing import following, preceding

LONGEST = timedelta(hours=24)


def decide_rundown(
    show: Show,
    command: SaveSegment
    | RemoveSegment
    | RestoreSegment
    | MoveSegment
    | ImportRundown
    | RestoreRundown
    | Take
    | Back
    | SkipSegment,
) -> Decision:
    """Change the rundown, or what is live of it."""
    match command:
        case SaveSegment(segment=segment, at=at):
            return save_segment(show, segment, at)
        case ImportRundown():
            return import_rundown(show, command)
        case RestoreSegment():
            return restore_segment(show, command)
        case RestoreRundown(segments=segments, skipped=skipped):
            return restore_rundown(show, segments, skipped)
        case Take(segment=segment_id, explains=explains):
            return take(show, following(show) if segment_id is None else segment_id, explains=explains)
        case Back():
            return take(show, preceding(show))
        case RemoveSegment() | MoveSegment() | SkipSegment():
            if show.segment(command.segment) is None:
                return Decision(Missing("segment", str(command.segment)))
            return decide_segment(show, command)
        case _:
            assert_never(command)


def decide_segment(show: Show, command: RemoveSegment | MoveSegment | SkipSegment) -> Decision:
    """Change something about a segment that is there."""
    live = show.live.segment if show.live else None
    match command:
        case RemoveSegment(segment=segment):
            played = any(stretch.segment == segment for stretch in show.aired)
            return Decision(InUse("played")) if played else Decision(Done(), (SegmentRemoved(segment),))
        case MoveSegment(segment=segment, to=to):
            to = max(0, min(to, len(show.segments) - 1))
            same = show.segments[to].id == segment
            return Decision(Done(), () if same else (SegmentMoved(segment, to),))
        case SkipSegment(segment=segment, skip=skip):
            if segment == live and skip:
                return take(show, following(show))
            same = (segment in show.skipped) == skip
            return Decision(Done(), () if same else (SegmentSkipped(segment, skip),))
        case _:
            assert_never(command)


def wrong(segment: Segment) -> Invalid | None:
    """What a person must put right before the segment can be kept."""
    if not segment.title.strip():
        return Invalid("title", Rule.SEGMENT_TITLE)
    if not timedelta(0) <= segment.planned <= LONGEST:
        return Invalid("planned", Rule.HOURS, (24,))
    texts = {"owner": (segment.owner, 100), "notes": (segment.notes, 5_000), "script": (segment.script, 50_000)}
    offer = {"coupon": (segment.coupon, 200), "gift": (segment.gift, 200)}
    return too_long(title=(segment.title, 300), **texts, **offer)


def save_segment(show: Show, segment: Segment, at: int | None) -> Decision:
    """Add a segment or change one."""
    if invalid := wrong(segment):
        return Decision(invalid)
    if segment.id == 0:
        number = show.serial + 1
        index = len(show.segments) if at is None else max(0, min(at, len(show.segments)))
        return Decision(Added(number), (SegmentAdded(replace(segment, id=number), index),))
    known = show.segment(segment.id)
    if known is None:
        return Decision(Missing("segment", str(segment.id)))
    return Decision(Done(), () if known == segment else (SegmentChanged(segment),))


def import_rundown(show: Show, command: ImportRundown) -> Decision:
    """Put a whole rundown in place of the one that has not been played yet."""
    if show.aired:
        return Decision(InUse("played"))
    for segment in command.segments:
        if invalid := wrong(segment):
            return Decision(invalid)
    if [replace(segment, id=0) for segment in show.segments] == list(command.segments):
        return Decision(Done())
    numbered = tuple(replace(s, id=show.serial + n) for n, s in enumerate(command.segments, start=1))
    return Decision(Done(), (RundownImported(command.name, command.digest, numbered),))


def restore_segment(show: Show, command: RestoreSegment) -> Decision:
    """Put a segment back where it was, unless it is there again."""
    segment = command.segment
    if segment.id > show.serial or segment.id == 0 or show.segment(segment.id):
        return Decision(InUse("there"))
    added = SegmentAdded(segment, max(0, min(command.at, len(show.segments))))
    return Decision(Done(), (added, SegmentSkipped(segment.id, skip=True)) if command.skipped else (added,))


def restore_rundown(show: Show, segments: tuple[Segment, ...], skipped: frozenset[int]) -> Decision:
    """Put a whole rundown back, with what was to be left out of it."""
    if show.aired:
        return Decision(InUse("played"))
    ids = {segment.id for segment in segments}
    if len(ids) < len(segments) or not all(0 < each <= show.serial for each in ids):
        return Decision(Missing("segment", ""))
    left_out = (SegmentSkipped(segment.id, skip=True) for segment in segments if segment.id in skipped)
    return Decision(Done(), (RundownImported("", "", segments), *left_out))


def take(show: Show, segment_id: int | None, *, explains: bool = True) -> Decision:
    """Put a segment live and, if it explains, pin its first product."""
    if show.mode is Mode.OFF:
        return Decision(NotRunning())
    if segment_id is None:
        return Decision(NothingNext())
    segment = show.segment(segment_id)
    if segment is None:
        return Decision(Missing("segment", str(segment_id)))
    if show.live and show.live.segment == segment_id:
        return Decision(Done())
    return Decision(Done(), (Taken(segment_id), *(explained(show, segment) if explains else ())))


def explained(show: Show, segment: Segment) -> tuple[Change, ...]:
    """The segment's first product pinned, joining the queue if it is not in it."""
    product = next((show.products[each] for each in segment.products if each in show.products), None)
    if product is None:
        return ()
    if item := show.item_of(product.id):
        return pinned(show, item.id)
    new = QueueItem(show.serial + 1, next_code(show.queue), product.id)
    return (Queued(new, product), *pinned(show, new.id))

"""Rundown changes, folded."""

from datetime import datetime

from msgspec.structs import replace

from console.domain.changes import (
    RundownImported,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
    SegmentSkipped,
    Taken,
)
from console.domain.queue import moved_to
from console.domain.rundown import Aired, Segment
from console.domain.show import Show


def ended(aired: tuple[Aired, ...], at: datetime) -> tuple[Aired, ...]:
    """What was played, with the live stretch ended."""
    if not aired or aired[-1].ended is not None:
        return aired
    return (*aired[:-1], replace(aired[-1], ended=at))


def apply_rundown(
    show: Show,
    change: SegmentAdded | SegmentChanged | SegmentRemoved | SegmentMoved | RundownImported | SegmentSkipped | Taken,
    at: datetime,
) -> Show:
    """The show after its rundown changed or a segment was taken."""
    segments = show.segments
    match change:
        case SegmentAdded(segment=segment, at=index):
            after = with_segments(show, (*segments[:index], segment, *segments[index:]))
        case SegmentChanged(segment=segment):
            after = with_segments(show, tuple(segment if each.id == segment.id else each for each in segments))
        case SegmentRemoved(segment=gone):
            left = with_segments(show, tuple(each for each in segments if each.id != gone))
            after = replace(left, skipped=show.skipped - {gone})
        case SegmentMoved(segment=segment_id, to=to):
            index = next(i for i, each in enumerate(segments) if each.id == segment_id)
            after = with_segments(show, moved_to(segments, index, to))
        case RundownImported(segments=imported):
            after = replace(with_segments(show, imported), skipped=frozenset())
        case SegmentSkipped(segment=segment_id, skip=skip):
            after = replace(show, skipped=show.skipped | {segment_id} if skip else show.skipped - {segment_id})
        case Taken(segment=segment_id):
            aired = (*ended(show.aired, at), Aired(segment_id, at))
            after = replace(show, aired=aired, skipped=show.skipped - {segment_id})
    return after


def with_segments(show: Show, segments: tuple[Segment, ...]) -> Show:
    """The show with this rundown; numbers given to segments are not given again."""
    return replace(show, segments=segments, serial=max([show.serial, *(segment.id for segment in segments)]))

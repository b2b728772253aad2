"""Rundown changes, folded."""

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.changes import (
    DelaySet,
    RundownImported,
    RundownRulesSet,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
    SegmentSkipped,
)
from console.domain.queue import moved_to
from console.domain.rundown import Segment
from console.domain.show import Show

RundownChange = (
    SegmentAdded
    | SegmentChanged
    | SegmentRemoved
    | SegmentMoved
    | RundownImported
    | SegmentSkipped
    | DelaySet
    | RundownRulesSet
)


def apply_rundown(show: Show, change: RundownChange) -> Show:
    """The show after its plan, or what lies over it, changed."""
    segments = show.segments
    match change:
        case SegmentAdded(segment=segment, at=index):
            after = with_segments(show, (*segments[:index], segment, *segments[index:]))
        case SegmentChanged(segment=segment):
            after = with_segments(show, tuple(segment if each.id == segment.id else each for each in segments))
        case SegmentRemoved(segment=gone):
            left = with_segments(show, tuple(each for each in segments if each.id != gone))
            after = replace(left, skipped=show.skipped - {gone}, delays=show.delays.discard(gone))
        case SegmentMoved(segment=segment_id, to=to):
            index = next(i for i, each in enumerate(segments) if each.id == segment_id)
            after = with_segments(show, moved_to(segments, index, to))
        case RundownImported(segments=imported):
            after = replace(with_segments(show, imported), skipped=frozenset(), delays=HashTrieMap(), next=None)
        case SegmentSkipped(segment=segment_id, skip=skip):
            after = replace(show, skipped=show.skipped | {segment_id} if skip else show.skipped - {segment_id})
        case DelaySet(segment=segment_id, delay=delay):
            delays = show.delays.insert(segment_id, delay) if delay else show.delays.discard(segment_id)
            after = replace(show, delays=delays)
        case RundownRulesSet(rules=rules):
            after = replace(show, rules=rules)
    return after


def with_segments(show: Show, segments: tuple[Segment, ...]) -> Show:
    """The show with this rundown; numbers given to segments are not given again."""
    return replace(show, segments=segments, serial=max([show.serial, *(segment.id for segment in segments)]))

"""Where rows stand: moving them in and out of groups, and numbering those of a file."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from console.domain.changes import Change, SegmentChanged, SegmentMoved
from console.domain.queue import moved_to
from console.domain.rundown import Kind, Segment
from console.domain.show import Show


def move(show: Show, segment: Segment, to: int, group: int | None = None) -> tuple[Change, ...]:
    """A row at another position, a group with all that belongs to it; alone if it is said which group it is in."""
    to = max(0, min(to, len(show.segments) - 1))
    if group is not None:
        moved = () if show.segments[to].id == segment.id else (SegmentMoved(segment.id, to),)
        return (*moved, *regrouped(segment, group))
    if segment.kind is Kind.GROUP:
        return tuple(group_moved(show.segments, segment, to))
    if show.segments[to].id == segment.id:
        return ()
    index = next(i for i, each in enumerate(show.segments) if each.id == segment.id)
    there = moved_to(show.segments, index, to)
    return (SegmentMoved(segment.id, to), *regrouped(segment, group_at(there, to)))


def regrouped(segment: Segment, group: int) -> tuple[Change, ...]:
    """A row in another group."""
    return () if group == segment.group else (SegmentChanged(replace(segment, group=group)),)


def group_at(segments: Sequence[Segment], at: int) -> int:
    """The group of what stands at a position: that of the row after it, or of its own if it still stands behind it."""
    before = segments[at - 1] if at > 0 else None
    after = segments[at + 1] if at + 1 < len(segments) else None
    if after and after.group:
        return after.group
    if before and before.kind is Kind.GROUP:
        return before.id
    return segments[at].group if before and before.group == segments[at].group else 0


def group_moved(segments: tuple[Segment, ...], group: Segment, to: int) -> Iterator[SegmentMoved]:
    """The moves that bring a group and its segments to a position, none of which is inside another group."""
    block = [each for each in segments if group.id in (each.id, each.group)]
    rest = [each for each in segments if each not in block]
    index = next(i for i, each in enumerate(segments) if each.id == group.id)
    at = min(len(rest), to if to <= index else max(0, to - len(block) + 1))
    while 0 < at < len(rest) and rest[at].group:
        at += 1 if to > index else -1
    wanted = [*rest[:at], *block, *rest[at:]]
    now = segments
    for place, each in enumerate(wanted):
        if now[place].id != each.id:
            there = next(i for i, one in enumerate(now) if one.id == each.id)
            now = moved_to(now, there, place)
            yield SegmentMoved(each.id, place)


def numbered(segments: Sequence[Segment], serial: int) -> tuple[Segment, ...]:
    """The rows of a file under numbers of their own; until then they name one another by their places."""
    return tuple(
        replace(
            each,
            id=serial + place,
            group=serial + each.group if each.group else 0,
            loops_to=serial + each.loops_to if each.loops_to else 0,
        )
        for place, each in enumerate(segments, start=1)
    )


def unnumbered(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The rows as a file has them: they name one another by their places, counted from 1."""
    places = {each.id: place for place, each in enumerate(segments, start=1)}
    return tuple(
        replace(each, id=0, group=places.get(each.group, 0), loops_to=places.get(each.loops_to, 0)) for each in segments
    )

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
    """The group of what stands at a position, by what is around it."""
    before = segments[at - 1] if at > 0 else None
    after = segments[at + 1] if at + 1 < len(segments) else None
    return group_between(before, after, segments[at].group)


def group_moved(segments: tuple[Segment, ...], group: Segment, to: int) -> Iterator[SegmentMoved]:
    """The moves that bring a group and its segments to a position, none of which is inside another group."""
    block = [each for each in segments if group.id in (each.id, each.group)]
    rest = [each for each in segments if each not in block]
    index = next(i for i, each in enumerate(segments) if each.id == group.id)
    at = outside(rest, min(len(rest), to if to <= index else max(0, to - len(block) + 1)), down=to > index)
    return moved_together(segments, frozenset(each.id for each in block), rest[at].id if at < len(rest) else 0)


def outside(rows: Sequence[Segment], at: int, *, down: bool) -> int:
    """The nearest position, that way, at which a group can stand: not inside another one."""
    while 0 < at < len(rows) and rows[at].group:
        at += 1 if down else -1
    return at


def move_all(segments: tuple[Segment, ...], numbers: frozenset[int], to: int) -> Iterator[Change]:
    """These rows, and those of groups among them, together before a position; then each in the group around it."""
    groups = {each.id for each in segments if each.id in numbers and each.kind is Kind.GROUP}
    block = [each for each in segments if each.id in numbers or each.group in groups]
    chosen = frozenset(each.id for each in block)
    rest = [each for each in segments if each.id not in chosen]
    at = sum(each.id not in chosen for each in segments[: max(0, to)])
    if groups:
        at = outside(rest, at, down=segments.index(block[0]) < to)
    before, after = rest[at - 1] if at > 0 else None, rest[at] if at < len(rest) else None
    yield from moved_together(segments, chosen, after.id if after else 0)
    for each in block:
        if each.kind is not Kind.GROUP and each.group not in groups:
            yield from regrouped(each, 0 if groups else group_between(before, after, each.group))


def moved_together(segments: tuple[Segment, ...], chosen: frozenset[int], before: int) -> Iterator[SegmentMoved]:
    """The moves that bring the chosen rows before another (0: to the end), each row moved once at most."""
    gap = next((at for at, each in enumerate(segments) if each.id == before), len(segments))
    above = [each.id for each in segments[:gap] if each.id in chosen]
    below = [each.id for each in segments[gap:] if each.id in chosen]
    places = [
        *zip(reversed(above), range(gap - 1, -1, -1), strict=False),
        *zip(below, range(gap, len(segments)), strict=False),
    ]
    now = [each.id for each in segments]
    for number, place in places:
        if now[place] != number:
            now.remove(number)
            now.insert(place, number)
            yield SegmentMoved(number, place)


def group_between(before: Segment | None, after: Segment | None, own: int) -> int:
    """The group of a row that comes to stand between two others: that of the one after it, or of what it is behind."""
    if after and after.group:
        return after.group
    if before and before.kind is Kind.GROUP:
        return before.id
    return own if before and before.group == own else 0


def joined(rows: Sequence[Segment], new: tuple[Segment, ...], at: int) -> tuple[int, tuple[Segment, ...]]:
    """Where new rows go, and the rows in the group around that place if they have none; groups go outside of others."""
    if any(each.kind is Kind.GROUP for each in new):
        return outside(rows, at, down=True), new
    before, after = rows[at - 1] if at > 0 else None, rows[at] if at < len(rows) else None
    around = group_between(before, after, before.group if before else 0)
    return at, tuple(replace(each, group=around) for each in new)


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

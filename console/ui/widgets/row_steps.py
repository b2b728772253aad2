"""From one order of rows to the next in few steps, so that a view hears exactly what changed."""

from collections.abc import Hashable, Iterator, Sequence

import msgspec


class Gone(msgspec.Struct, frozen=True):
    """The row at an index goes."""

    at: int


class Come(msgspec.Struct, frozen=True):
    """The row with that id comes in at an index."""

    at: int
    id: Hashable


class Went(msgspec.Struct, frozen=True):
    """The row at an index goes to another one, counted without it."""

    at: int
    to: int


Step = Gone | Come | Went


def steps(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Step]:
    """The steps that lead from the ids before to those after, each told on the rows that the ones before it left."""
    kept = set(after)
    now = list(before)
    for at in range(len(now) - 1, -1, -1):
        if now[at] not in kept:
            del now[at]
            yield Gone(at)
    there = set(now)
    for at, wanted in enumerate(after):
        if wanted not in there:
            now.insert(at, wanted)
            yield Come(at, wanted)
    yield from _moves(now, after)


def _moves(now: list[Hashable], after: Sequence[Hashable]) -> Iterator[Went]:
    """A row that went down is told as one move, not as many that went up."""
    places = {each: place for place, each in enumerate(after)}
    for at, wanted in enumerate(after):
        while now[at] != wanted:
            down = now[at + 1] == wanted
            origin, to = (at, places[now[at]]) if down else (now.index(wanted), at)
            now.insert(to, now.pop(origin))
            yield Went(origin, to)

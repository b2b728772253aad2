"""Which lines of the live scripts were struck in a show, since when and until when."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from console.domain.replaying import Step
from console.domain.rundown import Segment
from console.domain.script.facts import Known
from console.domain.script.lines import script_lines
from console.domain.script.sayings import Sayings
from console.domain.script.truth import Strike
from console.domain.show import Show
from console.domain.timing import on_air


class Struck(msgspec.Struct, frozen=True):
    """A line that was struck while its segment was live: from `at` until it was so again, or the segment ended."""

    segment: int
    line: int
    strike: Strike
    at: datetime
    until: datetime | None = None


class _Page:
    """The live script, and what of it is struck by now."""

    def __init__(self, sayings: Sayings) -> None:
        self._sayings = sayings
        self._there: dict[tuple[int, int], Struck] = {}
        self.over: list[Struck] = []

    def look(self, show: Show, segment: Segment, at: datetime) -> None:
        """Hold the script against what is so now."""
        lines = script_lines(Known(show, segment, at), self._sayings)
        now = {(segment.id, number): each for number, each in enumerate(lines, 1) if each.strike}
        self.end(at, but=now)
        for key, line in now.items():
            if line.strike and key not in self._there:
                self._there[key] = Struck(*key, line.strike, at)

    def end(self, at: datetime, but: Iterable[tuple[int, int]] = ()) -> None:
        """Let be said again what is struck, but for these lines."""
        gone = [key for key in self._there if key not in set(but)]
        self.over += [msgspec.structs.replace(self._there.pop(key), until=at) for key in gone]

    def all(self) -> list[Struck]:
        """All strikes, the earliest first."""
        return sorted((*self.over, *self._there.values()), key=lambda each: (each.at, each.segment, each.line))


def struck(steps: Iterable[Step], sayings: Sayings) -> list[Struck]:
    """The strikes of a show, by its steps. An offer's end strikes at its own instant, whatever else happens."""
    page = _Page(sayings)
    before: Show | None = None
    last: datetime | None = None
    for at, _, show in steps:
        was = on_air(before) if before else None
        if before and was and was.offer_until and last and last < was.offer_until <= at:
            page.look(before, was, was.offer_until)
        segment = on_air(show)
        if segment is None:
            page.end(at)
        else:
            page.look(show, segment, at)
        before, last = show, at
    return page.all()

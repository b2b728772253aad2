"""The ends of holds in their order, so that what is due is found without a look at all claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import datetime

import msgspec
from msgspec.structs import replace
from rpds import HashTrieMap, HashTrieSet


class Deadlines(msgspec.Struct, frozen=True):
    """The numbers of the claims with a hold that ends in a second; `seconds` are those there are, in order."""

    seconds: tuple[int, ...] = ()
    claims: HashTrieMap[int, HashTrieSet[int]] = HashTrieMap()

    def without(self, claim: int, end: datetime | None) -> Deadlines:
        """These without a claim whose first hold ended then."""
        if end is None:
            return self
        second = second_of(end)
        rest = self.claims[second].remove(claim)
        if rest:
            return replace(self, claims=self.claims.insert(second, rest))
        at = bisect_left(self.seconds, second)
        return Deadlines((*self.seconds[:at], *self.seconds[at + 1 :]), self.claims.remove(second))

    def having(self, claim: int, end: datetime | None) -> Deadlines:
        """These with a claim whose first hold ends then."""
        if end is None:
            return self
        second = second_of(end)
        known = self.claims.get(second)
        if known is not None:
            return replace(self, claims=self.claims.insert(second, known.insert(claim)))
        at = bisect_left(self.seconds, second)
        seconds = (*self.seconds[:at], second, *self.seconds[at:])
        return Deadlines(seconds, self.claims.insert(second, HashTrieSet((claim,))))

    def until(self, now: datetime) -> Iterator[int]:
        """The claims with a hold that ends by the end of the second that it is now."""
        for second in self.seconds[: bisect_right(self.seconds, second_of(now))]:
            yield from self.claims[second]


def second_of(at: datetime) -> int:
    """The second in which an instant falls."""
    return int(at.timestamp() // 1)

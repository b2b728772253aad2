"""The rundown: what is planned, row by row, and what was played."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from console.domain.queue import ItemRole

NOTHING = timedelta(0)


class Kind(StrEnum):
    """What a row of the rundown is. Only segments and ad-libs are taken; only segments have a time in the order."""

    SEGMENT = "segment"
    GROUP = "group"
    MILESTONE = "milestone"
    AD_LIB = "ad_lib"


class Segment(msgspec.Struct, frozen=True):
    """A row of the show as planned. `products` are ids of products; `id` is 0 until the desk has given one.

    A segment with a `planned_start` begins then; one without follows on the one before. A `hard` start is never
    expected earlier; a soft one slides. With `planned_end` the end is locked, else the duration is; `count_to_end`
    counts down to the planned end however late it began. `group` is the row of the group that it belongs to.
    `loops_to` is the segment that comes again after it (0: none). A group's `planned` is its target (0: none). `coupon`
    and `gift` are what is offered with its products, in words, until `offer_until` (None: for as long as it lasts).
    """

    title: str
    planned: timedelta
    id: int = 0
    planned_start: datetime | None = None
    owner: str = ""
    notes: str = ""
    script: str = ""
    products: tuple[str, ...] = ()
    coupon: str = ""
    gift: str = ""
    offer_until: datetime | None = None
    kind: Kind = Kind.SEGMENT
    group: int = 0
    hard: bool = False
    planned_end: datetime | None = None
    count_to_end: bool = False
    flag: bool = False
    colour: str = ""
    loops_to: int = 0
    approved: bool = False

    @property
    def timed(self) -> bool:
        """Whether it has a time of its own in the order of the show."""
        return self.kind is Kind.SEGMENT

    @property
    def takeable(self) -> bool:
        """Whether it can go live."""
        return self.kind in TAKEABLE


TAKEABLE = frozenset({Kind.SEGMENT, Kind.AD_LIB})


class Pause(msgspec.Struct, frozen=True):
    """A stretch in which the clock of the live segment was held (`ended` None: it still is)."""

    began: datetime
    ended: datetime | None = None


class Aired(msgspec.Struct, frozen=True):
    """A stretch of the show as played: a segment that was live from `began` until `ended` (None: it still is).

    `copy` is the segment as it went on air, which edits of the plan leave alone (None in files of before). `added` is
    the time that it was given while it was live, below zero if it was taken.
    """

    segment: int
    began: datetime
    ended: datetime | None = None
    copy: Segment | None = None
    added: timedelta = NOTHING
    pauses: tuple[Pause, ...] = ()

    @property
    def paused(self) -> bool:
        """Whether its clock is held."""
        return bool(self.pauses) and self.pauses[-1].ended is None

    def held(self, now: datetime) -> timedelta:
        """How long its clock was held so far."""
        return sum(((each.ended or now) - each.began for each in self.pauses), NOTHING)

    def played(self, now: datetime) -> timedelta:
        """How long it ran so far, without its pauses."""
        return max(NOTHING, (self.ended or now) - self.began - self.held(now))


def whole(segments: Iterable[Segment]) -> timedelta:
    """What the segments of a rundown are planned to take together."""
    return sum((each.planned for each in segments if each.timed), NOTHING)


def first_start(segments: Iterable[Segment]) -> datetime | None:
    """The start of the first segment, if it has one."""
    return next((each.planned_start for each in segments if each.timed), None)


class MixBound(msgspec.Struct, frozen=True):
    """How many items of a role a show has: at least `least`, at most `most` (None: any number)."""

    role: ItemRole
    least: int = 0
    most: int | None = None


class RundownRules(msgspec.Struct, frozen=True):
    """How a show keeps its rundown.

    `relative`: planned starts count from the beginning of the show (None: in rehearsals only). `approval`: a script
    must be approved before its product may air. `mix` bounds the roles in the queue.
    """

    relative: bool | None = None
    approval: bool = False
    mix: tuple[MixBound, ...] = ()

"""What the queue proposes, as values: skip, shorten, extend or swap, with a reason and its numbers."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from console.domain.rundown import NOTHING


class Advice(StrEnum):
    """What is proposed."""

    SKIP = "skip"
    SHORTEN = "shorten"
    EXTEND = "extend"
    SWAP = "swap"


class Reason(StrEnum):
    """Why it is proposed."""

    SOLD_OUT = "sold_out"
    NOT_READY = "not_ready"
    SELLS_FAST = "sells_fast"
    SELLS_NOTHING = "sells_nothing"
    RUNNING_LATE = "running_late"


class Numbers(msgspec.Struct, frozen=True):
    """What it was worked out from: pieces a minute, pieces left, the time the live segment has left, how late it is."""

    pace: float
    stock: int | None
    left: timedelta
    over: timedelta


class Proposal(msgspec.Struct, frozen=True):
    """Something to do about a segment: `by` is the time to give or take, `other` the segment to have in its place."""

    advice: Advice
    reason: Reason
    segment: int
    numbers: Numbers
    by: timedelta = NOTHING
    other: int = 0


class Answer(StrEnum):
    """What became of a proposal: a person took it up or not, or its reason was gone."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    LAPSED = "lapsed"


class Offered(msgspec.Struct, frozen=True):
    """A proposal as it was made, and what became of it (None: it stands). `over_then` is how late it was then."""

    number: int
    at: datetime
    proposal: Proposal
    answer: Answer | None = None
    answered_at: datetime | None = None
    over_then: timedelta = NOTHING

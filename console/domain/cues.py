"""Cues: what the operator has the anchor know without a sound, and when the anchor had taken note of it."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

MOST_TEXT = 120
MOST_OPEN = 6
WAITING_AFTER = timedelta(seconds=5)
URGENT_AFTER = timedelta(seconds=15)


class CueKind(StrEnum):
    """What a cue is about. Names are kept in the journal."""

    WRAP_UP = "wrap_up"
    STRETCH = "stretch"
    SOLD_OUT = "sold_out"
    PRICE_WRONG = "price_wrong"
    QUESTION = "question"
    FREE = "free"


WORDED = frozenset({CueKind.QUESTION, CueKind.FREE})
"""The kinds that say nothing without words of their own."""


class Urgency(StrEnum):
    """How a cue that nobody has taken note of looks: it grows, and never makes a sound."""

    FRESH = "fresh"
    WAITING = "waiting"
    URGENT = "urgent"


class Cue(msgspec.Struct, frozen=True):
    """One cue: it is open until the anchor has `noted` it or it was taken `back`."""

    id: int
    kind: CueKind
    text: str
    sent: datetime
    noted: datetime | None = None
    back: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the anchor has still to take note of it."""
        return self.noted is None and self.back is None

    @property
    def took(self) -> timedelta | None:
        """The time until the anchor had taken note of it."""
        return self.noted - self.sent if self.noted else None


def urgency(cue: Cue, now: datetime) -> Urgency:
    """How much an open cue asks for attention by now."""
    age = now - cue.sent
    if age >= URGENT_AFTER:
        return Urgency.URGENT
    return Urgency.WAITING if age >= WAITING_AFTER else Urgency.FRESH


def open_cues(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues that the anchor has still to take note of, oldest first."""
    return tuple(cue for cue in cues if cue.open)

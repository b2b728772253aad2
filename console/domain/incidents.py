"""Incidents: what went wrong in a show, and what was done about it, written while it happens."""

from datetime import datetime
from enum import StrEnum

import msgspec

MOST_NOTE = 300
MOST_NOTES = 200


class IncidentKind(StrEnum):
    """What there is a card of the runbook for. Names are kept in the journal."""

    SOLD_OUT = "sold_out"
    WRONG_PRICE = "wrong_price"
    TROLLS = "trolls"
    HOST_ABSENT = "host_absent"
    NO_PICTURE = "no_picture"
    OTHER = "other"


class Note(msgspec.Struct, frozen=True):
    """One thing that was done or seen, when and by whom."""

    at: datetime
    person: str
    text: str


class Incident(msgspec.Struct, frozen=True):
    """One incident, open until a person says that it is over."""

    id: int
    kind: IncidentKind
    began: datetime
    notes: tuple[Note, ...] = ()
    ended: datetime | None = None


def open_incident(incidents: tuple[Incident, ...], kind: IncidentKind) -> Incident | None:
    """The open incident of that kind: there is one at most."""
    return next((each for each in incidents if each.kind is kind and each.ended is None), None)

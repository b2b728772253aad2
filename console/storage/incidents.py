"""Incidents as the file has them."""

from console.domain.incidents import Incident, IncidentKind, Note
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

INCIDENTS = "SELECT id, kind, began, ended FROM incidents WHERE show = ? ORDER BY id"
NOTES = "SELECT at, person, text FROM incident_notes WHERE incident = ? ORDER BY id"


def incidents(connection: Connection, show: int) -> tuple[Incident, ...]:
    """The incidents of a show, oldest first."""
    return tuple(
        Incident(number, IncidentKind(kind), from_us(began), notes(connection, number), from_us_or_none(ended))
        for number, kind, began, ended in connection.execute(INCIDENTS, (show,)).fetchall()
    )


def notes(connection: Connection, incident: int) -> tuple[Note, ...]:
    """What was written down of an incident."""
    return tuple(Note(from_us(at), person, text) for at, person, text in connection.execute(NOTES, (incident,)))

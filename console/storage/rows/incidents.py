"""Incidents and their notes."""

from typing import assert_never

from console.domain.changes import IncidentEnded, IncidentNoted, IncidentOpened
from console.storage.rows.place import Place
from console.storage.sqlite import Connection


def write_incident(
    connection: Connection, change: IncidentOpened | IncidentNoted | IncidentEnded, place: Place
) -> None:
    """Keep an incident, a note of it, or its end."""
    match change:
        case IncidentOpened(incident=number, kind=kind):
            row = (number, place.show, kind, place.at)
            connection.execute("INSERT INTO incidents (id, show, kind, began) VALUES (?, ?, ?, ?)", row)
        case IncidentNoted(incident=number, text=text):
            note = (number, place.at, place.actor.person, text)
            connection.execute("INSERT INTO incident_notes (incident, at, person, text) VALUES (?, ?, ?, ?)", note)
        case IncidentEnded(incident=number):
            connection.execute("UPDATE incidents SET ended = ? WHERE id = ?", (place.at, number))
        case _:
            assert_never(change)

"""Incidents, folded."""

from typing import assert_never

from msgspec.structs import replace

from console.domain.changes import Entry, IncidentEnded, IncidentNoted, IncidentOpened
from console.domain.incidents import Incident, Note
from console.domain.show import Show


def apply_incidents(show: Show, change: IncidentOpened | IncidentNoted | IncidentEnded, entry: Entry) -> Show:
    """The show after an incident began, went on or ended."""
    match change:
        case IncidentOpened(incident=number, kind=kind):
            incidents = (*show.incidents, Incident(number, kind, entry.at))
            return replace(show, incidents=incidents, serial=max(show.serial, number))
        case IncidentNoted(incident=number, text=text):
            note = Note(entry.at, entry.actor.person, text)
            return replace(show, incidents=tuple(with_note(each, number, note) for each in show.incidents))
        case IncidentEnded(incident=number):
            ended = (replace(each, ended=entry.at) if each.id == number else each for each in show.incidents)
            return replace(show, incidents=tuple(ended))
        case _:
            assert_never(change)


def with_note(incident: Incident, number: int, note: Note) -> Incident:
    """The incident with the note, if it is the one of that number."""
    return replace(incident, notes=(*incident.notes, note)) if incident.id == number else incident

"""Incidents: begun, written down, over."""

from typing import assert_never

from console.domain.changes import IncidentEnded, IncidentNoted, IncidentOpened
from console.domain.commands import EndIncident, NoteIncident, OpenIncident
from console.domain.decide.decision import Decision, too_long
from console.domain.incidents import MOST_NOTE, MOST_NOTES, open_incident
from console.domain.outcomes import Added, Done, Invalid, Missing
from console.domain.rules import Rule
from console.domain.show import Show


def decide_incidents(show: Show, command: OpenIncident | NoteIncident | EndIncident) -> Decision:
    """Begin an incident, write down what is done about it, or end it. Of a kind one is open at a time."""
    there = open_incident(show.incidents, command.kind)
    match command:
        case OpenIncident(kind=kind):
            if show.id == 0:
                return Decision(Missing("show", ""))
            if there is not None:
                return Decision(Done())
            return Decision(Added(show.serial + 1), (IncidentOpened(show.serial + 1, kind),))
        case NoteIncident(text=text):
            return noted(there.id, len(there.notes), text) if there else Decision(Missing("incident", command.kind))
        case EndIncident():
            return Decision(Done(), (IncidentEnded(there.id),) if there else ())
        case _:
            assert_never(command)


def noted(incident: int, notes: int, text: str) -> Decision:
    """What was written down joins the incident."""
    line = " ".join(text.split())
    if not line:
        return Decision(Invalid("text", Rule.SAY_WHAT))
    if invalid := too_long(text=(line, MOST_NOTE)):
        return Decision(invalid)
    if notes >= MOST_NOTES:
        return Decision(Invalid("text", Rule.NOTES, (MOST_NOTES,)))
    return Decision(Done(), (IncidentNoted(incident, line),))

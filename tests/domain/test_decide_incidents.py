"""Incidents: one open of a kind, written down with who and when, over once."""

import pytest

from console.domain.commands import EndIncident, NoteIncident, OpenIncident, StopSale, Together
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.incidents import MOST_NOTE, MOST_NOTES, IncidentKind, open_incident
from console.domain.outcomes import Added, Done, Invalid, Missing
from console.domain.rules import Rule
from console.domain.show import Show
from console.domain.undo import Lasting, inverse
from tests.domain.goods import NOON, after, asked, running

PRICE = IncidentKind.WRONG_PRICE


def test_an_incident_is_open_once_a_kind_and_can_come_again() -> None:
    outcome, show = asked(running({}), OpenIncident(PRICE))
    assert outcome == Added(show.incidents[0].id)
    assert decide(show, OpenIncident(PRICE), NOON) == Decision(Done())
    again = after(show, EndIncident(PRICE), OpenIncident(PRICE))
    assert [each.ended is None for each in again.incidents] == [False, True]


def test_a_step_of_a_card_is_done_and_written_down_together_or_not_at_all() -> None:
    show = after(
        running({"cap": 5}), Together((OpenIncident(PRICE), StopSale(("cap",)), NoteIncident(PRICE, "stopped")))
    )
    there = open_incident(show.incidents, PRICE)
    assert there is not None
    assert [(note.text, note.person) for note in there.notes] == [("stopped", "Anna")]
    assert show.claims.closed("cap")
    refused = decide(show, Together((OpenIncident(IncidentKind.TROLLS), NoteIncident(IncidentKind.TROLLS, " "))), NOON)
    assert refused == Decision(Invalid("text", Rule.SAY_WHAT))


def test_what_is_not_open_takes_no_note_and_needs_no_end() -> None:
    show = running({})
    assert decide(show, NoteIncident(PRICE, "seen"), NOON) == Decision(Missing("incident", PRICE))
    assert decide(show, EndIncident(PRICE), NOON) == Decision(Done())
    assert asked(Show(), OpenIncident(PRICE))[0] == Missing("show", "")


@pytest.mark.parametrize("text", ["", "x" * (MOST_NOTE + 1)])
def test_a_note_says_something_and_not_too_much(text: str) -> None:
    assert isinstance(decide(after(running({}), OpenIncident(PRICE)), NoteIncident(PRICE, text), NOON).outcome, Invalid)


def test_notes_of_one_incident_are_bounded() -> None:
    notes = (NoteIncident(PRICE, f"{number}") for number in range(MOST_NOTES))
    show = after(running({}), OpenIncident(PRICE), *notes)
    assert decide(show, NoteIncident(PRICE, "more"), NOON).outcome == Invalid("text", Rule.NOTES, (MOST_NOTES,))


def test_what_was_written_down_is_not_undone() -> None:
    show = running({})
    assert inverse(show, decide(show, OpenIncident(PRICE), NOON).changes, NOON) is Lasting.INCIDENT

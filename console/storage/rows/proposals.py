"""What was proposed, and what became of it."""

from datetime import timedelta

import msgspec

from console.domain.changes import ProposalAnswered, Proposed
from console.storage.rows.place import Place
from console.storage.sqlite import Connection

PROPOSED = "INSERT INTO proposals (number, show, at, body) VALUES (?, ?, ?, ?)"
ANSWERED = "UPDATE proposals SET answer = ?, answered_at = ?, over = ? WHERE show = ? AND number = ?"


def write_proposal(connection: Connection, change: Proposed | ProposalAnswered, place: Place) -> None:
    """Keep a proposal, or its answer."""
    match change:
        case Proposed(number=number, proposal=proposal):
            connection.execute(PROPOSED, (number, place.show, place.at, msgspec.json.encode(proposal).decode()))
        case ProposalAnswered(proposal=number, answer=answer, over=over):
            connection.execute(ANSWERED, (answer, place.at, over // timedelta(microseconds=1), place.show, number))

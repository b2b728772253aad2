"""Proposals, folded."""

from datetime import datetime

from msgspec.structs import replace

from console.domain.changes import ProposalAnswered, Proposed
from console.domain.proposals import Offered
from console.domain.show import Show


def apply_proposals(show: Show, change: Proposed | ProposalAnswered, at: datetime) -> Show:
    """The show after something was proposed, or answered."""
    match change:
        case Proposed(number=number, proposal=proposal):
            return replace(show, proposals=(*show.proposals, Offered(number, at, proposal)))
        case ProposalAnswered(proposal=number, answer=answer, over=over):
            answered = tuple(
                replace(each, answer=answer, answered_at=at, over_then=over) if each.number == number else each
                for each in show.proposals
            )
            return replace(show, proposals=answered)

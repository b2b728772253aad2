"""Proposals: made and let go by the desk, answered by a person."""

from datetime import datetime
from typing import assert_never

from console.domain.changes import Change, ProposalAnswered, Proposed
from console.domain.commands import AddTime, AnswerProposal, Command, MoveSegment, Propose, SetNext, SkipSegment
from console.domain.decide.decision import Decision
from console.domain.decide.on_air import decide_on_air
from console.domain.decide.rundown import decide_rundown
from console.domain.outcomes import Accepted, Done, Missing
from console.domain.proposals import Advice, Answer, Offered, Proposal
from console.domain.proposing import advised, standing
from console.domain.rundown import NOTHING
from console.domain.show import Show
from console.domain.timing import timing


def decide_proposals(show: Show, command: Propose | AnswerProposal, now: datetime) -> Decision:
    """Propose something, or do what was proposed."""
    match command:
        case Propose():
            return Decision(Done(), proposed(show, now))
        case AnswerProposal(proposal=number, accept=accept):
            offered = standing(show)
            if offered is None or offered.number != number:
                return Decision(Missing("proposal", str(number)))
            return (
                answer(show, offered, now)
                if accept
                else Decision(Done(), (ended(show, offered, Answer.DISMISSED, now),))
            )
        case _:
            assert_never(command)


def proposed(show: Show, now: datetime) -> tuple[Change, ...]:
    """What stands goes once its reason has gone, and what there is reason for stands from then on."""
    offered, wanted = standing(show), advised(show, now)
    if offered and wanted == offered.proposal:
        return ()
    gone = (ended(show, offered, Answer.LAPSED, now),) if offered else ()
    return (*gone, Proposed(len(show.proposals) + 1, wanted)) if wanted else gone


def ended(show: Show, offered: Offered, how: Answer, now: datetime) -> Change:
    """The end of a proposal, with how late the show was."""
    told = timing(show, now)
    return ProposalAnswered(offered.number, how, told.over if told else NOTHING)


def answer(show: Show, offered: Offered, now: datetime) -> Decision:
    """Do what was proposed; if that is refused, the proposal stands."""
    command = meant(show, offered.proposal)
    match command:
        case AddTime() | SetNext():
            decision = decide_on_air(show, command)
        case SkipSegment() | MoveSegment():
            decision = decide_rundown(show, command)
        case _:
            return Decision(Missing("segment", str(offered.proposal.segment)))
    if not isinstance(decision.outcome, Accepted):
        return decision
    return Decision(Done(), (ended(show, offered, Answer.ACCEPTED, now), *decision.changes))


def meant(show: Show, proposal: Proposal) -> Command | None:
    """The command that does what a proposal says; None if what it is about has gone."""
    places = {segment.id: place for place, segment in enumerate(show.segments)}
    match proposal.advice:
        case Advice.SKIP:
            return SkipSegment(proposal.segment) if proposal.segment in places else None
        case Advice.SHORTEN | Advice.EXTEND:
            live = show.live and show.live.segment == proposal.segment
            return AddTime(proposal.by) if live else None
        case Advice.SWAP:
            there = places.get(proposal.segment)
            return MoveSegment(proposal.other, there) if there is not None and proposal.other in places else None
        case _:
            assert_never(proposal.advice)

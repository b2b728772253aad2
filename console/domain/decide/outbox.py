"""How errands go on: the sender's steps, the tray, and the first sending of a copied file."""

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from console.domain.apply import folded
from console.domain.changes import (
    Change,
    DraftSet,
    ErrandDone,
    ErrandDoubted,
    ErrandQueued,
    ErrandRejected,
    ErrandSent,
    ErrandSettled,
    SendingResumed,
)
from console.domain.claims.book import number_of
from console.domain.commands import (
    DoubtErrand,
    FinishErrand,
    LeaveErrand,
    PutAside,
    RejectErrand,
    ResumeSending,
    RetryErrand,
    SendErrand,
)
from console.domain.decide.decision import Decision
from console.domain.decide.drafts import made
from console.domain.decide.errands import TAKEN_BACK, recipients, untaken
from console.domain.decide.ordering import task_of
from console.domain.outbox import DraftTo, Errand, ErrandState, Outgoing, is_of, new_errand
from console.domain.outcomes import Added, Done, ErrandMoved, Held, Invalid, Missing
from console.domain.rules import Rule
from console.domain.show import Show

FROM_BEFORE = "It is from before this file was copied, and may have been done since."
PUT_ASIDE = {
    ErrandState.PENDING: "It was put aside before it left.",
    ErrandState.UNKNOWN: "It was put aside before it was known whether it was done.",
}
LOOK = "Look at what differs at the shop, then try again or leave it."

Step = SendErrand | DoubtErrand | FinishErrand | RejectErrand | RetryErrand | LeaveErrand | PutAside


def decide_outbox(show: Show, command: Step | ResumeSending, now: datetime) -> Decision:
    """Take an errand a step on, or let a copied file send again."""
    if isinstance(command, ResumeSending):
        return Decision(Done(), tuple(resumed(show)) if show.held else ())
    outgoing = show.outbox.get(command.errand)
    if outgoing is None:
        return Decision(Missing("errand", str(command.errand)))
    return step(show, outgoing, command, now)


def resumed(show: Show) -> Iterator[Change]:
    """What was open when the file was copied goes to the tray; what was queued since is sent from now on."""
    for each in show.open_errands:
        if not is_of(each.errand, show.origin):
            yield ErrandRejected(each.errand.id, FROM_BEFORE, LOOK)
            yield from untaken(show, each.errand.id)
    yield SendingResumed()


def step(show: Show, outgoing: Outgoing, command: Step, now: datetime) -> Decision:
    """Take an errand one step on, if it stands where that step begins."""
    errand, state = outgoing.errand, outgoing.state
    match command:
        case SendErrand() | FinishErrand() if errand.undoes in show.outbox:
            return Decision(ErrandMoved(errand.id, state))
        case SendErrand() if state is ErrandState.PENDING and show.held:
            return Decision(Held())
        case SendErrand(prepared=prepared) if state is ErrandState.PENDING:
            return Decision(Done(), (ErrandSent(errand.id, prepared),))
        case DoubtErrand(title=title) if state is ErrandState.SENT:
            return Decision(Done(), (ErrandDoubted(errand.id, title),))
        case FinishErrand(answer=answer, made=told) if outgoing.open:
            done = ErrandDone(errand.id, answer)
            return Decision(Done(), (done, *made(folded(show, (done,), now), errand, told, now)))
        case RejectErrand(title=title, next_step=words) if outgoing.open:
            rejected = ErrandRejected(errand.id, title, words)
            return Decision(Done(), (rejected, *rest(show, outgoing, again=command.again)))
        case PutAside() if state in PUT_ASIDE:
            rejected = ErrandRejected(errand.id, PUT_ASIDE[state], LOOK)
            return Decision(Done(), (rejected, *rest(show, outgoing, again=False)))
        case RetryErrand() if state is ErrandState.REJECTED and outgoing.undone:
            return Decision(Invalid("errand", Rule.UNDONE))
        case RetryErrand() if state is ErrandState.REJECTED:
            if errand.shop not in recipients(show):
                return Decision(Missing("connection", errand.shop))
            return Decision(Added(show.serial + 1), anew(show, errand))
        case LeaveErrand() if state is ErrandState.REJECTED:
            return Decision(Done(), (ErrandSettled(errand.id, left=True),))
        case LeaveErrand() if state is ErrandState.PENDING:
            return Decision(Done(), (ErrandRejected(errand.id, TAKEN_BACK, ""), ErrandSettled(errand.id, left=True)))
        case _:
            return Decision(ErrandMoved(errand.id, state))


def rest(show: Show, outgoing: Outgoing, *, again: bool) -> tuple[Change, ...]:
    """What follows when an errand ends undone: a fresh try, unless it was undone here meanwhile."""
    errand = outgoing.errand
    if not outgoing.undone:
        return anew(show, errand, errand.turn) if again else ()
    ended = (ErrandSettled(errand.id),) if again else ()
    return *ended, *untaken(show, errand.id)


def anew(show: Show, errand: Errand, turn: int = 0) -> tuple[Change, ...]:
    """The errand under another number and key, in the place `turn` of the line, or at its end.

    A draft is asked for as it should be by now: where a later errand does so already, there is nothing to do again.
    """
    number = show.serial + 1
    draft = show.claims.drafts.get(number_of(errand.task.key)) if isinstance(errand.task, DraftTo) else None
    if draft is not None and draft.errand != errand.id:
        return (ErrandSettled(errand.id),)
    task = task_of(show, draft) if draft else errand.task
    fresh = new_errand(number, errand.shop, show.origin, task, errand.cause, errand.undoes)
    again = replace(fresh, again=errand.id, turn=turn or number)
    drawn = (DraftSet(replace(draft, errand=number)),) if draft else ()
    return ErrandSettled(errand.id), *drawn, ErrandQueued(again)

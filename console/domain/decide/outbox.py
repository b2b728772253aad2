"""How errands go on: the sender's steps, the tray, and the first sending of a copied file."""

from collections.abc import Iterator

from msgspec.structs import replace

from console.domain.changes import (
    Change,
    ErrandDone,
    ErrandDoubted,
    ErrandQueued,
    ErrandRejected,
    ErrandSent,
    ErrandSettled,
    SendingResumed,
)
from console.domain.commands import (
    DoubtErrand,
    FinishErrand,
    LeaveErrand,
    RejectErrand,
    ResumeSending,
    RetryErrand,
    SendErrand,
)
from console.domain.decide.decision import Decision
from console.domain.decide.errands import recipients
from console.domain.outbox import Errand, ErrandState, Outgoing, is_of, new_errand
from console.domain.outcomes import Added, Done, ErrandMoved, Held, Missing
from console.domain.show import Show

FROM_BEFORE = "It is from before this file was copied, and may have been done since."
TAKEN_BACK = "It was taken back before it left."
LOOK = "Look at what differs at the shop, then try again or leave it."

Step = SendErrand | DoubtErrand | FinishErrand | RejectErrand | RetryErrand | LeaveErrand


def decide_outbox(show: Show, command: Step | ResumeSending) -> Decision:
    """Take an errand a step on, or let a copied file send again."""
    if isinstance(command, ResumeSending):
        return Decision(Done(), tuple(resumed(show)) if show.held else ())
    outgoing = show.outbox.get(command.errand)
    if outgoing is None:
        return Decision(Missing("errand", str(command.errand)))
    return step(show, outgoing, command)


def resumed(show: Show) -> Iterator[Change]:
    """What was open when the file was copied goes to the tray; what was queued since is sent from now on."""
    for each in show.open_errands:
        if not is_of(each.errand, show.origin):
            yield ErrandRejected(each.errand.id, FROM_BEFORE, LOOK)
    yield SendingResumed()


def step(show: Show, outgoing: Outgoing, command: Step) -> Decision:
    """Take an errand one step on, if it stands where that step begins."""
    errand, state = outgoing.errand, outgoing.state
    match command:
        case SendErrand() if state is ErrandState.PENDING and show.held:
            return Decision(Held())
        case SendErrand(prepared=prepared) if state is ErrandState.PENDING:
            return Decision(Done(), (ErrandSent(errand.id, prepared),))
        case DoubtErrand(title=title) if state is ErrandState.SENT:
            return Decision(Done(), (ErrandDoubted(errand.id, title),))
        case FinishErrand(answer=answer) if outgoing.open:
            return Decision(Done(), (ErrandDone(errand.id, answer),))
        case RejectErrand(title=title, next_step=words) if outgoing.open:
            rejected = ErrandRejected(errand.id, title, words)
            more = anew(show, errand, errand.turn) if command.again else ()
            return Decision(Done(), (rejected, *more))
        case RetryErrand() if state is ErrandState.REJECTED:
            if errand.shop not in recipients(show):
                return Decision(Missing("connection", errand.shop))
            return Decision(Added(show.serial + 1), anew(show, errand))
        case LeaveErrand() if state is ErrandState.REJECTED:
            return Decision(Done(), (ErrandSettled(errand.id),))
        case LeaveErrand() if state is ErrandState.PENDING:
            return Decision(Done(), (ErrandRejected(errand.id, TAKEN_BACK, ""), ErrandSettled(errand.id)))
        case _:
            return Decision(ErrandMoved(errand.id, state))


def anew(show: Show, errand: Errand, turn: int = 0) -> tuple[Change, ...]:
    """The errand under another number and key, in the place `turn` of the line, or at its end."""
    number = show.serial + 1
    again = replace(new_errand(number, errand.shop, show.origin, errand.task), again=errand.id, turn=turn or number)
    return ErrandSettled(errand.id), ErrandQueued(again)

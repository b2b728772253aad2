"""The pin loop: set by a person, taken on by the desk."""

from datetime import datetime
from typing import assert_never

from console.domain.changes import Change, PinLoopSet, Pinned, Unpinned
from console.domain.commands import AnswerProposal, PinNextLooped, Propose, SetPinLoop
from console.domain.decide.decision import Decision
from console.domain.decide.proposals import decide_proposals
from console.domain.outcomes import Done, Invalid, Missing
from console.domain.pin_loop import due
from console.domain.queue import LEAST_EVERY, MOST_EVERY, MOST_LOOPED
from console.domain.rules import Rule
from console.domain.show import Show


def decide_by_the_clock(
    show: Show, command: SetPinLoop | PinNextLooped | Propose | AnswerProposal, now: datetime
) -> Decision:
    """What the desk looks after by the clock: the loop of what is explained, and what is proposed."""
    match command:
        case Propose() | AnswerProposal():
            return decide_proposals(show, command, now)
        case SetPinLoop():
            return set_loop(show, command)
        case PinNextLooped():
            return Decision(Done(), next_pinned(show, now))
        case _:
            assert_never(command)


def set_loop(show: Show, command: SetPinLoop) -> Decision:
    """Items of the queue, each once, explained in turn from now on; none: no more."""
    items = tuple(dict.fromkeys(command.items))
    missing = next((each for each in items if show.item(each) is None and each not in show.loop.items), None)
    if missing is not None:
        return Decision(Missing("item", str(missing)))
    if not LEAST_EVERY <= command.every <= MOST_EVERY:
        return Decision(Invalid("loop", Rule.LOOP_EVERY))
    if len(items) > MOST_LOOPED:
        return Decision(Invalid("loop", Rule.LOOPED, (MOST_LOOPED,)))
    same = (items, command.every) == (show.loop.items, show.loop.every)
    return Decision(Done(), () if same else (PinLoopSet(items, command.every),))


def next_pinned(show: Show, now: datetime) -> tuple[Change, ...]:
    """The next item explained, if its time has come: anew, if it is the one that is explained already."""
    item = due(show, now)
    if item is None:
        return ()
    return (*(() if show.pinned is None else (Unpinned(show.pinned),)), Pinned(item.id))

"""Cues to the anchor: sent, taken note of, taken back."""

from typing import assert_never

from console.domain.changes import CueNoted, CueSent, CueTakenBack
from console.domain.commands import NoteCue, SendCue, TakeCueBack
from console.domain.cues import MOST_OPEN, MOST_TEXT, WORDED, open_cues
from console.domain.decide.decision import Decision, too_long
from console.domain.outcomes import Added, Done, Invalid, Missing, NotRunning
from console.domain.rules import Rule
from console.domain.show import Mode, Show


def decide_cues(show: Show, command: SendCue | NoteCue | TakeCueBack) -> Decision:
    """Send a cue, or end one. A cue that has ended stays as it ended."""
    match command:
        case SendCue():
            return send(show, command)
        case NoteCue(cue=number) | TakeCueBack(cue=number):
            cue = next((each for each in show.cues if each.id == number), None)
            if cue is None:
                return Decision(Missing("cue", str(number)))
            ends = CueNoted(number) if isinstance(command, NoteCue) else CueTakenBack(number)
            return Decision(Done(), (ends,) if cue.open else ())
        case _:
            assert_never(command)


def send(show: Show, command: SendCue) -> Decision:
    """A cue joins those that are open; one that says the same is open only once."""
    text = " ".join(command.text.split())
    if show.mode is Mode.OFF:
        return Decision(NotRunning())
    if command.kind in WORDED and not text:
        return Decision(Invalid("text", Rule.CUE_WORDS))
    if invalid := too_long(text=(text, MOST_TEXT)):
        return Decision(invalid)
    there = open_cues(show.cues)
    if any((each.kind, each.text) == (command.kind, text) for each in there):
        return Decision(Done())
    if len(there) >= MOST_OPEN:
        return Decision(Invalid("cue", Rule.CUES_OPEN, (MOST_OPEN,)))
    number = show.serial + 1
    return Decision(Added(number), (CueSent(number, command.kind, text),))

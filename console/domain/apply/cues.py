"""Cues, folded."""

from datetime import datetime
from typing import assert_never

from msgspec.structs import replace

from console.domain.changes import CueNoted, CueSent, CueTakenBack
from console.domain.cues import Cue
from console.domain.show import Show


def apply_cues(show: Show, change: CueSent | CueNoted | CueTakenBack, at: datetime) -> Show:
    """The show after a cue was sent or ended."""
    match change:
        case CueSent(cue=number, kind=kind, text=text):
            cues = (*show.cues, Cue(number, kind, text, at))
            return replace(show, cues=cues, serial=max(show.serial, number))
        case CueNoted(cue=number):
            return replace(
                show, cues=tuple(replace(each, noted=at) if each.id == number else each for each in show.cues)
            )
        case CueTakenBack(cue=number):
            return replace(
                show, cues=tuple(replace(each, back=at) if each.id == number else each for each in show.cues)
            )
        case _:
            assert_never(change)

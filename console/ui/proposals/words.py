"""What came of proposals, in words."""

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.came_of import Came, came_of
from console.domain.proposals import Advice, Answer, Offered
from console.domain.show import Show
from console.ui.words.proposals import proposal_words, segment_name
from console.ui.words.times import signed_text


class Told(msgspec.Struct, frozen=True):
    """A proposal with what came of it, and the words for it; `first` names the segment that came first of two."""

    offered: Offered
    came: Came
    words: str
    first: str = ""


def told_of(show: Show, offered: Offered, now: datetime) -> Told:
    """A proposal as it is told now."""
    came = came_of(show, offered, now)
    first = segment_name(show, came.before) if came.before else ""
    return Told(offered, came, proposal_words(show, offered.proposal), first)


def answer_words(offered: Offered) -> str:
    """What became of it."""
    return {
        Answer.ACCEPTED: _tr("done"),
        Answer.DISMISSED: _tr("left"),
        Answer.LAPSED: _tr("its reason went"),
        None: _tr("waits"),
    }[offered.answer]


def came_words(told: Told) -> str:
    """What was foretold beside what happened, what was sold meanwhile, and how late the show is."""
    came = told.came
    if told.offered.proposal.advice is Advice.SWAP:
        said = [_tr("“{0}” came first").format(told.first) if told.first else _tr("neither has come")]
    elif came.really is None:
        said = [_tr("foretold {0}, not over yet").format(signed_text(came.foretold))]
    else:
        said = [_tr("foretold {0}, was {1}").format(signed_text(came.foretold), signed_text(came.really))]
    if came.pace is not None:
        then = f"{told.offered.proposal.numbers.pace:g}"
        said.append(_tr("%n sold, {0} a minute (then {1})", came.sold).format(f"{came.pace:.1f}", then))
    over = (signed_text(told.offered.over_then), signed_text(came.over))
    said.append(_tr("show {0}, now {1}").format(*over) if told.offered.answer else _tr("show {0}").format(over[1]))
    return " · ".join(said)


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Proposals", text, None, count)

"""What the queue proposes, in words: what to do, why, and the numbers behind it."""

from PySide6.QtCore import QCoreApplication

from console.domain.proposals import Advice, Proposal, Reason
from console.domain.show import Show
from console.ui.widgets.plain_text import one_line
from console.ui.words.times import length_text, signed_text

MOST_TITLE = 60


def proposal_words(show: Show, proposal: Proposal) -> str:
    """What to do, and why."""
    name, other = segment_name(show, proposal.segment), segment_name(show, proposal.other)
    what = {
        Advice.SKIP: _tr("Skip “{0}”").format(name),
        Advice.SHORTEN: _tr("End “{0}” {1} earlier").format(name, length_text(-proposal.by)),
        Advice.EXTEND: _tr("Give “{0}” {1} more").format(name, length_text(proposal.by)),
        Advice.SWAP: _tr("Have “{1}” before “{0}”").format(name, other),
    }[proposal.advice]
    why = {
        Reason.SOLD_OUT: _tr("it is sold out"),
        Reason.NOT_READY: _tr("it may not air yet"),
        Reason.SELLS_FAST: _tr("it sells fast, and there is time"),
        Reason.SELLS_NOTHING: _tr("nobody buys it"),
        Reason.RUNNING_LATE: _tr("the show runs late"),
    }[proposal.reason]
    return f"{what}: {why}"


def proposal_numbers(proposal: Proposal) -> str:
    """The numbers behind it."""
    numbers = proposal.numbers
    stock = _tr("{0} left").format(numbers.stock) if numbers.stock is not None else _tr("stock unknown")
    pace = _tr("{0} a minute").format(f"{numbers.pace:g}")
    left = _tr("{0} of the segment left").format(signed_text(numbers.left).removeprefix("+"))
    return " · ".join((pace, stock, left, _tr("show {0}").format(signed_text(numbers.over))))


def segment_name(show: Show, number: int) -> str:
    """A segment by its title."""
    segment = show.segment(number)
    return one_line(segment.title)[:MOST_TITLE] if segment else str(number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Proposals", text)

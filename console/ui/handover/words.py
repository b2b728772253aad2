"""The hand-over brief in words: plain lines in groups."""

from PySide6.QtCore import QCoreApplication

from console.domain.handover import Handover, Promised, Scarce
from console.domain.show import Show
from console.domain.stock_state import StockState
from console.ui.findings.words import words_of
from console.ui.words.cues import cue_words
from console.ui.words.incidents import incident_words
from console.ui.words.times import clock_text, remaining_text, signed_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Handover", text)


def handover_text(brief: Handover, show: Show) -> str:
    """The whole brief as text: a heading, its lines, a gap."""
    groups = ((heading, found) for heading, found in grouped(brief, show) if found)
    return "\n\n".join("\n".join((heading, *(f"  {each}" for each in found))) for heading, found in groups)


def grouped(brief: Handover, show: Show) -> tuple[tuple[str, list[str]], ...]:
    """The lines under their headings."""
    return (
        (_tr("On air"), on_air_lines(brief)),
        (_tr("Promised"), [promised_line(each) for each in brief.promised] or [_tr("nothing")]),
        (_tr("Waits for a person"), waiting_lines(brief, show) or [_tr("nothing")]),
        (_tr("Low"), [scarce_line(each) for each in brief.scarce] or [_tr("nothing")]),
    )


def on_air_lines(brief: Handover) -> list[str]:
    """What is live, how late the show is, what comes next."""
    lines = []
    if brief.live and brief.remaining is not None:
        lines.append(_tr("Live: {0}, {1}").format(brief.live, remaining_text(brief.remaining)))
    if brief.over is not None:
        lines.append(_tr("The show: {0}").format(signed_text(brief.over)))
    lines.append(_tr("Next: {0}").format(brief.next or _tr("nothing")))
    return lines


def promised_line(each: Promised) -> str:
    """What is promised of one product."""
    words = _tr("{0}: {1} for {2} buyers, {3} wait").format(
        f"{each.code} {each.title}".strip(), each.held, each.buyers, each.waiting
    )
    return words + (_tr("; the first hold ends at {0}").format(clock_text(each.until)) if each.until else "")


def waiting_lines(brief: Handover, show: Show) -> list[str]:
    """What is open, as far as there is any of it."""
    counts = (
        (brief.tray, _tr("Claims in the tray: {0}")),
        (brief.unsent, _tr("Buyers without an order yet: {0}")),
        (brief.sending, _tr("On the way to the shop: {0}")),
        (brief.refused, _tr("Refused by the shop: {0}")),
    )
    lines = [words.format(count) for count, words in counts if count]
    lines += [words_of(each, show).title for each in brief.findings]
    lines += [_tr("{0}, since {1}").format(incident_words(i.kind), clock_text(i.began)) for i in brief.incidents]
    lines += [_tr("Cue not noted: {0}").format(cue_words(each.kind, each.text)) for each in brief.cues]
    return lines


def scarce_line(each: Scarce) -> str:
    """What is wrong with the stock of one item."""
    states = {StockState.LOW: _tr("low"), StockState.SOLD_OUT: _tr("sold out")}
    said = [states.get(each.state, ""), _tr("sale stopped") if each.stopped else ""]
    left = "" if each.left is None else ", " + _tr("{0} left").format(each.left)
    return f"{each.code} {each.title}: {', '.join(filter(None, said))}{left}"

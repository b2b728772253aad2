"""What each card offers to do at once, as commands of the show as it is."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from console.domain.commands import Command, NoteIncident, OpenIncident, PauseSegment, SendCue, StopSale, Take, Together
from console.domain.cues import CueKind
from console.domain.incidents import MOST_NOTE, IncidentKind
from console.domain.show import Mode, Show
from console.domain.timing import following
from console.ui.selling import explained


class Step(NamedTuple):
    """One act of a card: its words, and its command, or why it cannot be done now."""

    words: str
    command: Command | None
    why: str = ""


def steps_of(kind: IncidentKind, show: Show) -> tuple[Step, ...]:
    """The steps of a card, in the order in which they help."""
    return tuple(make(show) for make in CARDS[kind])


def using(kind: IncidentKind, step: Step) -> Command:
    """A step and the writing down of it, as one command: both or none."""
    done = (step.command,) if step.command else ()
    return Together((OpenIncident(kind), *done, NoteIncident(kind, step.words[:MOST_NOTE])))


def stop_item(show: Show) -> Step:
    """Stop the sale of what is explained."""
    item = show.explained
    product = show.products.get(item.product) if item else None
    if item is None or product is None:
        return Step(_tr("Stop the sale of what is explained"), None, _tr("Nothing is being explained."))
    return Step(_tr("Stop the sale of {0} {1}").format(item.code, product.title), StopSale(explained(show)))


def stop_all(_: Show) -> Step:
    """Stop every sale."""
    return Step(_tr("Stop all sales"), StopSale())


def take_next(show: Show) -> Step:
    """Go on with the next segment."""
    segment = show.segment(number) if (number := following(show)) is not None else None
    if segment is None or show.mode is Mode.OFF:
        return Step(_tr("Take the next segment"), None, _tr("There is no segment to go on with."))
    return Step(_tr("Take “{0}”").format(segment.title), Take(segment.id))


def pause(show: Show) -> Step:
    """Hold the clock of what is live."""
    words = _tr("Pause the segment's clock")
    if show.live is None:
        return Step(words, None, _tr("No segment is live."))
    return Step(words, None if show.live.paused else PauseSegment(), _tr("It is paused."))


def cue(kind: CueKind, words: Callable[[], str] = str) -> Callable[[Show], Step]:
    """Cue the anchor."""

    def make(show: Show) -> Step:
        told = words() or {
            CueKind.SOLD_OUT: _tr("sold out"),
            CueKind.PRICE_WRONG: _tr("the price is wrong"),
            CueKind.STRETCH: _tr("stretch"),
        }.get(kind, "")
        step = _tr("Cue the anchor: {0}").format(told)
        if show.mode is Mode.OFF:
            return Step(step, None, _tr("The show does not run."))
        return Step(step, SendCue(kind, words()))

    return make


def _not_answered() -> str:
    return _tr("do not answer them, go on")


def _no_picture() -> str:
    return _tr("nobody sees or hears us, stay there")


def _back_soon() -> str:
    return _tr("you are waited for")


CARDS: dict[IncidentKind, tuple[Callable[[Show], Step], ...]] = {
    IncidentKind.SOLD_OUT: (cue(CueKind.SOLD_OUT), take_next, stop_item),
    IncidentKind.WRONG_PRICE: (stop_item, cue(CueKind.PRICE_WRONG), stop_all),
    IncidentKind.TROLLS: (cue(CueKind.FREE, _not_answered),),
    IncidentKind.HOST_ABSENT: (pause, cue(CueKind.FREE, _back_soon), stop_all),
    IncidentKind.NO_PICTURE: (stop_all, pause, cue(CueKind.FREE, _no_picture)),
    IncidentKind.OTHER: (stop_item, stop_all, pause),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Runbook", text)

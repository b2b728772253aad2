"""What an undo of a change of stock means at the shops, where that is not simply the opposite."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console.domain.changes import Change, ErrandQueued, ErrandSettled, StockMoved
from console.domain.decide.errands import recipients
from console.domain.show import Show
from console.domain.stock import Counter


def undone_words(before: Show, changes: Sequence[Change]) -> tuple[str, str] | None:
    """A title and what follows of it; None where every shop is simply told the opposite."""
    moved = [change for change in changes if isinstance(change, StockMoved)]
    on_hand = any(each.undoes and each.movements[0].counter is Counter.ON_HAND for each in moved)
    queued = [change.errand for change in changes if isinstance(change, ErrandQueued)]
    if not on_hand or not (shops := recipients(before)):
        return None
    if any(errand.undoes for errand in queued):
        return (
            _tr("Undone here. Whether the shop has the change is not known yet."),
            _tr("It is told the opposite once it has, and nothing if it never gets it."),
        )
    if any(isinstance(change, ErrandSettled) for change in changes):
        return _tr("Undone here, and taken back before it left for the shop."), ""
    if len(queued) < len(shops):
        return _tr("Undone here. The shop never had the change, so it is told nothing."), ""
    return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Deeds", text)

"""Errands in words: what is to be done, about what, and how it stands."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.orders import order_key
from console.domain.outbox import CancelTo, DraftTo, Errand, ErrandState, Outgoing, PriceAt, RefundTo, StockBy, Wanted
from console.domain.show import Show
from console.ui.style.palette import Palette
from console.ui.widgets.shapes import Shape
from console.ui.words.money import money_text
from console.ui.words.pieces import signed

_tr = QCoreApplication.translate


def title_of(errand: Errand) -> str:
    """What is to be done."""
    match errand.task:
        case StockBy(delta=delta):
            return _tr("Outbox", "Stock {0}").format(signed(delta))
        case CancelTo(quantity=0):
            return _tr("Outbox", "Cancel")
        case CancelTo(quantity=quantity):
            return _tr("Outbox", "Cancel all but {0}").format(quantity)
        case RefundTo(total=total):
            return _tr("Outbox", "Give back {0} in all").format(money_text(total))
        case PriceAt(price=price):
            return _tr("Outbox", "Price {0}").format(money_text(price))
        case DraftTo(lines=()):
            return _tr("Outbox", "Take the order back")
        case DraftTo(lines=lines):
            return _tr("Outbox", "Order of claims: {0}").format(wanted_words(lines))
        case _:
            assert_never(errand.task)


def about(errand: Errand, show: Show) -> str:
    """The SKU or the order that an errand is about, by the code that people know."""
    match errand.task:
        case StockBy(sku=sku) | PriceAt(sku=sku):
            return sku
        case CancelTo(ref=ref, sku=sku):
            return _tr("Outbox", "{0} of order {1}").format(sku, code_of(ref, errand.shop, show))
        case RefundTo(ref=ref):
            return _tr("Outbox", "order {0}").format(code_of(ref, errand.shop, show))
        case DraftTo(key=key, buyer=buyer):
            draft = show.claims.draft_of(errand.shop, "", key)
            name = buyer.rpartition("/")[2]
            return _tr("Outbox", "{0} for {1}").format(draft.code, name) if draft and draft.code else name
        case _:
            assert_never(errand.task)


def wanted_words(lines: Iterable[Wanted]) -> str:
    """The lines of an order, in a few words."""
    return ", ".join(f"{QLocale().toString(each.pieces)} × {each.sku}" for each in lines)


def code_of(ref: str, shop: str, show: Show) -> str:
    """The code of an order; its reference, where the show does not know it."""
    order = show.orders.get(order_key(shop, ref))
    return order.snapshot.code if order else ref


def state_word(state: ErrandState) -> str:
    """How an errand stands."""
    match state:
        case ErrandState.PENDING:
            return _tr("Outbox", "waiting")
        case ErrandState.SENT:
            return _tr("Outbox", "on its way")
        case ErrandState.UNKNOWN:
            return _tr("Outbox", "being found out")
        case ErrandState.DONE:
            return _tr("Outbox", "done")
        case ErrandState.REJECTED:
            return _tr("Outbox", "needs you")
        case _:
            assert_never(state)


def mark_of(state: ErrandState, palette: Palette) -> tuple[Shape, str]:
    """The shape and the colour of how an errand stands."""
    match state:
        case ErrandState.PENDING:
            return Shape.RING, palette.muted
        case ErrandState.SENT:
            return Shape.ARROW, palette.accent
        case ErrandState.UNKNOWN:
            return Shape.DOTS, palette.low
        case ErrandState.DONE:
            return Shape.TICK, palette.good
        case ErrandState.REJECTED:
            return Shape.TRIANGLE, palette.low
        case _:
            assert_never(state)


def meaning(outgoing: Outgoing) -> str:
    """What a person may want to know of it: why it was rejected and what to do, or what it waits for."""
    looked_up = _tr("Outbox", "The shop's own records tell whether it was done; it is not sent twice.")
    if outgoing.title:
        after = outgoing.next_step or (looked_up if outgoing.state is ErrandState.UNKNOWN else "")
        return " ".join(part for part in (ended(outgoing.title), after) if part)
    match outgoing.state:
        case ErrandState.PENDING:
            return _tr("Outbox", "It is sent as soon as the shop can be reached and what is before it is done.")
        case ErrandState.SENT:
            return _tr("Outbox", "The shop has not answered yet.")
        case _:
            return " ".join((_tr("Outbox", "No answer came."), looked_up))


def ended(sentence: str) -> str:
    """The sentence with its full stop."""
    return sentence if sentence.endswith((".", "!", "?", "。")) else f"{sentence}."

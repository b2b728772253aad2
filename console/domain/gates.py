"""Why something may not air: a closed union of reasons, each of which blocks the pin and the take."""

from collections.abc import Iterator

import msgspec

from console.domain.claims.book import ALL
from console.domain.products import Product
from console.domain.rundown import Segment
from console.domain.show import Show
from console.domain.stock_state import StockState, state_of


class StockUnconfirmed(msgspec.Struct, frozen=True, tag=True):
    """Nobody has counted it, and no shop or file has told how many there are."""


class SoldOut(msgspec.Struct, frozen=True, tag=True):
    """Nothing of it may be promised any more."""


class NoPrice(msgspec.Struct, frozen=True, tag=True):
    """A variant of it has no price."""

    sku: str


class ScriptUnapproved(msgspec.Struct, frozen=True, tag=True):
    """The show wants scripts to be approved, and that of this segment is not."""

    segment: int


class SaleHalted(msgspec.Struct, frozen=True, tag=True):
    """Its sale was stopped; `notice` is what is said about it."""

    notice: str


Gate = StockUnconfirmed | SoldOut | NoPrice | ScriptUnapproved | SaleHalted


def gates(show: Show, product: Product) -> tuple[Gate, ...]:
    """Why a product may not air now; nothing if it may."""
    scripts = (unapproved(show, each) for each in show.segments if product.id in each.products)
    return (*of_goods(show, product), *(gate for found in scripts for gate in found))


def gates_of_segment(show: Show, segment: Segment) -> tuple[Gate, ...]:
    """Why a segment may not go live: its script, or what it explains first."""
    product = presented(show, segment)
    return (*(of_goods(show, product) if product else ()), *unapproved(show, segment))


def presented(show: Show, segment: Segment) -> Product | None:
    """The product that a segment explains when it goes live: the first one that is known."""
    return next((show.products[each] for each in segment.products if each in show.products), None)


def of_goods(show: Show, product: Product) -> Iterator[Gate]:
    """What is wrong with stock, price and sale."""
    match state_of(show.stock[sku] for sku in product.skus if sku in show.stock):
        case StockState.UNCOUNTED:
            yield StockUnconfirmed()
        case StockState.SOLD_OUT:
            yield SoldOut()
        case StockState.ENOUGH | StockState.LOW:
            pass
    if free := next((variant.sku for variant in product.variants if variant.price.minor == 0), None):
        yield NoPrice(free)
    terms = show.claims.terms
    if product.skus and all(show.claims.closed(sku) for sku in product.skus):
        halted = (terms.get(ALL), *(terms.get(sku) for sku in product.skus))
        yield SaleHalted(next((each.stopped for each in halted if each and each.stopped), ""))


def unapproved(show: Show, segment: Segment) -> tuple[Gate, ...]:
    """The script of a segment, if it waits for somebody's approval."""
    waits = show.rules.approval and bool(segment.script.strip()) and not segment.approved
    return (ScriptUnapproved(segment.id),) if waits else ()

"""The hand-over brief: what whoever takes the shift has to know, at one moment."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from console.domain.claims.claim import Claim, Part, PartState
from console.domain.cues import Cue, open_cues
from console.domain.findings import Finding
from console.domain.incidents import Incident
from console.domain.products import Product
from console.domain.show import Show
from console.domain.stock_state import StockState, pieces_left, state_of
from console.domain.timing import following, timing


class Promised(msgspec.Struct, frozen=True):
    """What is promised of a product: `held` are pieces, `buyers` have them or may pay, `waiting` buyers wait.

    `code` is "" where it is not in the queue, `until` when the first hold ends.
    """

    code: str
    title: str
    held: int
    buyers: int
    waiting: int
    until: datetime | None = None


class Scarce(msgspec.Struct, frozen=True):
    """An item of the queue that is low, sold out or stopped; `left` is None where nobody has counted."""

    code: str
    title: str
    left: int | None
    state: StockState
    stopped: bool


class Handover(msgspec.Struct, frozen=True):
    """What is live and comes next, what is promised, what waits for a person or a shop, what is low.

    `unsent` are buyers with something in no order yet, `sending` errands that wait for a shop, `refused` those that a
    shop refused; `tray` are claims that wait for a person.
    """

    show: str
    at: datetime
    live: str = ""
    remaining: timedelta | None = None
    over: timedelta | None = None
    next: str = ""
    promised: tuple[Promised, ...] = ()
    tray: int = 0
    unsent: int = 0
    sending: int = 0
    refused: int = 0
    findings: tuple[Finding, ...] = ()
    incidents: tuple[Incident, ...] = ()
    cues: tuple[Cue, ...] = ()
    scarce: tuple[Scarce, ...] = ()


def handover(show: Show, now: datetime) -> Handover:
    """The brief at `now`."""
    told = timing(show, now)
    coming = show.segment(following(show) or 0)
    open_parts = [(claim, part) for claim in show.claims.by_id.values() if claim.open for part in claim.parts]
    return Handover(
        show=show.title,
        at=now,
        live=told.live.title if told and told.live else "",
        remaining=told.remaining if told and told.live else None,
        over=told.over if told and show.began else None,
        next=coming.title if coming else "",
        promised=promised(show, open_parts),
        tray=len(show.claims.tray),
        unsent=len(buyers(show, ((c, part) for c, part in open_parts if part.orderable and not part.draft))),
        sending=len(show.open_errands),
        refused=len(show.tray),
        findings=tuple(show.open_findings),
        incidents=tuple(each for each in show.incidents if each.ended is None),
        cues=open_cues(show.cues),
        scarce=tuple(scarce(show)),
    )


def promised(show: Show, parts: Iterable[tuple[Claim, Part]]) -> tuple[Promised, ...]:
    """What is held and waited for, by product: those of the queue first, in its order."""
    by_product: dict[str, list[tuple[Claim, Part]]] = {}
    for claim, part in parts:
        if part.orderable or part.state is PartState.WAITING:
            by_product.setdefault(show.owners.get(part.sku) or part.sku, []).append((claim, part))
    ranks = {item.product: rank for rank, item in reversed(list(enumerate(show.queue)))}
    ordered = sorted(by_product, key=lambda each: (ranks.get(each, len(ranks)), each))
    return tuple(of_product(show, each, by_product[each]) for each in ordered)


def of_product(show: Show, product: str, parts: list[tuple[Claim, Part]]) -> Promised:
    """What is promised of one product."""
    having = [(claim, part) for claim, part in parts if part.orderable]
    item, known = show.item_of(product), show.products.get(product)
    return Promised(
        code=item.code if item else "",
        title=known.title if known else product,
        held=sum(part.orderable for _, part in having),
        buyers=len(buyers(show, having)),
        waiting=len(buyers(show, ((claim, part) for claim, part in parts if part.state is PartState.WAITING))),
        until=min((part.until for _, part in having if part.until), default=None),
    )


def buyers(show: Show, parts: Iterable[tuple[Claim, Part]]) -> set[str]:
    """The buyers of these, each once under whatever identity."""
    return {show.claims.identities(claim.buyer)[0] for claim, _ in parts}


def scarce(show: Show) -> Iterable[Scarce]:
    """The items of the queue of which little or nothing can be sold."""
    for item in show.queue:
        if product := show.products.get(item.product):
            state, stopped = of_goods(show, product)
            if stopped or state in {StockState.LOW, StockState.SOLD_OUT}:
                left = pieces_left([show.stock[sku] for sku in product.skus if sku in show.stock])
                yield Scarce(item.code, product.title, left, state, stopped)


def of_goods(show: Show, product: Product) -> tuple[StockState, bool]:
    """Whether enough of a product is left, and whether the sale of any of it is stopped."""
    state = state_of(show.stock[sku] for sku in product.skus if sku in show.stock)
    return state, any(show.claims.closed(sku) for sku in product.skus)

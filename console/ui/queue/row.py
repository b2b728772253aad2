"""A row of the queue as it is shown, worked out from the show."""

from datetime import datetime
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from console.domain.money import Money
from console.domain.products import Product
from console.domain.queue import QueueItem
from console.domain.show import Show
from console.domain.stock import Level
from console.domain.stock_state import StockState, pieces_left, state_of


class QueueRow(msgspec.Struct, frozen=True):
    """One item. `left` is None while nothing is counted; `up_to` is the dearest price, where prices differ.

    `stopped` is of how many options the sale is stopped; `looped`: it is explained again and again by the clock.
    """

    item: int
    code: str
    title: str
    options: int
    price: Money | None
    up_to: Money | None
    was: Money | None
    left: int | None
    state: StockState
    pinned_at: datetime | None
    findings: int
    picture: str
    stopped: int = 0
    looped: bool = False

    @property
    def pinned(self) -> bool:
        """Whether this is what is being explained."""
        return self.pinned_at is not None


class _Known(NamedTuple):
    """What a row was made of, and the row."""

    made_of: tuple[object, ...]
    product: Product | None
    skus: tuple[str, ...]
    row: QueueRow


class QueueRows:
    """Works out the rows of a show; a row is made anew only if what it is made of is another."""

    def __init__(self) -> None:
        self._known: dict[int, _Known] = {}

    def of(self, show: Show) -> tuple[QueueRow, ...]:
        """The rows of the queue, in order."""
        subjects = [finding.subject for finding in show.open_findings]
        self._known = {item.id: self._item(show, item, subjects) for item in show.queue}
        return tuple(known.row for known in self._known.values())

    def _item(self, show: Show, item: QueueItem, subjects: list[str]) -> _Known:
        before = self._known.get(item.id)
        product = show.products.get(item.product)
        skus = before.skus if before and before.product is product else product.skus if product else ()
        levels = tuple(map(show.stock.get, skus))
        pinned_at = show.pinned_at if show.pinned == item.id else None
        findings = _concerning(item.product, skus, subjects)
        stopped = sum(map(show.claims.closed, skus)) if show.claims.terms else 0
        looped = item.id in show.loop.items
        made_of = (item, product, levels, pinned_at, findings, stopped, looped)
        if before and before.made_of == made_of:
            return before
        counted = [level for level in levels if level]
        row = _row(item, product, counted, pinned_at, findings)
        marked = replace(row, stopped=stopped, looped=looped) if stopped or looped else row
        return _Known(made_of, product, skus, marked)


def _row(
    item: QueueItem, product: Product | None, levels: list[Level], pinned_at: datetime | None, findings: int
) -> QueueRow:
    if product is None:
        unknown = StockState.UNCOUNTED
        return QueueRow(item.id, item.code, item.product, 0, None, None, None, None, unknown, pinned_at, findings, "")
    return _known(item.id, item.code, product, levels, pinned_at, findings)


def _known(
    item: int, code: str, product: Product, levels: list[Level], pinned_at: datetime | None, findings: int
) -> QueueRow:
    cheapest = min(product.variants, key=lambda variant: variant.price.minor)
    dearest = max(variant.price for variant in product.variants)
    return QueueRow(
        item,
        code,
        product.title,
        len(product.variants),
        cheapest.price,
        dearest if dearest != cheapest.price else None,
        cheapest.compare_at,
        pieces_left(levels),
        state_of(levels),
        pinned_at,
        findings,
        product.picture,
    )


def _concerning(product: str, skus: tuple[str, ...], subjects: list[str]) -> int:
    """How many of these subjects are the product or one of its SKUs."""
    return sum(subject == product or subject in skus for subject in subjects)

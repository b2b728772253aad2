"""A row of the queue as it is shown, worked out from the show."""

from datetime import datetime

import msgspec

from console.domain.money import Money
from console.domain.products import Product
from console.domain.show import Show
from console.domain.stock import Level
from console.domain.stock_state import StockState, pieces_left, state_of


class QueueRow(msgspec.Struct, frozen=True):
    """One item. `left` is None while nothing is counted; `up_to` is the dearest price, where prices differ."""

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

    @property
    def pinned(self) -> bool:
        """Whether this is what is being explained."""
        return self.pinned_at is not None


def rows_of(show: Show) -> tuple[QueueRow, ...]:
    """The rows of the queue, in order."""
    subjects = [finding.subject for finding in show.open_findings]
    return tuple(
        _row(show, item.id, item.code, show.products.get(item.product), item.product, subjects) for item in show.queue
    )


def _row(show: Show, item: int, code: str, product: Product | None, name: str, subjects: list[str]) -> QueueRow:
    levels = [level for sku in (product.skus if product else ()) if (level := show.stock.get(sku))]
    pinned_at = show.pinned_at if show.pinned == item else None
    if product is None:
        return QueueRow(item, code, name, 0, None, None, None, None, StockState.UNCOUNTED, pinned_at, 0, "")
    return _known(item, code, product, levels, pinned_at, _concerning(product, subjects))


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


def _concerning(product: Product, subjects: list[str]) -> int:
    """How many of these subjects are the product or one of its SKUs."""
    if not subjects:
        return 0
    names = {product.id, *product.skus}
    return sum(subject in names for subject in subjects)

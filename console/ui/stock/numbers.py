"""The numbers of what is pinned, worked out from the show."""

from collections.abc import Sequence

import msgspec

from console.domain.findings import Finding
from console.domain.products import Product, Variant
from console.domain.queue import QueueItem
from console.domain.show import Show
from console.domain.stock_state import StockState, counted, pieces_left, state_of


class VariantRow(msgspec.Struct, frozen=True):
    """The numbers of one variant, or (`sku` empty) of all together. `available` is None while nothing is counted.

    `stopped` is of how many of its `skus` the sale is stopped.
    """

    sku: str
    options: tuple[str, ...]
    available: int | None
    reserved: int
    committed: int
    on_hand: int
    sold: int
    buffer: int
    state: StockState
    low: int | None = None
    stopped: int = 0
    skus: int = 1


class PinnedStock(msgspec.Struct, frozen=True):
    """What is being explained, with a row for each variant and the findings about any of them."""

    item: QueueItem
    product: Product
    rows: tuple[VariantRow, ...]
    findings: tuple[Finding, ...]

    def variant(self, sku: str) -> Variant:
        """The variant of a SKU; the first, for all together."""
        return next((each for each in self.product.variants if each.sku == sku), self.product.variants[0])


def pinned_stock(show: Show) -> PinnedStock | None:
    """What is pinned, if anything is and its product is known."""
    item = show.item(show.pinned) if show.pinned is not None else None
    product = show.products.get(item.product) if item else None
    if item is None or product is None:
        return None
    names = {product.id, *product.skus}
    findings = tuple(finding for finding in show.open_findings if finding.subject in names)
    return PinnedStock(item, product, rows_of(show, product), findings)


def rows_of(show: Show, product: Product) -> tuple[VariantRow, ...]:
    """A row for each variant; before them, if there are several, one for all together."""
    rows = tuple(_row(show, variant.sku, variant.options, (variant.sku,)) for variant in product.variants)
    return (_row(show, "", (), product.skus), *rows) if len(rows) > 1 else rows


def _row(show: Show, name: str, options: tuple[str, ...], skus: Sequence[str]) -> VariantRow:
    levels = [level for sku in skus if (level := show.stock.get(sku)) and counted(level)]
    return VariantRow(
        name,
        options,
        pieces_left(levels),
        sum(level.reserved for level in levels),
        sum(level.committed for level in levels),
        sum(level.on_hand for level in levels),
        sum(show.sold.get(sku) or 0 for sku in skus),
        sum(level.buffer for level in levels),
        state_of(levels),
        levels[0].low if len(skus) == 1 and levels else None,
        sum(map(show.claims.closed, skus)),
        len(skus),
    )

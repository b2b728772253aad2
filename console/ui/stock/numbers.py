"""The numbers of SKUs, worked out from the show."""

from collections.abc import Mapping, Sequence

import msgspec

from console.domain.claims.book import ALL, Claims
from console.domain.claims.rules import Terms
from console.domain.findings import Finding
from console.domain.products import Product, Variant
from console.domain.queue import QueueItem
from console.domain.show import Show
from console.domain.stock import Level
from console.domain.stock_state import StockState, counted, pieces_left, state_of


class Given(msgspec.Struct, frozen=True):
    """On what terms claims get pieces. `released` is how many in all (None: what there is), `taken` how many they have.

    `room` is what a claim could get now, `fenced` what is kept for this show's claims, `notice` what is said of a stop.
    """

    released: int | None = None
    taken: int = 0
    room: int = 0
    fenced: int = 0
    notice: str = ""

    @property
    def fence(self) -> int:
        """The pieces that are kept for claims which have not come yet."""
        return max(0, self.fenced - self.taken)


class VariantRow(msgspec.Struct, frozen=True):
    """The numbers of one variant, or (`sku` empty) of all together. `available` is None while nothing is counted.

    `stopped` is of how many of its `skus` the sale is stopped, `waiting` how many claims wait for pieces.
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
    waiting: int = 0
    given: Given = Given()


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
    item = show.explained
    product = show.products.get(item.product) if item else None
    if item is None or product is None:
        return None
    names = {product.id, *product.skus}
    findings = tuple(finding for finding in show.open_findings if finding.subject in names)
    return PinnedStock(item, product, rows_of(show, product), findings)


def rows_of(show: Show, product: Product) -> tuple[VariantRow, ...]:
    """A row for each variant; before them, if there are several, one for all together."""
    rows = tuple(row_of(show, variant.sku, variant.options) for variant in product.variants)
    known = {sku: level for sku in product.skus if (level := show.stock.get(sku))}
    return (_row(show, "", (), product.skus, known), *rows) if len(rows) > 1 else rows


def row_of(show: Show, sku: str, options: tuple[str, ...], in_file: Level | None = None) -> VariantRow:
    """The row of one SKU; of one that the show has not used, by what the file has of it."""
    level = show.stock.get(sku) or in_file
    return _row(show, sku, options, (sku,), {sku: level} if level else {})


def _row(
    show: Show, name: str, options: tuple[str, ...], skus: Sequence[str], known: Mapping[str, Level]
) -> VariantRow:
    levels = [level for level in known.values() if counted(level)]
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
        len({claim for sku in skus for claim in show.claims.waiting.get(sku) or ()}),
        given_of(show.claims, skus, known),
    )


def given_of(book: Claims, skus: Sequence[str], known: Mapping[str, Level]) -> Given:
    """On what terms claims get pieces of these SKUs together. Nothing is released where one of them has no number."""
    terms = [book.terms.get(sku) or Terms() for sku in skus]
    released = [each.released for each in terms]
    notices = (each.stopped for each in (book.terms.get(ALL) or Terms(), *terms))
    return Given(
        None if None in released else sum(each or 0 for each in released),
        sum(book.taken.get(sku) or 0 for sku in skus),
        sum(book.room(sku, level) for sku, level in known.items()),
        sum(each.fenced for each in terms),
        next((notice for notice in notices if notice), ""),
    )

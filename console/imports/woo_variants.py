"""The price and the pieces that a row of WooCommerce's product export tells."""

from functools import partial

import msgspec

from console.domain.money import Money, plain
from console.imports import cells, woo_cells
from console.imports.collector import Collector
from console.imports.drafts import DraftVariant, Terms
from console.imports.findings import NoteKind
from console.imports.table import Row

SELLS_ON = frozenset({"1", "notify", "yes"})


class Priced(msgspec.Struct, frozen=True):
    """What something costs now, and what it costs without a sale."""

    price: Money
    compare_at: Money | None


def draft_variant(row: Row, options: tuple[str, ...], terms: Terms, says: Collector) -> DraftVariant | None:
    """The variant that a row tells, or None where a cell is bad; `says` then has each of them."""
    met = len(says.problems)
    priced = _priced(row, terms, says)
    quantity = _quantity(row, says)
    sku, barcode = says.read(row, "sku", cells.code), says.read(row, "barcode", cells.code)
    if len(says.problems) > met or priced is None or sku is None or barcode is None:
        return None
    return DraftVariant(options, sku, priced.price, priced.compare_at, barcode, quantity)


def _priced(row: Row, terms: Terms, says: Collector) -> Priced | None:
    read = partial(woo_cells.amount, currency=terms.currency)
    regular = says.read(row, "regular_price", read)
    sale = says.read(row, "sale_price", read) if row["sale_price"] else None
    begins = says.read(row, "sale_from", woo_cells.moment)
    ends = says.read(row, "sale_to", partial(woo_cells.moment, end=True))
    if regular is None or sale is None:
        return Priced(regular, None) if regular is not None else None
    if why := _not_on_sale(regular, sale):
        says.note(NoteKind.SALE, row, why)
    elif begins is not None and begins > terms.now:
        says.note(
            NoteKind.SALE, row, f"the sale price {plain(sale)} begins on {begins:%Y-%m-%d}: {plain(regular)} taken"
        )
    elif ends is not None and ends < terms.now:
        says.note(NoteKind.SALE, row, f"the sale price {plain(sale)} ended on {ends:%Y-%m-%d}: {plain(regular)} taken")
    else:
        if ends is not None:
            says.note(
                NoteKind.SALE, row, f"the sale price {plain(sale)} ends on {ends:%Y-%m-%d}: {plain(regular)} then"
            )
        return Priced(sale, regular)
    return Priced(regular, None)


def _not_on_sale(regular: Money, sale: Money) -> str:
    if sale < regular:
        return ""
    return f"the sale price {plain(sale)} is not below the regular price {plain(regular)}: left out"


def _quantity(row: Row, says: Collector) -> int | None:
    """The pieces on hand that the row names, if it names any."""
    if row["stock"].casefold() == "parent":
        says.note(NoteKind.SHARED_STOCK, row, "its pieces are counted with its product's other variants: none taken")
        return None
    if not row["stock"]:
        return _unnumbered(row, says)
    named = says.read(row, "stock", woo_cells.pieces if _sells_on(row) else cells.pieces)
    if named is None:
        return None
    if named < 0:
        says.note(NoteKind.BACKORDER, row, f"{-named} pieces are sold that are not there: 0 taken as on hand")
    elif _sells_on(row):
        says.note(NoteKind.BACKORDER, row, "the shop goes on selling it when there are none")
    return max(0, named)


def _unnumbered(row: Row, says: Collector) -> int | None:
    if row["in_stock"] == "0":
        says.note(NoteKind.NO_QUANTITY, row, "the shop counts no pieces and says that there are none: 0 taken")
        return 0
    on_order = " on backorder" if row["in_stock"] == "backorder" else ""
    says.note(NoteKind.NO_QUANTITY, row, f"no quantity is named: the shop sells it{on_order} without counting")
    return None


def _sells_on(row: Row) -> bool:
    return row["backorders"].casefold() in SELLS_ON or row["in_stock"] == "backorder"

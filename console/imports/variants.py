"""One row of a product file as a variant."""

from functools import partial

from console.domain.money import Money, plain
from console.imports import cells
from console.imports.collector import Collector
from console.imports.columns import OPTIONS
from console.imports.drafts import DraftVariant
from console.imports.findings import NoteKind
from console.imports.table import Row


def draft_variant(row: Row, option_names: tuple[str, ...], currency: str, says: Collector) -> DraftVariant | None:
    """The variant that a row tells, or None where a cell is bad; `says` then has each of them."""
    price = says.read(row, "price", partial(cells.price, currency=currency))
    compare_at = _compare_at(row, price, currency, says)
    quantity = says.read(row, "quantity", cells.pieces) if row["quantity"] else None
    sku, barcode = (says.read(row, field, _code) for field in ("sku", "barcode"))
    options = _options(row, option_names, says)
    if price is None or sku is None or barcode is None or options is None:
        return None
    _note_quantity(row, quantity, says)
    _note_apostrophe(row, sku, says)
    return DraftVariant(options, sku, price, compare_at, barcode, quantity)


def told_options(row: Row) -> tuple[str, ...]:
    """The option values as they stand in a row; the single `Default Title` means that there are none."""
    told = tuple(cells.cleaned(row[field]) for field in OPTIONS)
    while told and not told[-1]:
        told = told[:-1]
    return () if told == ("Default Title",) else told


def told_sku(row: Row) -> str:
    """The SKU as it stands in a row, without the apostrophe that keeps spreadsheets from reading a number; or ""."""
    return _bare(row["sku"])


def _options(row: Row, names: tuple[str, ...], says: Collector) -> tuple[str, ...] | None:
    told = told_options(row)
    for field, value in zip(OPTIONS, told, strict=False):
        if value and says.read(row, field, cells.line) is None:
            return None
    for at, field in enumerate(OPTIONS):
        named, valued = at < len(names), at < len(told) and bool(told[at])
        if named != valued:
            says.problem(row, field, "an option's value is missing" if named else "this option has no name")
            return None
    return told


def _compare_at(row: Row, price: Money | None, currency: str, says: Collector) -> Money | None:
    if not row["compare_at"]:
        return None
    compare_at = says.read(row, "compare_at", partial(cells.price, currency=currency))
    if compare_at is None or price is None or compare_at > price:
        return compare_at
    text = f"the compare-at price {plain(compare_at)} is not above the price {plain(price)}: left out"
    says.note(NoteKind.COMPARE_AT, row, text)
    return None


def _code(text: str) -> str:
    return cells.code(_bare(text))


def _bare(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:2].isdigit() else text


def _note_quantity(row: Row, quantity: int | None, says: Collector) -> None:
    if quantity is None:
        says.note(NoteKind.NO_QUANTITY, row, "no quantity is named")
    elif not row["tracker"]:
        says.note(NoteKind.UNTRACKED, row, f"the shop does not track its stock: {quantity} taken as on hand")


def _note_apostrophe(row: Row, sku: str, says: Collector) -> None:
    if row["sku"] != sku:
        says.note(NoteKind.APOSTROPHE, row, f"the SKU {sku[:40]} is taken without the apostrophe before it")

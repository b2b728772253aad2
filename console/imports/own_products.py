"""Products as Cuedesk exports them: a row for each variant, read back to just what they were."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from console.domain.money import Money
from console.imports import cells
from console.imports.collector import Collector
from console.imports.columns import OWN_OPTIONS
from console.imports.drafts import Draft, DraftVariant, FileReading, Terms, VariantAt
from console.imports.findings import ImportRefused, Place
from console.imports.made_skus import readable
from console.imports.products import MOST_ADDRESS
from console.imports.steps import Steps
from console.imports.table import Row, Table, bare_row

ROWS_A_STEP = 100
MOST_TEXT = 20_000

Products = Mapping[str, Sequence[Row]]
Fields = Sequence[tuple[str, str]]
"""The columns of options, each with that of its name."""


def own_steps(table: Table, terms: Terms) -> Steps[FileReading]:
    """Read all that the rows say. Raises ImportRefused for the file as a whole, also if it is in another currency."""
    says = Collector(table.file, table.header)
    products = yield from _by_product(table, terms, says)
    options = [pair for pair in OWN_OPTIONS if pair[1] in table.header.places]
    drafts = yield from _drafts(products, options, terms, says)
    return FileReading(
        name=table.file,
        digest=table.digest,
        drafts=drafts,
        products={product: Place(table.file, rows[0].line) for product, rows in products.items()},
        rows=tuple(_told(row, options, table.file) for rows in products.values() for row in rows),
        problems=tuple(sorted(says.problems, key=lambda problem: problem.line)),
        notes=tuple(says.notes),
        columns={**table.header.names, "handle": table.header.names["product"]},
        remarks=table.remarks,
    )


def _by_product(table: Table, terms: Terms, says: Collector) -> Steps[Products]:
    products: dict[str, list[Row]] = {}
    for count, row in enumerate(map(bare_row, table.rows()), start=1):
        if row["currency"] not in {"", terms.currency}:
            raise ImportRefused(
                f"{table.file} has prices in {row['currency'][:10]}, not in {terms.currency}, on line {row.line}.",
                "Choose the currency of the file, or the right file.",
            )
        if says.whole(row):
            if row["product"]:
                products.setdefault(row["product"], []).append(
                    replace(row, cells={**row.cells, "handle": row["product"]})
                )
            else:
                says.problem(row, "product", "the product is missing")
        if count % ROWS_A_STEP == 0:
            yield count
    if not products and not says.problems:
        raise ImportRefused(f"{table.file} has a header and no products.", "Export the products again.")
    return products


def _drafts(products: Products, options: Fields, terms: Terms, says: Collector) -> Steps[tuple[Draft, ...]]:
    drafts: list[Draft] = []
    for count, rows in enumerate(products.values(), start=1):
        if (draft := _draft(rows, options, terms, says)) is not None:
            drafts.append(draft)
        if count % ROWS_A_STEP == 0:
            yield count
    return tuple(drafts)


def _draft(rows: Sequence[Row], options: Fields, terms: Terms, says: Collector) -> Draft | None:
    met, first = len(says.problems), _together(rows)
    names = _trimmed(says.read(first, name, cells.line) or "" for name, _ in options if first[name])
    variants = [_variant(row, options, terms, says) for row in rows]
    product, title = says.read(first, "product", cells.code), says.read(first, "title", cells.name)
    vendor, kind = says.read(first, "vendor", cells.line), says.read(first, "kind", cells.line)
    picture = says.read(first, "picture", partial(cells.code, most=MOST_ADDRESS))
    description = says.read(first, "description", partial(cells.prose, most=MOST_TEXT))
    if len(says.problems) > met or product is None or title is None or vendor is None or kind is None:
        return None
    good = tuple(variant for variant in variants if variant is not None)
    return Draft(product, title, good, description or "", vendor, kind, names, picture or "")


def _together(rows: Sequence[Row]) -> Row:
    """The first row with all that any row of the product says of it."""
    told = {field: text for row in reversed(rows) for field, text in row.cells.items()}
    return replace(rows[0], cells=told)


def _variant(row: Row, fields: Fields, terms: Terms, says: Collector) -> DraftVariant | None:
    met = len(says.problems)
    price = says.read(row, "price", partial(cells.price, currency=terms.currency))
    compare_at = says.read(row, "compare_at", partial(_money, currency=terms.currency))
    quantity = says.read(row, "on_hand", _pieces)
    sku, barcode = says.read(row, "sku", cells.code), says.read(row, "barcode", cells.code)
    options = _trimmed(says.read(row, field, cells.line) or "" for _, field in fields)
    if len(says.problems) > met or price is None or sku is None or barcode is None:
        return None
    return DraftVariant(options, sku, price, compare_at, barcode, quantity)


def _money(text: str, currency: str) -> Money | None:
    return cells.price(text, currency) if text else None


def _pieces(text: str) -> int | None:
    """Pieces on hand, which may be fewer than none here."""
    if not text:
        return None
    return -cells.pieces(text[1:]) if text.startswith("-") else cells.pieces(text)


def _trimmed(texts: Iterator[str]) -> tuple[str, ...]:
    found = list(texts)
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _told(row: Row, fields: Fields, file: str) -> VariantAt:
    options = _trimmed(cells.cleaned(row[field]) for _, field in fields)
    name = "" if row["sku"] else readable((row["product"], options))
    return VariantAt(Place(file, row.line), row["product"], options, row["sku"], name)

"""One WooCommerce product export, read row by row into drafts of products."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from console.imports.collector import Collector
from console.imports.drafts import Draft, FileReading, Terms, VariantAt
from console.imports.findings import ImportRefused, Place
from console.imports.made_skus import readable
from console.imports.steps import Steps
from console.imports.table import Row, Table, bare_row
from console.imports.woo_products import Family, draft_product, is_variation, kinds, options_of

ROWS_A_STEP = 100
PRODUCTS_A_STEP = 10
LAST = 2**31


def woocommerce_steps(table: Table, terms: Terms) -> Steps[FileReading]:
    """Read all that the rows say. Raises ImportRefused for the file as a whole."""
    says = Collector(table.file, table.header)
    rows = yield from _rows(table, says)
    _refuse_two_signs(rows, table.file)
    commas = tuple(_of_commas(rows, table.file))
    families = list(_families(rows, says))
    places = {family.row["handle"]: Place(table.file, family.row.line) for family in families}
    rows.clear()  # they need more room than what is made of them
    yield len(families)
    drafts, told = yield from _drafts(families, terms, says)
    names = table.header.names
    return FileReading(
        name=table.file,
        digest=table.digest,
        drafts=drafts,
        products=places,
        rows=told,
        problems=tuple(sorted(says.problems, key=lambda problem: problem.line)),
        notes=tuple(says.notes),
        columns={"sku": "SKU", **names, "handle": names.get("id") or names.get("sku", "")},
        remarks=(*table.remarks, *commas),
    )


def _rows(table: Table, says: Collector) -> Steps[list[Row]]:
    """The rows, each with its handle. Some are shorter than the header: attributes of later products add columns."""
    rows: list[Row] = []
    for count, row in enumerate(table.rows(), start=1):
        if row.width > table.header.width:
            says.whole(row)
        elif not (row["id"] or row["sku"]):
            says.problem(row, "id" if "id" in table.header.names else "sku", "the ID and the SKU are missing")
        else:
            rows.append(_handled(bare_row(row)))
        if count % ROWS_A_STEP == 0:
            yield count
    if not rows and not says.problems:
        raise ImportRefused(f"{table.file} has a header and no products.", "Export the products again.")
    return rows


def _handled(row: Row) -> Row:
    """The row with what it is called: its ID as WooCommerce writes it in other cells, or its SKU."""
    handle = f"id:{row['id']}" if row["id"] else row["sku"]
    return replace(row, cells={**row.cells, "handle": handle})


def _families(rows: Sequence[Row], says: Collector) -> Iterator[Family]:
    products: dict[str, Row] = {}
    for row in rows:
        if is_variation(row):
            continue
        if "grouped" in kinds(row):
            says.problem(row, "kind", "it is a group of other products, not sold by itself", withholds=False)
        elif (first := products.setdefault(row["handle"], row)) is not row:
            says.problem(row, "id", f"the product is also at line {first.line}")
    variations = _by_parent(rows, products, says)
    for handle, row in products.items():
        yield Family(row, tuple(sorted(variations.get(handle, ()), key=_position)))


def _by_parent(rows: Sequence[Row], products: Mapping[str, Row], says: Collector) -> dict[str, list[Row]]:
    """The variations by their product's handle; each takes that handle for its own."""
    by_sku: dict[str, str] = {}
    for row in products.values():
        if row["sku"]:
            by_sku.setdefault(row["sku"], row["handle"])
    found: dict[str, list[Row]] = {}
    for row in filter(is_variation, rows):
        parent = row["parent"]
        handle = parent if parent in products else by_sku.get(parent)
        if handle is None:
            reason = f"its product “{parent[:80]}” is not in the file" if parent else "its product is not named"
            says.problem(row, "parent", reason)
        else:
            found.setdefault(handle, []).append(replace(row, cells={**row.cells, "handle": handle}))
    return found


def _position(row: Row) -> int:
    return int(row["position"]) if row["position"].isdecimal() and len(row["position"]) < len(str(LAST)) else LAST


def _drafts(
    families: list[Family], terms: Terms, says: Collector
) -> Steps[tuple[tuple[Draft, ...], tuple[VariantAt, ...]]]:
    drafts: list[Draft] = []
    told: list[VariantAt] = []
    families.reverse()
    for count in range(1, len(families) + 1):
        family = families.pop()
        if (draft := draft_product(family, terms, says)) is not None:
            drafts.append(draft)
        told.extend(_told(family, says.file))
        if count % PRODUCTS_A_STEP == 0:
            yield len(told)
    return tuple(drafts), tuple(told)


def _told(family: Family, file: str) -> Iterator[VariantAt]:
    names = family.options
    for row in family.sold:
        if not row["regular_price"]:
            continue
        options, sku = options_of(row, names), row["sku"]
        called = family.row["sku"] or family.row["name"]
        name = "" if sku else readable((called, options))
        yield VariantAt(Place(file, row.line), family.row["handle"], options, sku, name)


def _signed(row: Row, sign: str) -> str:
    """An amount of the row with this decimal sign, and nothing else in it; "" if there is none."""
    prices = (row["regular_price"], row["sale_price"])
    return next((price for price in prices if re.fullmatch(f"[0-9]+{sign}[0-9]+", price)), "")


def _refuse_two_signs(rows: Sequence[Row], file: str) -> None:
    """A shop writes its amounts with one decimal sign: a file with both was changed, and could mean thousands."""
    point, comma = (next((row.line for row in rows if _signed(row, sign)), 0) for sign in ("[.]", ","))
    if point and comma:
        raise ImportRefused(
            f"{file} has prices with decimal points (line {point}) and with commas (line {comma}).",
            "Write all of them with a decimal point, without separators of thousands.",
        )


def _of_commas(rows: Sequence[Row], file: str) -> Iterator[str]:
    for row in rows:
        if price := _signed(row, ","):
            yield f"{file} has decimal commas: {price[:20]} was read as {price[:20].replace(',', '.')}."
            return

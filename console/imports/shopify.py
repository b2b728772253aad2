"""One Shopify product file, read row by row into drafts of products."""

from console.imports.collector import Collector
from console.imports.drafts import Draft, FileReading, Terms, VariantAt
from console.imports.findings import ImportRefused, Place
from console.imports.made_skus import readable
from console.imports.products import draft_product, variant_rows
from console.imports.steps import Steps
from console.imports.table import Row, Table
from console.imports.variants import told_options, told_sku

ROWS_A_STEP = 100
PRODUCTS_A_STEP = 10

_Handles = dict[str, list[Row]]


def shopify_steps(table: Table, terms: Terms) -> Steps[FileReading]:
    """Read all that the rows say. Raises ImportRefused for the file as a whole."""
    says = Collector(table.file, table.header)
    handles = yield from _by_handle(table, says)
    places = {handle: Place(table.file, rows[0].line) for handle, rows in handles.items()}
    drafts, told = yield from _drafts(handles, terms.currency, says)
    return FileReading(
        name=table.file,
        digest=table.digest,
        drafts=drafts,
        products=places,
        rows=told,
        problems=tuple(sorted(says.problems, key=lambda problem: problem.line)),
        notes=tuple(says.notes),
        columns=table.header.names,
        remarks=table.remarks,
    )


def _by_handle(table: Table, says: Collector) -> Steps[_Handles]:
    handles: _Handles = {}
    for count, row in enumerate(table.rows(), start=1):
        if row["handle"]:
            handles.setdefault(row["handle"], []).append(row)
        elif says.whole(row):
            says.problem(row, "handle", "the handle is missing")
        if count % ROWS_A_STEP == 0:
            yield count
    if not handles and not says.problems:
        raise ImportRefused(f"{table.file} has a header and no products.", "Export the products again.")
    return handles


def _drafts(
    handles: _Handles, currency: str, says: Collector
) -> Steps[tuple[tuple[Draft, ...], tuple[VariantAt, ...]]]:
    drafts: list[Draft] = []
    told: list[VariantAt] = []
    for count, handle in enumerate(tuple(handles), start=1):
        rows = handles.pop(handle)  # rows need more room than what is made of them
        if (draft := draft_product(rows, currency, says)) is not None:
            drafts.append(draft)
        told.extend(_told(handle, row, says.file) for row in variant_rows(rows))
        if count % PRODUCTS_A_STEP == 0:
            yield len(told)
    return tuple(drafts), tuple(told)


def _told(handle: str, row: Row, file: str) -> VariantAt:
    options, sku = told_options(row), told_sku(row)
    return VariantAt(Place(file, row.line), handle, options, sku, "" if sku else readable((handle, options)))

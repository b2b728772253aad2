"""The rows of one handle as a product: its first row tells the product, the others add variants and pictures."""

from collections.abc import Iterator, Sequence
from functools import partial

from console.domain.html_text import plain_text
from console.imports import cells
from console.imports.collector import Collector
from console.imports.columns import OPTION_NAMES, OPTIONS, VARIANT_FIELDS
from console.imports.drafts import Draft, DraftVariant
from console.imports.findings import NoteKind
from console.imports.table import Row
from console.imports.variants import draft_variant, told_options

MOST_ADDRESS = 2048


def draft_product(rows: Sequence[Row], currency: str, says: Collector) -> Draft | None:
    """The product that the rows of one handle tell, or None where any of them is bad; `says` then names the cells."""
    met = len(says.problems)
    rows = [row for row in rows if says.whole(row)]
    if not rows:
        return None
    first = rows[0]
    handle, title = says.read(first, "handle", cells.code), says.read(first, "title", cells.name)
    vendor, kind = says.read(first, "vendor", cells.line), says.read(first, "kind", cells.line)
    names = _option_names(first, says)
    variants = tuple(_variants(rows, names, currency, says))
    picture = _picture(rows, says)
    if len(says.problems) > met or handle is None or title is None or vendor is None or kind is None:
        return None
    _note_state(first, says)
    return Draft(handle, title, variants, plain_text(first["description"]), vendor, kind, names, picture)


def variant_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that tell a variant: the first one, and each other that fills a cell of a variant."""
    yield from rows[:1]
    yield from (row for row in rows[1:] if any(row[field] for field in VARIANT_FIELDS))


def _variants(rows: Sequence[Row], names: tuple[str, ...], currency: str, says: Collector) -> Iterator[DraftVariant]:
    lines: dict[tuple[str, ...], int] = {}
    for row in variant_rows(rows):
        variant = draft_variant(row, names, currency, says)
        if variant is None:
            continue
        if (line := lines.setdefault(variant.options, row.line)) != row.line:
            says.problem(row, "option1", f"the variant has the same options as line {line}")
        yield variant


def _option_names(first: Row, says: Collector) -> tuple[str, ...]:
    if not told_options(first) and first[OPTIONS[0]]:
        return ()
    names = [says.read(first, field, cells.line) or "" for field in OPTION_NAMES]
    while names and not names[-1]:
        names.pop()
    for field, name in zip(OPTION_NAMES, names, strict=False):
        if not name:
            says.problem(first, field, "an option's name is missing before another one")
    return tuple(names)


def _picture(rows: Sequence[Row], says: Collector) -> str:
    """The address of the picture in the first position, or of the first that is named."""
    pictured = [row for row in rows if row["picture"]]
    row = next((row for row in pictured if row["position"] == "1"), pictured[0] if pictured else None)
    if row is None:
        return ""
    return says.read(row, "picture", partial(cells.code, most=MOST_ADDRESS)) or ""


def _note_state(first: Row, says: Collector) -> None:
    if first["published"].casefold() == "false":
        says.note(NoteKind.UNPUBLISHED, first, "the shop does not publish it")
    if first["status"] and first["status"].casefold() != "active":
        says.note(NoteKind.STATUS, first, f"its status at the shop is “{first['status'][:40]}”")
    if first["gift_card"].casefold() == "true":
        says.note(NoteKind.GIFT_CARD, first, "it is a gift card")

"""A product of WooCommerce's export: the row that tells it, and the rows of its variations."""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from console.imports import cells, woo_cells
from console.imports.collector import Collector
from console.imports.drafts import Draft, DraftVariant, Terms
from console.imports.findings import NoteKind
from console.imports.products import MOST_ADDRESS
from console.imports.table import Row
from console.imports.woo_variants import draft_variant

MOST_TEXT = 20_000
PUBLISHED = "1"
SIMPLE = frozenset({"simple", "variable", "variation"})
KINDS = {
    "external": "it is sold at another address",
    "downloadable": "it is downloaded, not shipped",
    "virtual": "it is virtual: nothing is shipped",
}


class Family(msgspec.Struct, frozen=True):
    """A product's own row, and those of its variations in their order."""

    row: Row
    variations: tuple[Row, ...]

    @property
    def sold(self) -> tuple[Row, ...]:
        """The rows that tell what is sold."""
        return self.variations if is_variable(self.row) else (self.row,)

    @property
    def options(self) -> tuple[str, ...]:
        """The attributes by which its variations differ, in the product's own order."""
        chosen = [attributes(row) for row in self.variations]
        told = [*attributes(self.row), *(name for each in chosen for name in each)]
        return tuple(name for name in dict.fromkeys(told) if any(each.get(name) for each in chosen))


def kinds(row: Row) -> tuple[str, ...]:
    """What a row says that it is: `simple`, `variation`, `downloadable` and so on."""
    return tuple(item.casefold() for item in woo_cells.items(row["kind"]))


def is_variable(row: Row) -> bool:
    """Whether a row tells a product that is sold by its variations."""
    return any(kind.startswith("variable") for kind in kinds(row))


def is_variation(row: Row) -> bool:
    """Whether a row tells a variation of another row's product."""
    return any(kind.endswith("variation") for kind in kinds(row))


def attributes(row: Row) -> dict[str, str]:
    """The attributes that a row names, each with its value or values as written."""
    named = (field for field in row.cells if field.startswith("attribute") and field.endswith("_name"))
    return {cells.cleaned(row[field]): row[field.removesuffix("_name")] for field in named}


def options_of(row: Row, names: Sequence[str]) -> tuple[str, ...]:
    """The values of a variation; where it leaves one to the buyer, that is its value."""
    chosen = attributes(row)
    return tuple(woo_cells.option(chosen.get(name, "")) or f"Any {name}" for name in names)


def draft_product(family: Family, terms: Terms, says: Collector) -> Draft | None:
    """The product that its rows tell, or None where any of them is bad; `says` then names the cells."""
    met, row, names = len(says.problems), family.row, family.options
    variants = tuple(_variants(family, names, terms, says))
    handle, title = says.read(row, "id", lambda _: cells.code(row["handle"])), says.read(row, "name", _title)
    kind, vendor = says.read(row, "categories", _first), says.read(row, "brands", _first)
    picture = says.read(row, "images", _picture)
    for name in names:
        says.read(row, "name", lambda _, name=name: cells.line(name))  # type: ignore[misc]
    if any(problem.withholds for problem in says.problems[met:]):
        return None
    if not variants or handle is None or title is None or kind is None or vendor is None or picture is None:
        return None
    _note_state(family, says)
    return Draft(handle, title, variants, _description(row), vendor, kind, names, picture)


def _variants(family: Family, names: tuple[str, ...], terms: Terms, says: Collector) -> Iterator[DraftVariant]:
    if not family.sold:
        says.problem(family.row, "kind", "its variations are not in the file; export them too")
    lines: dict[tuple[str, ...], int] = {}
    for row in family.sold:
        if not row["regular_price"]:
            says.problem(row, "regular_price", "it has no price, so that the shop does not sell it", withholds=False)
            continue
        options = options_of(row, names)
        variant = draft_variant(row, options, terms, says)
        if variant is None:
            continue
        if (line := lines.setdefault(options, row.line)) != row.line:
            says.problem(row, "", f"the variation has the same attributes as line {line}")
        yield variant


def _title(text: str) -> str:
    return cells.name(woo_cells.prose(text))


def _first(text: str) -> str:
    return cells.line(next(iter(woo_cells.items(text)), ""))


def _picture(text: str) -> str:
    return partial(cells.code, most=MOST_ADDRESS)(next(iter(woo_cells.items(text)), ""))


def _description(row: Row) -> str:
    short, full = woo_cells.prose(row["short"]), woo_cells.prose(row["description"])
    return "\n".join(text for text in (short if short not in full else "", full) if text)[:MOST_TEXT]


def _note_state(family: Family, says: Collector) -> None:
    row = family.row
    for kind in kinds(row):
        if kind in KINDS:
            says.note(NoteKind.KIND, row, KINDS[kind])
        elif not (kind in SIMPLE or kind.startswith("variable")):
            says.note(NoteKind.KIND, row, f"its type at the shop is “{kind[:40]}”")
    for each in (row, *family.variations):
        if each["published"] not in {"", PUBLISHED}:
            says.note(NoteKind.UNPUBLISHED, each, "the shop does not publish it")
    chosen = [attributes(each) for each in family.variations]
    for name in dict.fromkeys(name for each in chosen for name in each):
        if not all(each.get(name) for each in chosen):
            says.note(NoteKind.ANY_OPTION, row, f"the buyer chooses {name[:40]} where a variation does not name it")

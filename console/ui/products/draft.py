"""A product as a person types it, and reading that: a product, or what is wrong and where."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.money import Money, MoneyError, parse_money, plain
from console.domain.products import Opening, Product, Variant
from console.domain.stock import MOST
from console.imports.made_skus import readable

_tr = QCoreApplication.translate

OPTIONS = 3


class Column(IntEnum):
    """The columns of the table of variants."""

    SKU = 0
    OPTION_1 = 1
    OPTION_2 = 2
    OPTION_3 = 3
    PRICE = 4
    COMPARE_AT = 5
    BARCODE = 6
    OPENING = 7


Cells = tuple[str, str, str, str, str, str, str, str]
Wrong = Callable[[Column, str], None]
EMPTY: Cells = ("", "", "", "", "", "", "", "")


class Draft(msgspec.Struct, frozen=True):
    """The texts of the fields. `variants` are rows of texts in the order of `Column`."""

    title: str = ""
    description: str = ""
    option_names: tuple[str, ...] = ()
    variants: tuple[Cells, ...] = (EMPTY,)


class Fault(msgspec.Struct, frozen=True):
    """What is wrong in a field ("title", "options") or in a cell of the variants ("variants")."""

    field: str
    words: str
    row: int = 0
    column: Column = Column.SKU


class Typed(msgspec.Struct, frozen=True):
    """A row that can be read: a variant, and the quantity that opens it, if one was typed."""

    variant: Variant
    pieces: int | None


class Ready(msgspec.Struct, frozen=True):
    """A product that may be asked for, with the quantities that open new SKUs."""

    product: Product
    openings: tuple[Opening, ...]


def draft_of(product: Product) -> Draft:
    """The product as texts."""
    rows = tuple(_cells(variant) for variant in product.variants)
    return Draft(product.title, product.description, product.option_names, rows or (EMPTY,))


def _cells(variant: Variant) -> Cells:
    one, two, three = (*variant.options, "", "", "")[:OPTIONS]
    compare_at = plain(variant.compare_at) if variant.compare_at else ""
    return variant.sku, one, two, three, plain(variant.price), compare_at, variant.barcode, ""


def new_id(title: str) -> str:
    """A name for a new product that no other has: its title's letters, and six digits by chance."""
    return "-".join(part for part in (readable((title, ())), secrets.token_hex(3)) if part)


def read(draft: Draft, base: Product, currency: str) -> Ready | list[Fault]:
    """The base with what was typed, its prices in `currency`; or every fault."""
    faults = [*_faults_of_head(draft)]
    variants: list[Variant] = []
    openings: list[Opening] = []
    for row, cells in enumerate(draft.variants):
        match _read_row(row, cells, len(draft.option_names), currency):
            case Typed(variant=variant, pieces=pieces):
                variants.append(variant)
                if pieces is not None:
                    openings.append(Opening(variant.sku, pieces))
            case wrong:
                faults += wrong
    faults += _faults_of_repeats(draft.variants)
    if faults:
        return faults
    product = msgspec.structs.replace(
        base,
        title=draft.title.strip(),
        description=draft.description.strip(),
        option_names=draft.option_names,
        variants=tuple(variants),
    )
    return Ready(product, tuple(openings))


def _faults_of_head(draft: Draft) -> Iterator[Fault]:
    if not draft.title.strip():
        yield Fault("title", _tr("Product", "A product has a title."))
    if len(draft.option_names) > OPTIONS:
        yield Fault("options", _tr("Product", "At most three options."))


def _faults_of_repeats(rows: Sequence[Cells]) -> Iterator[Fault]:
    seen: set[str] = set()
    for row, cells in enumerate(rows):
        sku = cells[Column.SKU].strip()
        if sku and sku in seen:
            yield Fault("variants", _tr("Product", "This SKU stands above already."), row, Column.SKU)
        seen.add(sku)


def _read_row(row: int, cells: Cells, options: int, currency: str) -> Typed | list[Fault]:
    """The variant of a row with its opening quantity, or what is wrong in it."""
    faults: list[Fault] = []

    def wrong(column: Column, words: str) -> None:
        faults.append(Fault("variants", words, row, column))

    texts = [cell.strip() for cell in cells]
    price = _money(texts[Column.PRICE], currency, Column.PRICE, wrong)
    compare_text = texts[Column.COMPARE_AT]
    compare_at = _money(compare_text, currency, Column.COMPARE_AT, wrong) if compare_text else None
    pieces = _pieces(texts[Column.OPENING], wrong)
    if not texts[Column.SKU]:
        wrong(Column.SKU, _tr("Product", "A variant has a SKU."))
    values = tuple(texts[Column.OPTION_1 + n] for n in range(min(options, OPTIONS)))
    for n, value in enumerate(values):
        if not value:
            wrong(Column(Column.OPTION_1 + n), _tr("Product", "This option has no value yet."))
    if price and compare_at and compare_at <= price:
        wrong(Column.COMPARE_AT, _tr("Product", "The price before must be above the price."))
    if faults or price is None:
        return faults
    return Typed(Variant(texts[Column.SKU], price, compare_at, values, texts[Column.BARCODE]), pieces)


def _money(text: str, currency: str, column: Column, wrong: Wrong) -> Money | None:
    if not text:
        wrong(column, _tr("Product", "A price is missing."))
        return None
    try:
        return parse_money(text, currency)
    except MoneyError as error:
        wrong(column, f"{error}.")
        return None


def _pieces(text: str, wrong: Wrong) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text) <= MOST):
        wrong(Column.OPENING, _tr("Product", "This is not a number of pieces."))
        return None
    return int(text)

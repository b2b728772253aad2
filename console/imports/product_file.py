"""One product file of whatever shop: recognised by its header, then read by that shop's rules."""

from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO

import msgspec

from console.domain.money import is_currency
from console.imports import columns
from console.imports.drafts import FileReading, Terms
from console.imports.encodings import Encoding
from console.imports.findings import ImportRefused
from console.imports.own_products import own_steps
from console.imports.shopify import shopify_steps
from console.imports.steps import Steps
from console.imports.table import Aliases, Table, require
from console.imports.woocommerce import woocommerce_steps

MANY = 20
MOST_NAMED = 12


class Format(msgspec.Struct, frozen=True):
    """How one program writes products: its columns, those that must be there, and those that no other program has."""

    program: str
    columns: Aliases
    required: tuple[str, ...]
    own: tuple[str, ...]
    read: Callable[[Table, Terms], Steps[FileReading]]


FORMATS = (
    Format("Shopify", columns.SHOPIFY, ("handle", "title", "price"), ("handle",), shopify_steps),
    Format(
        "WooCommerce", columns.WOOCOMMERCE, ("kind", "name", "regular_price"), ("regular_price",), woocommerce_steps
    ),
    Format("Cuedesk", columns.OWN, ("product", "sku", "price", "currency"), ("product", "currency"), own_steps),
)


def product_steps(stream: BinaryIO, file: str, terms: Terms, encoding: Encoding | None = None) -> Steps[FileReading]:
    """Read all that a product file says, on these terms. Raises ImportRefused for the file as a whole."""
    if not is_currency(terms.currency):
        raise ImportRefused(
            f"“{terms.currency[:10]}” is not a currency's code.", "Give it in capitals, such as USD or JPY."
        )
    table = Table(stream, file, encoding)
    found = recognised(table)
    require(table.know(found.columns), file, found.columns, *found.required)
    return (yield from found.read(table, terms))


def recognised(table: Table) -> Format:
    """The one format that a header is of. Raises ImportRefused if it is of none, or of several."""
    names = {name.casefold() for name in table.names}
    whole = [each for each in FORMATS if _has(names, each.columns, each.required)]
    if len(whole) == 1:
        return whole[0]
    if len(whole) > 1:
        both = " and of ".join(each.program for each in whole)
        raise ImportRefused(
            f"{table.file} has the columns of {both}.", "Export it again from one of them, with its own columns only."
        )
    partly = [each for each in FORMATS if _has(names, each.columns, each.own)]
    if len(partly) == 1:
        return partly[0]
    if "id" in names and len(names) > MANY:
        raise _translated(table)
    return FORMATS[0]


def _has(names: set[str], aliases: Mapping[str, tuple[str, ...]], fields: Sequence[str]) -> bool:
    return all(any(name.casefold() in names for name in aliases[field]) for field in fields)


def _translated(table: Table) -> ImportRefused:
    told = ", ".join(f"“{name[:40]}”" for name in table.names[:MOST_NAMED] if name)
    return ImportRefused(
        f"{table.file} looks like WooCommerce's export in another language: its columns are {told}, …",
        "Set the language of your own profile in WordPress to English, and export the products again.",
    )

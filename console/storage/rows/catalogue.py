"""Products and variants."""

from collections.abc import Iterable

import msgspec

from console.domain.apply.catalogue import opening, opening_reference
from console.domain.changes import CatalogueImported, ProductSaved
from console.domain.products import Product
from console.storage.rows.gathered import Gathered
from console.storage.rows.place import Place
from console.storage.rows.search import write_words
from console.storage.rows.stock import write_movements
from console.storage.sqlite import Connection

PRODUCT = """INSERT INTO products (id, title, description, vendor, kind, option_names, picture)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title,
    description = excluded.description, vendor = excluded.vendor, kind = excluded.kind,
    option_names = excluded.option_names, picture = excluded.picture"""
VARIANT = """INSERT INTO variants (sku, product, position, options, price, compare_at, currency, barcode)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


def store_products(connection: Connection, products: Iterable[Product]) -> None:
    """Put products in the place of what the catalogue had under their ids."""
    for product in products:
        names = text(product.option_names)
        about = (product.description, product.vendor, product.kind, names, product.picture)
        connection.execute(PRODUCT, (product.id, product.title, *about))
        connection.execute("DELETE FROM variants WHERE product = ?", (product.id,))
        connection.executemany(VARIANT, variant_rows(product))
        write_words(connection, product)


def variant_rows(product: Product) -> Iterable[tuple[object, ...]]:
    """The rows of a product's variants."""
    for position, each in enumerate(product.variants):
        compare_at = each.compare_at.minor if each.compare_at else None
        prices = (each.price.minor, compare_at, each.price.currency)
        yield (each.sku, product.id, position, text(each.options), *prices, each.barcode)


def text(value: tuple[str, ...]) -> str:
    """A list of words as JSON."""
    return msgspec.json.encode(value).decode()


def write_import(gathered: Gathered, change: CatalogueImported, place: Place) -> None:
    """Open the stock that an import names; its products came just before."""
    reference = opening_reference(change)
    write_movements(gathered, (opening(each, reference) for each in change.opened), place)


def write_product(gathered: Gathered, change: ProductSaved, place: Place) -> None:
    """Keep a product that a person saved, and open its stock."""
    store_products(gathered.connection, (change.product,))
    reference = opening_reference(change)
    write_movements(gathered, (opening(each, reference) for each in change.opened), place)

"""The products that a catalogue offers, as rows of a preview."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from console.domain.products import Product
from console.imports.catalogue import Catalogue
from console.ui.imports.table import Row
from console.ui.words.prices import prices_text

MOST_LISTED = 1_000


def product_rows(catalogue: Catalogue) -> list[Row]:
    """The first thousand products: title, variants, prices, and the pieces that the file names."""
    named = {opening.sku: opening.quantity for opening in catalogue.openings}
    return [_row(product, named) for product in catalogue.products[:MOST_LISTED]]


def _row(product: Product, named: Mapping[str, int]) -> Row:
    pieces = [named[sku] for sku in product.skus if sku in named]
    quantity = QLocale().toString(sum(pieces)) if pieces else "–"
    return Row((product.title, QLocale().toString(len(product.variants)), prices_text(product), quantity))

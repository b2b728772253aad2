"""What SKUs are found by, kept beside their products: folded, a line each, with the sounds of Chinese titles."""

import unicodedata
from collections.abc import Iterable

from console.domain.products import Product
from console.domain.sounds import spelt
from console.storage.sqlite import Connection

WORDS = "INSERT INTO sku_words (sku, words) VALUES (?, ?)"


def folded(text: str) -> str:
    """A text as it is compared: one width, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def write_words(connection: Connection, product: Product) -> None:
    """Keep what the SKUs of a product are found by; what they were found by went with their old rows."""
    shared = of_product(product.id, product.title, product.vendor)
    rows = [(each.sku, lines([each.sku, each.barcode, *each.options], shared)) for each in product.variants]
    connection.executemany(WORDS, rows)


def of_product(number: str, title: str, vendor: str) -> list[str]:
    """What all SKUs of a product are found by."""
    return [folded(title), *spelt(title), folded(number), folded(vendor)]


def lines(own: Iterable[str], shared: Iterable[str]) -> str:
    """Words between line breaks, so that the search can ask for a whole one, or for a beginning."""
    every = dict.fromkeys([*map(folded, own), *shared])
    return "".join(f"\n{word}" for word in every if word) + "\n"

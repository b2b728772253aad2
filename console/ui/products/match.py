"""A product that was found, as a row of the finder."""

import msgspec

from console.domain.products import Product
from console.ui.words.money import money_text


class Match(msgspec.Struct, frozen=True):
    """A product and the code of its queue item, "" if it is not in the queue."""

    product: Product
    code: str = ""


def prices_text(product: Product) -> str:
    """The price, or the lowest and the highest of the variants."""
    prices = sorted(variant.price for variant in product.variants)
    if not prices:
        return ""
    lowest, highest = money_text(prices[0]), money_text(prices[-1])
    return lowest if lowest == highest else f"{lowest} – {highest}"

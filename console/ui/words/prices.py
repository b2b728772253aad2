"""The prices of a product in words."""

from console.domain.products import Product
from console.ui.words.money import money_text


def prices_text(product: Product) -> str:
    """The price, or the lowest and the highest of the variants."""
    prices = sorted(variant.price for variant in product.variants)
    if not prices:
        return ""
    lowest, highest = money_text(prices[0]), money_text(prices[-1])
    return lowest if lowest == highest else f"{lowest} – {highest}"

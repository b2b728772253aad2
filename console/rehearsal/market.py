"""What simulated viewers buy: mostly what is on air, mostly one piece, some choices more than others."""

import math
import random
from collections.abc import Callable

from console.domain.orders import Buyer
from console.domain.products import Product, Variant
from console.rehearsal.pace import purchases_per_second
from console.rehearsal.script import Purchase

_ON_AIR_SHARE = 0.92
_QUANTITIES, _QUANTITY_WEIGHTS = (1, 2, 3), (86, 12, 2)


def purchases(
    chance: random.Random,
    pinned: Product | None,
    age: int | None,
    products: tuple[Product, ...],
    buyer: Callable[[random.Random], Buyer],
) -> tuple[Purchase, ...]:
    """The purchases of one second, in which `pinned` has been on air for `age` seconds."""
    count = draw(chance, purchases_per_second(age))
    chosen = (_choose_product(chance, pinned, products) for _ in range(count))
    return tuple(_purchase(chance, product, buyer) for product in chosen if product is not None)


def draw(chance: random.Random, mean: float) -> int:
    """A count around the mean: the whole number below it or the one above."""
    return int(mean + chance.random())


def choose_variant(chance: random.Random, product: Product) -> Variant:
    """One of the product's variants; values in the middle of an option are wanted more, as middle sizes are."""
    axes = [tuple(dict.fromkeys(values)) for values in zip(*(each.options for each in product.variants), strict=False)]
    weights = [_demand(variant, axes) for variant in product.variants]
    return chance.choices(product.variants, weights)[0]


def _demand(variant: Variant, axes: list[tuple[str, ...]]) -> int:
    ranks = ((values.index(value), len(values) - 1) for value, values in zip(variant.options, axes, strict=False))
    return math.prod(1 + min(i, last - i) for i, last in ranks)


def _choose_product(chance: random.Random, pinned: Product | None, products: tuple[Product, ...]) -> Product | None:
    others = [product for product in products if product.variants]
    if pinned is not None and pinned.variants and (not others or chance.random() < _ON_AIR_SHARE):
        return pinned
    return chance.choice(others) if others else None


def _purchase(chance: random.Random, product: Product, buyer: Callable[[random.Random], Buyer]) -> Purchase:
    quantity = chance.choices(_QUANTITIES, _QUANTITY_WEIGHTS)[0]
    return Purchase(choose_variant(chance, product).sku, quantity, buyer(chance))

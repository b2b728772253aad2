"""Products as a person types them: queue codes, SKUs or ids, with semicolons between them."""

from collections.abc import Awaitable, Callable, Sequence

import msgspec

from console.domain.products import Product
from console.domain.show import Show

Find = Callable[[str], Awaitable[list[Product]]]
MOST = 100


class Linked(msgspec.Struct, frozen=True):
    """The ids of the products that were meant, and the names that mean none."""

    products: tuple[str, ...]
    unknown: tuple[str, ...]


def names_of(show: Show, products: Sequence[str]) -> dict[str, str]:
    """The text for each product (its first SKU, or its id), with the id that it stands for."""
    names: dict[str, str] = {}
    for each in products:
        known = show.products.get(each)
        names[known.skus[0] if known and known.skus else each] = each
    return names


async def linked(text: str, show: Show, shown: dict[str, str], find: Find) -> Linked:
    """The products that a text names. `shown` are the texts that the form itself put there."""
    products: list[str] = []
    unknown: list[str] = []
    for name in split(text):
        found = shown.get(name) or known(show, name) or await _looked_up(name, find)
        if found is None:
            unknown.append(name)
        elif found not in products:
            products.append(found)
    return Linked(tuple(products), tuple(unknown))


def split(text: str) -> list[str]:
    """The names in a text, at most a hundred."""
    return [name for part in text.replace("\n", ";").split(";") if (name := part.strip())][:MOST]


def known(show: Show, name: str) -> str | None:
    """The product that the show itself knows by a code, a SKU or an id."""
    coded = next((item.product for item in show.queue if item.code.casefold() == name.casefold()), None)
    return coded or show.owners.get(name) or (name if name in show.products else None)


async def _looked_up(name: str, find: Find) -> str | None:
    """The one product of the catalogue with exactly this SKU, barcode or id."""
    found = await find(name)
    wanted = name.casefold()
    exact = [product.id for product in found if wanted in {each.casefold() for each in _names(product)}]
    return exact[0] if len(exact) == 1 else None


def _names(product: Product) -> list[str]:
    return [product.id, *product.skus, *(variant.barcode for variant in product.variants if variant.barcode)]

"""The products that one cell of a rundown names, by SKU or code."""

import re
from collections.abc import Callable, Iterator

import msgspec

from console.imports.cells import MOST_SHORT, CellError

MOST_LINKED = 200

Find = Callable[[str], str | None]
"""The id of the product that a SKU or a code means, or None."""


class Linked(msgspec.Struct, frozen=True):
    """The ids that were found, each once and in order, and the names that mean nothing here."""

    products: tuple[str, ...]
    unknown: tuple[str, ...]


def linked(text: str, find: Find) -> Linked:
    """Find what a cell names. Commas, semicolons and line ends part names; spaces do so only where that finds all.

    Raises CellError beyond 200 names.
    """
    found = {name: _known(name, find) for name in _names(text, find)}
    if len(found) > MOST_LINKED:
        raise CellError(f"the cell names more than {MOST_LINKED} products")
    ids = dict.fromkeys(product for product in found.values() if product is not None)
    return Linked(tuple(ids), tuple(name for name, product in found.items() if product is None))


def _names(text: str, find: Find) -> Iterator[str]:
    if _known(text, find) is not None:
        yield text
        return
    for name in filter(None, map(str.strip, re.split(r"[,;，；、\n]", text))):
        words = name.split()
        apart = len(words) > 1 and _known(name, find) is None and all(_known(word, find) is not None for word in words)
        yield from words if apart else [name]


def _known(name: str, find: Find) -> str | None:
    return find(name) if 0 < len(name) <= MOST_SHORT else None

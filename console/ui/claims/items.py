"""What a person types for the items of a claim: `SHIRT-WHITE-M 2, MUG-SLATE`."""

import re
from collections.abc import Container

from console.domain.claims.claim import MOST_PIECES, Claim
from console.domain.claims.reading import Asked

_BETWEEN = re.compile(r"[,;\n，、；]+")
_COUNTED = re.compile(r"(?P<sku>.*?)(?:\s+[x×*]?\s*(?P<pieces>[0-9]{1,5}))?")


def typed(claim: Claim) -> str:
    """A claim's items, as they would be typed."""
    return ", ".join(f"{part.sku} {part.quantity}" for part in claim.parts)


def read_items(text: str, known: Container[str]) -> tuple[Asked, ...] | str:
    """The items that are meant, or the first word of it that is none: a SKU with a number of pieces (1 if none)."""
    wanted = [each.strip() for each in _BETWEEN.split(text) if each.strip()]
    items = []
    for each in wanted:
        item = _item(each, known)
        if item is None:
            return each
        items.append(item)
    return tuple(items)


def _item(text: str, known: Container[str]) -> Asked | None:
    if text in known:
        return Asked(text, 1)
    counted = _COUNTED.fullmatch(text)
    pieces = int(counted["pieces"] or 1) if counted else 0
    return Asked(counted["sku"], pieces) if counted and counted["sku"] in known and 0 < pieces <= MOST_PIECES else None

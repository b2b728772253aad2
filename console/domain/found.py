"""What a search for stock finds."""

import msgspec

from console.domain.stock import Level


class FoundSku(msgspec.Struct, frozen=True, gc=False):
    """A SKU of the catalogue with its numbers as the file has them; None: it has never been counted."""

    sku: str
    product: str
    title: str
    options: tuple[str, ...] = ()
    level: Level | None = None

"""A product that was found, as a row of the finder."""

import msgspec

from console.domain.products import Product


class Match(msgspec.Struct, frozen=True):
    """A product and the code of its queue item, "" if it is not in the queue."""

    product: Product
    code: str = ""

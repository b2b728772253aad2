"""What the rehearsal shop answers to those who move it."""

import msgspec

from console.domain.orders import OrderSnapshot


class Placed(msgspec.Struct, frozen=True):
    """The order stands."""

    order: OrderSnapshot


class SoldOut(msgspec.Struct, frozen=True):
    """Nothing was ordered: of this SKU only `left` pieces can be sold."""

    sku: str
    left: int


class NotSold(msgspec.Struct, frozen=True):
    """Nothing was ordered: the shop does not sell this SKU."""

    sku: str


Placement = Placed | SoldOut | NotSold


class Changed(msgspec.Struct, frozen=True):
    """The order is now this."""

    order: OrderSnapshot


class Unchanged(msgspec.Struct, frozen=True):
    """Nothing was left to do: the order is as it was."""

    order: OrderSnapshot


class NoSuchOrder(msgspec.Struct, frozen=True):
    """The shop never took this order."""

    ref: str


Change = Changed | Unchanged | NoSuchOrder

"""A shop's orders: facts that arrive as whole snapshots, in any order, more than once."""

from datetime import datetime
from enum import StrEnum

import msgspec

from console.domain.money import Money


class OrderStatus(StrEnum):
    """Where an order stands at its shop, in the words of the window."""

    PLACED = "placed"
    PAID = "paid"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


FINAL = frozenset({OrderStatus.CANCELLED, OrderStatus.REFUNDED})


class OrderLine(msgspec.Struct, frozen=True):
    """One SKU of an order, in pieces and as totals: ever `placed`, ever `cancelled`, ever `shipped`.

    Cancelling takes what has not been shipped first; what is cancelled beyond that has come back to the shelf.
    """

    sku: str
    placed: int
    cancelled: int = 0
    shipped: int = 0

    @property
    def returned(self) -> int:
        """Pieces that were shipped, then cancelled: back on hand."""
        return max(0, self.cancelled - (self.placed - self.shipped))

    @property
    def committed(self) -> int:
        """Pieces promised and still on the shelf."""
        return self.placed - self.shipped - (self.cancelled - self.returned)

    @property
    def sold(self) -> int:
        """Pieces placed and not cancelled."""
        return self.placed - self.cancelled


class OrderSnapshot(msgspec.Struct, frozen=True):
    """An order as the shop told it at one moment.

    `version` rises with each later reading of the same shop (microseconds of the engine's clock at the request): the
    desk ignores an older one. Lines of one SKU are added up. `buyer` is the shop's id of the customer, never a name.
    `paid` and `refunded` are the sums that came and went back, in minor units of the total's currency, `refunding` is
    on its way back. `draft` is the name under which we drafted it, where the shop tells one; it is not kept with the
    order.
    """

    shop: str
    ref: str
    code: str
    status: OrderStatus
    placed_at: datetime
    version: int
    lines: tuple[OrderLine, ...]
    total: Money
    buyer: str = ""
    paid: int = 0
    refunded: int = 0
    refunding: int = 0
    draft: str = ""


class Buyer(msgspec.Struct, frozen=True):
    """What a shop says of a customer; kept outside the journal, so that it can be erased."""

    id: str
    name: str


class StockLevel(msgspec.Struct, frozen=True):
    """A shop's own numbers of one SKU, in pieces."""

    sku: str
    on_hand: int
    committed: int


class Shipped(msgspec.Struct, frozen=True):
    """Pieces of a SKU that had left before this console began to count."""

    sku: str
    pieces: int


class Order(msgspec.Struct, frozen=True):
    """An order as the desk knows it: the newest snapshot, the show it was sold in (0 = none), what it adopted."""

    snapshot: OrderSnapshot
    show: int = 0
    adopted: tuple[Shipped, ...] = ()

    @property
    def key(self) -> str:
        """The order's one name here."""
        return order_key(self.snapshot.shop, self.snapshot.ref)

    @property
    def final(self) -> bool:
        """Whether nothing more is to be expected of it: nothing is promised, and no money is on its way back."""
        return not self.snapshot.refunding and not any(line.committed for line in self.snapshot.lines)


def order_key(shop: str, ref: str) -> str:
    """The one name of an order of a shop."""
    return f"{shop}/{ref}"

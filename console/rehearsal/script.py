"""What a simulated show brings about, second by second."""

import msgspec

from console.domain.chat import ChatLine
from console.domain.orders import Buyer
from console.domain.products import Product


class Scene(msgspec.Struct, frozen=True):
    """Second `n` of the show: `product` has been on air under `code` since second `since`."""

    n: int
    product: Product | None
    code: str
    since: int

    @property
    def age(self) -> int | None:
        """Seconds since the product was pinned; None while nothing is."""
        return None if self.product is None else max(0, self.n - self.since)


class Purchase(msgspec.Struct, frozen=True):
    """A viewer's wish to buy so many pieces of a SKU; the shop decides whether it can be met."""

    sku: str
    quantity: int
    buyer: Buyer


class Cancellation(msgspec.Struct, frozen=True):
    """A change of mind about the open order that is `back` places before the newest one."""

    back: int


class Tick(msgspec.Struct, frozen=True):
    """What happens in one second of the show."""

    lines: tuple[ChatLine, ...] = ()
    purchases: tuple[Purchase, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()

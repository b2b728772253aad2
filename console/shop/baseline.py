"""The first reading of a shop: orders and stock that belong to one moment."""

import hashlib
from datetime import UTC, datetime, timedelta

import msgspec

from console.desk.ports import CataloguePage, OrderPage, ShopIn, ShopRefused
from console.domain.orders import Buyer, OrderSnapshot
from console.domain.products import Opening, Product

TRIES = 5
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
AFTER = timedelta(microseconds=1)
RETURNS = timedelta(days=90)
"""How long after its placing an order that was shipped may come back."""


class Goods(msgspec.Struct, frozen=True):
    """A shop's catalogue with the pieces on hand that it counts, and a digest of both."""

    products: tuple[Product, ...]
    openings: tuple[Opening, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the whole, for the journal."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()


class Baseline(msgspec.Struct, frozen=True):
    """All orders that can still move stock, the catalogue read between two equal readings, and the moment of it all."""

    goods: Goods
    orders: tuple[OrderSnapshot, ...]
    buyers: tuple[Buyer, ...]
    cursor: str
    linked: datetime


async def read_goods(shop: ShopIn) -> Goods:
    """The whole catalogue of a shop."""
    pages: list[CataloguePage] = [page async for page in shop.catalogue()]
    return Goods(
        tuple(product for page in pages for product in page.products),
        tuple(opening for page in pages for opening in page.openings),
    )


async def read_orders(shop: ShopIn, cursor: str) -> tuple[dict[str, OrderSnapshot], dict[str, Buyer], str]:
    """All orders since a cursor, the newest reading of each, their buyers, and the next cursor."""
    orders: dict[str, OrderSnapshot] = {}
    buyers: dict[str, Buyer] = {}
    while True:
        page: OrderPage = await shop.changes(cursor)
        orders.update({order.ref: order for order in page.orders})
        buyers.update({buyer.id: buyer for buyer in page.buyers})
        if not page.more or page.cursor == cursor:
            return orders, buyers, page.cursor
        cursor = page.cursor


async def read_baseline(shop: ShopIn) -> Baseline:
    """Read orders, goods, and orders again, until nothing was shipped in between. Raises ShopError.

    What divides old from new is the newest of the old orders: no clock but the one that dates orders is asked.
    """
    for _ in range(TRIES):
        before, _, _ = await read_orders(shop, "")
        goods = await read_goods(shop)
        after, buyers, cursor = await read_orders(shop, "")
        if moved(before) == moved(after):
            linked = max((order.placed_at for order in before.values()), default=BEGINNING) + AFTER
            counting = tuple(order for order in after.values() if may_move(order, linked))
            return Baseline(goods, counting, tuple(buyers.values()), cursor, linked)
    raise ShopRefused("The shop ships too fast to be counted.", "Pause shipping for a minute, then try again.")


def may_move(order: OrderSnapshot, linked: datetime) -> bool:
    """Whether an order still promises pieces, or has sent some that may come back."""
    recent = order.placed_at > linked - RETURNS
    return any(line.committed or (recent and line.sold) for line in order.lines)


def moved(orders: dict[str, OrderSnapshot]) -> dict[str, int]:
    """What has left and come back, by order: all that moves stock on hand."""
    return {
        ref: sum(line.shipped - line.returned for line in order.lines)
        for ref, order in orders.items()
        if any(line.shipped for line in order.lines)
    }

"""Orders, folded."""

from __future__ import annotations

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.apply.stock import with_movements
from console.domain.changes import OrderRecorded
from console.domain.orders import Order
from console.domain.show import Show


def with_sold(sold: HashTrieMap[str, int], order: Order | None, sign: int) -> HashTrieMap[str, int]:
    """The pieces sold a SKU with this order's put in (+1) or taken out (-1)."""
    for line in order.snapshot.lines if order else ():
        sold = sold.insert(line.sku, (sold.get(line.sku) or 0) + sign * line.sold)
    return sold


def apply_order(show: Show, change: OrderRecorded) -> Show:
    """The show after an order was new or had changed."""
    order = change.order
    sold = show.sold
    if order.show and order.show == show.id:
        sold = with_sold(with_sold(sold, show.orders.get(order.key), -1), order, +1)
    return replace(
        show,
        orders=show.orders.insert(order.key, order),
        stock=with_movements(show.stock, change.movements),
        sold=sold,
    )

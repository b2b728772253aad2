"""Vendure's orders as snapshots: what each field of theirs means in ours."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from console.desk.ports import OrderPage
from console.domain.orders import Buyer, OrderLine, OrderSnapshot, OrderStatus
from console.shop.bounds import countable
from console.shop.vendure_answers import CustomerRow, LineRow, OrderRow
from console.shop.vendure_money import money
from console.shop.words import one_line

MOST_NAME = 200
SETTLED = "Settled"
PENDING = "Pending"
CANCELLED = "Cancelled"
SENT = frozenset({"Shipped", "Delivered"})


class Reading(msgspec.Struct, frozen=True):
    """What the snapshots of one answer share: the shop's name, the version, the decimal places of its amounts."""

    shop: str
    version: int
    precision: int


def order_page(rows: Iterable[OrderRow], reading: Reading, cursor: str = "", *, more: bool = False) -> OrderPage:
    """The placed orders among `rows`, and their buyers, each once."""
    placed = [(row, row.order_placed_at) for row in rows if row.order_placed_at is not None]
    buyers = {row.customer.id: _buyer(row.customer) for row, _ in placed if row.customer is not None}
    orders = tuple(_snapshot(row, placed_at, reading) for row, placed_at in placed)
    return OrderPage(orders, tuple(buyers.values()), cursor, more)


def _snapshot(row: OrderRow, placed_at: datetime, reading: Reading) -> OrderSnapshot:
    return OrderSnapshot(
        shop=reading.shop,
        ref=row.id,
        code=one_line(row.code, 100),
        status=order_status(row),
        placed_at=placed_at.astimezone(UTC),
        version=reading.version,
        lines=order_lines(row.lines),
        total=money(row.total_with_tax, row.currency_code, reading.precision),
        buyer=row.customer.id if row.customer is not None else "",
        paid=money(_paid(row), row.currency_code, reading.precision).minor,
        refunded=money(_given_back(row, SETTLED), row.currency_code, reading.precision).minor,
        refunding=money(_given_back(row, PENDING), row.currency_code, reading.precision).minor,
        draft=(row.custom_fields.client_key or "") if row.custom_fields is not None else "",
    )


def order_status(row: OrderRow) -> OrderStatus:
    """Where an order stands, from its money and its pieces; the name of its state decides only where these are silent.

    Money that went back in full makes it refunded, also when all of it is cancelled; a part leaves it paid or shipped.
    """
    if _is_paid_back(row):
        return OrderStatus.REFUNDED
    if row.state == CANCELLED or (row.lines and not any(line.quantity for line in row.lines)):
        return OrderStatus.CANCELLED
    if row.state in SENT or _is_all_sent(row.lines):
        return OrderStatus.SHIPPED
    return OrderStatus.PAID if _paid(row) >= row.total_with_tax else OrderStatus.PLACED


def order_lines(rows: Iterable[LineRow]) -> tuple[OrderLine, ...]:
    """The pieces by SKU, lines of one SKU added up; lines without a SKU are left out."""
    sums: dict[str, OrderLine] = {}
    for row in rows:
        sku = one_line(row.product_variant.sku, 255) if row.product_variant is not None else ""
        if sku:
            sums[sku] = _add(sums.get(sku, OrderLine(sku, 0)), row)
    return tuple(sums.values())


def _add(line: OrderLine, row: LineRow) -> OrderLine:
    placed = max(row.order_placed_quantity or 0, row.quantity)
    # Vendure takes pieces from the shelf as soon as they are packed, and puts them back when the parcel is cancelled.
    packed = sum(part.quantity for part in row.fulfillment_lines or () if part.fulfillment.state != CANCELLED)
    return OrderLine(
        line.sku,
        countable(line.placed + placed),
        line.cancelled + placed - row.quantity,
        line.shipped + min(packed, placed),
    )


def _is_all_sent(lines: list[LineRow]) -> bool:
    return any(line.quantity for line in lines) and all(_sent(line) >= line.quantity for line in lines)


def _sent(line: LineRow) -> int:
    return sum(part.quantity for part in line.fulfillment_lines or () if part.fulfillment.state in SENT)


def _paid(row: OrderRow) -> int:
    return sum(payment.amount for payment in row.payments or () if payment.state == SETTLED)


def _is_paid_back(row: OrderRow) -> bool:
    return 0 < _paid(row) <= _given_back(row, SETTLED)


def _given_back(row: OrderRow, state: str) -> int:
    """The sum of the refunds in a state."""
    refunds = (refund for payment in row.payments or () for refund in payment.refunds)
    return sum(refund.total for refund in refunds if refund.state == state)


def _buyer(row: CustomerRow) -> Buyer:
    return Buyer(row.id, one_line(f"{row.first_name} {row.last_name}", MOST_NAME))

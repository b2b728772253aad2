"""Orders, their lines and the stock that they move."""

import msgspec

from console.domain.changes import OrderRecorded
from console.domain.orders import OrderSnapshot
from console.storage.rows.gathered import Gathered
from console.storage.rows.place import Place
from console.storage.rows.stock import write_movements
from console.storage.times import to_us

ORDER = """INSERT INTO orders
    (shop, ref, code, status, placed_at, version, total, currency, buyer, paid, refunded, refunding, show, adopted,
        open)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (shop, ref) DO UPDATE SET code = excluded.code,
    status = excluded.status, placed_at = excluded.placed_at, version = excluded.version, total = excluded.total,
    currency = excluded.currency, buyer = excluded.buyer, paid = excluded.paid,
    refunded = excluded.refunded, refunding = excluded.refunding, open = excluded.open"""
LINE = """INSERT INTO order_lines (shop, ref, line, sku, placed, cancelled, shipped) VALUES (?, ?, ?, ?, ?, ?, ?)"""


def write_order(gathered: Gathered, change: OrderRecorded, place: Place) -> None:
    """Keep the order as it is now, and its movements."""
    connection = gathered.connection
    order, told = change.order, change.order.snapshot
    adopted = msgspec.json.encode(order.adopted).decode()
    connection.execute(ORDER, (*head(told), order.show, adopted, int(not order.final)))
    connection.execute("DELETE FROM order_lines WHERE shop = ? AND ref = ?", (told.shop, told.ref))
    rows = [
        (told.shop, told.ref, number, line.sku, line.placed, line.cancelled, line.shipped)
        for number, line in enumerate(told.lines)
    ]
    connection.executemany(LINE, rows)
    write_movements(gathered, change.movements, place)


def head(told: OrderSnapshot) -> tuple[object, ...]:
    """The columns that the shop tells."""
    about = (told.shop, told.ref, told.code, told.status, to_us(told.placed_at), told.version)
    return (*about, told.total.minor, told.total.currency, told.buyer, told.paid, told.refunded, told.refunding)

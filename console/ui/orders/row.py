"""An order as a row of the list: what is searched, said and painted of it."""

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.money import Money
from console.domain.orders import Order, OrderLine, OrderStatus
from console.ui.widgets.shapes import Shape
from console.ui.words.money import money_text
from console.ui.words.orders import status_word
from console.ui.words.times import clock_text

_tr = QCoreApplication.translate

SHAPES = {
    OrderStatus.PLACED: Shape.RING,
    OrderStatus.PAID: Shape.TICK,
    OrderStatus.SHIPPED: Shape.ARROW,
    OrderStatus.CANCELLED: Shape.CROSSED,
    OrderStatus.REFUNDED: Shape.STRUCK,
}


class OrderRow(msgspec.Struct, frozen=True):
    """An order and the name of its buyer, "" if the shop told none."""

    order: Order
    buyer: str = ""

    @property
    def place(self) -> tuple[float, str]:
        """What rows are in order of: the newest first."""
        return -self.order.snapshot.placed_at.timestamp(), self.order.key

    @property
    def searched(self) -> str:
        """The words by which the row is found."""
        snapshot = self.order.snapshot
        return " ".join((snapshot.code, self.buyer, *(line.sku for line in snapshot.lines)))


def line_parts(line: OrderLine) -> list[tuple[str, bool]]:
    """A line as texts, each with whether it is struck: `MUG × 2`, then what of it was cancelled."""
    if not line.cancelled:
        return [(f"{line.sku} × {line.placed}", False)]
    if not line.sold:
        return [(f"{line.sku} × {line.placed}", True)]
    return [(f"{line.sku} × {line.sold}", False), (f"× {line.cancelled}", True)]


def whole_words(row: OrderRow) -> str:
    """All that is known of the order, a line each."""
    snapshot = row.order.snapshot
    head = (clock_text(snapshot.placed_at), snapshot.code, row.buyer, status_word(snapshot.status))
    lines = [_line_words(line) for line in snapshot.lines]
    going = Money(snapshot.refunding, snapshot.total.currency)
    back = [_tr("Orders", "{0} on its way back").format(money_text(going))] if snapshot.refunding else []
    return "\n".join([" · ".join(part for part in head if part), *lines, money_text(snapshot.total), *back])


def _line_words(line: OrderLine) -> str:
    words = f"{line.sku} × {line.placed}"
    return _tr("Orders", "{0}, {1} cancelled").format(words, line.cancelled) if line.cancelled else words

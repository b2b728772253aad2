"""Orders of the sample shop, made one by one."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from console.domain.commands import SeeOrders
from console.domain.money import Money
from console.domain.orders import Buyer, OrderLine, OrderSnapshot, OrderStatus
from tests.ui.conftest import EVENING, FakeLine

Placed = Callable[..., OrderSnapshot]


@pytest.fixture
def place(line: FakeLine) -> Placed:
    """Have the desk see an order; the version rises with each call."""
    count = iter(range(1, 1_000_000))

    def placed(
        ref: str = "1",
        *lines: OrderLine,
        status: OrderStatus = OrderStatus.PAID,
        buyer: str = "b1",
        name: str = "Mei",
        minute: int = 0,
    ) -> OrderSnapshot:
        at = EVENING + timedelta(minutes=minute)
        some = lines or (OrderLine("SHIRT-WHITE-M", 2),)
        order = OrderSnapshot("shop", ref, f"R{ref}", status, at, next(count), some, Money(11980, "USD"), buyer)
        line.names[buyer] = name
        line.decide(SeeOrders("shop", (order,), (Buyer(buyer, name),)))
        return order

    return placed

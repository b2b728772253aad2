from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from console.domain.money import Money
from console.domain.orders import Order, OrderLine, OrderSnapshot, OrderStatus
from console.ui.orders.model import OrdersModel, Roles
from tests.ui.conftest import EVENING


def order(ref: int, minute: int, version: int, status: OrderStatus) -> Order:
    at = EVENING + timedelta(minutes=minute)
    lines = (OrderLine("TEA", 1),)
    return Order(OrderSnapshot("shop", str(ref), f"R{ref}", status, at, version, lines, Money(990, "USD"), "b1"))


snapshots = st.lists(
    st.builds(order, st.integers(1, 6), st.integers(0, 5), st.integers(1, 9), st.sampled_from(OrderStatus)),
    max_size=30,
    unique_by=lambda each: (each.key, each.snapshot.version),
)


@given(snapshots)
def test_whatever_the_order_of_news_the_newest_snapshots_stand_in_time(news: list[Order]) -> None:
    model = OrdersModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for each in news:
        model.put(each)
    newest: dict[str, Order] = {}
    for each in sorted(news, key=lambda one: one.snapshot.version):
        newest[each.key] = each
    wanted = sorted(newest.values(), key=lambda one: (-one.snapshot.placed_at.timestamp(), one.key))
    shown = [model.index(row).data(Roles.ROW).order for row in range(model.rowCount())]
    assert shown == wanted
    assert +model.counts == Counter(each.snapshot.status for each in wanted)
    assert tester.model() is model

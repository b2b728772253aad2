"""What can be asked of a shop about an order."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.domain.commands import CancelOrder, RefundOrder
from console.domain.money import Money
from console.domain.orders import Order, OrderLine
from console.ui.orders.detail import OrderDetail
from console.ui.orders.row import OrderRow, whole_words
from console.ui.orders.wish import wish
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel
from tests.ui.orders.conftest import Placed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def order(place: Placed) -> Order:
    snapshot = place("7", OrderLine("SHIRT-WHITE-M", 3, cancelled=1), OrderLine("MUG-SLATE", 1))
    return Order(replace(snapshot, paid=11980, refunded=1000))


@pytest.fixture
def detail(qtbot: QtBot, look: LiveLook, order: Order) -> OrderDetail:
    made = OrderDetail(look)
    qtbot.addWidget(made)
    made.resize(360, 420)
    made.show()
    made.set_value(OrderRow(order, "Mei"))
    return made


def test_nothing_typed_asks_for_nothing(detail: OrderDetail) -> None:
    assert not detail.send.isEnabled()
    assert detail.told == ""


def test_two_keys_cancel_the_whole_order(qtbot: QtBot, detail: OrderDetail) -> None:
    detail.cancel_all()
    assert detail.told == "Will cancel 2 of SHIRT-WHITE-M, cancel 1 of MUG-SLATE."
    with qtbot.waitSignal(detail.wanted) as told:
        QTest.keyClick(detail.keep["SHIRT-WHITE-M"], Qt.Key.Key_Return)
    assert told.args == [(CancelOrder("shop/7", "SHIRT-WHITE-M", 0), CancelOrder("shop/7", "MUG-SLATE", 0))]
    assert not detail.send.isEnabled()


def test_tab_goes_through_the_lines_to_the_sum_and_the_button(
    qtbot: QtBot, look: LiveLook, order: Order, place: Placed
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    detail, elsewhere = OrderDetail(look), QLineEdit()
    column.addWidget(detail)
    column.addWidget(elsewhere)
    window.show()
    detail.set_value(OrderRow(Order(place("6", OrderLine("TOTE", 1))), ""))
    detail.set_value(OrderRow(order, "Mei"))
    detail.cancel_all()
    reached = []
    for _ in range(4):
        reached.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [*detail.keep.values(), detail.refund, detail.send]
    assert window.focusWidget() is elsewhere


def test_a_part_is_cancelled_to_a_quantity(detail: OrderDetail) -> None:
    detail.keep["SHIRT-WHITE-M"].setValue(1)
    assert detail.told == "Will cancel 1 of SHIRT-WHITE-M."


def test_money_goes_back_to_a_total(qtbot: QtBot, detail: OrderDetail) -> None:
    detail.refund_all()
    assert detail.told == "Will give back $119.80 in all."
    with qtbot.waitSignal(detail.wanted) as told:
        QTest.keyClick(detail.refund, Qt.Key.Key_Return)
    assert told.args == [(RefundOrder("shop/7", Money(11980, "USD")),)]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("200", "Only $119.80 was paid."),
        ("5", "$10.00 has gone back already."),
        ("1,50", "“1,50” is not an amount such as 59.90."),
        ("1.555", "“1.555” has more than 2 decimal places, which USD does not have."),
    ],
)
def test_a_sum_that_cannot_be_is_told_at_once(detail: OrderDetail, typed: str, fault: str) -> None:
    detail.refund.setText(typed)
    assert detail.told == fault
    assert not detail.send.isEnabled()


def test_a_sum_that_went_back_already_asks_for_nothing(order: Order) -> None:
    assert wish(order, {}, "10").commands == ()


def test_what_was_typed_is_gone_when_the_order_changes(detail: OrderDetail, order: Order) -> None:
    detail.cancel_all()
    fewer = replace(order, snapshot=replace(order.snapshot, lines=(OrderLine("SHIRT-WHITE-M", 3, cancelled=2),)))
    detail.set_value(OrderRow(fewer, "Mei"))
    assert list(detail.keep) == ["SHIRT-WHITE-M"]
    assert detail.told == ""


def test_a_payment_that_comes_in_leaves_what_was_typed(detail: OrderDetail, order: Order) -> None:
    detail.keep["MUG-SLATE"].setValue(0)
    detail.set_value(OrderRow(replace(order, snapshot=replace(order.snapshot, paid=20000)), "Mei"))
    assert detail.keep["MUG-SLATE"].value() == 0


def test_another_order_begins_anew(detail: OrderDetail, order: Order) -> None:
    detail.cancel_all()
    detail.refund.setText("50")
    detail.set_value(OrderRow(replace(order, snapshot=replace(order.snapshot, ref="8")), "Mei"))
    assert [field.value() for field in detail.keep.values()] == [2, 1]
    assert detail.refund.text() == ""


def test_money_on_its_way_back_is_said_and_not_called_given_back(detail: OrderDetail, order: Order) -> None:
    going = Order(replace(order.snapshot, refunded=0, refunding=1000))
    detail.set_value(OrderRow(going, "Mei"))
    words = detail.findChildren(PlainLabel)
    assert "$119.80 paid · $10.00 on its way back, not with the buyer yet" in [each.value for each in words]
    assert "$10.00 on its way back" in whole_words(OrderRow(going))

"""What Vendure's fields mean: status, pieces and money, case by case."""

import msgspec
import pytest

from console.desk.ports import ShopRefused
from console.domain.money import MOST_MINOR, Money
from console.domain.orders import OrderLine, OrderStatus
from console.shop.vendure_answers import OrderRow
from console.shop.vendure_money import money
from console.shop.vendure_orders import order_lines, order_status
from console.shop.words import one_line


def row(state: str, lines: list[dict[str, object]], payments: list[dict[str, object]] | None = None) -> OrderRow:
    told = {
        "id": "1",
        "code": "A",
        "state": state,
        "updatedAt": "2026-11-22T12:00:00Z",
        "orderPlacedAt": "2026-11-22T12:00:00Z",
        "currencyCode": "USD",
        "totalWithTax": 100,
        "customer": None,
        "lines": lines,
        "payments": payments if payments is not None else [paid(100)],
    }
    return msgspec.convert(told, OrderRow)


def line(quantity: int, ordered: int | None = None, **parcels: int) -> dict[str, object]:
    parts = [{"quantity": count, "fulfillment": {"state": state}} for state, count in parcels.items()]
    ordered = quantity if ordered is None else ordered
    sku = {"sku": "A"}
    return {"quantity": quantity, "orderPlacedQuantity": ordered, "productVariant": sku, "fulfillmentLines": parts}


def paid(amount: int, back: int = 0, state: str = "Settled") -> dict[str, object]:
    return {"state": "Settled", "amount": amount, "refunds": [{"state": state, "total": back}]}


@pytest.mark.parametrize(
    ("order", "status"),
    [
        (row("PaymentAuthorized", [line(1)], [{"state": "Authorized", "amount": 100, "refunds": []}]), "placed"),
        (row("PaymentSettled", [line(1)]), "paid"),
        (row("Modifying", [line(1)]), "paid"),
        (row("ArrangingAdditionalPayment", [line(2, 1)], [paid(60)]), "placed"),
        (row("AnUnheardOfState", [line(1)]), "paid"),
        (row("PartiallyShipped", [line(2, Shipped=1)]), "paid"),
        (row("PartiallyShipped", [line(1, 2, Shipped=1)]), "shipped"),
        (row("PaymentSettled", [line(1, Pending=1)]), "paid"),
        (row("Shipped", [line(1, Shipped=1)]), "shipped"),
        (row("Delivered", [line(1, Delivered=1)], [paid(100, 40)]), "shipped"),
        (row("PaymentSettled", [line(0, 2)]), "cancelled"),
        (row("Cancelled", [line(0, 2)], [paid(100, 40)]), "cancelled"),
        (row("Cancelled", [line(0, 2)], [paid(100, 100)]), "refunded"),
        (row("Cancelled", [line(0, 2)], [paid(100, 100, "Pending")]), "cancelled"),
        (row("PaymentSettled", [line(1)], [paid(60, 60), paid(40, 40)]), "refunded"),
        (row("Cancelled", [], []), "cancelled"),
    ],
)
def test_the_status_of_an_order(order: OrderRow, status: str) -> None:
    assert order_status(order) is OrderStatus(status)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line(2), line(3)], OrderLine("A", 5)),
        ([line(2, 3)], OrderLine("A", 3, 1)),
        ([line(2, 0)], OrderLine("A", 2)),
        ([line(5, 3)], OrderLine("A", 5)),
        ([line(3, Shipped=1, Pending=1, Cancelled=1)], OrderLine("A", 3, 0, 2)),
        ([line(1, Shipped=4)], OrderLine("A", 1, 0, 1)),
    ],
)
def test_the_pieces_of_a_sku(lines: list[dict[str, object]], expected: OrderLine) -> None:
    assert order_lines(row("PaymentSettled", lines).lines) == (expected,)


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [(1999, "USD", 1999), (50000, "JPY", 500), (1999, "KWD", 19990), (150, "JPY", 2), (250, "JPY", 2)],
)
def test_amounts_of_two_places_in_the_currencys_own(amount: int, currency: str, expected: int) -> None:
    assert money(amount, currency, 2) == Money(expected, currency)


def test_an_amount_that_money_cannot_hold_is_refused() -> None:
    with pytest.raises(ShopRefused):
        money(MOST_MINOR, "KWD", 2)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\nb\tc", "a b c"), ("a\u202eb\u200bc", "abc"), ("  a  ", "a"), ("abcdef", "abcde"), ("\ud800a", "a"), ("", "")],
)
def test_a_strangers_text_becomes_one_plain_line(text: str, line: str) -> None:
    assert one_line(text, 5) == line

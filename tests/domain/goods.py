"""Small values that the tests of the spine share, and shows that commands have made."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import reduce

from console.domain.actors import Actor, Role
from console.domain.apply import apply
from console.domain.changes import Entry
from console.domain.commands import Command, GoLive, NewShow, SaveProduct, SeeOrders
from console.domain.decide import decide
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.outcomes import Outcome
from console.domain.products import Opening, Product, Variant
from console.domain.show import Show

FIVE = timedelta(minutes=5)
NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)
ANNA = Actor("Anna", Role.OPERATOR, "desk 1")
SHOP = "shop"


def product(name: str, *skus: str, price: int = 1990) -> Product:
    """A product whose SKUs are its variants; its name, if none is given."""
    return Product(name, name.capitalize(), tuple(Variant(sku, Money(price, "USD")) for sku in skus or (name,)))


def stocked(name: str, pieces: int) -> SaveProduct:
    """The command that adds a product of one SKU with so many pieces."""
    return SaveProduct(product(name), (Opening(name, pieces),))


def snapshot(
    ref: str, *lines: OrderLine, version: int = 1, placed_at: datetime = NOON, status: OrderStatus = OrderStatus.PAID
) -> OrderSnapshot:
    """An order as the shop tells it."""
    return OrderSnapshot(SHOP, ref, f"#{ref}", status, placed_at, version, lines, Money(1000, "USD"), buyer="b1")


def seen(*orders: OrderSnapshot, linked: datetime | None = None) -> SeeOrders:
    """A page of the shop's orders."""
    return SeeOrders(SHOP, orders, linked=linked)


def asked(show: Show, command: Command, now: datetime = NOON) -> tuple[Outcome, Show]:
    """The outcome of a command, and the show after it."""
    outcome, changes, _ = decide(show, command, now)
    return outcome, reduce(apply, (Entry(change, now, ANNA, "c") for change in changes), show)


def after(show: Show, *commands: Command, now: datetime = NOON) -> Show:
    """The show after these commands."""
    for command in commands:
        _, show = asked(show, command, now)
    return show


def running(stock: Mapping[str, int], more: Iterable[Command] = ()) -> Show:
    """A show on air, with products of one SKU each that have so many pieces."""
    goods = (stocked(name, pieces) for name, pieces in stock.items())
    return after(Show(), NewShow("Friday", "USD"), *goods, GoLive(), *more)

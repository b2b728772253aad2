"""Errands for a real Vendure, and its own records to hold them against."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from console.desk.ports import Concluded, Probe
from console.domain.outbox import Errand, Prepared, Task, new_errand
from console.shop.vendure import VendureShop
from tests.servers.vendure_api import Staff

RECORDS = """
query ($i: ID!) { productVariant(id: $i) {
  priceWithTax
  stockLevels { stockLocationId stockOnHand }
  stockMovements(options: {take: 1000}) { items { ... on StockMovement { type quantity } } }
} }
"""
MONEY = """
query ($i: ID!) { order(id: $i) {
  state totalWithTax
  payments { refunds { state total reason } }
  history(options: {take: 100}) { items { type data } }
} }
"""


class Numbers:
    """Gives each errand of a test run a number of its own."""

    last = 0


def of(task: Task) -> Errand:
    """A new errand."""
    Numbers.last += 1
    return new_errand(Numbers.last, "boutique", "Zq3", task)


async def prepared(shop: VendureShop, one: Errand) -> Prepared:
    """What is about to be sent; fails if nothing is."""
    told = await shop.prepare(one)
    assert isinstance(told, Prepared), told
    return told


async def do(shop: VendureShop, task: Task) -> Concluded:
    """All of an errand, where nothing goes wrong."""
    one = of(task)
    told = await shop.prepare(one)
    return told if isinstance(told, Concluded) else await shop.send(one, told)


class Records(NamedTuple):
    """A variant in the shop's own words: its adjustments in order, and its pieces by location."""

    adjustments: list[int]
    places: dict[str, int]
    price: int


async def records(staff: Staff, variant: str) -> Records:
    told = (await staff.api.call(RECORDS, i=variant))["productVariant"]
    moved = [row["quantity"] for row in told["stockMovements"]["items"] if row["type"] == "ADJUSTMENT"]
    places = {row["stockLocationId"]: row["stockOnHand"] for row in told["stockLevels"]}
    return Records(moved, places, told["priceWithTax"])


async def set_stock(staff: Staff, variant: str, pieces: int, place: str = "1") -> None:
    """Staff set a number."""
    await update(staff, variant, stockLevels=[{"stockLocationId": place, "stockOnHand": pieces}])


async def update(staff: Staff, variant: str, **change: object) -> None:
    """Staff change a variant."""
    await staff.api.call(
        "mutation($i: [UpdateProductVariantInput!]!) { updateProductVariants(input: $i) { id } }",
        i=[{"id": variant, **change}],
    )


@asynccontextmanager
async def another_place(staff: Staff) -> AsyncIterator[str]:
    """Staff open another stock location, and close it in the end; its id. Each variant is at each location."""
    told = await staff.api.call(
        "mutation($i: CreateStockLocationInput!) { createStockLocation(input: $i) { id } }", i={"name": "Attic"}
    )
    place = str(told["createStockLocation"]["id"])
    yield place
    await staff.api.call(
        "mutation($i: DeleteStockLocationInput!) { deleteStockLocation(input: $i) { result } }", i={"id": place}
    )


async def money(staff: Staff, order: str) -> Any:  # noqa: ANN401 - the answer's shape is the caller's
    return (await staff.api.call(MONEY, i=order))["order"]


def found(probe: Probe) -> str:
    """The answer of a probe that is sure."""
    assert isinstance(probe, Concluded), probe
    return probe.answer

"""The rehearsal shop counts as a real one does, keeps the protocol and never sells what it has not got."""

import ast
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import console.rehearsal
from console.desk.ports import Clock, ShopIn
from console.domain.money import Money
from console.domain.orders import Buyer, OrderSnapshot, OrderStatus, StockLevel
from console.domain.products import Product, Variant
from console.rehearsal.outcomes import Changed, NoSuchOrder, NotSold, Placed, SoldOut, Unchanged
from console.rehearsal.shop import PAGE, RehearsalShop

ANN = Buyer("en-000", "Ann")
OPENING = {"A": 5, "B": 2, "C": 0}
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("place"), st.dictionaries(st.sampled_from("ABC"), st.integers(1, 4), min_size=1)),
        st.tuples(st.sampled_from(["cancel", "ship"]), st.integers(1, 3)),
    ),
    max_size=40,
)


class StandingClock:
    """A clock that only a sleep moves."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 5, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return StandingClock()


def mugs() -> tuple[Product, ...]:
    return (Product("mug", "Mug", tuple(Variant(sku, Money(1800, "USD"), options=(sku,)) for sku in "ABC")),)


def shop_of(clock: Clock, orders: Sequence[OrderSnapshot] = (), on_hand: dict[str, int] | None = None) -> RehearsalShop:
    return RehearsalShop("rehearsal", "USD", clock, mugs(), on_hand or OPENING, orders, [ANN])


def placed(shop: RehearsalShop, **wanted: int) -> OrderSnapshot:
    outcome = shop.place(wanted, ANN)
    assert isinstance(outcome, Placed)
    return outcome.order


async def read(shop: ShopIn, cursor: str = "") -> tuple[list[OrderSnapshot], str]:
    """All changes since the cursor, through the protocol."""
    orders: list[OrderSnapshot] = []
    while True:
        page = await shop.changes(cursor)
        orders += page.orders
        cursor = page.cursor
        if not page.more:
            return orders, cursor


async def test_the_shop_says_what_it_is(clock: Clock) -> None:
    info = await shop_of(clock).connect()
    assert (info.name, info.currency, info.clock) == ("rehearsal", "USD", clock.now())


async def test_the_catalogue_comes_with_the_pieces_on_hand(clock: Clock) -> None:
    pages = [page async for page in shop_of(clock).catalogue()]
    assert [page.products for page in pages] == [mugs()]
    assert {opening.sku: opening.quantity for page in pages for opening in page.openings} == OPENING


async def test_a_placed_order_commits_a_shipped_one_leaves_the_shelf_a_cancelled_one_comes_back(clock: Clock) -> None:
    shop = shop_of(clock)
    order = placed(shop, A=3)
    assert await shop.levels(["A"]) == [StockLevel("A", 5, 3)]
    assert isinstance(shop.ship(order.ref), Changed)
    assert await shop.levels(["A"]) == [StockLevel("A", 2, 0)]
    cancelled = shop.cancel(order.ref)
    assert isinstance(cancelled, Changed)
    assert cancelled.order.status is OrderStatus.REFUNDED
    assert await shop.levels(["A"]) == [StockLevel("A", 5, 0)]


async def test_cancelling_before_shipment_frees_the_promise(clock: Clock) -> None:
    shop = shop_of(clock)
    outcome = shop.cancel(placed(shop, A=3).ref)
    assert isinstance(outcome, Changed)
    assert outcome.order.status is OrderStatus.CANCELLED
    assert await shop.levels(["A"]) == [StockLevel("A", 5, 0)]


def test_doing_a_thing_twice_changes_nothing_the_second_time(clock: Clock) -> None:
    shop = shop_of(clock)
    order = placed(shop, A=1)
    assert isinstance(shop.ship(order.ref), Changed)
    assert isinstance(shop.ship(order.ref), Unchanged)
    assert isinstance(shop.cancel(order.ref), Changed)
    assert isinstance(shop.cancel(order.ref), Unchanged)
    assert isinstance(shop.ship(order.ref), Unchanged)


async def test_an_order_that_one_sku_cannot_meet_takes_nothing_of_the_others(clock: Clock) -> None:
    shop = shop_of(clock)
    assert shop.place({"A": 1, "B": 3}, ANN) == SoldOut("B", 2)
    assert await shop.levels(["A", "B"]) == [StockLevel("A", 5, 0), StockLevel("B", 2, 0)]


def test_what_the_shop_does_not_know_is_said(clock: Clock) -> None:
    shop = shop_of(clock)
    assert shop.place({"Z": 1}, ANN) == NotSold("Z")
    assert shop.cancel("R0009") == NoSuchOrder("R0009")
    assert shop.ship("R0009") == NoSuchOrder("R0009")


@pytest.mark.parametrize("wanted", [{}, {"A": 0}, {"A": 2, "B": -1}])
def test_an_order_for_no_pieces_is_a_fault_of_the_caller(clock: Clock, wanted: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="one piece"):
        shop_of(clock).place(wanted, ANN)


async def test_codes_count_up_and_totals_are_exact(clock: Clock) -> None:
    shop = shop_of(clock)
    orders = [placed(shop, A=1, B=2), placed(shop, A=2)]
    assert [order.code for order in orders] == ["R0001", "R0002"]
    assert [order.total for order in orders] == [Money(5400, "USD"), Money(3600, "USD")]


async def test_changes_come_oldest_first_and_only_since_the_cursor(clock: Clock) -> None:
    shop = shop_of(clock)
    first, second = placed(shop, A=1), placed(shop, A=1)
    assert isinstance(shop.ship(first.ref), Changed)
    orders, cursor = await read(shop)
    assert [order.ref for order in orders] == [second.ref, first.ref]
    assert await read(shop, cursor) == ([], cursor)
    third = placed(shop, B=1)
    assert [order.ref for order in (await read(shop, cursor))[0]] == [third.ref]


async def test_a_long_list_of_changes_comes_in_pages_and_whole(clock: Clock) -> None:
    shop = shop_of(clock, on_hand={"A": 3 * PAGE})
    refs = [placed(shop, A=1).ref for _ in range(2 * PAGE + 7)]
    page = await shop.changes("")
    assert page.more
    assert len(page.orders) == PAGE
    assert [order.ref for order in (await read(shop))[0]] == refs


async def test_orders_are_told_with_their_buyers_and_one_that_is_not_there_is_left_out(clock: Clock) -> None:
    shop = shop_of(clock)
    order = placed(shop, A=1)
    page = await shop.orders([order.ref, "R0009", order.ref])
    assert [each.ref for each in page.orders] == [order.ref]
    assert page.buyers == (ANN,)
    assert (page.cursor, page.more) == ("", False)


async def test_versions_rise_with_each_reading_even_while_the_clock_stands(clock: Clock) -> None:
    shop = shop_of(clock)
    order = placed(shop, A=1)
    versions = [order.version, *[(await shop.orders([order.ref])).orders[0].version for _ in range(3)]]
    await clock.sleep(1)
    versions.append((await shop.changes("")).orders[0].version)
    assert versions == sorted(set(versions))


async def test_a_resumed_shop_goes_on_with_its_stock_its_codes_and_every_order_for_an_old_cursor(clock: Clock) -> None:
    before = shop_of(clock)
    first, second = placed(before, A=2), placed(before, B=1)
    assert isinstance(before.ship(first.ref), Changed)
    known, cursor = await read(before)
    await clock.sleep(1)
    shelf = {level.sku: level.on_hand for level in await before.levels("ABC")}
    after = shop_of(clock, known, shelf)
    assert await after.levels("ABC") == await before.levels("ABC")
    third = placed(after, A=3)
    assert third.code == "R0003"
    assert after.open_refs == (second.ref, third.ref)
    assert {order.ref for order in (await read(after, cursor))[0]} == {first.ref, second.ref, third.ref}
    assert min(order.version for order in (await read(after))[0]) > max(order.version for order in known)


async def test_orders_of_another_shop_are_not_this_shops(clock: Clock) -> None:
    other = RehearsalShop("elsewhere", "USD", clock, mugs(), OPENING)
    assert await read(shop_of(clock, [placed(other, A=1)])) == ([], "0")


@given(steps=STEPS)
async def test_whatever_is_placed_cancelled_and_shipped_the_shelf_adds_up_and_nothing_is_oversold(
    steps: list[tuple[str, dict[str, int] | int]],
) -> None:
    shop = shop_of(StandingClock())
    for step, what in steps:
        match what:
            case dict():
                shop.place(what, ANN)
            case int() as number:
                (shop.cancel if step == "cancel" else shop.ship)(f"R{number:04d}")
        lines = [line for order in (await read(shop))[0] for line in order.lines]
        for level in await shop.levels("ABC"):
            mine = [line for line in lines if line.sku == level.sku]
            assert level.on_hand == OPENING[level.sku] - sum(line.shipped - line.returned for line in mine)
            assert level.committed == sum(line.committed for line in mine)
            assert 0 <= level.committed <= level.on_hand
            assert sum(line.sold for line in mine) <= OPENING[level.sku]


@given(steps=STEPS, cut=st.integers(0, 40))
async def test_reading_now_and_then_ends_where_one_reading_ends(
    steps: list[tuple[str, dict[str, int] | int]], cut: int
) -> None:
    shop = shop_of(StandingClock())
    seen: dict[str, OrderSnapshot] = {}
    cursor = ""
    for i, (step, what) in enumerate(steps):
        match what:
            case dict():
                shop.place(what, ANN)
            case int() as number:
                (shop.cancel if step == "cancel" else shop.ship)(f"R{number:04d}")
        if i == cut:
            orders, cursor = await read(shop, cursor)
            seen |= {order.ref: order for order in orders}
    seen |= {order.ref: order for order in (await read(shop, cursor))[0]}
    assert {ref: order.lines for ref, order in seen.items()} == {
        order.ref: order.lines for order in (await read(shop))[0]
    }


def test_no_module_of_the_rehearsal_imports_a_network() -> None:
    sources = sorted(Path(console.rehearsal.__path__[0]).glob("*.py"))
    names = {name for path in sources for name in imported(path)}
    assert {"console.rehearsal.stockroom", "console.desk.ports", "asyncio"} <= names
    reaching = ("aiohttp", "socket", "ssl", "http", "urllib", "console.shop", "console.chat")
    assert not [name for name in names if name.startswith(reaching)]


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}

"""The first reading of a shop belongs to one moment."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from console.desk.ports import ShopRefused
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.shop.baseline import RETURNS, TRIES, may_move, moved, read_baseline, read_goods
from tests.end_to_end.syncing import ON_HAND, FarShop, TickingClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


class Shipping(FarShop):
    """A shop that ships an order during each reading of its catalogue, so many times."""

    def __init__(self, clock: TickingClock, times: int) -> None:
        super().__init__(clock)
        self.times = times
        self.readings = 0

    def _answer(self, call: str) -> None:
        super()._answer(call)
        if call == "catalogue":
            self.readings += 1
            if self.readings <= self.times:
                self.ship(self.sell(MUG=1))


def order(*lines: OrderLine, placed_at: datetime = NOON) -> OrderSnapshot:
    return OrderSnapshot("boutique", "1", "A1", OrderStatus.PLACED, placed_at, 1, lines, Money(1, "EUR"))


async def test_a_quiet_shop_is_read_once(clock: TickingClock) -> None:
    shop = Shipping(clock, 0)
    ref = shop.sell(CAP_S=2)
    baseline = await read_baseline(shop)
    assert {each.sku: each.quantity for each in baseline.goods.openings} == ON_HAND
    assert [each.ref for each in baseline.orders] == [ref]
    assert [each.name for each in baseline.buyers] == ["Bo"]
    assert (await shop.changes(baseline.cursor)).orders == ()
    assert shop.readings == 1


async def test_what_ships_during_the_reading_is_read_again(clock: TickingClock) -> None:
    shop = Shipping(clock, 2)
    baseline = await read_baseline(shop)
    assert shop.readings == 3
    assert {each.sku: each.quantity for each in baseline.goods.openings}["MUG"] == 28
    assert all(each.placed_at < baseline.linked for each in baseline.orders)


async def test_a_shop_that_never_rests_is_refused_in_words(clock: TickingClock) -> None:
    shop = Shipping(clock, 99)
    with pytest.raises(ShopRefused, match="too fast"):
        await read_baseline(shop)
    assert shop.readings == TRIES


async def test_an_order_placed_during_the_reading_changes_nothing_on_hand(clock: TickingClock) -> None:
    class Selling(FarShop):
        def _answer(self, call: str) -> None:
            super()._answer(call)
            if call == "catalogue":
                self.sell(MUG=1)

    shop = Selling(clock)
    baseline = await read_baseline(shop)
    assert len(baseline.orders) == 1
    assert baseline.linked < baseline.orders[0].placed_at


async def test_the_newest_order_that_was_there_divides_old_from_new(clock: TickingClock) -> None:
    shop = FarShop(clock)
    shop.sell(MUG=1)
    [old] = (await shop.changes("")).orders
    baseline = await read_baseline(shop)
    shop.sell(MUG=1)
    [new] = (await shop.changes(baseline.cursor)).orders
    assert old.placed_at < baseline.linked <= new.placed_at


async def test_in_a_shop_without_orders_all_are_new(clock: TickingClock) -> None:
    shop = FarShop(clock)
    baseline = await read_baseline(shop)
    shop.sell(MUG=1)
    [new] = (await shop.changes(baseline.cursor)).orders
    assert baseline.linked <= new.placed_at


@pytest.mark.parametrize(
    ("line", "moves"),
    [
        (OrderLine("MUG", 2), True),
        (OrderLine("MUG", 2, shipped=1), True),
        (OrderLine("MUG", 2, shipped=2), True),
        (OrderLine("MUG", 2, cancelled=2), False),
        (OrderLine("MUG", 2, cancelled=2, shipped=2), False),
    ],
)
def test_an_order_is_kept_while_it_may_move_stock(line: OrderLine, moves: bool) -> None:
    assert may_move(order(line), NOON) is moves


def test_an_old_order_is_kept_only_while_it_promises_pieces() -> None:
    old = NOON - RETURNS - timedelta(days=1)
    assert not may_move(order(OrderLine("MUG", 2, shipped=2), placed_at=old), NOON)
    assert may_move(order(OrderLine("MUG", 2, shipped=1), placed_at=old), NOON)


def test_a_return_is_a_movement_and_a_promise_is_none() -> None:
    sent = order(OrderLine("MUG", 2, shipped=2))
    back = replace(sent, lines=(OrderLine("MUG", 2, cancelled=1, shipped=2),))
    promised = order(OrderLine("MUG", 5))
    assert moved({"1": sent}) != moved({"1": back})
    assert moved({"1": promised}) == moved({})


async def test_a_digest_tells_two_catalogues_apart(clock: TickingClock) -> None:
    shop = FarShop(clock)
    goods = await read_goods(shop)
    assert goods.digest == (await read_goods(shop)).digest
    shop.shelf["MUG"] = 1
    assert goods.digest != (await read_goods(shop)).digest

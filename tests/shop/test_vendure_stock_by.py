"""Stock deltas on a real Vendure, which can only set numbers."""

import asyncio
import re
from contextlib import suppress
from uuid import uuid4

import pytest

from console.desk.ports import Concluded, NotThere, ShopRefused, ShopUnreachable, Unclear
from console.domain.outbox import Errand, StockBy
from console.shop.vendure import VendureShop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Staff, buy
from tests.shop.errands import another_place, do, found, of, prepared, records, set_stock, update


class Goods:
    """A product with one variant of a SKU of its own."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self.sku = f"S-{uuid4().hex[:8]}"
        self.id = ""

    async def create(self, stock: int = 10, *, enabled: bool = True) -> str:
        """Create one more variant of the SKU; its id."""
        made = await self._staff.add_product(uuid4().hex, [NewVariant(self.sku, stock=stock, enabled=enabled)])
        self.id = made[self.sku]
        return self.id


@pytest.fixture
async def goods(staff: Staff) -> Goods:
    goods = Goods(staff)
    await goods.create()
    return goods


@pytest.mark.parametrize("delta", [5, -3, -10])
async def test_a_delta_is_one_movement_of_its_size(shop: VendureShop, staff: Staff, goods: Goods, delta: int) -> None:
    assert (await do(shop, StockBy(goods.sku, delta))).answer.startswith("stock movement ")
    told = await records(staff, goods.id)
    assert told.adjustments == [10, delta]
    assert told.places == {"1": 10 + delta}


async def test_a_long_history_is_no_obstacle(shop: VendureShop, staff: Staff, goods: Goods) -> None:
    for number in range(11, 36):
        await set_stock(staff, goods.id, number)
    await do(shop, StockBy(goods.sku, 5))
    assert (await records(staff, goods.id)).places == {"1": 40}


async def test_what_the_shop_does_not_sell_needs_no_doing(shop: VendureShop) -> None:
    assert await shop.prepare(of(StockBy("no such thing", 5))) == Concluded("not sold there")


async def test_no_change_needs_no_doing(shop: VendureShop, goods: Goods) -> None:
    assert await shop.prepare(of(StockBy(goods.sku, 0))) == Concluded("already so")


async def test_a_number_that_is_no_longer_the_expected_one_is_refused(shop: VendureShop, goods: Goods) -> None:
    with pytest.raises(ShopRefused, match=f"counts 10 of {goods.sku} now, no longer 12"):
        await shop.prepare(of(StockBy(goods.sku, 1, expect=12)))
    assert (await do(shop, StockBy(goods.sku, 1, expect=10))).answer


async def test_more_than_there_is_cannot_be_taken(shop: VendureShop, staff: Staff, goods: Goods) -> None:
    with pytest.raises(ShopRefused, match=f"not 11 of {goods.sku} in the shop, but 10"):
        await shop.prepare(of(StockBy(goods.sku, -11)))
    assert (await records(staff, goods.id)).places == {"1": 10}


async def test_of_variants_with_one_sku_the_one_for_sale_is_meant(
    shop: VendureShop, staff: Staff, goods: Goods
) -> None:
    offered = goods.id
    hidden = await goods.create(4, enabled=False)
    await do(shop, StockBy(goods.sku, 2, expect=14))
    assert (await records(staff, offered)).places == {"1": 12}
    assert (await records(staff, hidden)).places == {"1": 4}
    await goods.create()
    with pytest.raises(ShopRefused, match=f"3 variants share the SKU {goods.sku}"):
        await shop.prepare(of(StockBy(goods.sku, 2)))


async def test_the_location_with_most_gives_and_takes(shop: VendureShop, staff: Staff, goods: Goods) -> None:
    async with another_place(staff) as attic:
        await set_stock(staff, goods.id, 30, attic)
        await do(shop, StockBy(goods.sku, -5))
        await do(shop, StockBy(goods.sku, 2))
        assert (await records(staff, goods.id)).places == {"1": 10, attic: 27}
        with pytest.raises(ShopRefused, match="at any one location of the shop, but 27"):
            await shop.prepare(of(StockBy(goods.sku, -30)))


async def test_nothing_is_there_before_it_was_sent(shop: VendureShop, staff: Staff, goods: Goods) -> None:
    one = of(StockBy(goods.sku, 5))
    ready = await prepared(shop, one)
    assert await shop.probe(one, ready) == NotThere()
    await set_stock(staff, goods.id, 3)
    assert await shop.probe(one, ready) == NotThere()


async def test_a_lost_answer_is_found_whatever_came_after_it(
    shop: VendureShop, staff: Staff, goods: Goods, vendure_server: Vendure
) -> None:
    one = of(StockBy(goods.sku, 5))
    ready = await prepared(shop, one)
    await shop.send(one, ready)
    order = await buy(vendure_server.url, {goods.id: 2})
    await staff.ship(order.id)
    for number in range(20, 130):
        await set_stock(staff, goods.id, number)
    assert found(await shop.probe(one, ready)).startswith("stock movement ")


async def test_where_no_inventory_is_tracked_it_is_found_too(
    shop: VendureShop, staff: Staff, goods: Goods, vendure_server: Vendure
) -> None:
    await update(staff, goods.id, trackInventory="FALSE")
    one = of(StockBy(goods.sku, 5))
    ready = await prepared(shop, one)
    await shop.send(one, ready)
    await staff.ship((await buy(vendure_server.url, {goods.id: 2})).id)
    assert (await records(staff, goods.id)).places == {"1": 15}
    assert found(await shop.probe(one, ready)).startswith("stock movement ")


async def test_a_sale_in_between_makes_it_unclear(
    shop: VendureShop, staff: Staff, goods: Goods, vendure_server: Vendure
) -> None:
    one = of(StockBy(goods.sku, 5))
    ready = await prepared(shop, one)
    await staff.ship((await buy(vendure_server.url, {goods.id: 2})).id)
    with pytest.raises(ShopUnreachable):
        await shop.send(one, ready)
    told = await shop.probe(one, ready)
    assert isinstance(told, Unclear)
    assert told.title == f"+5 of {goods.sku} is done, but over a change of -2 in the shop"
    assert "by -2" in told.next_step


async def test_while_the_shop_ships_each_delta_tells_to_the_piece_what_it_went_over(
    shop: VendureShop, staff: Staff, goods: Goods, vendure_server: Vendure
) -> None:
    orders = [await buy(vendure_server.url, {goods.id: 1}) for _ in range(10)]

    async def ship_all() -> None:
        for order in orders:
            await staff.ship(order.id)

    shipping = asyncio.create_task(ship_all())
    added = lost = 0
    while not shipping.done():
        added += 3
        lost += await lost_under(shop, of(StockBy(goods.sku, 3)))
    await shipping
    assert (await records(staff, goods.id)).places == {"1": 10 + added - len(orders) - lost}


async def lost_under(shop: VendureShop, one: Errand) -> int:
    """Carry an errand out; the pieces of others' changes that it went over."""
    ready = await prepared(shop, one)
    with suppress(ShopUnreachable):
        await shop.send(one, ready)
    while True:
        with suppress(ShopUnreachable):  # moves too fast to be read
            match await shop.probe(one, ready):
                case Concluded():
                    return 0
                case Unclear(title=title):
                    over = re.search(r"over a change of ([+-]\d+) in the shop", title)
                    assert over, title
                    return int(over[1])
                case told:
                    raise AssertionError(told)


async def test_where_a_strangers_change_was_is_not_told_and_makes_it_unclear(
    shop: VendureShop, staff: Staff, goods: Goods
) -> None:
    async with another_place(staff) as attic:
        one = of(StockBy(goods.sku, 5))
        ready = await prepared(shop, one)
        await set_stock(staff, goods.id, 3)
        assert await shop.probe(one, ready) == NotThere()
        await set_stock(staff, goods.id, 30, attic)
        assert isinstance(await shop.probe(one, ready), Unclear)


async def test_sending_again_what_was_sent_changes_nothing_more(shop: VendureShop, staff: Staff, goods: Goods) -> None:
    one = of(StockBy(goods.sku, 5))
    ready = await prepared(shop, one)
    await shop.send(one, ready)
    await shop.send(one, ready)
    assert (await records(staff, goods.id)).adjustments == [10, 5]

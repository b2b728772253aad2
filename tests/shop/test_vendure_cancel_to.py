"""Cancelling to a number of pieces on a real Vendure, which cancels by a number."""

from uuid import uuid4

import pytest

from console.desk.ports import Concluded, NotThere, ShopRefused, ShopUnreachable
from console.domain.outbox import CancelTo
from console.shop.vendure import VendureShop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Placed, Staff, buy
from tests.shop.errands import do, found, money, of, prepared


@pytest.fixture
async def order(vendure_server: Vendure, staff: Staff) -> Placed:
    """Three caps and a mug."""
    ids: dict[str, str] = {}
    for sku in ("CAP", "MUG"):
        ids |= await staff.add_product(uuid4().hex, [NewVariant(sku)])
    return await buy(vendure_server.url, {ids["CAP"]: 3, ids["MUG"]: 1})


async def left(staff: Staff, order: Placed) -> list[int]:
    return [pieces for _, pieces in await staff.lines(order.id)]


async def test_pieces_are_cancelled_down_to_a_number_under_the_errands_key(
    shop: VendureShop, staff: Staff, order: Placed
) -> None:
    one = of(CancelTo(order.id, "CAP", 2))
    assert await shop.send(one, await prepared(shop, one)) == Concluded("order PaymentSettled")
    assert await left(staff, order) == [2, 1]
    reasons = [entry["data"].get("reason") for entry in (await money(staff, order.id))["history"]["items"]]
    assert reasons.count(f"Cuedesk {one.key}") == 1


@pytest.mark.parametrize("task", [CancelTo("", "CAP", 3), CancelTo("", "CAP", 9), CancelTo("", "HAT", 0)])
async def test_what_is_so_already_needs_no_doing(shop: VendureShop, order: Placed, task: CancelTo) -> None:
    assert await shop.prepare(of(CancelTo(order.id, task.sku, task.quantity))) == Concluded("already so")


async def test_the_last_piece_takes_the_order_and_its_parcel_with_it(
    shop: VendureShop, staff: Staff, order: Placed
) -> None:
    await do(shop, CancelTo(order.id, "MUG", 0))
    assert (await money(staff, order.id))["totalWithTax"] == 3 * 1200 + 500
    assert await do(shop, CancelTo(order.id, "CAP", 0)) == Concluded("order Cancelled")
    told = await money(staff, order.id)
    assert (told["state"], told["totalWithTax"]) == ("Cancelled", 0)


async def test_a_lost_answer_is_found_by_its_reason_and_an_absent_one_is_not_there(
    shop: VendureShop, staff: Staff, order: Placed
) -> None:
    one = of(CancelTo(order.id, "CAP", 1))
    ready = await prepared(shop, one)
    assert await shop.probe(one, ready) == NotThere()
    await staff.cancel(order.id, 1)
    assert await shop.probe(one, ready) == NotThere()
    await shop.send(one, ready)
    assert found(await shop.probe(one, ready)).startswith("history entry ")


async def test_whoever_cancelled_it_it_is_cancelled(shop: VendureShop, staff: Staff, order: Placed) -> None:
    one = of(CancelTo(order.id, "CAP", 0))
    ready = await prepared(shop, one)
    await staff.cancel(order.id)
    assert found(await shop.probe(one, ready)) == "already so"


async def test_an_order_that_shrank_meanwhile_is_looked_at_again(
    shop: VendureShop, staff: Staff, order: Placed
) -> None:
    one = of(CancelTo(order.id, "CAP", 1))
    ready = await prepared(shop, one)
    await staff.cancel(order.id, 2)
    with pytest.raises(ShopUnreachable) as raised:
        await shop.send(one, ready)
    assert raised.value.nothing_done
    assert await left(staff, order) == [1, 1]


async def test_an_order_that_the_shop_does_not_know_is_refused(shop: VendureShop) -> None:
    with pytest.raises(ShopRefused, match="does not know this order"):
        await shop.prepare(of(CancelTo("999999", "CAP", 0)))

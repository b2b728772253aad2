"""Giving money back up to a sum on a real Vendure, which gives back by an amount."""

from typing import Any
from uuid import uuid4

import pytest

from console.desk.ports import Concluded, ShopRefused, ShopUnreachable, Unclear
from console.domain.money import Money
from console.domain.outbox import RefundTo
from console.shop.vendure import VendureShop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Placed, Staff, buy
from tests.shop.errands import do, found, money, of, prepared

PAID = 3 * 1200 + 500


def usd(minor: int) -> Money:
    return Money(minor, "USD")


@pytest.fixture
async def cap(staff: Staff) -> str:
    return (await staff.add_product(uuid4().hex, [NewVariant("CAP")]))["CAP"]


@pytest.fixture
async def order(vendure_server: Vendure, cap: str) -> Placed:
    """Three caps, paid."""
    return await buy(vendure_server.url, {cap: 3})


async def refunds(staff: Staff, order: Placed) -> list[Any]:
    return [refund for payment in (await money(staff, order.id))["payments"] for refund in payment["refunds"]]


async def test_money_goes_back_up_to_a_sum_under_the_errands_key(
    shop: VendureShop, staff: Staff, order: Placed
) -> None:
    await staff.refund(order.id, 100)
    one = of(RefundTo(order.id, usd(1500)))
    assert (await shop.send(one, await prepared(shop, one))).answer.startswith("refund ")
    made = (await refunds(staff, order))[-1]
    assert (made["total"], made["reason"]) == (1400, f"Cuedesk {one.key}")
    assert await shop.prepare(of(RefundTo(order.id, usd(1500)))) == Concluded("already so")
    await do(shop, RefundTo(order.id, usd(PAID)))
    assert sum(refund["total"] for refund in await refunds(staff, order)) == PAID


async def test_what_cannot_be_given_back_is_refused_in_words(shop: VendureShop, order: Placed) -> None:
    with pytest.raises(ShopRefused, match=r"the most is 41\.00 USD"):
        await shop.prepare(of(RefundTo(order.id, usd(PAID + 1))))
    with pytest.raises(ShopRefused, match="was paid in USD"):
        await shop.prepare(of(RefundTo(order.id, Money(100, "EUR"))))
    with pytest.raises(ShopRefused, match="does not know this order"):
        await shop.prepare(of(RefundTo("999999", usd(1))))
    await do(shop, RefundTo(order.id, usd(1000)))
    with pytest.raises(ShopRefused, match="More than that"):
        await shop.prepare(of(RefundTo(order.id, usd(900))))


async def test_what_is_only_promised_cannot_be_given_back(shop: VendureShop, vendure_server: Vendure, cap: str) -> None:
    order = await buy(vendure_server.url, {cap: 1}, till="later")
    with pytest.raises(ShopRefused, match=r"the most is 0\.00 USD"):
        await shop.prepare(of(RefundTo(order.id, usd(100))))


async def test_a_lost_answer_is_found_by_its_reason_and_an_absent_one_is_for_a_person(
    shop: VendureShop, staff: Staff, order: Placed
) -> None:
    one = of(RefundTo(order.id, usd(700)))
    ready = await prepared(shop, one)
    told = await shop.probe(one, ready)
    assert isinstance(told, Unclear)
    assert "payment provider" in told.next_step
    await shop.send(one, ready)
    assert found(await shop.probe(one, ready)).startswith("refund ")
    assert len(await refunds(staff, order)) == 1


async def test_money_that_others_gave_back_meanwhile_is_not_given_twice(
    shop: VendureShop, staff: Staff, order: Placed
) -> None:
    one = of(RefundTo(order.id, usd(PAID)))
    ready = await prepared(shop, one)
    await staff.refund(order.id)
    with pytest.raises(ShopUnreachable) as raised:
        await shop.send(one, ready)
    assert raised.value.nothing_done
    assert await shop.probe(one, ready) == Concluded("already so")

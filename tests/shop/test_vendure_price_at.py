"""Prices with tax on a real Vendure, whose channel keeps them without."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.desk.ports import Concluded, NotThere, ShopRefused, Unclear
from console.domain.money import Money
from console.domain.outbox import PriceAt
from console.shop.vendure import VendureShop
from console.shop.vendure_money import amount
from console.shop.vendure_price_at import _gross, net_price
from tests.servers.vendure_api import NewVariant, Staff
from tests.shop.errands import do, found, of, prepared, records, update

CHANNEL = "mutation($i: UpdateChannelInput!) { updateChannel(input: $i) { ... on Channel { id } } }"


def usd(minor: int) -> Money:
    return Money(minor, "USD")


@pytest.fixture
def sku() -> str:
    return f"P-{uuid4().hex[:8]}"


@pytest.fixture
async def variant(staff: Staff, sku: str) -> str:
    """At 12.00 with tax."""
    return (await staff.add_product(uuid4().hex, [NewVariant(sku, 1000)]))[sku]


@pytest.fixture
async def with_tax(staff: Staff) -> AsyncIterator[None]:
    """The channel keeps its prices with tax."""
    await staff.api.call(CHANNEL, i={"id": "1", "pricesIncludeTax": True})
    yield
    await staff.api.call(CHANNEL, i={"id": "1", "pricesIncludeTax": False})


@pytest.mark.parametrize("price", [1999, 1, 998, 123457])
async def test_the_price_with_tax_is_what_was_wanted(
    shop: VendureShop, staff: Staff, sku: str, variant: str, price: int
) -> None:
    assert await do(shop, PriceAt(sku, usd(price))) == Concluded("the price is so")
    assert (await records(staff, variant)).price == price


@pytest.mark.usefixtures("with_tax")
async def test_a_channel_with_tax_in_its_prices_gets_them_as_they_are(
    shop: VendureShop, staff: Staff, sku: str, variant: str
) -> None:
    await do(shop, PriceAt(sku, usd(999)))
    assert (await records(staff, variant)).price == 999


async def test_a_price_that_the_tax_does_not_allow_is_refused(
    shop: VendureShop, staff: Staff, sku: str, variant: str
) -> None:
    with pytest.raises(ShopRefused, match=r"With 20 % tax the shop can only show 9\.98 or 10\.00"):
        await shop.prepare(of(PriceAt(sku, usd(999))))
    assert (await records(staff, variant)).price == 1200


async def test_variants_that_share_a_sku_share_the_price(
    shop: VendureShop, staff: Staff, sku: str, variant: str
) -> None:
    twin = (await staff.add_product(uuid4().hex, [NewVariant(sku, 1666)]))[sku]
    await do(shop, PriceAt(sku, usd(1999)))
    assert [(await records(staff, each)).price for each in (variant, twin)] == [1999, 1999]


@pytest.mark.usefixtures("variant")
async def test_what_needs_no_doing_and_what_cannot_be_done(shop: VendureShop, sku: str) -> None:
    assert await shop.prepare(of(PriceAt(sku, usd(1200)))) == Concluded("already so")
    assert await shop.prepare(of(PriceAt("no such thing", usd(1200)))) == Concluded("not sold there")
    with pytest.raises(ShopRefused, match="prices are in USD"):
        await shop.prepare(of(PriceAt(sku, Money(1200, "EUR"))))


async def test_the_price_that_is_there_tells_what_became_of_a_lost_answer(
    shop: VendureShop, staff: Staff, sku: str, variant: str
) -> None:
    one = of(PriceAt(sku, usd(1999)))
    ready = await prepared(shop, one)
    assert await shop.probe(one, ready) == NotThere()
    await shop.send(one, ready)
    assert found(await shop.probe(one, ready)) == "the price is so"
    await update(staff, variant, price=500)
    assert isinstance(await shop.probe(one, ready), Unclear)


@given(st.integers(0, 10**9), st.sampled_from([0.0, 5.5, 7.0, 7.7, 8.1, 19.0, 20.0, 25.5]))
def test_a_price_without_tax_comes_to_the_wanted_one_wherever_one_does(net: int, rate: float) -> None:
    found = net_price(_gross(net, rate), rate)
    assert found is not None
    assert _gross(found, rate) == _gross(net, rate)


def test_money_is_told_in_the_shops_amounts_or_not_at_all() -> None:
    assert amount(Money(500, "JPY"), 2) == 50000
    assert amount(Money(19990, "KWD"), 2) == 1999
    with pytest.raises(ShopRefused, match=r"19\.999 KWD"):
        amount(Money(19999, "KWD"), 2)

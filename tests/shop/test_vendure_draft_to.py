"""Draft orders of claims on a real Vendure: made once under their name, taken to their lines, and seen again."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from console.desk.ports import Concluded, NotThere, ShopRefused
from console.domain.claims.draft import DraftFate
from console.domain.outbox import DraftTo, Made, Wanted
from console.shop.trial import try_shop
from console.shop.vendure import VendureShop, vendure_shop
from tests.servers.vendure import Vendure, running
from tests.servers.vendure_api import NewVariant, Staff, buy, opened
from tests.shop.conftest import StillClock
from tests.shop.errands import do, of, prepared

NAMED = """
query ($k: String!) { orders(options: { filter: { clientKey: { eq: $k } } }) { totalItems items {
  id code state totalWithTax
  customer { emailAddress firstName lastName }
  shippingAddress { fullName streetLine1 countryCode }
  shippingLines { shippingMethod { id } }
  lines { quantity productVariant { sku } }
} } }
"""


class Drafting:
    """One draft's name, goods of its own, and what the shop has under that name."""

    def __init__(self, shop: VendureShop, staff: Staff) -> None:
        self.shop = shop
        self.staff = staff
        self.key = f"Zq3-{uuid4().hex[:8]}"
        self.cap, self.mug = f"CAP-{self.key}", f"MUG-{self.key}"

    async def furnish(self) -> dict[str, str]:
        ids: dict[str, str] = {}
        for sku in (self.cap, self.mug):
            ids |= await self.staff.add_product(uuid4().hex, [NewVariant(sku)])
        return ids

    def to(self, caps: int = 0, mugs: int = 0, customer: str = "") -> DraftTo:
        lines = (Wanted(self.cap, caps), Wanted(self.mug, mugs))
        return DraftTo(self.key, tuple(each for each in lines if each.pieces), "twitch/mia", customer)

    async def orders(self) -> list[Any]:
        found = (await self.staff.api.call(NAMED, k=self.key))["orders"]["items"]
        return list(found)

    async def only(self) -> Any:  # noqa: ANN401 - the answer's shape is the caller's
        (order,) = await self.orders()
        return order

    async def lines(self) -> dict[str, int]:
        order = await self.only()
        return {line["productVariant"]["sku"][:3]: line["quantity"] for line in order["lines"]}


@pytest.fixture
async def drafting(shop: VendureShop, staff: Staff) -> Drafting:
    drafting = Drafting(shop, staff)
    await drafting.furnish()
    return drafting


async def test_a_draft_is_made_with_a_customer_and_an_address_that_are_plainly_stand_ins(drafting: Drafting) -> None:
    told = await do(drafting.shop, drafting.to(1, 2))
    order = await drafting.only()
    assert told == Concluded(f"draft {order['code']}", Made(order["id"], order["code"]))
    assert order["state"] == "Draft"
    assert order["customer"]["emailAddress"].startswith("buyer-")
    assert order["customer"]["emailAddress"].endswith("@example.invalid")
    assert (order["customer"]["firstName"], order["customer"]["lastName"]) == ("twitch", "mia")
    assert order["shippingAddress"]["streetLine1"] == "to be told by the buyer"
    assert len(order["shippingLines"]) == 1
    assert await drafting.lines() == {"CAP": 1, "MUG": 2}


async def test_lines_are_added_changed_and_taken_off_until_they_are_the_wanted_ones(drafting: Drafting) -> None:
    for caps, mugs in ((1, 0), (3, 1), (0, 1), (2, 2)):
        await do(drafting.shop, drafting.to(caps, mugs))
        wanted = {"CAP": caps, "MUG": mugs}
        assert await drafting.lines() == {name: pieces for name, pieces in wanted.items() if pieces}


async def test_what_is_so_needs_no_doing_and_a_draft_without_lines_is_taken_away(drafting: Drafting) -> None:
    await do(drafting.shop, drafting.to(1))
    assert isinstance(await drafting.shop.prepare(of(drafting.to(1))), Concluded)
    assert await do(drafting.shop, drafting.to()) == Concluded("there is no draft")
    assert await drafting.orders() == []
    assert await do(drafting.shop, drafting.to()) == Concluded("there is no draft")


async def test_the_same_person_is_one_customer_and_a_known_one_is_the_shops_own(
    vendure_server: Vendure, drafting: Drafting
) -> None:
    await do(drafting.shop, drafting.to(1))
    mail = (await drafting.only())["customer"]["emailAddress"]
    other = Drafting(drafting.shop, drafting.staff)
    ids = await other.furnish()
    await do(other.shop, other.to(1))
    assert (await other.only())["customer"]["emailAddress"] == mail
    placed = await buy(vendure_server.url, {ids[other.cap]: 1}, "Ada Lovelace")
    told = await drafting.staff.api.call("query($i: ID!) { order(id: $i) { customer { id } } }", i=placed.id)
    third = Drafting(drafting.shop, drafting.staff)
    await third.furnish()
    await do(third.shop, third.to(1, customer=told["order"]["customer"]["id"]))
    assert (await third.only())["customer"]["firstName"] == "Ada"


async def test_a_lost_answer_is_found_by_the_name_and_an_absent_one_is_not_there(drafting: Drafting) -> None:
    one = of(drafting.to(2))
    ready = await prepared(drafting.shop, one)
    assert await drafting.shop.probe(one, ready) == NotThere()
    told = await drafting.shop.send(one, ready)
    assert await drafting.shop.probe(one, ready) == told


async def test_what_an_earlier_try_left_without_a_name_is_taken_up(drafting: Drafting) -> None:
    made = await drafting.staff.api.call("mutation { createDraftOrder { id } }")
    again = of(drafting.to(1))
    again = type(again)(again.id, again.shop, again.key, again.task, again.body, again=again.id - 1, turn=again.turn)
    await drafting.shop.send(again, await prepared(drafting.shop, again))
    assert (await drafting.only())["id"] == made["createDraftOrder"]["id"]


async def test_what_the_shop_does_not_sell_is_named_and_nothing_is_made(drafting: Drafting) -> None:
    with pytest.raises(ShopRefused, match="does not sell HAT"):
        await drafting.shop.prepare(of(DraftTo(drafting.key, (Wanted("HAT", 1),), "twitch/mia")))
    assert await drafting.orders() == []


async def test_more_than_the_shop_has_is_said(drafting: Drafting) -> None:
    one = of(drafting.to(11))
    with pytest.raises(ShopRefused, match="fewer pieces"):
        await drafting.shop.send(one, await prepared(drafting.shop, one))


PAY = """
mutation ($i: ID!) { addManualPaymentToOrder(input: { orderId: $i, method: "manual", metadata: {} }) {
  ... on Order { id state } ... on ErrorResult { errorCode message } } }
"""
MOVE = """
mutation ($i: ID!, $s: String!) { transitionOrderToState(id: $i, state: $s) {
  ... on Order { id state } ... on ErrorResult { errorCode message } } }
"""


async def pay(staff: Staff, order: str) -> None:
    """The buyer pays a draft."""
    await staff.api.call(MOVE, i=order, s="ArrangingPayment")
    await staff.api.call(PAY, i=order)


async def test_a_paid_draft_is_told_by_the_feed_under_its_name_and_changed_no_more(drafting: Drafting) -> None:
    told = await do(drafting.shop, drafting.to(2, 1))
    assert told.made
    (seen,) = await drafting.shop.drafts([drafting.key])
    assert (seen.fate, seen.ref, seen.lines) == (DraftFate.DRAFT, told.made.ref, drafting.to(2, 1).lines)
    await pay(drafting.staff, told.made.ref)
    (order,) = (await drafting.shop.orders([told.made.ref])).orders
    assert (order.draft, {line.sku: line.placed for line in order.lines}) == (
        drafting.key,
        {drafting.cap: 2, drafting.mug: 1},
    )
    (seen,) = await drafting.shop.drafts([drafting.key])
    assert seen.fate is DraftFate.PLACED
    for after in (drafting.to(1), drafting.to()):
        ended = await do(drafting.shop, after)
        assert ended.made == Made(told.made.ref, told.made.code, placed=True)
    assert await drafting.lines() == {"CAP": 2, "MUG": 1}


async def test_a_cancelled_and_a_deleted_draft_are_seen(drafting: Drafting) -> None:
    told = await do(drafting.shop, drafting.to(1))
    assert told.made
    for state in ("ArrangingPayment", "Cancelled"):
        await drafting.staff.api.call(MOVE, i=told.made.ref, s=state)
    (seen,) = await drafting.shop.drafts([drafting.key])
    assert seen.fate is DraftFate.CANCELLED
    with pytest.raises(ShopRefused, match="was cancelled"):
        await drafting.shop.prepare(of(drafting.to(2)))
    assert await drafting.shop.drafts([f"{drafting.key}-none"]) == []


async def arranging(drafting: Drafting) -> Made:
    """A draft of which the buyer has come to the payment, and no further."""
    told = await do(drafting.shop, drafting.to(1))
    assert told.made
    await drafting.staff.api.call(MOVE, i=told.made.ref, s="ArrangingPayment")
    return told.made


async def test_a_draft_that_waits_for_its_payment_ends_with_its_claims(drafting: Drafting) -> None:
    made = await arranging(drafting)
    assert (await do(drafting.shop, drafting.to())).answer == "there is no draft"
    (seen,) = await drafting.shop.drafts([drafting.key])
    assert seen.fate is DraftFate.CANCELLED
    with pytest.raises(AssertionError, match="MANUAL_PAYMENT_STATE_ERROR"):
        await drafting.staff.api.call(PAY, i=made.ref)


async def test_who_pays_while_the_draft_is_to_end_has_the_order(drafting: Drafting) -> None:
    made = await arranging(drafting)
    one = of(drafting.to())
    wanted = await prepared(drafting.shop, one)
    await drafting.staff.api.call(PAY, i=made.ref)
    ended = await drafting.shop.send(one, wanted)
    assert ended.made == Made(made.ref, made.code, placed=True)
    assert await drafting.lines() == {"CAP": 1}


@pytest.fixture(scope="module")
def nameless(vendure_server: Vendure, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vendure]:  # noqa: ARG001 - after it, which says whether one can run
    """A real shop that keeps no names of ours."""
    with running(tmp_path_factory.mktemp("nameless"), NAMELESS="1") as server:
        yield server


async def test_a_shop_without_the_field_is_read_as_ever_and_says_that_it_takes_no_drafts(
    nameless: Vendure, clock: StillClock
) -> None:
    address = f"vendure+http://superadmin@127.0.0.1:{nameless.port}"
    shop = vendure_shop("boutique", address, "superadmin", clock)
    try:
        async with opened(f"{nameless.url}/admin-api") as api:
            await (staff := Staff(api)).sign_in()
            ids = await staff.add_product("cap", [NewVariant("CAP")])
        placed = await buy(nameless.url, {ids["CAP"]: 1})
        assert [order.ref for order in (await shop.changes("")).orders] == [placed.id]
        with pytest.raises(ShopRefused, match="no field clientKey") as raised:
            await shop.prepare(of(DraftTo("Zq3-1", (Wanted("CAP", 1),), "twitch/mia")))
        assert "try again" in raised.value.next_step
        assert not (await try_shop(shop, "USD", clock.now)).drafts
    finally:
        await shop.aclose()

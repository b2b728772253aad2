"""What an errand's no means, said by the shop or by something in its place."""

import json
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from console.desk.ports import Concluded, ShopDenied, ShopError, ShopRefused, ShopUnreachable, Unclear
from console.domain.money import Money
from console.domain.outbox import CancelTo, Errand, Prepared, PriceAt, RefundTo, StockBy
from console.shop.graphql import Limits
from console.shop.vendure import VendureShop, vendure_shop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Staff
from tests.shop.conftest import StillClock
from tests.shop.errands import of, prepared, records
from tests.shop.lying_server import Answer, LyingServer, lying, raw, said

READY = Prepared('{"query": "mutation { itDoesNotMatter }"}', "")
CANCEL = of(CancelTo("1", "CAP", 0))
REFUND = of(RefundTo("1", Money(100, "USD")))
STOCK = of(StockBy("CAP", 1))
PRICE = of(PriceAt("CAP", Money(100, "USD")))
TASKS = [CANCEL, REFUND, STOCK, PRICE]


@pytest.fixture
async def server() -> AsyncIterator[LyingServer]:
    async with lying() as server:
        yield server


@pytest.fixture
async def shop(server: LyingServer, clock: StillClock) -> AsyncIterator[VendureShop]:
    limits = Limits(total=2.0, read=0.5)
    shop = vendure_shop("outlet", f"vendure+http://127.0.0.1:{server.port}", "the key", clock, limits)
    yield shop
    await shop.aclose()


def ended(change: str, kind: str, code: str = "", state: str = "None") -> Answer:
    return said({change: {"__typename": kind, "errorCode": code, "id": "7", "state": state}})


def fault(code: str) -> Answer:
    return raw(json.dumps({"errors": [{"extensions": {"code": code}, "path": ["x"]}], "data": None}).encode())


async def trouble(shop: VendureShop, one: Errand) -> ShopError:
    with pytest.raises(ShopError) as raised:
        await shop.send(one, READY)
    assert raised.value.title
    assert raised.value.next_step
    return raised.value


@pytest.mark.parametrize(
    ("one", "answer", "kind", "nothing"),
    [
        (CANCEL, ended("cancelOrder", "CancelActiveOrderError", "CANCEL_ACTIVE_ORDER_ERROR"), ShopRefused, False),
        (CANCEL, ended("cancelOrder", "MultipleOrderError", "MULTIPLE_ORDER_ERROR"), ShopRefused, False),
        (CANCEL, ended("cancelOrder", "SomethingNew", "SOMETHING_NEW"), ShopRefused, False),
        (CANCEL, ended("cancelOrder", "SomethingNew"), ShopRefused, False),
        (CANCEL, ended("cancelOrder", "E", "QUANTITY_TOO_GREAT_ERROR"), ShopUnreachable, True),
        (CANCEL, ended("cancelOrder", "E", "ORDER_STATE_TRANSITION_ERROR"), ShopUnreachable, False),
        (CANCEL, fault("ENTITY_NOT_FOUND"), ShopRefused, True),
        (CANCEL, fault("INTERNAL_SERVER_ERROR"), ShopUnreachable, False),
        (REFUND, ended("refundOrder", "E", "REFUND_AMOUNT_ERROR"), ShopUnreachable, True),
        (REFUND, ended("refundOrder", "E", "REFUND_STATE_TRANSITION_ERROR"), ShopUnreachable, False),
        (REFUND, ended("refundOrder", "E", "REFUND_ORDER_STATE_ERROR"), ShopRefused, False),
        (REFUND, ended("refundOrder", "E", "NOTHING_TO_REFUND_ERROR"), ShopRefused, False),
        (REFUND, ended("refundOrder", "Refund", state="Failed"), ShopRefused, False),
        (REFUND, fault("SOMETHING_BROKE"), ShopUnreachable, False),
        (REFUND, fault("GRAPHQL_VALIDATION_FAILED"), ShopRefused, True),
        (STOCK, fault("USER_INPUT_ERROR"), ShopRefused, True),
        (PRICE, fault("USER_INPUT_ERROR"), ShopRefused, True),
        (PRICE, fault("FORBIDDEN"), ShopDenied, True),
    ],
)
async def test_only_a_no_before_all_else_is_a_no(
    shop: VendureShop, server: LyingServer, one: Errand, answer: Answer, kind: type[ShopError], nothing: bool
) -> None:
    server.answer = answer
    error = await trouble(shop, one)
    assert isinstance(error, kind)
    assert error.nothing_done is nothing
    assert len(server.asked) == 1


@pytest.mark.parametrize("one", TASKS, ids=lambda one: type(one.task).__name__)
@pytest.mark.parametrize(
    "answer",
    [
        raw(b"", 302, Location="https://hotel.example/sign-in"),
        raw(b"", 404),
        raw(b"", 410),
        raw(b"<html>"),
        said({}),
        raw(b" " * 9_000_000),
    ],
    ids=["elsewhere", "not found", "gone", "a page", "another shape", "too much"],
)
async def test_what_only_the_line_refuses_is_no_refusal(
    shop: VendureShop, server: LyingServer, one: Errand, answer: Answer
) -> None:
    server.answer = answer
    assert isinstance(await trouble(shop, one), ShopUnreachable)
    with pytest.raises(ShopUnreachable):
        await shop.prepare(one)


async def test_what_was_cancelled_already_is_done(shop: VendureShop, server: LyingServer) -> None:
    server.answer = ended("cancelOrder", "EmptyOrderLineSelectionError", "EMPTY_ORDER_LINE_SELECTION_ERROR")
    assert await shop.send(CANCEL, READY) == Concluded("already so")


async def test_a_refund_that_the_provider_refused_is_for_a_person(shop: VendureShop, server: LyingServer) -> None:
    refund = {"id": "3", "state": "Failed", "total": 100, "reason": f"Cuedesk {REFUND.key}"}
    payment = {"id": "1", "state": "Settled", "amount": 500, "refunds": [refund]}
    server.answer = said({"order": {"currencyCode": "USD", "payments": [payment]}})
    told = await shop.probe(REFUND, READY)
    assert isinstance(told, Unclear)
    assert "did not give" in told.title


async def test_a_user_without_the_right_is_told_so_and_holds_up_nothing_else(
    vendure_server: Vendure, staff: Staff, clock: StillClock
) -> None:
    reader = await add_reader(staff)
    sku = f"R-{uuid4().hex[:8]}"
    variant = (await staff.add_product(uuid4().hex, [NewVariant(sku)]))[sku]
    shop = vendure_shop("outlet", f"vendure+http://{reader}@127.0.0.1:{vendure_server.port}", "secret", clock)
    one = of(StockBy(sku, 1))
    ready = await prepared(shop, one)
    with pytest.raises(ShopRefused, match="does not allow this user") as raised:
        await shop.send(one, ready)
    assert raised.value.nothing_done
    assert (await records(staff, variant)).adjustments == [10]
    await shop.aclose()


async def add_reader(staff: Staff) -> str:
    """A user of the shop who may look at all, and change nothing."""
    role = await staff.api.call(
        "mutation($i: CreateRoleInput!) { createRole(input: $i) { id } }",
        i={"code": uuid4().hex, "description": "looks", "permissions": ["ReadCatalog", "ReadOrder", "ReadSettings"]},
    )
    name = f"{uuid4().hex[:8]}-shop"
    await staff.api.call(
        "mutation($i: CreateAdministratorInput!) { createAdministrator(input: $i) { id } }",
        i={
            "firstName": "R",
            "lastName": "R",
            "emailAddress": f"{name}@shop.test",
            "password": "secret",
            "roleIds": [role["createRole"]["id"]],
        },
    )
    return f"{name}%40shop.test"

"""What the adapter makes of servers that lie, break off, redirect, flood or hang."""

import asyncio
import gzip
import json
import time
import tracemalloc
import zlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from console.desk.ports import ShopDenied, ShopError, ShopRefused, ShopUnreachable
from console.shop.graphql import Limits
from console.shop.vendure import VendureShop, vendure_shop
from tests.shop.conftest import StillClock
from tests.shop.lying_server import LyingServer, lying, raw, said, silence

MEGABYTE = 1_000_000
SHOP = {
    "activeChannel": {"code": "outlet", "defaultCurrencyCode": "EUR"},
    "globalSettings": {"serverConfig": {"moneyStrategyPrecision": 2}},
}


@pytest.fixture
async def server() -> AsyncIterator[LyingServer]:
    async with lying() as server:
        yield server


@pytest.fixture
async def shop(server: LyingServer, clock: StillClock) -> AsyncIterator[VendureShop]:
    limits = Limits(total=2.0, read=0.5, body=8 * MEGABYTE)
    shop = vendure_shop("outlet", f"vendure+http://127.0.0.1:{server.port}", "the key", clock, limits)
    yield shop
    await shop.aclose()


async def trouble(shop: VendureShop) -> ShopError:
    with pytest.raises(ShopError) as raised:
        await shop.connect()
    assert raised.value.title
    assert raised.value.next_step
    return raised.value


async def test_a_truthful_answer_is_believed(shop: VendureShop, server: LyingServer) -> None:
    server.answer = said(SHOP)
    info = await shop.connect()
    assert (info.name, info.currency) == ("outlet", "EUR")


async def test_a_packed_answer_is_unpacked(shop: VendureShop, server: LyingServer) -> None:
    server.answer = raw(gzip.compress(json.dumps({"data": SHOP}).encode()), Content_Encoding="gzip")
    assert (await shop.connect()).currency == "EUR"


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>Sign in to the hotel's network</body></html>",
        b'{"data": {"activeCh',
        b"",
        b"\xff\xfe",
        b'{"x": ' + b"[" * 100_000,
    ],
    ids=["a page", "broken off", "nothing", "no text", "too deep"],
)
async def test_what_is_no_json_is_an_outage(shop: VendureShop, server: LyingServer, body: bytes) -> None:
    server.answer = raw(body, Content_Type="text/html")
    assert isinstance(await trouble(shop), ShopUnreachable)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        SHOP | {"activeChannel": {"code": 7, "defaultCurrencyCode": "EUR"}},
        SHOP | {"activeChannel": {"code": "x", "defaultCurrencyCode": "<b>"}},
        SHOP | {"globalSettings": {"serverConfig": {"moneyStrategyPrecision": 10**30}}},
        SHOP | {"globalSettings": {"serverConfig": {"moneyStrategyPrecision": "2"}}},
        SHOP | {"globalSettings": {"serverConfig": {"moneyStrategyPrecision": 2.5}}},
    ],
)
async def test_data_of_another_shape_are_refused(shop: VendureShop, server: LyingServer, data: object) -> None:
    server.answer = said(data)
    assert isinstance(await trouble(shop), ShopRefused)


@pytest.mark.parametrize(
    "number",
    [
        b"NaN",
        b"Infinity",
        b"1e999",
        b"9" * 5000,
        b"9223372036854775808",
        b"-1",
        b"2147483648",
        b'"3"',
        b"1.5",
        b"true",
        b"null",
    ],
)
async def test_a_number_that_is_no_count_of_pieces_is_refused(
    shop: VendureShop, server: LyingServer, number: bytes
) -> None:
    server.answer = said(SHOP)
    await shop.connect()
    server.answer = raw(order_text().replace(b'"quantity": 1', b'"quantity": ' + number))
    with pytest.raises((ShopRefused, ShopUnreachable)):
        await shop.changes("")


async def test_sums_of_pieces_that_are_absurd_are_refused(shop: VendureShop, server: LyingServer) -> None:
    server.answer = said(SHOP)
    await shop.connect()
    row = {"id": "1", "sku": "A", "stockLevels": [{"stockOnHand": 2**31 - 1, "stockAllocated": 0}] * 2}
    server.answer = said({"productVariants": {"totalItems": 1, "items": [row]}})
    with pytest.raises(ShopRefused):
        await shop.levels(["A"])


async def test_of_a_key_that_is_told_twice_the_last_counts_within_bounds(
    shop: VendureShop, server: LyingServer
) -> None:
    server.answer = said(SHOP)
    await shop.connect()
    server.answer = raw(order_text().replace(b'"quantity": 1', b'"quantity": 7, "quantity": 1'))
    assert (await shop.changes("")).orders[0].lines[0].placed == 1


async def test_unknown_fields_are_ignored_and_strange_words_made_plain(shop: VendureShop, server: LyingServer) -> None:
    server.answer = said(SHOP)
    await shop.connect()
    name = "Ann\u202e\n<b>Lee</b>\x07" + "x" * 5000
    customer = {"id": "5", "firstName": name, "lastName": "", "unheardOf": {"a": [1]}}
    server.answer = said({"orders": {"items": [order(customer=customer)]}})
    (buyer,) = (await shop.changes("")).buyers
    assert buyer.name.startswith("Ann <b>Lee</b> xxx")
    assert len(buyer.name) <= 200


async def test_an_order_with_nothing_in_it_is_an_order(shop: VendureShop, server: LyingServer) -> None:
    server.answer = said(SHOP)
    await shop.connect()
    gone = {"quantity": 1, "orderPlacedQuantity": 1, "productVariant": None, "fulfillmentLines": None}
    server.answer = said(
        {"orders": {"items": [order(lines=[]), order(id="2", lines=[gone], customer=None, payments=None)]}}
    )
    empty, without_sku = (await shop.changes("")).orders
    assert (empty.lines, without_sku.lines, without_sku.buyer) == ((), (), "")


async def test_a_server_that_tells_the_same_page_for_ever_is_stopped(shop: VendureShop, server: LyingServer) -> None:
    server.answer = said(SHOP)
    await shop.connect()
    server.answer = said({"orders": {"items": [order(id=str(number)) for number in range(100)]}})
    page = await shop.changes("")
    assert page.more
    with pytest.raises(ShopRefused):
        await shop.changes(page.cursor)


async def test_a_redirect_is_not_followed(shop: VendureShop, server: LyingServer) -> None:
    async with lying() as elsewhere:
        elsewhere.answer = said(SHOP)
        server.answer = raw(b"", 307, Location=f"http://127.0.0.1:{elsewhere.port}/admin-api")
        assert isinstance(await trouble(shop), ShopRefused)
        assert elsewhere.asked == []


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, ShopDenied),
        (403, ShopDenied),
        (404, ShopRefused),
        (405, ShopRefused),
        (429, ShopUnreachable),
        (500, ShopUnreachable),
        (502, ShopUnreachable),
    ],
)
async def test_each_status_has_its_meaning(
    shop: VendureShop, server: LyingServer, status: int, kind: type[ShopError]
) -> None:
    server.answer = raw(b"<html>no</html>", status)
    assert type(await trouble(shop)) is kind


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("7", 7.0),
        ("999999", 3600.0),
        ("-4", None),
        ("soon", None),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30.0),
        ("9" * 5000, None),
    ],
)
async def test_the_wait_that_a_busy_shop_asks_for_is_kept_within_reason(
    shop: VendureShop, server: LyingServer, told: str, wait: float | None
) -> None:
    server.answer = raw(b"", 429, Retry_After=told, Date="Sun, 22 Nov 2026 12:00:00 GMT")
    assert (await trouble(shop)).retry_after == wait


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("FORBIDDEN", ShopDenied),
        ("INTERNAL_SERVER_ERROR", ShopUnreachable),
        ("USER_INPUT_ERROR", ShopRefused),
        (7, ShopRefused),
    ],
)
async def test_an_error_with_status_200_is_an_error_and_its_message_is_not_repeated(
    shop: VendureShop, server: LyingServer, code: object, kind: type[ShopError]
) -> None:
    fault = {"message": "you sent 'the key'", "extensions": {"code": code}}
    server.answer = raw(json.dumps({"errors": [fault], "data": SHOP}).encode())
    error = await trouble(shop)
    assert isinstance(error, kind)
    assert "the key" not in f"{error} {error.title} {error.next_step}"


async def test_a_flood_is_cut_off_with_little_memory(shop: VendureShop, server: LyingServer) -> None:
    sent = 0

    async def flood(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        answer = web.StreamResponse()
        await answer.prepare(request)
        block = b" " * MEGABYTE
        for _ in range(300):
            await answer.write(block)
            sent += 1
        return answer

    server.answer = flood
    assert await peak_of(shop) < 40 * MEGABYTE
    assert sent < 60


async def test_a_bomb_is_cut_off_with_little_memory(shop: VendureShop, server: LyingServer) -> None:
    packer = zlib.compressobj(wbits=31)
    bomb = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(300)) + packer.flush()
    server.answer = raw(bomb, Content_Encoding="gzip")
    assert await peak_of(shop) < 40 * MEGABYTE


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
async def test_a_body_that_is_not_packed_as_it_says_is_an_outage(
    shop: VendureShop, server: LyingServer, encoding: str
) -> None:
    server.answer = raw(json.dumps({"data": SHOP}).encode(), Content_Encoding=encoding)
    assert isinstance(await trouble(shop), ShopUnreachable)


async def test_a_packed_body_that_breaks_off_is_an_outage(shop: VendureShop, server: LyingServer) -> None:
    server.answer = raw(gzip.compress(json.dumps({"data": SHOP}).encode())[:-9], Content_Encoding="gzip")
    assert isinstance(await trouble(shop), ShopUnreachable)


async def test_a_server_that_says_nothing_is_left_in_time(shop: VendureShop, server: LyingServer) -> None:
    server.answer = silence
    began = time.monotonic()
    assert isinstance(await trouble(shop), ShopUnreachable)
    assert time.monotonic() - began < 1.5


async def test_a_server_that_drips_is_left_in_time(shop: VendureShop, server: LyingServer) -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(b" ")
            await asyncio.sleep(0.1)

    server.answer = drip
    began = time.monotonic()
    assert isinstance(await trouble(shop), ShopUnreachable)
    assert time.monotonic() - began < 3.5


async def test_each_question_is_one_post(shop: VendureShop, server: LyingServer) -> None:
    async def hang_up(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    server.answer = said(SHOP)
    await shop.connect()
    server.answer = hang_up
    assert isinstance(await trouble(shop), ShopUnreachable)
    assert [request.method for request in server.asked] == ["POST", "POST"]


async def peak_of(shop: VendureShop) -> int:
    """The most memory, in bytes, that a refused connection takes."""
    tracemalloc.start()
    try:
        assert isinstance(await trouble(shop), ShopRefused)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def order(**other: object) -> dict[str, Any]:
    line = {"quantity": 1, "orderPlacedQuantity": 1, "productVariant": {"sku": "A"}, "fulfillmentLines": []}
    return {
        "id": "1",
        "code": "ABC",
        "state": "PaymentSettled",
        "updatedAt": "2026-11-22T12:00:00.000Z",
        "orderPlacedAt": "2026-11-22T12:00:00.000Z",
        "currencyCode": "EUR",
        "totalWithTax": 1000,
        "customer": {"id": "5", "firstName": "Ann", "lastName": "Lee"},
        "lines": [line],
        "payments": [],
    } | other


def order_text() -> bytes:
    return json.dumps({"data": {"orders": {"items": [order()]}}}).encode()

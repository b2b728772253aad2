"""Of which troubles it is certain that the request changed nothing, so that a fresh try needs no look."""

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from console.desk.ports import ShopError
from console.shop.graphql import Limits
from console.shop.vendure import VendureShop, vendure_shop
from tests.servers.vendure import free_port
from tests.shop.conftest import StillClock
from tests.shop.lying_server import Answer, LyingServer, lying, raw, said, silence

LIMITS = Limits(total=2.0, read=0.3)


@pytest.fixture
async def server() -> AsyncIterator[LyingServer]:
    async with lying() as server:
        yield server


@pytest.fixture
async def shop(server: LyingServer, clock: StillClock) -> AsyncIterator[VendureShop]:
    shop = vendure_shop("outlet", f"vendure+http://127.0.0.1:{server.port}", "the key", clock, LIMITS)
    yield shop
    await shop.aclose()


async def trouble(shop: VendureShop) -> ShopError:
    with pytest.raises(ShopError) as raised:
        await shop.connect()
    return raised.value


async def reset(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


def fault(code: str, *path: str) -> Answer:
    told = {"errors": [{"extensions": {"code": code}, "path": list(path)}], "data": None}
    return raw(json.dumps(told).encode())


@pytest.mark.parametrize(
    ("answer", "nothing"),
    [
        (raw(b"", 401), True),
        (raw(b"", 403), True),
        (raw(b"", 404), True),
        (raw(b"", 429), True),
        (raw(b"", 307, Location="http://127.0.0.1:1/"), True),
        (fault("FORBIDDEN", "cancelOrder"), True),
        (fault("GRAPHQL_VALIDATION_FAILED"), True),
        (fault("USER_INPUT_ERROR", "updateProductVariants"), True),
        (fault("FORBIDDEN", "cancelOrder", "history"), False),
        (fault("USER_INPUT_ERROR", "cancelOrder", "history"), False),
        (fault("INTERNAL_SERVER_ERROR", "cancelOrder"), False),
        (raw(b"", 500), False),
        (raw(b"", 502), False),
        (raw(b"", 408), False),
        (raw(b"<html>"), False),
        (raw(b'{"data": {"cance'), False),
        (said({}), False),
        (silence, False),
        (reset, False),
    ],
)
async def test_only_what_was_refused_before_all_else_surely_did_nothing(
    shop: VendureShop, server: LyingServer, answer: Answer, nothing: bool
) -> None:
    server.answer = answer
    assert (await trouble(shop)).nothing_done is nothing


async def test_nobody_at_the_address_did_nothing(clock: StillClock) -> None:
    shop = vendure_shop("outlet", f"vendure+http://127.0.0.1:{free_port()}", "the key", clock, LIMITS)
    assert (await trouble(shop)).nothing_done
    await shop.aclose()


@pytest.mark.parametrize("answer", [raw(b"", 500), raw(b"<html>"), silence, reset])
async def test_a_sign_in_that_fails_however_did_nothing(server: LyingServer, clock: StillClock, answer: Answer) -> None:
    server.answer = answer
    shop = vendure_shop("outlet", f"vendure+http://ann@127.0.0.1:{server.port}", "pass", clock, LIMITS)
    assert (await trouble(shop)).nothing_done
    await shop.aclose()


async def test_what_was_denied_after_it_was_done_is_not_sent_again(server: LyingServer, clock: StillClock) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        asked = json.loads(await request.read())
        if "login" in asked["query"]:
            data = {"data": {"login": {"__typename": "CurrentUser"}}}
            return web.json_response(data, headers={"vendure-auth-token": "token"})
        return await fault("FORBIDDEN", "cancelOrder", "history")(request)

    server.answer = answer
    shop = vendure_shop("outlet", f"vendure+http://ann@127.0.0.1:{server.port}", "pass", clock, LIMITS)
    assert not (await trouble(shop)).nothing_done
    assert len(server.asked) == 2
    await shop.aclose()

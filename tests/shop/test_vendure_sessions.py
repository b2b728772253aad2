"""Sessions that run out, over a made-up Vendure: one sign-in for all who wait, one more try, and no third."""

import asyncio
import json

import pytest
from aiohttp import web

from console.desk.ports import ShopDenied
from console.shop.vendure import vendure_shop
from tests.shop.conftest import StillClock
from tests.shop.lying_server import LyingServer, lying

SHOP = {
    "activeChannel": {"code": "outlet", "defaultCurrencyCode": "EUR"},
    "globalSettings": {"serverConfig": {"moneyStrategyPrecision": 2}},
}
FORBIDDEN = {"errors": [{"message": "no", "extensions": {"code": "FORBIDDEN"}}], "data": None}


class Doorman:
    """Gives out tokens, and lets in whoever holds the newest, if it lets in anybody."""

    def __init__(self, *, strict: bool = False) -> None:
        self.sign_ins = 0
        self.strict = strict

    async def answer(self, request: web.Request) -> web.StreamResponse:
        asked = json.loads(await request.read())
        await asyncio.sleep(0)
        if "login" in asked["query"]:
            self.sign_ins += 1
            data = {"data": {"login": {"__typename": "CurrentUser"}}}
            return web.json_response(data, headers={"vendure-auth-token": f"token-{self.sign_ins}"})
        welcome = request.headers.get("Authorization") == f"Bearer token-{self.sign_ins}" and not self.strict
        return web.json_response({"data": SHOP} if welcome else FORBIDDEN)

    def forget(self) -> None:
        """Make all tokens worthless, as the end of a session does."""
        self.sign_ins += 100


def address(server: LyingServer) -> str:
    return f"vendure+http://ann@127.0.0.1:{server.port}"


async def test_many_questions_at_once_sign_in_once_and_once_more_when_the_session_ends(clock: StillClock) -> None:
    doorman = Doorman()
    async with lying() as server:
        server.answer = doorman.answer
        shop = vendure_shop("outlet", address(server), "pass", clock)
        await asyncio.gather(*(shop.connect() for _ in range(8)))
        assert doorman.sign_ins == 1
        doorman.forget()
        await asyncio.gather(*(shop.connect() for _ in range(8)))
        assert doorman.sign_ins == 1 + 100 + 1
        await shop.aclose()


async def test_a_user_without_rights_is_denied_after_one_more_sign_in(clock: StillClock) -> None:
    doorman = Doorman(strict=True)
    async with lying() as server:
        server.answer = doorman.answer
        shop = vendure_shop("outlet", address(server), "pass", clock)
        with pytest.raises(ShopDenied):
            await shop.connect()
        assert doorman.sign_ins == 2
        await shop.aclose()

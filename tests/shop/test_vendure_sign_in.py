"""Signing in to a real Vendure."""

import asyncio
import logging
import traceback

import pytest

from console.desk.ports import ShopDenied, ShopUnreachable
from console.domain.secret import Secret
from console.shop.vendure import VendureShop, vendure_shop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import Staff
from tests.shop.conftest import StillClock


async def test_a_wrong_password_is_denied_and_never_told(
    vendure_server: Vendure, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = "hunter" * 3
    shop = vendure_shop("b", f"vendure+http://superadmin@127.0.0.1:{vendure_server.port}", wrong, clock)
    with pytest.raises(ShopDenied) as raised:
        await shop.connect()
    await shop.aclose()
    told = "".join(traceback.format_exception(raised.value))
    assert wrong not in f"{raised.value!r} {raised.value.next_step} {told} {caplog.text} {vars(shop)}"


async def test_a_key_opens_the_shop_without_a_sign_in(vendure_server: Vendure, staff: Staff, clock: StillClock) -> None:
    shop = vendure_shop("b", f"vendure+http://127.0.0.1:{vendure_server.port}", await staff.api_key(), clock)
    assert (await shop.connect()).currency == "USD"
    await shop.aclose()


async def test_a_wrong_key_is_denied(vendure_server: Vendure, clock: StillClock) -> None:
    shop = vendure_shop("b", f"vendure+http://127.0.0.1:{vendure_server.port}", "wrong:key", clock)
    with pytest.raises(ShopDenied):
        await shop.connect()
    await shop.aclose()


async def test_a_session_that_the_shop_forgot_is_opened_again(shop: VendureShop, vendure_server: Vendure) -> None:
    await shop.connect()
    vendure_server.stop()
    with vendure_server.database() as database:
        database.execute('delete from "session"')
    await asyncio.to_thread(vendure_server.start)
    assert (await shop.connect()).currency == "USD"


async def test_the_end_of_a_server_is_an_outage_and_its_return_ends_it(
    shop: VendureShop, vendure_server: Vendure
) -> None:
    await shop.connect()
    vendure_server.stop()
    with pytest.raises(ShopUnreachable):
        await shop.connect()
    await asyncio.to_thread(vendure_server.start)
    assert (await shop.connect()).currency == "USD"


def test_a_secret_is_in_no_text() -> None:
    assert "hunter2" not in f"{Secret('hunter2')!r} {Secret('hunter2')}"

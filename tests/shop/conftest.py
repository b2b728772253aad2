"""A real shop for the tests of the adapters, and its staff."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from console.shop.vendure import VendureShop, vendure_shop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import Staff, opened


@pytest.fixture
def empty_shop(vendure_server: Vendure) -> Vendure:
    """The same server, with neither products nor orders."""
    vendure_server.reset()
    return vendure_server


@pytest.fixture
async def staff(vendure_server: Vendure) -> AsyncIterator[Staff]:
    """Staff, signed in."""
    async with opened(f"{vendure_server.url}/admin-api") as api:
        signed_in = Staff(api)
        await signed_in.sign_in()
        yield signed_in


class StillClock:
    """A clock that a test moves: one microsecond a look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(microseconds=1)
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> StillClock:
    """A clock of the test's own."""
    return StillClock()


@pytest.fixture
async def shop(vendure_server: Vendure, clock: StillClock) -> AsyncIterator[VendureShop]:
    """The adapter at the real shop, with user and password."""
    address = f"vendure+http://superadmin@127.0.0.1:{vendure_server.port}"
    shop = vendure_shop("boutique", address, "superadmin", clock)
    try:
        yield shop
    finally:
        await shop.aclose()

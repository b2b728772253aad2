"""Pictures as a real Vendure serves them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.connections import Connection, ConnectionKind
from console.domain.picture_addresses import own_hosts
from console.domain.pictures import format_of
from console.pictures.cache import PictureCache
from console.pictures.shelf import Shelf
from tests.servers import vendure
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import Staff, opened


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vendure]:
    """A real Vendure; skipped where it cannot run, unless CUEDESK_REQUIRE_SERVERS is 1."""
    try:
        with vendure.running(tmp_path_factory.mktemp("shop")) as server:
            yield server
    except vendure.Unavailable as trouble:
        if os.environ.get("CUEDESK_REQUIRE_SERVERS") == "1":
            pytest.fail(str(trouble))
        pytest.skip(str(trouble))


async def test_a_preview_comes_from_the_address_that_the_shop_tells(shop: Vendure, tmp_path: Path) -> None:
    async with opened(f"{shop.url}/admin-api") as api:
        await Staff(api).sign_in()
        preview = (await api.upload("shirt.png"))["preview"]
    connection = Connection("vendure", ConnectionKind.SHOP, f"vendure+{shop.url.replace('//', '//superadmin@')}")
    shelf = Shelf(PictureCache(tmp_path), lambda: own_hosts([connection]))
    path = await shelf.picture(preview)
    await shelf.aclose()
    assert preview.startswith("http://127.0.0.1:")
    assert format_of(path.read_bytes()) in {"png", "jpeg", "webp"}

"""Pictures as a real Vendure serves them."""

from pathlib import Path

from console.domain.connections import Connection, ConnectionKind
from console.domain.picture_addresses import own_hosts
from console.domain.pictures import format_of
from console.pictures.cache import PictureCache
from console.pictures.shelf import Shelf
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import Staff, opened


async def test_a_preview_comes_from_the_address_that_the_shop_tells(vendure_server: Vendure, tmp_path: Path) -> None:
    async with opened(f"{vendure_server.url}/admin-api") as api:
        await Staff(api).sign_in()
        preview = (await api.upload("shirt.png"))["preview"]
    address = f"vendure+http://superadmin@127.0.0.1:{vendure_server.port}"
    connection = Connection("vendure", ConnectionKind.SHOP, address)
    shelf = Shelf(PictureCache(tmp_path), lambda: own_hosts([connection]))
    path = await shelf.picture(preview)
    await shelf.aclose()
    assert preview.startswith("http://127.0.0.1:")
    assert format_of(path.read_bytes()) in {"png", "jpeg", "webp"}

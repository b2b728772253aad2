"""Pictures as a console gets them: a live one from the network, a rehearsal from nowhere."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from console.domain.connections import Connection, ConnectionKind
from console.engine import Engine, Setup
from console.errors import CuedeskError
from console.settings import pictures_folder, resources
from console.setup import Live
from console.setup_rehearsal import Rehearsal, Wishes
from tests.pictures.samples import png
from tests.shop.lying_server import lying, raw


@asynccontextmanager
async def running(path: Path, setup: Setup) -> AsyncIterator[Engine]:
    failures: list[str] = []
    engine = Engine(path, setup, lambda name, error: failures.append(f"{name}: {error!r}"))
    stop = asyncio.Event()
    work = asyncio.create_task(engine.run(lambda _: None, stop))
    try:
        yield engine
    finally:
        stop.set()
        await work
    assert failures == []


async def test_a_live_console_fetches_the_pictures_of_its_own_shop(tmp_path: Path) -> None:
    async with lying() as server, asyncio.timeout(60):
        server.answer = raw(png())
        here = f"127.0.0.1:{server.port}"
        shop = Connection("vendure", ConnectionKind.SHOP, f"vendure+http://me@{here}")
        async with running(tmp_path / "show.cuedesk", Live((shop,), "Evening", "EUR")) as engine:
            path = await engine.picture(f"http://{here}/assets/a.png")
            assert path.read_bytes() == png()
            assert path.is_relative_to(pictures_folder())
            with pytest.raises(CuedeskError, match="of this network"):
                await engine.picture("http://192.168.0.1/a.png")


async def test_a_rehearsal_fetches_none(tmp_path: Path) -> None:
    async with lying() as server, asyncio.timeout(60):
        server.answer = raw(png())
        rehearsal = Rehearsal(resources() / "sample", Wishes())
        async with running(tmp_path / "show.cuedesk", rehearsal) as engine:
            with pytest.raises(CuedeskError, match="A rehearsal fetches no pictures"):
                await engine.picture(f"http://127.0.0.1:{server.port}/a.png")
        assert server.asked == []

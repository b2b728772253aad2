"""A real shop and a real room are set up, cut, healed and removed while the console runs."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import keyring
import pytest

from console.desk.desk import Desk
from console.domain.actors import Actor, Role
from console.domain.chat import SourceState, SourceStatus
from console.domain.commands import RemoveConnection, SetConnection
from console.domain.connections import Connection, ConnectionKind, ShopState, ShopStatus
from console.domain.secret import Secret
from console.domain.status import ComputerStatus
from console.domain.trials import ShopFound
from console.engine import Engine
from console.setup import Live
from tests.servers.inspircd import InspIrcd, Person, running_inspircd
from tests.servers.vendure import Vendure
from tests.test_connected import Ring, holding

OPERATOR = Actor("ana", Role.OPERATOR)


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A keyring of the test's own."""
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def irc(tmp_path: Path) -> Iterator[InspIrcd]:
    with running_inspircd(tmp_path) as server:
        yield server


class Evening:
    """An engine at work, and how its surroundings stand."""

    def __init__(self, desk: Desk, live: Live) -> None:
        self.desk = desk
        self.live = live

    def shop(self) -> tuple[ShopState | None, str]:
        found = [each for each in self.desk.copy().statuses if isinstance(each, ShopStatus)]
        return (found[0].state, found[0].trouble) if found else (None, "")

    def chat(self) -> tuple[SourceState | None, str]:
        found = [each for each in self.desk.copy().statuses if isinstance(each, SourceStatus)]
        return (found[0].state, found[0].trouble) if found else (None, "")

    async def until(self, condition: Callable[[], object], within: float = 120) -> None:
        try:
            async with asyncio.timeout(within):
                while not condition():  # noqa: ASYNC110 - statuses of all kinds set no event
                    await asyncio.sleep(0.02)
        except TimeoutError:
            pytest.fail(f"never so: {self.desk.copy().statuses}")


@asynccontextmanager
async def evening(folder: Path) -> AsyncIterator[Evening]:
    live = Live((), "Evening", "USD")
    engine = Engine(folder / "evening.cuedesk", live, lambda name, error: pytest.fail(f"{name}: {error!r}"))
    opened: asyncio.Future[Desk] = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    running = asyncio.create_task(engine.run(opened.set_result, stop))
    try:
        desk = await asyncio.wait_for(opened, 60)
        yield Evening(desk, live)
    finally:
        stop.set()
        await asyncio.wait_for(running, 60)


async def test_a_shop_is_denied_let_in_cut_and_healed_without_a_restart(
    tmp_path: Path, ring: Ring, real_shop: Vendure
) -> None:
    shop = Connection("vendure", ConnectionKind.SHOP, f"vendure+http://superadmin@127.0.0.1:{real_shop.port}")
    async with evening(tmp_path) as run:
        await run.desk.ask(SetConnection(shop), OPERATOR)
        await run.until(lambda: run.shop() == (ShopState.DENIED, "The shop's password is not known."))
        await run.live.keep_secret(shop, Secret("wrong-4711"))
        await run.until(lambda: run.shop() == (ShopState.DENIED, "The shop does not accept the sign-in"))
        verdict = await run.live.try_out(run.desk, shop, Secret("superadmin"))
        assert isinstance(verdict, ShopFound)
        await run.live.keep_secret(shop, Secret("superadmin"))
        await run.until(lambda: run.shop()[0] is ShopState.READY)
        assert "vendure" in run.desk.show.linked
        real_shop.stop()
        await run.until(lambda: run.shop() == (ShopState.TROUBLE, "The shop's server is not running"))
        real_shop.start()
        await run.until(lambda: run.shop()[0] is ShopState.READY)
        await run.desk.ask(RemoveConnection("vendure"), OPERATOR)
        await run.until(lambda: run.shop()[0] is None)
        assert any(isinstance(each, ComputerStatus) for each in run.desk.copy().statuses)
    assert ring.kept == {("Cuedesk", shop.address): "superadmin"}
    assert holding(tmp_path, b"wrong-4711") == []


async def test_a_room_is_joined_lost_and_joined_again_without_a_restart(tmp_path: Path, irc: InspIrcd) -> None:
    room = Connection("irc room", ConnectionKind.CHAT, irc.url("#shop"))
    async with evening(tmp_path) as run:
        await run.desk.ask(SetConnection(room), OPERATOR)
        await run.until(lambda: run.chat()[0] is SourceState.LISTENING)
        mei = await Person.join(irc.plain, "mei", "#shop")
        await mei.say("12 M please")
        await run.until(lambda: [heard.line.text for heard in run.desk.copy().chat] == ["12 M please"])
        await mei.leave()
        irc.kill()
        await run.until(lambda: run.chat()[0] is SourceState.WAITING)
        assert run.chat()[1]
        irc.start()
        await run.until(lambda: run.chat()[0] is SourceState.LISTENING)
        await run.desk.ask(RemoveConnection(room.name), OPERATOR)
        await run.until(lambda: run.chat()[0] is None)

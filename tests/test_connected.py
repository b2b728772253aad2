"""What the show is connected to runs, and follows what a person sets up while the console runs."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from console.chat.sources import chat_source
from console.connected import Connected
from console.desk.desk import Desk
from console.desk.hearing import Hearing
from console.desk.ports import Alive, ChatEvent, ChatSource, ShopRefused
from console.domain.actors import Actor, Role
from console.domain.chat import SourceState, SourceStatus
from console.domain.claims.listening import Listening
from console.domain.commands import NewShow, RemoveConnection, SetConnection
from console.domain.connections import Connection, ConnectionKind, ShopState, ShopStatus
from console.domain.outcomes import Accepted
from console.domain.secret import Secret
from console.engine import Engine
from console.errors import CuedeskError
from console.imports.claim_words import claim_words
from console.parts import ChatPart
from console.settings import resources
from console.setup import Live, known_secret
from console.setup_rehearsal import Rehearsal, Wishes
from tests.desk.house import desk_on

OPERATOR = Actor("ana", Role.OPERATOR)
SHOP = Connection("vendure", ConnectionKind.SHOP, "vendure+http://ann@127.0.0.1:1")
ROOM = Connection("irc room", ConnectionKind.CHAT, "irc+ws://127.0.0.1:1/#room")


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A keyring of the test's own."""
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


class FakeShop:
    """A shop's part that runs until it is cancelled; `ends` makes it crash."""

    def __init__(self, connection: Connection) -> None:
        self.name = f"shop {connection.name}"
        self.address = connection.address
        self.retried = 0
        self.ended = asyncio.Event()
        self.crash = asyncio.Event()

    async def run(self) -> None:
        try:
            await self.crash.wait()
            raise ValueError("a secret word")
        finally:
            self.ended.set()

    def retry(self, connection: str) -> None:
        self.retried += bool(connection)

    async def aclose(self) -> None:
        """Nothing is in hand."""


class FakeRoom:
    """A chat that joins and says nothing."""

    def __init__(self, connection: Connection) -> None:
        self.name = connection.source
        self.left = asyncio.Event()

    async def events(self) -> AsyncIterator[ChatEvent]:
        try:
            yield Alive()
            await asyncio.Event().wait()
        finally:
            self.left.set()


class Wires:
    """A desk and its connections at work, with all that was made for them, in order."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.shops: list[FakeShop] = []
        self.rooms: list[FakeRoom] = []
        self.denied = ""
        self.part = Connected(desk, ChatPart(desk, (), Hearing(Listening(claim_words()))), self._shop, self._room)

    async def _shop(self, connection: Connection) -> FakeShop:
        if self.denied:
            raise ShopRefused(self.denied, "Enter it.")
        self.shops.append(FakeShop(connection))
        return self.shops[-1]

    def _room(self, connection: Connection) -> ChatSource:
        if "broken" in connection.address:
            return chat_source(connection.address, self.desk.clock)
        self.rooms.append(FakeRoom(connection))
        return self.rooms[-1]

    async def set(self, connection: Connection) -> None:
        assert isinstance(await self.desk.ask(SetConnection(connection), OPERATOR), Accepted)

    async def remove(self, name: str) -> None:
        assert isinstance(await self.desk.ask(RemoveConnection(name), OPERATOR), Accepted)

    def shop(self, name: str = SHOP.name) -> ShopStatus | None:
        statuses = self.desk.copy().statuses
        return next((each for each in statuses if isinstance(each, ShopStatus) and each.shop == name), None)

    def chat(self, name: str = ROOM.source) -> SourceStatus | None:
        statuses = self.desk.copy().statuses
        return next((each for each in statuses if isinstance(each, SourceStatus) and each.source == name), None)


async def until(condition: Callable[[], object], within: float = 20) -> None:
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 - conditions of all kinds, which set no event
            await asyncio.sleep(0.005)


def holding(folder: Path, words: bytes) -> list[Path]:
    """The files in which the words stand: the show's, its -wal, logs and preferences."""
    places = (folder, *(Path(os.environ[each]) for each in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")))
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    return [path for path in files if words in path.read_bytes()]


@asynccontextmanager
async def wired(path: Path, *connections: Connection) -> AsyncIterator[Wires]:
    async with desk_on(path / "show.cuedesk") as desk:
        await desk.ask(NewShow("Evening", "USD"), OPERATOR)
        wires = Wires(desk)
        for each in connections:
            await wires.set(each)
        work = asyncio.create_task(wires.part.run())
        try:
            yield wires
        finally:
            await wires.part.aclose()
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)


async def test_what_is_set_up_before_the_start_runs(tmp_path: Path) -> None:
    async with wired(tmp_path, SHOP, ROOM) as wires:
        await until(lambda: wires.shops and wires.rooms)
        await until(wires.chat)


async def test_a_connection_that_is_added_begins_and_one_that_is_removed_ends(tmp_path: Path) -> None:
    async with wired(tmp_path) as wires:
        await wires.set(SHOP)
        await wires.set(ROOM)
        await until(lambda: wires.shops and wires.rooms)
        await until(wires.chat)
        await wires.remove(SHOP.name)
        await wires.remove(ROOM.name)
        async with asyncio.timeout(20):
            await wires.shops[0].ended.wait()
            await wires.rooms[0].left.wait()
        await until(lambda: not wires.shop() and not wires.chat())


async def test_a_connection_that_is_changed_ends_and_begins_anew(tmp_path: Path) -> None:
    other = Connection(SHOP.name, ConnectionKind.SHOP, "vendure+http://bob@127.0.0.1:1")
    async with wired(tmp_path, SHOP, ROOM) as wires:
        await until(lambda: wires.shops and wires.rooms)
        await wires.set(other)
        await until(lambda: len(wires.shops) == 2)
        assert wires.shops[0].ended.is_set()
        assert wires.shops[1].address == other.address
        assert not wires.rooms[0].left.is_set()


async def test_a_shop_without_its_secret_waits_for_a_person_and_comes_back_with_it(tmp_path: Path) -> None:
    async with wired(tmp_path) as wires:
        wires.denied = "The shop's password is not known."
        await wires.set(SHOP)
        await until(lambda: wires.shop() is not None)
        denied = ShopStatus("vendure", ShopState.DENIED, wires.denied, "Enter it.")
        await until(lambda: wires.shop() == denied)
        wires.denied = ""
        wires.part.retry("vendure")
        await until(lambda: wires.shops)


async def test_a_shop_that_is_denied_later_begins_anew_by_a_retry_and_others_are_only_asked(tmp_path: Path) -> None:
    async with wired(tmp_path, SHOP) as wires:
        await until(lambda: wires.shops)
        wires.part.retry("vendure")
        await until(lambda: wires.shops[0].retried == 1)
        wires.desk.report(ShopStatus("vendure", ShopState.DENIED, "No.", ""))
        wires.part.retry("vendure")
        await until(lambda: len(wires.shops) == 2)


async def test_one_shops_crash_is_told_without_its_words_and_can_be_started_again(tmp_path: Path) -> None:
    async with wired(tmp_path, SHOP, ROOM) as wires:
        await until(lambda: wires.shops and wires.rooms)
        wires.shops[0].crash.set()
        await until(lambda: (status := wires.shop()) and status.state is ShopState.TROUBLE)
        assert "secret word" not in str(wires.shop())
        wires.part.retry("vendure")
        await until(lambda: len(wires.shops) == 2)
        assert not wires.rooms[0].left.is_set()


async def test_a_chats_address_that_cannot_be_used_is_told_and_stops_nothing_else(tmp_path: Path) -> None:
    broken = Connection("old", ConnectionKind.CHAT, "irc+ws://broken.example/#room")
    async with wired(tmp_path, broken, ROOM) as wires:
        await until(lambda: wires.rooms)
        await until(lambda: wires.chat(broken.source))
        status = wires.chat(broken.source)
        assert isinstance(status, SourceStatus)
        assert status.state is SourceState.STOPPED
        assert "irc+wss" in status.trouble


async def test_a_secret_is_kept_under_the_address_and_brings_the_shop_back(tmp_path: Path, ring: Ring) -> None:
    live = Live((SHOP,), "Evening", "USD")
    engine = Engine(tmp_path / "show.cuedesk", live, lambda *_: None)
    opened: asyncio.Future[Desk] = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    running = asyncio.create_task(engine.run(opened.set_result, stop))
    desk = await asyncio.wait_for(opened, 20)

    def state() -> tuple[ShopState, str]:
        found = [each for each in desk.copy().statuses if isinstance(each, ShopStatus)]
        return (found[0].state, found[0].trouble) if found else (ShopState.CONNECTING, "")

    await until(lambda: state()[0] is ShopState.DENIED)
    assert "not known" in state()[1]
    await live.keep_secret(SHOP, Secret("dragon-4711"))
    await until(lambda: state()[0] is ShopState.TROUBLE)
    assert holding(tmp_path, b"dragon-4711") == []
    assert "not running" in state()[1]
    assert ring.kept == {("Cuedesk", SHOP.address): "dragon-4711"}
    stop.set()
    await asyncio.wait_for(running, 20)
    assert holding(tmp_path, b"dragon-4711") == []


async def test_without_a_keyring_a_secret_lasts_until_the_console_is_closed(tmp_path: Path) -> None:
    live = Live((SHOP,), "Evening", "USD")
    engine = Engine(tmp_path / "show.cuedesk", live, lambda *_: None)
    opened: asyncio.Future[Desk] = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    running = asyncio.create_task(engine.run(opened.set_result, stop))
    desk = await asyncio.wait_for(opened, 20)

    def trouble() -> str:
        return next((each.trouble for each in desk.copy().statuses if isinstance(each, ShopStatus)), "")

    await until(lambda: "not known" in trouble())
    with pytest.raises(CuedeskError, match="no keyring"):
        await live.keep_secret(SHOP, Secret("dragon-4711"))
    await until(lambda: "not running" in trouble())
    stop.set()
    await asyncio.wait_for(running, 20)
    assert holding(tmp_path, b"dragon-4711") == []


async def test_without_a_keyring_nothing_is_kept_and_the_way_out_is_told(tmp_path: Path) -> None:
    with pytest.raises(CuedeskError) as caught:
        await Live().keep_secret(SHOP, Secret("dragon-4711"))
    assert "CUEDESK_SECRET_VENDURE" in caught.value.next_step
    assert "dragon" not in str(caught.value)
    assert holding(tmp_path, b"dragon") == []


async def test_a_secret_in_the_environment_is_not_kept_beside_it(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEDESK_SECRET_VENDURE", "tiger-1")
    with pytest.raises(CuedeskError, match="environment"):
        await Live().keep_secret(SHOP, Secret("dragon-4711"))
    assert ring.kept == {}


async def test_another_server_is_never_told_the_secret_of_the_one_before(ring: Ring) -> None:
    ring.kept["Cuedesk", SHOP.address] = "dragon-4711"
    other = Connection(SHOP.name, ConnectionKind.SHOP, "vendure+https://ann@evil.example")
    assert known_secret(SHOP).reveal() == "dragon-4711"
    with pytest.raises(ShopRefused, match="not known"):
        known_secret(other)


async def test_a_rehearsal_keeps_no_secret_and_tries_nothing(tmp_path: Path) -> None:
    rehearsal = Rehearsal(resources() / "sample", Wishes())
    async with desk_on(tmp_path / "a.cuedesk") as desk:
        verdict = await rehearsal.try_out(desk, SHOP, Secret("dragon-4711"))
    assert "rehearsal" in str(verdict)
    with pytest.raises(CuedeskError, match="rehearsal"):
        await rehearsal.keep_secret(SHOP, Secret("dragon-4711"))

"""A desk on a real file with a real sync with a real Vendure, often behind a proxy that spoils."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple
from uuid import uuid4

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.store import Store
from console.domain.actors import Actor, Role
from console.domain.commands import (
    AdjustStock,
    Command,
    GoLive,
    NewShow,
    RetryErrand,
    SetConnection,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.outcomes import Accepted
from console.domain.show import Purpose, Show
from console.parts import ShopPart
from console.shop.graphql import Limits
from console.shop.sync import Pace
from console.shop.vendure import vendure_shop
from console.shop.way_out import OutPace
from console.storage.reader import reading
from console.storage.verify import verify
from tests.servers.vendure_api import NewVariant, Staff
from tests.shop.errands import records

SHOP = "boutique"
ADA = Actor("Ada", Role.OPERATOR)
LIMITS = Limits(total=12.0, read=3.0, body=8_000_000)
PACE = Pace(orders=0.2, watch=0.5, compare=0.5, first_pause=0.05, longest_pause=0.5)
OUT_PACE = OutPace(at_once=4, apart=1.5, first_pause=0.05, longest_pause=0.3, last_wait=1.0)


class Stage:
    """A console's desk and its sync with a shop behind the proxy."""

    def __init__(self, path: Path, desk: Desk, part: ShopPart) -> None:
        self.path = path
        self.desk = desk
        self._part = part

    @property
    def show(self) -> Show:
        """The show as it is on the disk."""
        return self.desk.show

    async def ask(self, command: Command) -> None:
        """Ask as the operator; refusals fail the test."""
        outcome = await self.desk.ask(command, ADA)
        assert isinstance(outcome, Accepted), outcome

    async def until(self, condition: Callable[[], object], within: float = 90) -> None:
        """Wait for a condition; a time-out fails the test and says what the shop is said to be like."""
        try:
            async with asyncio.timeout(within):
                while not condition():  # noqa: ASYNC110 - conditions of all kinds, which set no event
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError([self._part.way_out.trouble, self.show.open_errands, self.show.tray]) from None

    async def drained(self, most: int = 0) -> None:
        """Wait until no more than so many errands are on their way."""
        await self.until(lambda: len(self.show.open_errands) <= most)

    async def retry(self) -> None:
        """Have a person try again what is in the tray."""
        for each in self.show.tray:
            await self.ask(RetryErrand(each.errand.id))


class Deltas:
    """Goods of a test's own in the shop, and changes of their stock."""

    def __init__(self, clerk: Staff, count: int, seed: int) -> None:
        self._clerk = clerk
        self._slug = uuid4().hex[:10]
        self._chance = Random(seed)
        self._ids: dict[str, str] = {}
        self.asked: dict[str, list[int]] = {f"{self._slug}-{number}": [] for number in range(count)}

    async def furnish(self) -> None:
        """Put the goods into the shop, a thousand of each."""
        goods = [NewVariant(sku, 1000, 1000, (sku,)) for sku in self.asked]
        self._ids = await self._clerk.add_product(self._slug, goods, option_names=("For",))

    async def ask(self, desk: Desk, each: int) -> None:
        """Change the stock of each so many times, in turn."""
        for _ in range(each):
            for sku, asked in self.asked.items():
                asked.append(self._chance.choice([-3, -2, -1, 1, 2, 3]))
                assert isinstance(await desk.ask(AdjustStock(sku, asked[-1], "counted"), ADA), Accepted)

    async def done(self, staff: Staff) -> dict[str, list[int]]:
        """The changes in the shop's own movements, in their order there."""
        return {sku: (await records(staff, self._ids[sku])).adjustments[1:] for sku in self.asked}


class Errands(NamedTuple):
    """The outbox of a file, as it is on the disk."""

    keys: list[str]
    left: int
    tray: int


def errands_in(path: Path) -> Errands:
    """Read a file's outbox beside its console."""
    with reading(path) as reader:
        rows = reader._connection.execute("SELECT key, state, open FROM outbox ORDER BY id").fetchall()
    waiting = [state for _, state, is_open in rows if is_open]
    return Errands([key for key, _, _ in rows], sum(s != "rejected" for s in waiting), waiting.count("rejected"))


@asynccontextmanager
async def at_desk(path: Path) -> AsyncIterator[Desk]:
    """The desk of a file, made if it is missing, as long as the block."""
    clock = SteadyClock()
    store = Store(path)
    desk = Desk(store, await store.open(clock.now(), Purpose.LIVE), (), clock)
    desk.open()
    deciding = asyncio.create_task(desk.run())
    try:
        yield desk
    finally:
        deciding.cancel()
        await asyncio.gather(deciding, return_exceptions=True)
        await store.close()


@asynccontextmanager
async def on_stage(path: Path, port: int) -> AsyncIterator[Stage]:
    """A new show that is live and linked with the shop at that port, or what is before it, as long as the block."""
    address = f"vendure+http://superadmin@127.0.0.1:{port}"
    connection = Connection(SHOP, ConnectionKind.SHOP, address)
    async with at_desk(path) as desk:
        part = ShopPart(desk, vendure_shop(SHOP, address, "superadmin", desk.clock, LIMITS), PACE, OUT_PACE)
        stage = Stage(path, desk, part)
        for command in (NewShow("Evening", "USD"), SetConnection(connection), GoLive()):
            await stage.ask(command)
        syncing = asyncio.create_task(part.run())
        try:
            await stage.until(lambda: SHOP in stage.show.linked)
            yield stage
        finally:
            await part.aclose()
            syncing.cancel()
            await asyncio.gather(syncing, return_exceptions=True)


def sound(path: Path) -> None:
    """Assert that a file is what its journal says."""
    assert verify(path) == []

"""A desk on a real file with errands to do, and the way out of it to a shop that lies."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from console.desk.desk import Desk
from console.desk.ports import ShopDenied
from console.domain.commands import Command, NewShow, SeeOrders, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.outbox import ErrandState
from console.domain.outcomes import Accepted, Outcome
from console.domain.show import Show
from console.shop.way_out import OutPace, WayOut
from console.storage.reader import reading
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, NOON, SHOP, stocked
from tests.end_to_end.syncing import until
from tests.shop.lying_shop import LyingShop

QUICK = OutPace(apart=0.0, first_pause=0.0, longest_pause=0.0, last_wait=0.1)
OPENING = {"cap": 100, "mug": 100, "shirt": 100}
LINKED = SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example"))
SETTING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    LINKED,
    *(stocked(sku, pieces) for sku, pieces in OPENING.items()),
    SeeOrders(SHOP, (), linked=NOON),
)


class Sending:
    """One desk and one shop; `ask` fails the test where the desk refuses."""

    def __init__(self, path: Path, desk: Desk, shop: LyingShop) -> None:
        self.path = path
        self.desk = desk
        self.shop = shop

    @property
    def show(self) -> Show:
        return self.desk.show

    async def ask(self, *commands: Command) -> list[Outcome]:
        outcomes = [await self.desk.ask(command, ANNA) for command in commands]
        assert not [each for each in outcomes if not isinstance(each, Accepted)], outcomes
        return outcomes

    @asynccontextmanager
    async def going_out(self, pace: OutPace = QUICK) -> AsyncIterator[WayOut]:
        """The way out, as long as the block; ended as abruptly as by a power cut."""
        way_out = WayOut(self.shop, self.desk, lambda: self.desk.show, pace)
        self.desk.watch(way_out.told)
        task = asyncio.create_task(way_out.run())
        try:
            yield way_out
        finally:
            self.desk.unwatch(way_out.told)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def drain(self, pace: OutPace = QUICK) -> None:
        """Have all done that is to be done; refused credentials are given again by a person."""
        async with self.going_out(pace) as way_out:

            def done() -> bool:
                if isinstance(way_out.trouble, ShopDenied):
                    way_out.retry()
                return not self.show.open_errands

            await until(done, within=60)

    def states(self) -> dict[int, ErrandState]:
        """Every errand of the file and how it stands."""
        return {number: ErrandState(state) for number, state, *_ in self.rows()}

    def rows(self) -> list[tuple[int, str, str, str, int, str, int]]:
        """Every errand of the file: number, state, key, body, again, answer, whether it is open or in the tray."""
        with reading(self.path) as reader:
            rows = reader._connection.execute(
                "SELECT id, state, key, body, again, answer, open FROM outbox ORDER BY id"
            )
            return rows.fetchall()


@asynccontextmanager
async def sending(path: Path, shop: LyingShop | None = None) -> AsyncIterator[Sending]:
    """A desk on a file, set up if it is new, that is linked with the shop."""
    async with desk_on(path) as desk:
        out = Sending(path, desk, shop or LyingShop(OPENING))
        if desk.show.id == 0:
            await out.ask(*SETTING)
        yield out

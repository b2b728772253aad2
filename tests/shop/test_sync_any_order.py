"""Whatever happens at the shop and on the way: after one whole reading the desk counts what the shop counts (I14)."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.ports import OrderPage, ShopUnreachable
from console.domain.commands import QueueProducts
from console.rehearsal.outcomes import Placed
from console.shop.sync import Sync
from console.storage.verify import verify
from tests.end_to_end.syncing import BUYER, SKUS, FarShop, Rig, TickingClock, rig_on

LOST = ShopUnreachable("The line is cut.")


class Place(msgspec.Struct, frozen=True):
    pieces: tuple[tuple[str, int], ...]


class Cancel(msgspec.Struct, frozen=True):
    nth: int


class Ship(msgspec.Struct, frozen=True):
    nth: int
    told: bool


class Poll(msgspec.Struct, frozen=True):
    lost: int = -1


class Watch(msgspec.Struct, frozen=True):
    lost: bool = False


class Repeat(msgspec.Struct, frozen=True):
    nth: int


class Restart(msgspec.Struct, frozen=True):
    pass


Step = Place | Cancel | Ship | Poll | Watch | Repeat | Restart

orders = st.dictionaries(st.sampled_from(SKUS), st.integers(1, 4), min_size=1)
places = orders.map(lambda pieces: Place(tuple(pieces.items())))
numbers = st.integers(0, 30)
at_the_shop = st.one_of(places, places, st.builds(Cancel, numbers), st.builds(Ship, numbers, st.booleans()))
readings = st.builds(Poll, st.integers(-1, 2))
on_the_way = st.one_of(readings, st.builds(Watch, st.booleans()), st.builds(Repeat, numbers), st.just(Restart()))
steps = st.lists(st.one_of(at_the_shop, readings, on_the_way), min_size=5, max_size=40)


class Shop(FarShop):
    """Keeps the pages that it told, and cuts the line after so many answers."""

    def __init__(self, clock: TickingClock) -> None:
        super().__init__(clock)
        self.told: list[OrderPage] = []
        self.answers = -1

    async def changes(self, cursor: str) -> OrderPage:
        page = await super().changes(cursor)
        self.told.append(page)
        if self.answers == 0:
            raise LOST
        self.answers -= 1
        return page


class Playing:
    """One run of steps on one file."""

    def __init__(self, rig: Rig, shop: Shop) -> None:
        self.rig = rig
        self.shop = shop
        self.sync: Sync = rig.sync()
        self.refs: list[str] = []

    async def play(self, step: Step) -> None:
        match step:
            case Place(pieces):
                placed = self.shop.place(dict(pieces), BUYER)
                self.refs += [placed.order.ref] if isinstance(placed, Placed) else []
            case Cancel(nth):
                self.on_one(nth, self.shop.cancel)
            case Ship(nth, told):
                self.on_one(nth, self.shop.ship if told else self.shop.ship_silently)
            case Poll(lost):
                self.shop.answers = lost
                await self.unless_lost(self.sync.poll)
                self.shop.answers = -1
            case Watch(lost):
                self.shop.fail(*([LOST] if lost else []))
                await self.unless_lost(self.sync.watch)
                self.shop.troubles.clear()
            case Repeat(nth):
                if self.shop.told:
                    page = self.shop.told[nth % len(self.shop.told)]
                    await self.sync._tell(msgspec.structs.replace(page, cursor=""))
            case Restart():
                self.sync = self.rig.sync()

    def on_one(self, nth: int, act: Callable[[str], object]) -> None:
        if self.refs:
            act(self.refs[nth % len(self.refs)])

    async def unless_lost(self, work: Callable[[], object]) -> None:
        try:
            await work()  # type: ignore[misc]
        except ShopUnreachable:
            return


async def played(path: Path, before: list[Step], after: list[Step]) -> None:
    clock = TickingClock()
    shop = Shop(clock)
    async with rig_on(path, shop, clock) as rig:
        playing = Playing(rig, shop)
        for step in before:
            await playing.play(step)
        await playing.sync._connect()
        await rig.ask(QueueProducts(("cap", "mug")))
        for step in after:
            await playing.play(step)
        await playing.sync.poll()
        await playing.sync.watch()
        assert await rig.numbers() == await rig.theirs()
        for nth in range(len(shop.told)):
            await playing.play(Repeat(nth))
        assert await rig.numbers() == await rig.theirs()
        await playing.sync.compare()
        await playing.sync.compare()
        assert rig.desk.show.open_findings == []
        assert len(rig.desk.show.orders) <= len(playing.refs)
    assert verify(path) == []


@settings(max_examples=100)
@given(st.lists(at_the_shop, max_size=12), steps)
def test_after_one_whole_reading_the_ledger_is_the_shops(before: list[Step], after: list[Step]) -> None:
    with TemporaryDirectory() as folder, patch("console.rehearsal.shop.PAGE", 3):
        asyncio.run(played(Path(folder) / "studio.cuedesk", before, after))

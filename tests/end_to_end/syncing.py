"""A desk on a real file, and a shop in memory whose line can be cut: what the tests of the sync share."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from pathlib import Path

from msgspec.structs import replace

from console.desk.desk import Desk
from console.desk.ports import CataloguePage, OrderPage, ShopError, ShopInfo
from console.desk.store import Store
from console.domain.actors import Actor, Role
from console.domain.commands import Command, NewShow
from console.domain.connections import ShopState, ShopStatus
from console.domain.money import Money
from console.domain.orders import Buyer, StockLevel
from console.domain.outcomes import Accepted, Outcome
from console.domain.products import Product, Variant
from console.domain.show import Purpose
from console.rehearsal.outcomes import Placed
from console.rehearsal.shop import RehearsalShop
from console.shop.sync import Pace, Sync

OPERATOR = Actor("Ada", Role.OPERATOR)
BUYER = Buyer("7", "Bo")
SKUS = ("CAP-S", "CAP-M", "MUG")
ON_HAND = {"CAP-S": 10, "CAP-M": 20, "MUG": 30}
QUICK = Pace(orders=0.01, watch=0.0, compare=None, first_pause=0.01, longest_pause=0.02)


def priced(minor: int) -> tuple[Product, ...]:
    """A cap in two sizes at that price, and a mug."""
    cap = tuple(Variant(sku, Money(minor, "EUR"), options=(sku[-1],)) for sku in SKUS[:2])
    mug = (Variant("MUG", Money(700, "EUR")),)
    return (Product("cap", "Cap", cap, option_names=("Size",)), Product("mug", "Mug", mug))


class TickingClock:
    """A clock that a test moves; one microsecond a look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(microseconds=1)
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class FarShop(RehearsalShop):
    """The shop behind a line: calls fail with what waits in `troubles`.

    `broken` fails the next call of that name. `goods` is what it sells, `shelf` what it claims to count of some SKUs.
    """

    def __init__(self, clock: TickingClock, currency: str = "EUR") -> None:
        super().__init__("boutique", currency, clock, priced(1500), ON_HAND)
        self.calls: list[str] = []
        self.troubles: list[ShopError] = []
        self.broken: dict[str, ShopError] = {}
        self.goods = priced(1500)
        self.shelf: dict[str, int] = {}

    def fail(self, *troubles: ShopError) -> None:
        """Let the next calls end so."""
        self.troubles.extend(troubles)

    def sell(self, **pieces: int) -> str:
        """Take an order for so many pieces (`CAP_S=2`); its reference."""
        placed = self.place({sku.replace("_", "-"): count for sku, count in pieces.items()}, BUYER)
        assert isinstance(placed, Placed), placed
        return placed.order.ref

    def ship_silently(self, ref: str) -> None:
        """Ship an order; as at Vendure, that alone does not bring it into the feed again."""
        count = self._changed[ref]
        self.ship(ref)
        self._changed[ref] = count
        self._changed = dict(sorted(self._changed.items(), key=itemgetter(1)))

    async def connect(self) -> ShopInfo:
        self._answer("connect")
        return await super().connect()

    async def catalogue(self) -> AsyncIterator[CataloguePage]:
        self._answer("catalogue")
        async for page in super().catalogue():
            counted = (replace(each, quantity=self.shelf.get(each.sku, each.quantity)) for each in page.openings)
            yield CataloguePage(self.goods, tuple(counted))

    async def changes(self, cursor: str) -> OrderPage:
        page = await super().changes(cursor)
        self._answer("changes")
        return page

    async def orders(self, refs: Sequence[str]) -> OrderPage:
        self._answer("orders")
        return await super().orders(refs)

    async def levels(self, skus: Sequence[str]) -> list[StockLevel]:
        self._answer("levels")
        return [
            replace(level, on_hand=self.shelf.get(level.sku, level.on_hand)) for level in await super().levels(skus)
        ]

    def _answer(self, call: str) -> None:
        self.calls.append(call)
        if self.troubles or call in self.broken:
            raise self.broken.pop(call, None) or self.troubles.pop(0)


class Rig:
    """One desk on one file, one shop, and the syncs between them; `statuses` is what they reported."""

    def __init__(self, desk: Desk, store: Store, shop: FarShop, clock: TickingClock) -> None:
        self.desk = desk
        self.store = store
        self.shop = shop
        self.clock = clock
        self.statuses: list[ShopStatus] = []

    def sync(self, pace: Pace = QUICK) -> Sync:
        """A sync as after a start: it remembers nothing."""
        return Sync(self.shop, self.desk, lambda: self.desk.show, self.clock, self.statuses.append, pace)

    @asynccontextmanager
    async def running(self, pace: Pace = QUICK) -> AsyncIterator[Sync]:
        """A sync that runs as long as the block."""
        sync = self.sync(pace)
        task = asyncio.create_task(sync.run())
        try:
            yield sync
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def link(self) -> None:
        """Run a sync until it is ready once, then end it."""
        seen = len(self.statuses)
        async with self.running():
            await until(lambda: ShopState.READY in [each.state for each in self.statuses[seen:]])

    async def ask(self, command: Command) -> Outcome:
        """Ask as the operator; refusals fail the test."""
        outcome = await self.desk.ask(command, OPERATOR)
        assert isinstance(outcome, Accepted), outcome
        return outcome

    async def numbers(self) -> dict[str, tuple[int, int]]:
        """On hand and committed, by SKU, as the file has them."""
        told = await self.store.read(lambda reader: reader.stock())
        return {each.sku: (each.on_hand, each.committed) for each in told}

    async def theirs(self) -> dict[str, tuple[int, int]]:
        """On hand and committed, by SKU, as the shop has them."""
        return {level.sku: (level.on_hand, level.committed) for level in await RehearsalShop.levels(self.shop, SKUS)}


@asynccontextmanager
async def rig_on(path: Path, shop: FarShop, clock: TickingClock) -> AsyncIterator[Rig]:
    """A desk that decides as long as the block; a new file begins a show in euros."""
    store = Store(path)
    desk = Desk(store, await store.open(clock.now(), Purpose.LIVE), (), clock)
    desk.open()
    deciding = asyncio.create_task(desk.run())
    rig = Rig(desk, store, shop, clock)
    try:
        if desk.show.id == 0:
            await rig.ask(NewShow("Evening", "EUR"))
        yield rig
    finally:
        deciding.cancel()
        await asyncio.gather(deciding, return_exceptions=True)
        await store.close()


async def until(condition: Callable[[], object], within: float = 10) -> None:
    """Wait for a condition; a time-out fails the test."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 - conditions of all kinds, which set no event
            await asyncio.sleep(0.005)

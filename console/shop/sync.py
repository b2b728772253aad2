"""The inbound half of the sync with a shop: its catalogue, its orders and its numbers, told to the desk.

Orders come by a cursor with overlap, saved with its page, and by a watch list of those that are still open, since no
shop's feed tells all. The desk counts snapshots minus what was applied, so nothing here has to remember what was seen.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from random import SystemRandom
from typing import NoReturn

import msgspec

from console.desk.desk import Asking
from console.desk.ports import Clock, OrderPage, ShopDenied, ShopError, ShopIn, ShopRefused
from console.desk.watching import News
from console.domain.actors import Actor, Role
from console.domain.changes import Entry, ErrandQueued
from console.domain.claims.draft import DraftFate, DraftSeen, DraftState
from console.domain.commands import Command, ImportCatalogue, LinkShop, SeeDrafts, SeeLevels, SeeOrders
from console.domain.connections import DUE, ShopState, ShopStatus
from console.domain.decide.errands import on_its_way
from console.domain.outbox import RefundTo
from console.domain.outcomes import Outcome, Unsaved
from console.domain.show import Show
from console.shop.baseline import Goods, read_baseline, read_goods
from console.shop.chunks import chunks
from console.shop.comparison import Comparison, OddDrafts

CHUNK = 100
ROUNDS = 40
"""Of so many rounds the longest tells by when the next news should come: some of them watch and compare, too."""

LATE = timedelta(seconds=0.5)
OTHER_CURRENCY = "Connect another shop, or begin a show in the shop's currency."


class Pace(msgspec.Struct, frozen=True):
    """How often a shop is asked, in seconds. `compare` None leaves the shop's numbers alone."""

    orders: float = 2.0
    watch: float = 30.0
    compare: float | None = 60.0
    first_pause: float = 1.0
    longest_pause: float = 60.0


class Sync:
    """Asks one shop, for ever. `show` gives the show as it is on the disk; `report` hears how the shop stands.

    `connected` is set once the shop has turned out to be the right one and its orders have been read.
    """

    def __init__(
        self,
        shop: ShopIn,
        desk: Asking,
        show: Callable[[], Show],
        clock: Clock,
        report: Callable[[ShopStatus], None],
        pace: Pace | None = None,
    ) -> None:
        self._shop = shop
        self._desk = desk
        self._show = show
        self._clock = clock
        self._report = report
        self._pace = pace or Pace()
        self._actor = Actor(shop.name, Role.SHOP)
        self._wake = asyncio.Event()
        self.connected = asyncio.Event()
        self._comparison = Comparison()
        self._odd_drafts = OddDrafts()
        self._goods_read = False
        self._asked: set[str] = set()
        self._rounds: deque[timedelta] = deque(maxlen=ROUNDS)
        self._round = clock.now()
        self._ahead: timedelta | None = None
        self._next_pause = self._pace.first_pause
        self._comparisons = 0
        self._watched = self._compared = self._began = clock.now()

    def told(self, news: tuple[News, ...]) -> None:
        """Hear what happens at the desk: an order whose money is to go back is read again, also when it is over."""
        for each in news:
            if isinstance(each, Entry) and isinstance(each.change, ErrandQueued):
                errand = each.change.errand
                if errand.shop == self._shop.name and isinstance(errand.task, RefundTo):
                    self._asked.add(errand.task.ref)

    def retry(self) -> None:
        """Ask again now, without waiting, and compare anew: twice, since only what differs twice counts."""
        self._comparisons = 2
        self._wake.set()

    async def run(self) -> None:
        """Connect and keep up, again after each loss, until cancelled."""
        try:
            while True:
                error = await self._until_trouble()
                self._tell_trouble(error)
                await self._pause(error, self._next_pause)
                self._next_pause = min(self._next_pause * 2, self._pace.longest_pause)
        finally:
            await self._shop.aclose()

    async def _until_trouble(self) -> ShopError:
        """Connect and keep up for as long as that goes well. Returns what went wrong."""
        try:
            await self._connect()
            self.connected.set()
            await self._keep_up()
        except ShopError as error:
            return error
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end the sync unseen
            return ShopError(f"Reading the shop failed ({type(error).__name__}).", "It is tried again by itself.")

    async def _connect(self) -> None:
        """Sign in; on the first link count what is there, later take in what is new."""
        self._report(ShopStatus(self._shop.name, ShopState.CONNECTING))
        info = await self._shop.connect()
        self._ahead = info.clock - self._clock.now() if info.clock else None
        if (currency := self._show().currency) and info.currency != currency:
            raise ShopRefused(f"The shop sells in {info.currency}, this show in {currency}.", OTHER_CURRENCY)
        if self._shop.name in self._show().linked:
            await self.poll()
            await self.watch()
            if not self._goods_read:
                await self._take_in(await read_goods(self._shop))
            return
        first = await read_baseline(self._shop)
        orders = SeeOrders(self._shop.name, first.orders, first.buyers, first.cursor, first.linked)
        await self._take_in(first.goods, orders)

    async def _take_in(self, goods: Goods, orders: SeeOrders | None = None) -> None:
        """Have the desk take in the catalogue, on the first link with the orders of the same moment."""
        taken = ImportCatalogue(self._shop.name, goods.digest, self._shop.name, goods.products, goods.openings)
        await self._ask(LinkShop(taken, orders) if orders else taken)
        self._goods_read = True

    async def _keep_up(self) -> NoReturn:
        """Ask for what changed, look after what is open, compare; returns never, raises ShopError on loss."""
        self._round = self._clock.now()
        while True:
            await self.poll()
            if self._due(self._watched, self._pace.watch):
                await self.watch()
            if self._pace.compare is not None and (self._comparisons or self._due(self._compared, self._pace.compare)):
                await self.compare()
                self._comparisons = max(0, self._comparisons - 1)
            self._next_pause = self._pace.first_pause
            self._rounds.append(self._clock.now() - self._round)
            self._round = self._clock.now()
            self._tell_ready()
            await self._wait(self._pace.orders)

    def _tell_ready(self) -> None:
        compared = None if self._comparisons or self._compared == self._began else self._compared
        longest = max(self._rounds)
        due = max(DUE, longest + (longest - timedelta(seconds=self._pace.orders)) / 2 + LATE)
        self._report(ShopStatus(self._shop.name, ShopState.READY, ahead=self._ahead, compared=compared, due=due))

    async def poll(self) -> None:
        """Tell the desk every order that changed since the saved cursor, page by page."""
        while True:
            cursor = self._show().cursors.get(self._shop.name) or ""
            page = await self._shop.changes(cursor)
            await self._tell(page)
            if not page.more or page.cursor == cursor:
                return

    async def watch(self) -> None:
        """Read again by name the orders that are still open: the feed does not tell all that happens to them."""
        self._watched = self._clock.now()
        still_open = {
            order.snapshot.ref
            for order in self._show().orders.values()
            if order.snapshot.shop == self._shop.name and not order.final
        }
        asked = self._asked_back()
        still_open |= asked | self._asked
        self._asked = asked
        for refs in chunks(sorted(still_open), CHUNK):
            await self._tell(await self._shop.orders(refs))
        await self._watch_drafts()

    def _asked_back(self) -> set[str]:
        """The orders of which money is to be given back now: they are read once more after that."""
        mine = (each.errand for each in self._show().outbox.values() if each.errand.shop == self._shop.name)
        return {errand.task.ref for errand in mine if isinstance(errand.task, RefundTo)}

    async def _watch_drafts(self) -> None:
        """Look after the orders of claims that are drafts: what is gone twice is gone, and so with other lines."""
        waiting = {
            draft.key: draft
            for draft in self._show().claims.drafts.values()
            if draft.shop == self._shop.name and draft.state is DraftState.OPEN and draft.ref
        }
        for keys in chunks(sorted(waiting), CHUNK):
            found = {each.key: each for each in await self._shop.drafts(keys)}
            if placed := [each.ref for each in found.values() if each.fate is DraftFate.PLACED]:
                await self._tell(await self._shop.orders(placed))
            seen = [found.get(key) or DraftSeen(key, DraftFate.GONE) for key in keys]
            if sure := self._odd_drafts.sure(seen, waiting):
                await self._ask(SeeDrafts(self._shop.name, sure))

    async def compare(self) -> None:
        """Compare the shop's numbers of what the show presents with ours; what differs twice becomes a finding.

        What is on its way to the shop is compared when it has arrived.
        """
        self._compared = self._clock.now()
        show = self._show()
        moving = on_its_way(show, self._shop.name)
        self._comparison.forget(moving)
        presented = [sku for product in show.products.values() for sku in product.skus if sku in show.stock]
        skus = [sku for sku in presented if sku not in moving]
        for some in chunks(skus, CHUNK):
            levels = await self._shop.levels(some)
            if sure := self._comparison.sure(levels, self._show().stock):
                await self._ask(SeeLevels(self._shop.name, sure))

    async def _tell(self, page: OrderPage) -> None:
        known = page.cursor == (self._show().cursors.get(self._shop.name) or "")
        if page.orders or not known:
            await self._ask(SeeOrders(self._shop.name, page.orders, page.buyers, page.cursor))

    async def _ask(self, command: Command) -> None:
        outcome: Outcome = await self._desk.ask(command, self._actor)
        if isinstance(outcome, Unsaved):
            raise ShopError("The file could not take in what the shop said.", outcome.reason)

    def _due(self, last: datetime, seconds: float) -> bool:
        return self._clock.now() - last >= timedelta(seconds=seconds)

    def _tell_trouble(self, error: ShopError) -> None:
        state = ShopState.DENIED if isinstance(error, ShopDenied) else ShopState.TROUBLE
        self._report(ShopStatus(self._shop.name, state, error.title, error.next_step, self._ahead))

    async def _pause(self, error: ShopError, seconds: float) -> None:
        """Wait before the next try: by the shop's word, longer each time, or for a person with other keys."""
        if isinstance(error, ShopDenied):
            await self._wake.wait()
            self._wake.clear()
        else:
            await self._wait(error.retry_after or seconds * (0.5 + SystemRandom().random()))

    async def _wait(self, seconds: float) -> None:
        """Wait so long, or until a retry is wanted."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        self._wake.clear()

"""The director of a rehearsal: drives its viewers and its shop, second by second, after what is on air."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

from console.desk.desk import Desk
from console.domain.actors import DESK, Actor, Role
from console.domain.chat import ChatLine
from console.domain.claims.draft import Draft
from console.domain.commands import DueNow, EndShow, GoLive, PinNextLooped, Propose, Take
from console.domain.decide.claims import due
from console.domain.decide.looping import next_pinned
from console.domain.decide.proposals import proposed
from console.domain.products import Product
from console.domain.show import Mode
from console.domain.timing import following, on_air
from console.rehearsal.chat import RehearsalChat
from console.rehearsal.payers import Deed, deeds
from console.rehearsal.scenario import SOURCES, Scenario
from console.rehearsal.script import Cancellation
from console.rehearsal.shop import RehearsalShop
from console.rehearsal.surprises import NO_SURPRISES, Surprises
from console.rehearsal.surprising import Surprising
from console.rehearsal.viewers import Tongue

DIRECTOR = Actor("rehearsal", Role.OPERATOR)
DESPITE = "a rehearsal that runs by itself"
SHIPS_EVERY, SHIPS_AFTER = 120, 900
HEARD_OUT = 60
LOOKS_EVERY = 5
FLOODED = SOURCES[Tongue.ENGLISH]


class Course(msgspec.Struct, frozen=True):
    """How a rehearsal goes: for how many seconds, and whether segments are taken and the show ended by itself."""

    seconds: int
    by_itself: bool
    ends: bool
    surprises: Surprises = NO_SURPRISES


class Stage(NamedTuple):
    """What a second waits for, so that equal seeds play equally at any speed, and who is told that it is over.

    `keep_chat` comes back when the desk has what was said, `count_orders` when it has what was bought, `carry_out` when
    the shop has what it was asked to do, `look_after` when the desk knows what became of drafts. `ask_again` has a shop
    that was silent asked at once. `begin` names the second that happens now.
    """

    keep_chat: Callable[[], Awaitable[None]]
    count_orders: Callable[[], Awaitable[None]]
    carry_out: Callable[[], Awaitable[None]]
    look_after: Callable[[], Awaitable[None]]
    ask_again: Callable[[], None]
    begin: Callable[[datetime], None]
    over: Callable[[], None]


class Director:
    """Plays a scenario against the desk."""

    name = "director"

    def __init__(
        self,
        desk: Desk,
        scenario: Scenario,
        shop: RehearsalShop,
        rooms: Mapping[str, RehearsalChat],
        course: Course,
        stage: Stage,
    ) -> None:
        self._desk = desk
        self._scenario = scenario
        self._seed = scenario.seed
        self._shop = shop
        self._rooms = rooms
        self._course = course
        self._stage = stage
        self._surprises = Surprising(course.surprises)
        self._since: tuple[int | None, int] = (None, 0)
        self._taken = 0
        self._played_out = False

    def retry(self, connection: str) -> None:
        """There is nothing to connect."""

    async def aclose(self) -> None:
        """Nothing is in hand: a rehearsal goes on from its file."""

    async def run(self) -> None:
        """Play from where the show is until its end."""
        start = await self._begin()
        for n in range(start, self._course.seconds):
            await self._until(n)
            self._stage.begin(self._instant(n))
            if self._desk.show.mode is Mode.OFF:
                return
            await self._second(n)
            if self._played_out:
                break
        await self._finish()

    async def _begin(self) -> int:
        """Start the show and its first segment, or go on where it was. Returns the second to begin with."""
        await self._stage.carry_out()
        self._stage.begin(self._desk.now())
        if self._desk.show.mode is Mode.OFF:
            await self._desk.ask(GoLive(), DIRECTOR)
            await self._desk.ask(Take(despite=DESPITE), DIRECTOR)
            self._since = (self._desk.show.pinned, 0)  # however long the disk took: equal seeds play equally
            return 0
        show = self._desk.show
        began = show.began or self._desk.now()
        now = self._desk.now()
        if show.pinned_at:
            self._since = (show.pinned, (show.pinned_at - began) // timedelta(seconds=1))
        if show.live:
            self._taken = (show.live.began - began) // timedelta(seconds=1)
        return (now - began) // timedelta(seconds=1)

    async def _finish(self) -> None:
        """Let the viewers be heard out and the last orders be counted, then end the show if nobody else will."""
        async with asyncio.timeout(HEARD_OUT):
            for room in self._rooms.values():
                await room.heard_out()
        if self._shop.silent:
            await self._hear_shop()
        await self._stage.count_orders()
        if self._course.ends:
            await self._desk.ask(EndShow(), DIRECTOR)
        self._stage.over()

    async def _until(self, n: int) -> None:
        """Wait for second `n` of the show."""
        wait = (self._instant(n) - self._desk.clock.now()).total_seconds()
        if wait > 0:
            await self._desk.clock.sleep(wait)

    async def _second(self, n: int) -> None:
        """Let one second of the show happen: what is due ends first, and what is ordered comes last."""
        if due(self._desk.show, self._desk.now()).changes:
            await self._desk.ask(DueNow(), DESK)
        await self._surprise(n)
        if self._course.by_itself:
            await self._take_if_due(n)
            await self._look(n)
        product, code = self._on_air(n)
        tick = self._scenario.tick(n, product, code, self._since[1], self._desk.now())
        await self._say((*tick.lines, *self._surprises.lines(n, FLOODED, self._desk.show, self._desk.now())))
        if not self._shop.silent:
            await self._stage.carry_out()
        for purchase in tick.purchases:
            self._shop.place({purchase.sku: purchase.quantity}, purchase.buyer)
        for cancellation in tick.cancellations:
            self._cancel(cancellation)
        if n >= SHIPS_AFTER and n % SHIPS_EVERY == 0 and self._shop.open_refs:
            self._shop.ship(self._shop.open_refs[0])
        rushed = self._surprises.buy(n, self._shop, self._desk.show, product)
        paid, given_back = self._settle()
        if self._shop.silent:
            return
        if tick.purchases or tick.cancellations or rushed or paid:
            await self._stage.count_orders()
        if given_back:
            await self._stage.look_after()

    async def _surprise(self, n: int) -> None:
        """Let happen what was not planned."""
        if self._surprises.shop_silent(n, self._desk.show) != self._shop.silent:
            await (self._hear_shop() if self._shop.silent else self._lose_shop())
        await self._surprises.play(n, self._desk)

    async def _lose_shop(self) -> None:
        """Have the shop fall silent, with nothing on its way."""
        await self._stage.carry_out()
        self._shop.silent = True

    async def _hear_shop(self) -> None:
        """Have the shop answer again, and take in what it did meanwhile."""
        self._shop.silent = False
        self._stage.ask_again()
        await self._stage.carry_out()
        await self._stage.count_orders()
        await self._stage.look_after()

    async def _look(self, n: int) -> None:
        """Have the desk look what its loop explains, and now and then whether there is something to propose."""
        if next_pinned(self._desk.show, self._desk.now()):
            await self._desk.ask(PinNextLooped(), DESK)
        if n % LOOKS_EVERY == 0 and proposed(self._desk.show, self._desk.now()):
            await self._desk.ask(Propose(), DESK)

    def _settle(self) -> tuple[bool, bool]:
        """Have buyers pay the orders of their claims, or give them back. Returns whether any did either."""
        done = [deed for draft, deed in deeds(self._desk.show, self._seed, self._desk.now()) if self._did(draft, deed)]
        return Deed.PAYS in done, Deed.GIVES_BACK in done

    def _did(self, draft: Draft, deed: Deed) -> bool:
        """Do it at the shop, if the order is there."""
        if self._shop.drafted.get(draft.key) is None:
            return False
        match deed:
            case Deed.PAYS:
                self._shop.pay(draft.key)
            case Deed.GIVES_BACK:
                self._shop.drafted.take(draft.key)
        return True

    async def _say(self, lines: Sequence[ChatLine]) -> None:
        """Have the lines of a second heard in their order, also across rooms: the first claim wins."""
        for line in lines:
            room = self._rooms[line.source]
            await room.say(line)
            await room.heard_out()
        if lines:
            await self._stage.keep_chat()

    def _instant(self, n: int) -> datetime:
        """Second `n` of the show."""
        return (self._desk.show.began or self._desk.now()) + timedelta(seconds=n)

    async def _take_if_due(self, n: int) -> None:
        """Take the next segment when the live one's time is over; after the last one the show is over, too."""
        show = self._desk.show
        segment = on_air(show)
        if show.live is None or segment is None or show.live.paused:
            return
        allotted = segment.planned + show.live.added + show.live.held(self._desk.now())
        lasts = allotted // timedelta(seconds=1) + self._surprises.overrun(self._taken, n, show)
        if n - self._taken < lasts:
            return
        if following(show) is None:
            self._played_out = self._course.ends
            return
        await self._desk.ask(Take(despite=DESPITE), DIRECTOR)
        self._taken = n

    def _on_air(self, n: int) -> tuple[Product | None, str]:
        """What is explained in this second, and under which code; remembers since when."""
        show = self._desk.show
        if show.pinned != self._since[0]:
            self._since = (show.pinned, n)
        item = show.explained
        return (show.products.get(item.product), item.code) if item else (None, "")

    def _cancel(self, cancellation: Cancellation) -> None:
        """Cancel an order that is so many before the newest open one."""
        if refs := self._shop.open_refs:
            self._shop.cancel(refs[-1 - min(cancellation.back, len(refs) - 1)])

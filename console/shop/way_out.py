"""The outbound half of the sync with a shop: its errands, from the file to the shop, each at most once.

There is one writer a shop. Errands that share a subject go one after the other, others a few at a time.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

import msgspec

from console.desk.desk import Asking
from console.desk.ports import ShopError, ShopOut
from console.desk.watching import Copy, News
from console.domain.actors import Actor, Role
from console.domain.changes import Entry, ErrandQueued, SendingResumed
from console.domain.commands import Command
from console.domain.outbox import Outgoing, subjects
from console.domain.outcomes import Outcome, Unsaved
from console.domain.show import Show
from console.shop.carrier import Carrier
from console.shop.rest import Rest

FAULT = "It is tried again by itself."
MANY = 10
LONG = timedelta(minutes=10)
"""Pauses double from 1 s to 60 s, so ten tries take some five minutes: shops that start anew are back by then. After
twice that it is no outage that ends by itself, and there is still time in the show to deal with it."""


class Failing(msgspec.Struct, frozen=True):
    """An errand that could not be taken a step on: since when by the loop's time, how often, and why last."""

    since: float
    tries: int
    error: ShopError


class OutPace(msgspec.Struct, frozen=True):
    """How errands are done: so many at once, and in seconds: two looks `apart`, pauses, and the wait at the close."""

    at_once: int = 4
    apart: float = 10.0
    first_pause: float = 1.0
    longest_pause: float = 60.0
    last_wait: float = 3.0


class WayOut:
    """Does one shop's errands, for ever. `show` gives the show as it is on the disk."""

    def __init__(self, shop: ShopOut, desk: Asking, show: Callable[[], Show], pace: OutPace | None = None) -> None:
        self._name = shop.name
        self._desk = desk
        self._show = show
        self._pace = pace or OutPace()
        self._actor = Actor(shop.name, Role.SHOP)
        self._carrier = Carrier(shop, self._ask, self._pace.apart)
        self._rest = Rest(self._pace.first_pause, self._pace.longest_pause)
        self._running: dict[int, asyncio.Task[None]] = {}
        self._failing: dict[int, Failing] = {}
        self._wake = asyncio.Event()
        self._closing = False

    @property
    def trouble(self) -> ShopError | None:
        """Why nothing goes out at the moment."""
        return self._rest.trouble

    def stuck(self) -> tuple[timedelta, ShopError] | None:
        """For how long something has failed again and again, and why; None unless that is often and long."""
        now = asyncio.get_running_loop().time()
        waiting = {each.errand.turn for each in self._show().open_errands if each.errand.shop == self._name}
        self._failing = {turn: each for turn, each in self._failing.items() if turn in waiting}
        often = (each for each in self._failing.values() if each.tries >= MANY)
        oldest = min(often, key=lambda each: each.since, default=None)
        if oldest is None or now - oldest.since < LONG.total_seconds():
            return None
        return timedelta(seconds=now - oldest.since), oldest.error

    def _failed(self, outgoing: Outgoing, error: ShopError) -> None:
        """Remember that an errand, or what it tries again, has failed once more; then the shop gets a rest."""
        now, turn = asyncio.get_running_loop().time(), outgoing.errand.turn
        known = self._failing.get(turn) or Failing(now, 0, error)
        self._failing[turn] = Failing(known.since, known.tries + 1, error)
        self._rest.begin(error)

    def told(self, news: tuple[News, ...]) -> None:
        """Hear what happens at the desk: something may be to be done, if a hand is free for it."""
        if len(self._running) < self._pace.at_once and any(isinstance(each, Copy) or begins(each) for each in news):
            self._wake.set()

    def retry(self) -> None:
        """Try again now, without waiting."""
        self._rest.cut_short()
        self._wake.set()

    async def run(self) -> None:
        """Do what is to be done until closed or cancelled."""
        async with asyncio.TaskGroup() as tasks:
            while not self._closing:
                self._wake.clear()
                await self._wait(self._begin(tasks))

    async def aclose(self) -> None:
        """Take up nothing more, and give what is under way a moment to be answered: else it is looked up later."""
        self._closing = True
        self._wake.set()
        if self._running:
            await asyncio.wait(self._running.values(), timeout=self._pace.last_wait)

    def _begin(self, tasks: asyncio.TaskGroup) -> float | None:
        """Take up what can be taken up now. Returns in how many seconds there may be more; None: when told."""
        left = self._rest.left
        if left or self._show().held:
            return left or None
        now = asyncio.get_running_loop().time()
        waits: list[float] = []
        for each in first_of_each(self._show().open_errands, self._name):
            if len(self._running) >= self._pace.at_once:
                break
            number = each.errand.id
            wait = self._carrier.later.get(number, now) - now
            if wait > 0:
                waits.append(wait)
            elif number not in self._running:
                self._running[number] = tasks.create_task(self._carry(each), name=f"errand {number}")
        return min(waits, default=None)

    async def _carry(self, outgoing: Outgoing) -> None:
        """Take one errand a step on; a trouble gives the shop a rest."""
        try:
            await self._carrier.carry(outgoing)
            self._rest.over()
            self._failing.pop(outgoing.errand.turn, None)
        except ShopError as error:
            self._failed(outgoing, error)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end the way out unseen
            self._failed(outgoing, ShopError(f"Sending failed ({type(error).__name__}).", FAULT))
        finally:
            del self._running[outgoing.errand.id]
            self._wake.set()

    async def _ask(self, command: Command) -> Outcome:
        outcome = await self._desk.ask(command, self._actor)
        if isinstance(outcome, Unsaved):
            raise ShopError("The file could not take in what was done at the shop.", outcome.reason)
        return outcome

    async def _wait(self, seconds: float | None) -> None:
        """Wait so long, or until there may be something to be done."""
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return


def begins(news: News) -> bool:
    """Whether something may have come to be done."""
    return isinstance(news, Entry) and isinstance(news.change, ErrandQueued | SendingResumed)


def first_of_each(errands: Iterable[Outgoing], shop: str) -> Iterator[Outgoing]:
    """The errands of a shop that nothing of the same subject comes before."""
    taken: set[str] = set()
    for each in errands:
        if each.errand.shop == shop:
            touched = subjects(each.errand.task)
            if taken.isdisjoint(touched):
                yield each
            taken |= touched

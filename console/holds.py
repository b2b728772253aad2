"""Ends holds when their time is over, with the window closed as well."""

import asyncio
import heapq
from collections.abc import Iterable
from datetime import datetime

from console.desk.desk import Desk
from console.desk.watching import Copy, News
from console.domain.actors import DESK
from console.domain.changes import Claimed, ClaimMoved, Entry
from console.domain.claims.claim import Part, PartState
from console.domain.commands import DueNow
from console.domain.outcomes import Unsaved
from console.domain.show import Show

AGAIN = 1.0  # seconds


class Holds:
    """Has the desk release what is due, as soon as it is due by the desk's clock."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ends: list[datetime] = []
        self._sooner = asyncio.Event()

    async def run(self) -> None:
        """Watch until cancelled."""
        self._told((self._desk.watch(self._told),))
        try:
            async with asyncio.TaskGroup() as tasks:
                while True:
                    self._sooner.clear()
                    await self._release()
                    bell = tasks.create_task(self._ring(), name="the next hold to end")
                    await self._sooner.wait()
                    bell.cancel()
        finally:
            self._desk.unwatch(self._told)

    async def _release(self) -> None:
        """Release what is due now, and forget those ends."""
        now = self._desk.now()
        if not self._ends or self._ends[0] > now:
            return
        if isinstance(await self._desk.ask(DueNow(), DESK), Unsaved):
            await self._desk.clock.sleep(AGAIN)
            return
        while self._ends and self._ends[0] <= now:
            heapq.heappop(self._ends)

    async def _ring(self) -> None:
        """Wait for the next end there is."""
        if self._ends:
            await self._desk.clock.sleep(max(0.0, (self._ends[0] - self._desk.now()).total_seconds()))
            self._sooner.set()

    def _told(self, news: tuple[News, ...]) -> None:
        """Note the ends of holds; one that comes before all others wakes the timer."""
        before = self._ends[0] if self._ends else None
        for each in news:
            for end in ends(each):
                heapq.heappush(self._ends, end)
        if self._ends and self._ends[0] != before:
            self._sooner.set()


def ends(news: News) -> Iterable[datetime]:
    """The ends of the holds that something tells of."""
    match news:
        case Copy(show=show):
            return of_show(show)
        case Entry(change=Claimed(claim=claim)):
            return of_parts(claim.parts)
        case Entry(change=ClaimMoved(parts=parts)):
            return of_parts(parts)
        case _:
            return ()


def of_show(show: Show) -> list[datetime]:
    """The ends of all holds."""
    return [end for claim in show.claims.by_id.values() for end in of_parts(claim.parts)]


def of_parts(parts: Iterable[Part]) -> list[datetime]:
    """The ends of the holds among these parts."""
    return [part.until for part in parts if part.state is PartState.HELD and part.until]

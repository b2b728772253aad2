"""Batches of chat on their way to whoever keeps them: in order, bounded, never lost."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from console.chat.where import where
from console.desk.ports import Clock
from console.domain.chat import ChatGap, ChatLine, Erasure

MOST_WAITING = 5_000
MOST_BATCH = 500
_LOG = logging.getLogger(__name__)

Heard = ChatLine | Erasure | ChatGap
Hear = Callable[[tuple[Heard, ...]], Awaitable[None]]


class Outbox:
    """Hands on what was heard. What comes first goes at once; what comes within `pace` seconds goes together.

    `put` waits while the outbox is full, and so does whoever reads a socket. A batch that fails is tried again, as it
    was, until it is taken.
    """

    def __init__(self, hear: Hear, clock: Clock, pace: float = 0.02) -> None:
        self._hear = hear
        self._clock = clock
        self._pace = pace
        self._waiting: asyncio.Queue[Heard] = asyncio.Queue(MOST_WAITING)

    async def put(self, heard: Heard) -> None:
        """Put one event at the end."""
        await self._waiting.put(heard)

    async def flush(self) -> None:
        """Wait until all that was put has been taken."""
        await self._waiting.join()

    async def run(self) -> None:
        """Hand on, for ever."""
        while True:
            batch = [await self._waiting.get()]
            while len(batch) < MOST_BATCH and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            await self._deliver(tuple(batch))
            for _ in batch:
                self._waiting.task_done()
            if self._waiting.qsize() < MOST_BATCH:
                await self._clock.sleep(self._pace)

    async def _deliver(self, batch: tuple[Heard, ...]) -> None:
        wait = 0.1
        while True:
            try:
                await self._hear(batch)
            except Exception as error:  # noqa: BLE001 - whatever keeps them from being kept, they are not lost
                _LOG.warning("%d chat events not kept, again in %.1f s: %s", len(batch), wait, where(error))
                await self._clock.sleep(wait)
                wait = min(2.0, wait * 2)
            else:
                return

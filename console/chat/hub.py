"""The hub: every configured chat source, heard at once, kept in one order."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from random import SystemRandom

from console.chat.backoff import Backoff
from console.chat.listener import Limits, Listener, Report
from console.chat.outbox import Hear, Outbox
from console.desk.ports import ChatSource, Clock

_LOG = logging.getLogger(__name__)


class Hub:
    """Runs the sources. `hear` takes batches, in order, one at a time; `report` takes each change of a source.

    Build it once for one run. Memory is bounded: while `hear` does not come to an end, the sockets are not read.
    """

    def __init__(
        self,
        sources: Sequence[ChatSource],
        hear: Hear,
        report: Report,
        clock: Clock,
        *,
        backoff: Backoff | None = None,
        limits: Limits | None = None,
        chance: Callable[[], float] | None = None,
    ) -> None:
        self._outbox = Outbox(hear, clock)
        self._report = report
        self._clock = clock
        self._backoff = backoff or Backoff()
        self._limits = limits or Limits()
        self._chance = chance or SystemRandom().random
        self._listeners = {source.name: self._listener(source) for source in sources}
        self._listening: dict[str, asyncio.Task[None]] = {}
        self._tasks: asyncio.TaskGroup | None = None
        self._closing = asyncio.Event()
        self._closed = asyncio.Event()
        self._closed.set()

    def retry_now(self, source: str) -> None:
        """End that source's wait, also after it has stopped; a name that is not known does nothing."""
        if source in self._listeners:
            self._listeners[source].retry_now()

    async def listen(self, source: ChatSource) -> None:
        """Take up one more source, in place of one of the same name; the others are not disturbed."""
        await self.leave(source.name)
        self._listeners[source.name] = self._listener(source)
        self._start(source.name)

    async def leave(self, source: str) -> None:
        """Leave that source's room. What was heard there is still handed on; nothing more is reported."""
        self._listeners.pop(source, None)
        task = self._listening.pop(source, None)
        if task is not None:
            await _cancelled([task])

    async def run(self) -> None:
        """Listen until `aclose`, or until cancelled."""
        self._closed.clear()
        try:
            async with asyncio.TaskGroup() as tasks:
                self._tasks = tasks
                delivery = tasks.create_task(self._outbox.run(), name="chat: delivery")
                for name in self._listeners:
                    self._start(name)
                await self._closing.wait()
                self._tasks = None
                await _cancelled(tuple(self._listening.values()))
                await self._last_words()
                delivery.cancel()
        finally:
            self._tasks = None
            self._closed.set()

    async def flush(self) -> None:
        """Wait until all that was heard has been handed on."""
        await self._outbox.flush()

    async def aclose(self) -> None:
        """Leave the rooms, hand on what was heard as far as the time allows, and end `run`."""
        self._closing.set()
        await self._closed.wait()

    def _listener(self, source: ChatSource) -> Listener:
        put, report = self._outbox.put, self._report
        return Listener(source, put, report, self._clock, self._chance, self._backoff, self._limits)

    def _start(self, name: str) -> None:
        if self._tasks is not None:
            self._listening[name] = self._tasks.create_task(self._listeners[name].run(), name=f"chat: {name}")

    async def _last_words(self) -> None:
        try:
            async with asyncio.timeout(self._limits.closing):
                await self._outbox.flush()
        except TimeoutError:
            _LOG.warning("the chat closed before all of it was kept")


async def _cancelled(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

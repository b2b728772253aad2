"""The computer does not sleep while a show runs."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from wakepy import Mode as KeptAwake
from wakepy import keep

from console.desk.desk import Desk
from console.desk.watching import News
from console.domain.changes import Entry, ShowEnded, WentLive
from console.domain.show import Mode
from console.domain.status import AwakeStatus


class Awake:
    """Keeps computer and screen awake while the show runs; where the system will not, the show goes on all the same."""

    name = "awake"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._changed = asyncio.Event()
        self._mode: KeptAwake | None = None

    async def run(self) -> None:
        """Follow the show until cancelled."""
        self._desk.watch(self._told)
        try:
            self._desk.report(AwakeStatus(await asyncio.to_thread(can_keep)))
            with ThreadPoolExecutor(1, "awake") as thread:
                await self._follow(thread)
        finally:
            self._desk.unwatch(self._told)

    async def _follow(self, thread: ThreadPoolExecutor) -> None:
        """Keep awake while the show runs. What began it must end it: one thread, one context."""
        context = copy_context()

        async def there(work: Callable[[], None]) -> None:
            await asyncio.get_running_loop().run_in_executor(thread, context.run, work)

        while True:
            await self._until(running=True)
            try:
                await there(self._begin)
                await self._until(running=False)
            finally:
                await there(self._end)

    def _begin(self) -> None:
        self._mode = keep.presenting(on_fail="pass")
        self._mode.__enter__()

    def _end(self) -> None:
        if self._mode is not None:
            self._mode.__exit__(None, None, None)
            self._mode = None

    async def _until(self, *, running: bool) -> None:
        while (self._desk.show.mode is not Mode.OFF) != running:
            self._changed.clear()
            await self._changed.wait()

    def _told(self, news: tuple[News, ...]) -> None:
        if any(isinstance(each, Entry) and isinstance(each.change, WentLive | ShowEnded) for each in news):
            self._changed.set()

    def retry(self, connection: str) -> None:
        """There is nothing to connect."""

    async def aclose(self) -> None:
        """Nothing is in hand."""


def can_keep() -> bool:
    """Whether the system lets us keep it awake, tried for a moment."""
    tried: KeptAwake = keep.presenting(on_fail="pass")
    tried.__enter__()
    kept = bool(tried.active)
    tried.__exit__(None, None, None)
    return kept

"""The pictures of a show: from this computer, else from their addresses, each asked for once at a time."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from weakref import WeakValueDictionary

from console.domain.addresses import Wrong
from console.domain.picture_addresses import asked_as
from console.pictures.cache import PictureCache
from console.pictures.fetch import Fetcher, Limits, PictureError

AT_ONCE = 4
AGAIN_AFTER, AGAIN_AFTER_LASTING = 60.0, 3_600.0
MOST_TROUBLES = 2_000


class Shelf:
    """Gives the file of a picture. A part of the engine: it is closed with it."""

    name = "pictures"

    def __init__(self, cache: PictureCache, own: Callable[[], frozenset[str]], limits: Limits | None = None) -> None:
        self._cache = cache
        self._own = own
        self._fetcher = Fetcher(limits or Limits(), own)
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._asked: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._troubles: OrderedDict[str, tuple[float, PictureError]] = OrderedDict()
        self._closed = asyncio.Event()

    async def picture(self, address: str) -> Path:
        """The file of the picture, which is decoded by whoever shows it. Raises PictureError."""
        async with self._asked.setdefault(address, asyncio.Lock()):
            if await asyncio.to_thread(self._cache.has, address):
                return self._cache.place(address)
            self._refuse_again(address)
            async with self._turns:
                return await self._fetched_or_old(address)

    def _refuse_again(self, address: str) -> None:
        """Raise the trouble of before, if that is not long ago."""
        until, trouble = self._troubles.get(address, (0.0, None))
        if trouble is not None and time.monotonic() < until:
            raise trouble

    async def _fetched_or_old(self, address: str) -> Path:
        """The picture as it is there now; where that fails, the one of before, if there is one."""
        try:
            return await self._fetched(address)
        except PictureError as error:
            old = self._cache.place(address)
            if await asyncio.to_thread(old.is_file):
                return old
            self._remember(address, error)
            raise

    async def _fetched(self, address: str) -> Path:
        if self._closed.is_set():
            raise PictureError("The console is closing", "Open the file again.", lasting=False)
        asked = asked_as(address, self._own())
        if isinstance(asked, Wrong):
            raise PictureError(asked.title, asked.next_step, lasting=True)
        content = await self._fetcher.fetch(asked)
        try:
            return await asyncio.to_thread(self._cache.keep, address, content)
        except OSError as error:
            step = "Free some space on the disk of the user's folder."
            raise PictureError(f"The picture cannot be kept: {error.strerror}", step, lasting=False) from error

    def _remember(self, address: str, error: PictureError) -> None:
        pause = AGAIN_AFTER_LASTING if error.lasting else AGAIN_AFTER
        self._troubles[address] = (time.monotonic() + pause, error)
        while len(self._troubles) > MOST_TROUBLES:
            self._troubles.popitem(last=False)

    async def run(self) -> None:
        """Wait for the close: pictures are fetched when they are asked for."""
        await self._closed.wait()

    def retry(self, connection: str) -> None:  # noqa: ARG002 - whatever connection it is, the network may be back
        """Ask again for what failed for now."""
        self._troubles = OrderedDict((each, told) for each, told in self._troubles.items() if told[1].lasting)

    async def aclose(self) -> None:
        """Stop fetching."""
        self._closed.set()
        await self._fetcher.aclose()

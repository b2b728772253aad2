"""The file, from the engine's loop: writing on the writer's thread, reading on the reader's."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar

from console.domain.changes import Entry, HeardLine
from console.domain.needs import Needs
from console.domain.outcomes import Outcome
from console.domain.show import Facts, Purpose, Show
from console.storage.reader import Reader
from console.storage.sqlite import Connection
from console.storage.studio import Saving, Studio

LAST_SAVES = 500

T = TypeVar("T")


class Store:
    """The one way from asyncio to the file. `name` is for people, `saving` how long the last saves took, in seconds."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.saving: deque[float] = deque(maxlen=LAST_SAVES)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._studio: Studio | None = None
        self._reader: Reader | None = None

    async def open(self, now: datetime, create: Purpose | None = None) -> Show:
        """Open the file for writing and load the show. Raises CuedeskError."""
        self._studio = await self._on(self._writer, Studio.open, self.path, now, create)
        self._reader = await self._on(self._readers, Reader.open, self.path)
        return await self.load()

    async def reopen(self, now: datetime) -> None:
        """Open the file again after a save of unknown end."""
        await self._on(self._writer, self._open_studio().reopen, now)

    async def load(self) -> Show:
        """The show as the file has it."""
        return await self._on(self._writer, self._open_studio().load)

    async def facts(self, needs: Needs) -> Facts:
        """What the file knows of these things."""
        return await self._on(self._writer, self._open_studio().facts, needs)

    async def outcomes(self, commands: Iterable[str]) -> dict[str, Outcome]:
        """The outcomes of those commands that are in the file."""
        return await self._on(self._writer, self._open_studio().outcomes, list(commands))

    async def save(self, batch: Sequence[Saving]) -> list[Entry]:
        """Save decided commands in one transaction; see Studio.save."""
        began = monotonic()
        saved = await self._on(self._writer, self._open_studio().save, batch)
        self.saving.append(monotonic() - began)
        return saved

    async def keep(self, work: Callable[[Connection], T]) -> T:
        """Do something in tables that the journal has no part in, in one transaction."""
        return await self._on(self._writer, self._open_studio().keep, work)

    async def recent_chat(self, limit: int) -> list[HeardLine]:
        """The last lines of the chat, oldest first."""
        return await self.read(lambda reader: reader.recent_chat(limit))

    async def read(self, question: Callable[[Reader], T]) -> T:
        """Ask the reader something, on its own thread."""
        if self._reader is None:
            raise RuntimeError("the file is not open")
        return await self._on(self._readers, question, self._reader)

    def _open_studio(self) -> Studio:
        if self._studio is None:
            raise RuntimeError("the file is not open")
        return self._studio

    async def _on(self, thread: ThreadPoolExecutor, work: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(thread, work, *arguments)

    async def close(self) -> None:
        """Close the file well and end the threads."""
        if self._reader is not None:
            await self._on(self._readers, self._reader.close)
        if self._studio is not None:
            await self._on(self._writer, self._studio.close)
        self._readers.shutdown()
        self._writer.shutdown()

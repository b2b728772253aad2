"""Asking the desk from the command line, with nothing else around it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.importing import resume
from console.desk.store import Store
from console.domain.show import Purpose
from console.engine import LOOK_AT_IT
from console.errors import CuedeskError

T = TypeVar("T")


def with_desk(path: Path, work: Callable[[Desk, Store], Awaitable[T]], *, create: bool = False) -> T:
    """Open a file, let `work` ask its desk, and close it. Raises CuedeskError."""
    return asyncio.run(opened(path, work, create=create))


async def opened(path: Path, work: Callable[[Desk, Store], Awaitable[T]], *, create: bool) -> T:
    """As `with_desk`, on the running loop."""
    store = Store(path)
    try:
        show = await store.open(datetime.now(UTC), Purpose.LIVE if create else None)
        if troubles := await store.read(lambda reader: reader.checks()):
            raise CuedeskError(f"{path.name}: {troubles[0]}.", LOOK_AT_IT)
        desk = Desk(store, show, (), SteadyClock())
        desk.open()
        deciding = asyncio.create_task(desk.run(), name="desk")
        try:
            await resume(desk, store)
            return await work(desk, store)
        finally:
            deciding.cancel()
            await asyncio.gather(deciding, return_exceptions=True)
    finally:
        await store.close()

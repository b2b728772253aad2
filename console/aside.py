"""Calls that may never return, such as a keyring's that asks a person: made in threads that nobody waits for."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def aside(work: Callable[[], T], longest: float) -> T:
    """What `work` returns or raises; TimeoutError after so many seconds. It is left alone when this is cancelled.

    A thread of a pool would be waited for when the loop ends.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def tell(value: T | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(value)  # type: ignore[arg-type]  # a T, where there is no error

    def run() -> None:
        value, error = None, None
        try:
            value = work()
        except Exception as caught:  # noqa: BLE001 - it is raised where the answer is awaited
            error = caught
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(tell, value, error)

    threading.Thread(target=run, name="aside", daemon=True).start()
    async with asyncio.timeout(longest):
        return await answer

"""A chat room that is fed by hand."""

import asyncio
from collections.abc import AsyncIterator

from console.desk.ports import Alive, ChatEvent

MOST_WAITING = 500
SIGN_OF_LIFE = 30.0


class RehearsalChat:
    """A ChatSource that hears what it is given, in order. It holds so many events and makes the speaker wait."""

    def __init__(self, name: str, most_waiting: int = MOST_WAITING) -> None:
        self._name = name
        self._waiting: asyncio.Queue[ChatEvent | None] = asyncio.Queue(most_waiting)

    @property
    def name(self) -> str:
        """The configured source, such as `rehearsal:en`."""
        return self._name

    async def say(self, event: ChatEvent) -> None:
        """Put an event into the room; waits while the listener is behind."""
        await self._waiting.put(event)

    async def heard_out(self) -> None:
        """Wait until the listener has dealt with all that was said."""
        await self._waiting.join()

    async def end(self) -> None:
        """Close the room: its listener hears what was said before, then ends."""
        await self._waiting.put(None)

    async def events(self) -> AsyncIterator[ChatEvent]:
        """What is said from now on, and what waits. Ends with the room, now and at each later try."""
        yield Alive()
        while True:
            try:
                async with asyncio.timeout(SIGN_OF_LIFE):
                    event = await self._waiting.get()
            except TimeoutError:
                yield Alive()
                continue
            if event is None:
                break
            yield event
            self._waiting.task_done()
        self._waiting.put_nowait(None)

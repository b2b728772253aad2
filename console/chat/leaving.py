"""Leaving a room, however the hearing of it ends."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

from console.desk.ports import ChatEvent


@asynccontextmanager
async def left_at_end(events: AsyncIterator[ChatEvent]) -> AsyncIterator[None]:
    """Closes the iterator, and with it the connection, however the hearing ends."""
    try:
        yield
    finally:
        if isinstance(events, AsyncGenerator):
            await events.aclose()

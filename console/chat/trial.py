"""Trying a chat: join the room, hear for a moment whether somebody speaks, leave."""

import asyncio
from datetime import datetime

from console.chat.leaving import left_at_end
from console.desk.ports import ChatSource
from console.domain.chat import ChatLine
from console.domain.trials import RoomJoined

LISTENING = 3.0


async def try_room(source: ChatSource, listening: float = LISTENING) -> RoomJoined:
    """Join, and listen for so many seconds. Raises ChatError if the room does not let us in."""
    said_at: datetime | None = None
    joined = False
    now = asyncio.get_running_loop().time
    try:
        events = source.events()
        async with left_at_end(events), asyncio.timeout(None) as limit:
            async for event in events:
                if not joined:
                    joined = True
                    limit.reschedule(now() + listening)
                if isinstance(event, ChatLine):
                    said_at = (event.sent_at if event.backlog else None) or event.heard_at
                    if not event.backlog:
                        break
    except TimeoutError:
        return RoomJoined(said_at)
    return RoomJoined(said_at)

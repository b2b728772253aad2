"""Clocks: the wall's time once, then a timer that no one can set."""

import asyncio
import time
from datetime import UTC, datetime, timedelta


class SteadyClock:
    """The wall's time at the start plus the time since, at a speed: a wall clock that jumps changes nothing."""

    def __init__(self, start: datetime | None = None, speed: float = 1.0) -> None:
        self._start = start or datetime.now(UTC)
        self._began = time.monotonic()
        self._speed = speed

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return self._start + timedelta(seconds=(time.monotonic() - self._began) * self._speed)

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds of this clock."""
        await asyncio.sleep(seconds / self._speed)

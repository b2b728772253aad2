"""What the computer gives the console: room on the disk, saves that do not wait, a clock that nobody sets."""

import asyncio
import shutil
import time
from collections.abc import Callable, Collection
from datetime import timedelta
from pathlib import Path

from console.domain.status import ComputerStatus

EVERY = 5.0
MEGABYTE = 1_000_000
FINE, COARSE = 10 * MEGABYTE, 100 * MEGABYTE
NEAR = 3_000 * MEGABYTE
HUNDREDTH = 100


class Computer:
    """Measures every few seconds, and reports what has changed enough to matter."""

    def __init__(
        self,
        folder: Path,
        saving: Collection[float],
        report: Callable[[ComputerStatus], None],
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
        free: Callable[[Path], int | None] | None = None,
    ) -> None:
        self._folder = folder
        self._saving = saving
        self._report = report
        self._wall = wall
        self._steady = steady
        self._free = free or room
        self._apart = wall() - steady()
        self._told: ComputerStatus | None = None

    async def run(self, every: float = EVERY) -> None:
        """Measure until cancelled."""
        while True:
            self.tell(await asyncio.to_thread(self._free, self._folder))
            await asyncio.sleep(every)

    def tell(self, free: int | None) -> None:
        """Report what is measured now, if it is another thing than before."""
        stepped = timedelta(seconds=round(self._wall() - self._steady() - self._apart))
        told = ComputerStatus(about(free), timedelta(seconds=round(slowest(self._saving), 2)), stepped)
        if told != self._told:
            self._told = told
            self._report(told)


def room(folder: Path) -> int | None:
    """The free bytes of the disk that a folder is on; None if that is not to be known."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def about(free: int | None) -> int | None:
    """So many bytes, as exactly as matters: to 10 MB where room is short."""
    if free is None:
        return None
    unit = FINE if free < NEAR else COARSE
    return free // unit * unit


def slowest(saving: Collection[float]) -> float:
    """How long all but the slowest hundredth of the saves took at most, in seconds."""
    ordered = sorted(saving)
    return ordered[-1 - len(ordered) // HUNDREDTH] if ordered else 0.0

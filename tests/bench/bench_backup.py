"""What a backup costs the desk that is at work: commands at 500/s alone, and while the file is backed up all the time.

uv run python -m tests.bench.bench_backup [megabytes]
"""

import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from console.backups.child import back_up
from console.desk.desk import Desk
from console.domain.chat import ChatLine
from console.domain.commands import AdjustStock, HearChat
from tests.bench.bench_desk import ACTOR, SKUS, filled, load, row

RATE = 500
LINES = 1_000


def size_of(path: Path) -> int:
    """The bytes of a file."""
    return path.stat().st_size


async def grown(desk: Desk, path: Path, size: int) -> None:
    """Have the file grow by chat until it has so many bytes."""
    number, now = 0, datetime.now(UTC)
    while size_of(path) < size:
        names = range(number, number + LINES)
        lines = tuple(
            ChatLine("irc", str(each), "a", "Ana", f"how many of {each} are left {'?' * 60}", now) for each in names
        )
        await desk.ask(HearChat(lines), ACTOR)
        number += LINES


async def backing_up(path: Path, folder: Path, took: list[float]) -> None:
    """One backup after another."""
    for number in range(1_000):
        began = time.perf_counter()
        await back_up(path, folder / f"{number}.cuedesk")
        took.append(time.perf_counter() - began)


async def measured(path: Path, folder: Path, size: int) -> None:
    """Print both lines."""
    store, desk, running = await filled(path)
    await grown(desk, path, size)

    async def ask(number: int) -> object:
        return await desk.ask(AdjustStock(SKUS[number % len(SKUS)], 1, "bench"), ACTOR)

    print(row("alone", *await load(ask, RATE)))
    took: list[float] = []
    copying = asyncio.ensure_future(backing_up(path, folder, took))
    print(row("beside backups", *await load(ask, RATE)))
    copying.cancel()
    await asyncio.gather(copying, return_exceptions=True)
    each = sum(took) / max(1, len(took))
    print(f"{len(took)} backups of {size_of(path) / 1e6:.0f} MB, checked, {each:.1f} s each")
    running.cancel()
    await store.close()


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(2):
            asyncio.run(measured(Path(folder) / f"{time.monotonic()}.cuedesk", Path(folder), size * 1_000_000))


if __name__ == "__main__":
    main()

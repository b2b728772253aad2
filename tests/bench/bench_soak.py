"""Eight hours of a rehearsed show at speed, without a window and with one: what grows.

    uv run python -m tests.bench.bench_soak [speed]

Memory is what the process has to itself, at the end of the first simulated hour and at its highest in the last one. How
the file grows between the two is compared with 100 bytes a line of chat and 300 bytes a row of the journal. Linux only.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.bench_start import unseen
from tests.bench.chat.screen import megabytes_of

HOURS = 8
SPEED = 1_200.0
EVERY = 0.2
A_LINE, A_ROW = 100, 300
Sample = tuple[float, float]


class Held(NamedTuple):
    """What a file holds: its bytes, without its WAL, the lines of its chat and the rows of its journal."""

    size: int
    lines: int
    rows: int


def soaked(command: list[str], environment: dict[str, str], speed: float, path: Path) -> tuple[list[Sample], Held]:
    """Run until eight hours have been played; returns hours and MB from time to time, and the file after the first."""
    samples: list[Sample] = []
    first = None
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        began = time.monotonic()
        while process.poll() is None and (hours := (time.monotonic() - began) * speed / 3600) < HOURS:
            samples.append((hours, megabytes_of(process.pid)))
            if first is None and hours >= 1:
                first = held(path)
            time.sleep(EVERY)
        process.terminate()
    return samples, first or Held(0, 0, 0)


def tell_memory(name: str, samples: list[Sample]) -> None:
    """Print what the memory was and became."""
    first = next(size for hours, size in samples if hours >= 1)
    last = max(size for hours, size in samples if hours >= HOURS - 1)
    print(f"{name:16} MB after 1 h {first:7.1f}   at most in the last hour {last:7.1f}   {last / first - 1:+.0%}")


def held(path: Path) -> Held:
    """What the file holds now."""
    counts = ("page_count * page_size FROM pragma_page_count, pragma_page_size", "count(*) FROM chat")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        ask = (f"SELECT {each}" for each in (*counts, "count(*) FROM journal"))
        return Held(*(connection.execute(each).fetchone()[0] for each in ask))


def tell_file(first: Held, path: Path) -> None:
    """Print by how much the file has grown, and for what."""
    size, lines, rows = (now - before for now, before in zip(held(path), first, strict=True))
    most = lines * A_LINE + rows * A_ROW
    print(
        f"{'':16} {lines:,} lines and {rows:,} rows more in {size / 1e6:.2f} MB: {size / most:.2f} x what was aimed at"
    )


def main(speed: float) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = {each: value for each, value in os.environ.items() if each != "PYTHONDONTWRITEBYTECODE"}
        environment = {"QT_QPA_PLATFORM": unseen(folder), **kept}
        headless, window = folder / "headless.cuedesk", folder / "window.cuedesk"
        rehearsal = [
            "rehearse",
            "--headless",
            "--speed",
            f"{speed:g}",
            "--minutes",
            f"{HOURS * 60}",
            "--show",
            f"{headless}",
        ]
        programs = (
            ("without a window", ["console", *rehearsal], headless),
            ("with a window", ["tests.bench.soaking", str(window), f"{speed:g}"], window),
        )
        for what, arguments, path in programs:
            samples, first = soaked([sys.executable, "-m", *arguments], environment, speed, path)
            tell_memory(what, samples)
            tell_file(first, path)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SPEED)

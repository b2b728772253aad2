"""The CPU time of reading a line of chat for claims: usual lines, and lines made to be slow.

    uv run python -m tests.bench.bench_reading

The usual lines are the labelled ones; the slow ones repeat words that may mean several things, up to the longest line.
"""

import sys
import time
from collections.abc import Sequence

from console.domain.claims.folding import MOST_LETTERS
from tests.claims.labelled import HELD_OUT, TUNING, labelled, reader

ROUNDS = 3
PINNED = ("", "3", "8")
REPEATED = (
    "12 ",
    "3 ",
    "一",
    "12号",
    "2x",
    "各",
    "sold ",
    "7 and ",
    "cream ",
    "+1",
    "m ",
    "white ",
    "两个",
    "3 white m x2 and ",
)
LENGTHS = (40, 90, 130, MOST_LETTERS)


def timed(lines: Sequence[tuple[str, str]]) -> list[float]:
    """The CPU milliseconds of each line, the least of some rounds, sorted."""
    read = reader().read

    def once(text: str, pinned: str) -> float:
        began = time.process_time_ns()
        read(text, pinned)
        return (time.process_time_ns() - began) / 1e6

    return sorted(min(once(text, pinned) for _ in range(ROUNDS)) for text, pinned in lines)


def row(name: str, times: Sequence[float]) -> str:
    """A row of the table."""
    mean, p99 = sum(times) / len(times), times[len(times) * 99 // 100]
    return f"| {name} | {len(times)} | {mean:.2f} | {times[len(times) // 2]:.2f} | {p99:.2f} | {times[-1]:.2f} |\n"


def main() -> None:
    """Print the table."""
    halves = (line for half in (TUNING, HELD_OUT) for line in labelled(half))
    usual = [(line.text, "" if line.pinned == "0" else line.pinned) for line in halves]
    slow = [((part * length)[:length], pinned) for part in REPEATED for length in LENGTHS for pinned in PINNED]
    sys.stdout.write("| lines | number | mean ms | half | 99 of 100 | most |\n|---|---:|---:|---:|---:|---:|\n")
    sys.stdout.write(row("usual", timed(usual)) + row("made to be slow", timed(slow)))


if __name__ == "__main__":
    main()

"""A screen that nobody sees, what it costs, and what stands on it."""

import mmap
import os
import subprocess
import time
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = (1600, 900)
STEP = 4
FOOT = 220
DIFFERENT = 60


class Screen:
    """An X server of our own, whose picture can be read while it is painted."""

    def __init__(self, folder: Path) -> None:
        told, tell = os.pipe()
        wide, high = SIZE
        arguments = [
            "-screen",
            "0",
            f"{wide}x{high}x24",
            "-fbdir",
            str(folder),
            "-displayfd",
            str(tell),
            "-nolisten",
            "tcp",
            "-ac",
        ]
        self.process = subprocess.Popen(["Xvfb", *arguments], pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as number:
            self.name = f":{number.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = [int.from_bytes(self._memory[at : at + 4], "big") for at in range(0, 100, 4)]
        self._line = head[12]
        self._start = head[0] + head[19] * 12
        self._points: list[int] = []
        self._level = 0.0
        self._bright = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.process.wait()

    def grid(self) -> dict[int, int]:
        """The green of a point every few pixels, by the point's place in memory."""
        wide, high = SIZE
        places = (self._start + y * self._line + x * 4 + 1 for y in range(0, high, STEP) for x in range(0, wide, STEP))
        return {place: self._memory[place] for place in places}

    def learn(self, marked: dict[int, int], plain: dict[int, int]) -> None:
        """Learn from two pictures in which columns marked lines look different, near the foot of where they do."""
        brighter = [place for place, green in marked.items() if green - plain[place] > DIFFERENT]
        darker = [place for place, green in marked.items() if plain[place] - green > DIFFERENT]
        self._bright = len(brighter) > len(darker)
        differing = brighter if self._bright else darker
        lowest = max(differing)
        columns = Counter(self._column(place) for place in differing)
        wanted = {column for column, count in columns.items() if count > max(columns.values()) / 2}
        foot = [place for place in marked if 0 <= lowest - place < FOOT * self._line]
        self._points = [place for place in foot if self._column(place) in wanted]
        levels = [sum(picture[place] for place in self._points) / len(self._points) for picture in (marked, plain)]
        self._level = sum(levels) / 2

    def _column(self, place: int) -> int:
        return (place - self._start) % self._line

    def marked(self) -> bool:
        """Whether the lines that stand at the foot now are marked ones."""
        level = sum(self._memory[place] for place in self._points) / len(self._points)
        return (level > self._level) is self._bright


class Painted:
    """Notes when the lines at the foot of a screen change between marked and plain."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._now = screen.marked()
        self.changes: list[tuple[float, bool]] = []

    def look(self) -> None:
        """Look once."""
        if self._screen.marked() is not self._now:
            self._now = not self._now
            self.changes.append((time.monotonic(), self._now))

    def delays(self, epochs: list[tuple[float, bool]]) -> list[float]:
        """Seconds from the first line of each epoch to its being painted."""
        found = []
        for began, marked in epochs[1:]:
            seen = next((at for at, now in self.changes if at >= began and now is marked), None)
            if seen is not None:
                found.append(seen - began)
        return found


def cpu_of(*pids: int) -> float:
    """The CPU seconds that these processes have used."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def megabytes_of(pid: int) -> float:
    """The memory that a process has to itself, in MB."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
    private = [int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private_")]
    return sum(private) / 1024

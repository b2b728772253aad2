"""From the start of the process to a window with the show in it, beside a bare PySide6 window, in one run.

    uv run python -m tests.bench.bench_start [runs]

Both programs run in turn on a screen of 1920 × 1080 that nobody sees (or on QT_QPA_PLATFORM, if it is set), with their
bytecode cached; a window counts as painted in the first turn of the loop after its painting. CPU time is told as well,
since it does not depend on what else the computer does, and where valgrind is installed the millions of instructions.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

PROGRAMS = ("bare", "ours")
RUNS = 15
MINUTES = "5"
SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
COUNTING = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def started(program: str, show: Path, environment: dict[str, str], *under: str) -> "subprocess.CompletedProcess[str]":
    """Run one of the programs until it has told its times."""
    return subprocess.run(
        [*under, sys.executable, "-m", f"tests.bench.starts.{program}", str(time.time()), str(show)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )


def measured(program: str, show: Path, environment: dict[str, str]) -> tuple[float, float]:
    """The wall's time and the CPU time of one start, in seconds."""
    wall, cpu = started(program, show, environment).stdout.split()
    return float(wall), float(cpu)


def instructions(program: str, show: Path, environment: dict[str, str]) -> float:
    """The millions of instructions of one start."""
    told = re.search(r"I\s+refs:\s+([\d,]+)", started(program, show, environment, *COUNTING).stderr)
    return int(told[1].replace(",", "")) / 1e6 if told else 0.0


def unseen(folder: Path) -> str:
    """Qt's name for a screen of a studio's size that nobody sees."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    return f"offscreen:configfile={screens}"


def environment_of(folder: Path) -> dict[str, str]:
    """The environment of a user: bytecode is cached, in a folder of our own; and a screen."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {"QT_QPA_PLATFORM": unseen(folder), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    return {**ours, **kept}


def rehearsed(show: Path, environment: dict[str, str]) -> None:
    """Make a file with a show that has been going on for a while."""
    rehearsal = ["rehearse", "--headless", "--speed", "600", "--minutes", MINUTES, "--show", str(show)]
    subprocess.run([sys.executable, "-m", "console", *rehearsal], check=True, capture_output=True, env=environment)


def tell(name: str, bare: float, ours: float) -> None:
    """Print one line of the table."""
    print(f"{name:36} {bare:8.0f} {ours:9.0f} {ours / bare:7.2f}")


def tell_times(told: dict[str, Sequence[tuple[float, float]]]) -> None:
    """Print the times, in milliseconds."""
    for column, what in enumerate(("ms from start to paint", "ms of CPU time")):
        for name, of in (("median", median), ("least", min)):
            tell(f"{what}, {name}", *(of([each[column] for each in told[which]]) * 1e3 for which in PROGRAMS))


def main(runs: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        show, environment = folder / "show.cuedesk", environment_of(folder)
        rehearsed(show, environment)
        for program in PROGRAMS:
            measured(program, show, environment)  # the first start of each writes the bytecode
        turns = [[measured(program, show, environment) for program in PROGRAMS] for _ in range(runs)]
        print(f"{f'of {runs} starts each, in turn':36} {'bare':>8} {'Cuedesk':>9} {'ratio':>7}")
        tell_times({program: [turn[at] for turn in turns] for at, program in enumerate(PROGRAMS)})
        if shutil.which(COUNTING[0]):
            tell("millions of instructions", *(instructions(each, show, environment) for each in PROGRAMS))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)

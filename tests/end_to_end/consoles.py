"""The console as a process of its own, as its users start it."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep

from console.domain.orders import Order
from console.storage.reader import reading

PROGRAM = (sys.executable, "-m", "console")
CLONE = Path(__file__).parents[2]
STEP = 0.05


def surroundings(home: Path, secrets: Mapping[str, str]) -> dict[str, str]:
    """The environment of a user whose home is that folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CUEDESK_", "XDG_"))}
    folders = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state")}
    return {**kept, **folders, "PYTHONUTF8": "1", **secrets}


class Console:
    """`python -m console` with these arguments; all that it says and leaves is below `folder`."""

    def __init__(self, folder: Path, *arguments: str, secrets: Mapping[str, str] | None = None) -> None:
        home = folder / "home"
        home.mkdir(exist_ok=True)
        self._out = folder / "stdout.log"
        self._err = folder / "stderr.log"
        with self._out.open("ab") as out, self._err.open("ab") as err:
            self._process = subprocess.Popen(
                [*PROGRAM, *arguments], stdout=out, stderr=err, cwd=CLONE, env=surroundings(home, secrets or {})
            )

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    @property
    def said(self) -> str:
        """What this and earlier consoles of the folder said, on both streams."""
        return self._out.read_text("utf-8") + self._err.read_text("utf-8")

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self.running, self.said
        self._process.kill()
        self._process.wait(10)

    def end(self, within: float = 20) -> int:
        """Ask it to end, as the system does; its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self.wait(within)

    def wait(self, within: float) -> int:
        """Wait for its own end; its exit code."""
        return self._process.wait(within)

    def clean_up(self) -> None:
        """End it, whatever a test left."""
        if self.running:
            self._process.kill()
            self._process.wait(10)


def ask(folder: Path, *arguments: str, within: float = 60) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=within,
        cwd=CLONE,
        env=surroundings(home, {}),
        check=False,
    )


async def until(condition: Callable[[], object], console: Console | None = None, within: float = 60) -> None:
    """Wait for a condition; a time-out or the console's end fails the test."""
    try:
        async with asyncio.timeout(within):
            while not condition():
                assert console is None or console.running, console.said
                await asyncio.sleep(STEP)
    except TimeoutError:
        raise AssertionError(console.said if console else "the time is over") from None


def wait_until(condition: Callable[[], object], console: Console, within: float = 60) -> None:
    """As `until`, without a loop."""
    end = monotonic() + within
    while not condition():
        assert console.running, console.said
        assert monotonic() < end, console.said
        sleep(STEP)


def orders_in(path: Path) -> list[Order]:
    """The orders that a file has, beside its console."""
    with reading(path) as reader:
        return [order for order, _ in reader.orders(10_000)]


def linked(path: Path) -> bool:
    """Whether a file is there and has counted its shop once."""
    if not path.exists():
        return False
    with reading(path) as reader:
        return bool(reader.show().linked)


def everything_written(folder: Path) -> bytes:
    """All bytes of all files below a folder."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())

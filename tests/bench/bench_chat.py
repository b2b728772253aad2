"""The console under a flood of chat that is stored, beside HexChat in the same run, on a screen that nobody sees.

    uv run python -m tests.bench.bench_chat [seconds of each flood]

It needs Linux with Xvfb, and HexChat to compare with (Debian: xvfb hexchat). Each client gets the same lines at 200,
1,000 and 5,000 a second. CPU time is the client's and the screen's; "painted" is from a line's leaving the server to
its standing on the screen; memory is what is added by lines that come when the client's memory of 20,000 is full. The
other panels show the sample show. Then the console's own thread is timed: the gaps of a 60 Hz tick.
"""

import asyncio
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.bench.chat.clients import console, environment_of, has_hexchat, hexchat
from tests.bench.chat.flood import Flood
from tests.bench.chat.screen import Painted, Screen, cpu_of, megabytes_of

RATES = (200, 1_000, 5_000)
SECONDS = 2.5
IDLE = 3.0
FULL = 5.0  # seconds of 5,000 lines that fill a memory of 20,000
LOOK = 0.002
TRIES = 600


class Figures(NamedTuple):
    """CPU seconds for 1,000 lines, and the time from sent to painted in milliseconds: half, and 95 of 100."""

    cpu: float
    half: float
    most: float


class Client:
    """A client on a screen of its own."""

    def __init__(self, name: str, screen: Screen, process: "subprocess.Popen[str]", flood: Flood) -> None:
        self.name = name
        self.screen = screen
        self.process = process
        self.flood = flood
        self.sent = 0

    async def ready(self) -> None:
        """Wait until it is in the room, and learn what its lines look like."""
        await asyncio.wait_for(self.flood.joined.wait(), 60)
        await asyncio.sleep(2)
        pictures = []
        for marked in (True, False):
            self.flood.say(100, marked=marked)
            self.sent += 100
            await asyncio.sleep(1.5)
            pictures.append(self.screen.grid())
        self.screen.learn(*pictures)

    def cpu(self) -> float:
        """The CPU seconds so far, the screen's too."""
        return cpu_of(self.process.pid, self.screen.process.pid)

    async def measure(self, rate: int, seconds: float) -> Figures:
        """Flood it, and see what that costs and when it stands on the screen."""
        painted = Painted(self.screen)
        before = self.cpu()
        flooding = asyncio.ensure_future(self.flood.flood(rate, seconds))
        while not flooding.done():
            painted.look()
            await asyncio.sleep(LOOK)
        sent = await flooding
        self.sent += sent.lines
        await self.settled(painted)
        used = self.cpu() - before
        delays = [delay * 1e3 for delay in painted.delays(sent.epochs)]
        cuts = statistics.quantiles(delays, n=20) if len(delays) > 1 else [float("nan")] * 19
        return Figures(used / sent.lines * 1e3, cuts[9], cuts[18])

    async def settled(self, painted: Painted) -> None:
        """Wait until it uses next to nothing."""
        before = self.cpu()
        for _ in range(TRIES):
            for _ in range(50):
                painted.look()
                await asyncio.sleep(LOOK)
            now = self.cpu()
            if now - before <= 0.02:
                return
            before = now

    async def idle(self) -> float:
        """The share of a core that the client takes when nobody speaks, in per cent."""
        before = cpu_of(self.process.pid)
        await asyncio.sleep(IDLE)
        return (cpu_of(self.process.pid) - before) / IDLE * 100

    async def grown(self) -> float:
        """The MB that 100,000 more lines would take, once the client's memory is full."""
        await self.measure(5_000, FULL)
        before, sent = megabytes_of(self.process.pid), self.sent
        await self.measure(5_000, FULL)
        return (megabytes_of(self.process.pid) - before) / (self.sent - sent) * 100_000

    def end(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(20)


async def measured(name: str, folder: Path, seconds: float) -> tuple[list[Figures], float, float, str]:
    """All figures of one client, and what became of the lines."""
    flood = Flood()
    port = await flood.start()
    home = folder / name
    home.mkdir()
    with Screen(home) as screen:
        environment = environment_of(screen.name, home)
        path = home / "show.cuedesk"
        process = (
            hexchat(port, environment, home / "conf") if name == "HexChat" else await console(port, environment, path)
        )
        client = Client(name, screen, process, flood)
        try:
            await client.ready()
            figures = [await client.measure(rate, seconds) for rate in RATES]
            grown, idle = await client.grown(), await client.idle()
            return figures, grown, idle, f"{stored(path):,} of {client.sent:,} stored" if path.exists() else ""
        finally:
            client.end()


def stored(path: Path) -> int:
    """The chat lines in a file."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return int(connection.execute("SELECT count(*) FROM chat").fetchone()[0])


async def ticks(folder: Path, seconds: float) -> list[tuple[int, str, str]]:
    """The gaps of a tick on the console's own thread, 99 of 100 and the longest, following and scrolled up."""
    flood = Flood()
    port = await flood.start()
    folder.mkdir()  # noqa: ASYNC240 - nothing else runs yet
    with Screen(folder) as screen:
        environment = environment_of(screen.name, folder)
        process = await console(port, environment, folder / "show.cuedesk", "tests.bench.chat.ticking")
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            await asyncio.wait_for(flood.joined.wait(), 60)
            await flood.flood(5_000, 5)
            await asyncio.sleep(3)
            found = []
            for rate in RATES:
                for how in ("follow", "scroll"):
                    print(how, "ticks", sep="\n", file=process.stdin, flush=True)
                    await flood.flood(rate, seconds)
                    print("told", file=process.stdin, flush=True)
                    read: Callable[[], str] = process.stdout.readline
                    while len(line := (await asyncio.wait_for(asyncio.to_thread(read), 60)).split()) < 2:
                        continue  # what the program itself prints
                    found.append((rate, how, f"{float(line[0]):8.1f} {float(line[1]):8.1f}"))
            return found
        finally:
            process.terminate()
            process.wait(20)


async def compared(folder: Path, seconds: float) -> None:
    """Print the first table."""
    names = ["Cuedesk", "HexChat"] if has_hexchat() else ["Cuedesk"]
    found = {name: await measured(name, folder, seconds) for name in names}
    print(f"{'':10}{'rate':>8}  {'CPU s/1,000 lines':>18} {'painted p50 ms':>15} {'p95 ms':>8}")
    for at, rate in enumerate(RATES):
        for name in names:
            each = found[name][0][at]
            print(f"{name:10}{rate:>6}/s  {each.cpu:18.3f} {each.half:15.0f} {each.most:8.0f}")
        if len(names) > 1:
            ours, other = (found[name][0][at] for name in names)
            print(f"{'ratio':10}{'':>8}  {ours.cpu / other.cpu:18.2f} {'':15} {ours.most / other.most:8.2f}")
    for name, (_, grown, idle, kept) in found.items():
        print(f"{name:10} MB for 100,000 lines {grown:6.1f}   idle {idle:.2f} % of a core   {kept}")


async def main(seconds: float) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        await compared(Path(name), seconds)
        print(f"{'Cuedesk, gaps of a 16 ms tick':32} {'p99 ms':>8} {'max ms':>8}")
        for rate, how, gaps in await ticks(Path(name) / "ticks", seconds):
            print(f"{f'{rate:,}/s, {how}':32} {gaps}")


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))

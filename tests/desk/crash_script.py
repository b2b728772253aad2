"""A console without a window that works hard on a file and tells each step: what it saves, what it has acknowledged.

It writes its words with writev, so that who counts the file's own writes does not count them.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from console.desk import store
from console.desk.desk import Desk
from console.domain.changes import Entry
from console.domain.chat import ChatLine
from console.domain.commands import (
    AdjustStock,
    Command,
    GoLive,
    HearChat,
    HoldStock,
    ImportCatalogue,
    NewShow,
    Pin,
    QueueProducts,
    SaveSegment,
    Take,
)
from console.domain.orders import OrderLine
from console.domain.products import Opening
from console.domain.rundown import Segment
from console.storage.studio import Saving, Studio
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, FIVE, NOON, product, seen, snapshot, stocked

SENDERS = 8
UNWATCHED = "strace may not watch this process"
GOODS = tuple(product(f"p{number}") for number in range(30))

SETTING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    stocked("cap", 100),
    ImportCatalogue("goods.csv", "d" * 12, "file", GOODS, tuple(Opening(each.id, 9) for each in GOODS)),
    QueueProducts(("cap", "p1")),
    GoLive(),
)


def rounds(sender: int) -> tuple[Command, ...]:
    """What one sender asks for, one after the other."""
    line = ChatLine("twitch:shop", f"m{sender}", f"u{sender}", "Mia", "还有吗", NOON)
    return (
        HoldStock("cap", 1, f"sender {sender}"),
        seen(snapshot(f"{sender}", OrderLine("cap", 2), OrderLine("p1", 2))),
        SaveSegment(Segment(f"Part {sender}", FIVE, products=(f"p{sender}",))),
        AdjustStock("p2", 1, "found"),
        Take() if sender % 2 else Pin(2),
        seen(snapshot(f"{sender}", OrderLine("cap", 2, 1, 1), OrderLine("p1", 2, 2), version=2)),
        HearChat((line,)),
    )


def say(*words: str) -> None:
    """Tell the parent, at once."""
    os.writev(1, [(" ".join(words) + "\n").encode()])


class Telling(Studio):
    """A studio that tells what it is about to save."""

    def save(self, batch: Sequence[Saving]) -> list[Entry]:
        say("saving", *(saving.command for saving in batch))
        return super().save(batch)


async def asked(desk: Desk, command: Command, name: str) -> None:
    """Ask, and tell the answer when it has come."""
    outcome = await desk.ask(command, ANNA, name)
    say("done", name, type(outcome).__name__)


async def sent(desk: Desk, sender: int) -> None:
    """Ask for everything that one sender wants."""
    for number, command in enumerate(rounds(sender)):
        await asked(desk, command, f"s{sender}-{number}")


async def main(path: Path) -> None:
    """Set a show up, let all senders work on it, close."""
    async with desk_on(path) as desk:
        for number, command in enumerate(SETTING):
            await asked(desk, command, f"set-{number}")
        await asyncio.gather(*(sent(desk, sender) for sender in range(SENDERS)))
    say("closed")


def traced(options: Sequence[str]) -> None:
    """Have strace watch this process from here on: starting under it would take three times as long."""
    try:
        strace = subprocess.Popen(["strace", "-f", "-qq", *options, "-p", str(os.getpid())])
    except OSError:
        raise SystemExit(UNWATCHED) from None
    while "TracerPid:\t0\n" in Path("/proc/self/status").read_text("ascii"):
        if strace.poll() is not None:
            raise SystemExit(UNWATCHED)
        time.sleep(0.002)


if __name__ == "__main__":
    import sqlite_utils  # noqa: F401 - it takes long, so it comes before strace

    store.Studio = Telling  # type: ignore[attr-defined]
    traced(sys.argv[2:])
    asyncio.run(main(Path(sys.argv[1])))

"""A console without a window that works hard on a file and tells each step: what it saves, what it has acknowledged.

Its shop tells under which key it does something: that must be on record by then.

It writes its words with writev, so that who counts the file's own writes does not count them.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from console.desk import store
from console.desk.desk import Desk
from console.domain.actors import Actor
from console.domain.changes import Entry
from console.domain.chat import ChatLine, LineDeleted
from console.domain.claims.reading import Asked
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
    SetConnection,
    Take,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.orders import OrderLine
from console.domain.outbox import Errand, Prepared
from console.domain.outcomes import Outcome
from console.domain.products import Opening
from console.domain.rundown import Segment
from console.shop.way_out import WayOut
from console.storage.studio import Saving, Studio
from tests.desk.house import desk_on
from tests.domain.claiming import TWITCH, claiming, together
from tests.domain.goods import ANNA, FIVE, NOON, SHOP, product, seen, snapshot, stocked
from tests.end_to_end.syncing import until
from tests.shop.lying_shop import Fate, LyingShop
from tests.shop.sending import QUICK

SENDERS = 8
UNWATCHED = "strace may not watch this process"
GOODS = tuple(product(f"p{number}") for number in range(30))

SETTING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    stocked("cap", 100),
    stocked("last", 3),
    ImportCatalogue("goods.csv", "d" * 12, "file", GOODS, tuple(Opening(each.id, 9) for each in GOODS)),
    QueueProducts(("cap", "p1")),
    SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example")),
    seen(linked=NOON),
    GoLive(),
)
ANSWERS = (Fate.OK, Fate.LOST_AFTER, Fate.OK, Fate.LATE, Fate.REFUSED, Fate.LOST_BEFORE)


def rounds(sender: int) -> tuple[Command, ...]:
    """What one sender asks for, one after the other."""
    line = ChatLine("twitch:shop", f"m{sender}", f"u{sender}", "Mia", "还有吗", NOON)
    return (
        HoldStock("cap", 1, f"sender {sender}"),
        seen(snapshot(f"{sender}", OrderLine("cap", 2), OrderLine("p1", 2))),
        SaveSegment(Segment(f"Part {sender}", FIVE, products=(f"p{sender}",))),
        AdjustStock(f"p{sender}", 1, "found"),
        Take() if sender % 2 else Pin(2),
        seen(snapshot(f"{sender}", OrderLine("cap", 2, 1, 1), OrderLine("p1", 2, 2), version=2)),
        HearChat((line,)),
        claiming(f"c{sender}", f"u{sender}", Asked("last", 1), Asked(f"p{sender}", 1)),
        together(claiming(f"c{sender}", f"u{sender}", Asked("last", 1)), claiming(f"d{sender}", "u", Asked("last", 2))),
        AdjustStock("last", 1, "found"),
        HearChat((LineDeleted(TWITCH, f"c{sender}"),)),
    )


def say(*words: str) -> None:
    """Tell the parent, at once."""
    os.writev(1, [(" ".join(words) + "\n").encode()])


class Telling(Studio):
    """A studio that tells what it is about to save."""

    def save(self, batch: Sequence[Saving]) -> list[Entry]:
        say("saving", *(saving.command for saving in batch))
        return super().save(batch)


class TellingShop(LyingShop):
    """A shop that tells what it does."""

    def _do(self, errand: Errand, prepared: Prepared) -> None:
        say("did", errand.key)
        super()._do(errand, prepared)


class OutAsking:
    """The way out's way to the desk, told as all others are."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked = 0

    async def ask(self, command: Command, actor: Actor, _: str = "") -> Outcome:
        self._asked += 1
        return await asked(self._desk, command, f"out-{self._asked}", actor)


async def asked(desk: Desk, command: Command, name: str, actor: Actor = ANNA) -> Outcome:
    """Ask, and tell the answer when it has come."""
    outcome = await desk.ask(command, actor, name)
    say("done", name, type(outcome).__name__)
    return outcome


async def sent(desk: Desk, sender: int) -> None:
    """Ask for everything that one sender wants."""
    for number, command in enumerate(rounds(sender)):
        await asked(desk, command, f"s{sender}-{number}")


async def main(path: Path) -> None:
    """Set a show up, let all senders work on it, close."""
    async with desk_on(path) as desk:
        for number, command in enumerate(SETTING):
            await asked(desk, command, f"set-{number}")
        async with going_out(desk):
            await asyncio.gather(*(sent(desk, sender) for sender in range(SENDERS)))
            await until(lambda: not desk.show.open_errands, within=30)
    say("closed")


@asynccontextmanager
async def going_out(desk: Desk) -> AsyncIterator[None]:
    """A way out to a shop that answers badly, for the length of a block."""
    shop = TellingShop({f"p{number}": 9 for number in range(SENDERS)})
    shop.sendings.extend(ANSWERS)
    way_out = WayOut(shop, OutAsking(desk), lambda: desk.show, QUICK)
    desk.watch(way_out.told)
    task = asyncio.create_task(way_out.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


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

"""Twenty buyers at once for the last five pieces, from three chats, again and again, with kill -9 among the rounds.

    uv run python -m tests.bench.bench_last_five [--rounds 10000] [--first 0] [--seed 7]

Each round is a console of its own, forked from this process: three chats tell it twenty lines in parts of any size,
some of them twice. In two rounds of three it is killed at some moment. Then the file is opened again, and all chats
tell their history once more. There must be exactly five winners, those that had been told before among them, the first
five to arrive at the desk; everybody else has a place and a reason; and the next start must say the same.

A round is made of the seed and its number alone. How far it has come is told on the way; a run that was ended goes on
with `--first`. A round that fails ends the run, tells its number and leaves its file in the folder that it names.
"""

import argparse
import asyncio
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.store import Store
from console.desk.watching import News
from console.domain.actors import Actor, Role
from console.domain.changes import Claimed, Entry
from console.domain.claims.claim import Claim, ClaimState
from console.domain.claims.reading import Asked
from console.domain.commands import GoLive, HearChat, NewShow
from console.domain.show import Purpose
from console.storage.reader import reading
from console.storage.verify import verify
from tests.desk.house import in_memory
from tests.domain.claiming import IRC, TWITCH, claiming, together
from tests.domain.goods import NOON, stocked

BUYERS, PIECES = 20, 5
CHATS = (TWITCH, IRC, "youtube:shop")
VIEWER = Actor("", Role.VIEWER)
SHOW = "show.cuedesk"
TOLD_EVERY = 500
LONGEST = 0.003  # seconds from what was told to the kill
BETWEEN = 0.002  # seconds, at most, between two parts of a chat
CAP = Asked("cap", 1)


def main() -> None:
    """Play so many rounds, and say what they came to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    began, killed, halfway = time.monotonic(), 0, 0
    with in_memory() as name:
        folder = Path(name)
        asyncio.run(prepared(folder / "template" / SHOW))
        for number in range(options.first, options.rounds):
            winners_at_kill = kept_if_wrong(folder, number, options.seed)
            killed += winners_at_kill is not None
            halfway += winners_at_kill in range(1, PIECES)
            if (number + 1) % TOLD_EVERY == 0:
                print(f"{number + 1} rounds, {killed} killed, {halfway} halfway", file=sys.stderr, flush=True)
    seconds = time.monotonic() - began
    rounds = options.rounds - options.first
    print(f"{rounds} rounds, {killed} killed, {halfway} of them between the first and the last grant")
    print(
        f"{PIECES} winners each time, the same after a restart, all others with a place and a reason; {seconds:.0f} s"
    )


def kept_if_wrong(folder: Path, number: int, seed: int) -> int | None:
    """Play the round of that number; what it leaves is kept only if it is wrong."""
    try:
        return played(folder, random.Random(f"{seed} {number}"))
    except BaseException:
        kept = tempfile.mkdtemp(prefix=f"last-five-{seed}-{number}-")
        shutil.copytree(folder / "round", kept, dirs_exist_ok=True)
        print(f"round {number} of seed {seed} ended; its file is in {kept}", file=sys.stderr, flush=True)
        raise


async def prepared(path: Path) -> None:
    """A show on air with the last pieces of something, and the user's data beside it."""
    path.parent.mkdir()
    os.environ["XDG_DATA_HOME"] = str(path.parent)
    store, desk, work = await opened(path)
    for command in (NewShow("Friday", "USD"), stocked("cap", PIECES), GoLive()):
        await desk.ask(command, VIEWER)
    await closed(store, work)


async def opened(path: Path) -> tuple[Store, Desk, "asyncio.Task[None]"]:
    """A desk at work on a file."""
    store = Store(path)
    show = await store.open(NOON, Purpose.LIVE)
    desk = Desk(store, show, (), SteadyClock(max(NOON, show.last_time)))
    desk.open()
    return store, desk, asyncio.create_task(desk.run())


async def closed(store: Store, work: "asyncio.Task[None]") -> None:
    """End its work."""
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    await store.close()


def played(folder: Path, draw: random.Random) -> int | None:
    """Play one round. Returns how many had won when it was killed; None if it was not."""
    path = folder / "round" / SHOW
    shutil.rmtree(path.parent, ignore_errors=True)
    shutil.copytree(folder / "template", path.parent)
    os.environ["XDG_DATA_HOME"] = str(path.parent)
    lines = [claiming(f"m{n}", f"viewer {n}", CAP, source=draw.choice(CHATS), name="Mia") for n in range(BUYERS)]
    told, was_killed = shouted(path, lines, draw)
    kept = winners(claims(path))
    assert told <= set(kept), "told, and not in the file"
    asyncio.run(told_again(path, draw.sample(lines, len(lines))))
    after = claims(path)
    check(after, kept)
    asyncio.run(told_again(path, lines))
    assert claims(path) == after, "another start says something else"
    assert verify(path) == []
    return len(kept) if was_killed else None


def shouted(path: Path, lines: Sequence[HearChat], draw: random.Random) -> tuple[set[int], bool]:
    """Have a console of its own hear all lines at once, and perhaps kill it. Returns whom it told that they won."""
    reads, writes = os.pipe()
    seed, kills = draw.random(), draw.random() < 2 / 3
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(hearing(path, lines, writes, random.Random(seed)))
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as pipe:
        assert pipe.readline() == "open\n"
        told = set()
        if kills:
            told = {int(line) for line in islice(pipe, draw.randint(0, PIECES - 1))}
            time.sleep(draw.uniform(0, LONGEST))
            os.kill(child, signal.SIGKILL)
        told |= {int(line) for line in pipe}
    _, status = os.waitpid(child, 0)
    return told, os.WIFSIGNALED(status)


async def hearing(path: Path, lines: Sequence[HearChat], writes: int, draw: random.Random) -> None:
    """Three chats that tell their lines in parts, some of them twice."""

    def telling(news: tuple[News, ...]) -> None:
        for each in news:
            if isinstance(each, Entry) and isinstance(each.change, Claimed) and won(each.change.claim):
                os.write(writes, f"{each.change.claim.id}\n".encode())

    store, desk, work = await opened(path)
    desk.watch(telling)
    os.write(writes, b"open\n")
    await asyncio.gather(*(one_chat(desk, chat, lines, draw) for chat in CHATS))
    await closed(store, work)


async def one_chat(desk: Desk, source: str, lines: Sequence[HearChat], draw: random.Random) -> None:
    """Tell the lines of one chat in some order."""
    own = [each for each in lines if each.asked[0].source == source]
    draw.shuffle(own)
    while own:
        size = draw.randint(1, 4)
        part, own = own[:size], own[size:]
        await asyncio.sleep(draw.uniform(0, BETWEEN))
        await desk.ask(together(*part, *draw.sample(part, draw.randint(0, 1))), VIEWER)


async def told_again(path: Path, lines: Sequence[HearChat]) -> None:
    """The next start, at which every chat tells its history once more as if it were new."""
    store, desk, work = await opened(path)
    await desk.ask(together(*lines), VIEWER)
    await closed(store, work)


def claims(path: Path) -> list[Claim]:
    """The claims in the file."""
    with reading(path) as reader:
        return [claim for claim, _ in reader.claims()]


def won(claim: Claim) -> bool:
    """Whether it got its piece."""
    return claim.state is ClaimState.GRANTED


def winners(found: Sequence[Claim]) -> list[int]:
    """The numbers of the claims that won."""
    return [claim.id for claim in found if won(claim)]


def check(found: Sequence[Claim], kept: Sequence[int]) -> None:
    """Exactly five winners, the first to arrive; everybody else with a place and a reason."""
    assert len(found) == BUYERS, f"{len(found)} claims of {BUYERS} buyers"
    assert winners(found) == [claim.id for claim in found[:PIECES]], "not the first ones won"
    assert winners(found)[: len(kept)] == list(kept), "others won before the kill"
    assert [claim.parts[0].rank for claim in found[PIECES:]] == list(range(1, BUYERS - PIECES + 1))
    assert all(claim.parts[0].why for claim in found)


if __name__ == "__main__":
    main()

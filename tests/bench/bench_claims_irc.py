"""From a claim's arrival at the socket to its being on the disk, at 500 claims a second through a real IRC server.

    uv run python -m tests.bench.bench_claims_irc [seconds]

A console without a window hears four buyers in a room of InspIRCd. The floor is the same lines in a show whose chats
claim nothing: there they are only heard and stored. Half of the pieces asked for are there, so that half of the claims
are granted and half get a place in the wait-list.
"""

import asyncio
import json
import signal
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from console.__main__ import main
from console.domain.changes import ChatHeard, Claimed, Entry, HeardLine
from console.storage.studio import Saving, Studio
from console.storage.verify import verify
from tests.end_to_end.claim_flood import BUYERS, RATE, ROOM, flood, prepared
from tests.servers.inspircd import InspIrcd, Person, running_inspircd

SECONDS = 10

took: list[float] = []
claims = 0


class Telling(Studio):
    """A studio that notes how old lines are when they are on the disk, and counts claims."""

    def save(self, batch: Sequence[Saving]) -> list[Entry]:
        """Save, and note the ages."""
        global claims  # noqa: PLW0603 - this process is the measure
        entries = super().save(batch)
        now = datetime.now(UTC)
        for entry in entries:
            if isinstance(entry.change, ChatHeard):
                heard = (each.line for each in entry.change.events if isinstance(each, HeardLine))
                took.extend((now - line.heard_at).total_seconds() for line in heard)
            claims += isinstance(entry.change, Claimed)
        return entries


def console(studio: str, url: str) -> None:
    """The console; when it is asked to end it tells what it noted."""
    from console.desk import store

    setattr(store, "Studio", Telling)  # noqa: B010 - the measure
    main(["run", "--headless", "--show", studio, "--chat", url])
    print(json.dumps([claims, took]), flush=True)


async def measured(folder: Path, irc: InspIrcd, lines: int, *, by_chat: bool) -> tuple[int, list[float]]:
    """The claims and the ages of one flood."""
    studio = folder / f"{by_chat}.cuedesk"
    await prepared(studio, lines // 2, by_chat=by_chat)
    people = [await Person.join(irc.plain, f"{nick}{int(by_chat)}", ROOM) for nick in ("host", *BUYERS)]
    for person in people:
        await person.send("OPER staff staff")
        await person.heard(" 381 ")
    program = (sys.executable, "-m", "tests.bench.bench_claims_irc", "--console", str(studio), irc.url(ROOM))
    run = await asyncio.create_subprocess_exec(*program, stdout=asyncio.subprocess.PIPE, limit=1 << 24)
    await people[-1].heard(" JOIN ")
    await flood(people[1:], lines)
    await asyncio.sleep(3)
    run.send_signal(signal.SIGTERM)
    out, _ = await run.communicate()
    for person in people:
        await person.leave()
    if wrong := verify(studio):
        raise AssertionError(wrong)
    count, ages = json.loads(out.decode().splitlines()[-1])
    return count, ages[-lines:]


async def compare(seconds: int) -> None:
    """Print the table."""
    print(
        f"{f'{RATE} lines/s for {seconds} s':34} {'lines':>7} {'claims':>7} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}"
    )
    with tempfile.TemporaryDirectory() as name, running_inspircd(Path(name)) as irc:
        for what, by_chat in (("heard and stored", False), ("claims decided and stored", True)):
            count, ages = await measured(Path(name), irc, RATE * seconds, by_chat=by_chat)
            cut = quantiles(ages, n=100)
            told = " ".join(f"{cut[at - 1] * 1e3:8.1f}" for at in (50, 95, 99))
            print(f"{what:34} {len(ages):7} {count:7} {told}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--console"]:
        console(*sys.argv[2:])
    else:
        asyncio.run(compare(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))

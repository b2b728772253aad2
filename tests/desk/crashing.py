"""Runs of the script in which one of its writes kills it or fails, and what must then be true of its file."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from console.domain.show import Purpose
from console.storage.ids import told_command
from console.storage.reader import reading
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.domain.goods import NOON

SCRIPT = Path(__file__).with_name("crash_script.py")
ROOT = Path(__file__).parents[2]
UNWATCHED = "strace may not watch this process"
WRITES = "pwrite64,write,fdatasync,fsync,ftruncate,unlink,rename"


class Said(NamedTuple):
    """What a run told before it ended: its batches, the answers by command, and what its shop did, by key."""

    batches: list[list[str]]
    answers: dict[str, str]
    did: list[str]
    closed: bool

    @property
    def acknowledged(self) -> set[str]:
        """The commands whose answer says that they are in the file."""
        return {command for command, outcome in self.answers.items() if outcome != "Unsaved"}


def run(path: Path, *options: str) -> Said:
    """Run the script under strace, with these options of strace's. Raises OSError if it cannot be watched."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(SCRIPT), str(path), "-o", f"{path}.trace", "-e", f"trace={WRITES}", *options]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False, text=True, env=environment)
    if UNWATCHED in done.stderr:
        raise OSError(UNWATCHED)
    lines = [line.split() for line in done.stdout.splitlines()]
    batches = [[name for name in line[1:] if name] for line in lines if line[0] == "saving"]
    answers = {line[1]: line[2] for line in lines if line[0] == "done"}
    return Said(batches, answers, [line[1] for line in lines if line[0] == "did"], ["closed"] in lines)


def points(path: Path) -> int:
    """How many writes the busiest thread of a whole run makes; strace counts them by thread."""
    assert run(path).closed
    threads = Counter(line.split()[0] for line in Path(f"{path}.trace").read_text("utf-8").splitlines())
    return max(threads.values())


def crash(path: Path, point: int, how: str) -> Said:
    """Run until that write, and have it kill the program or fail."""
    return run(path, "-e", f"inject={WRITES}:{how}:when={point}")


def judge(path: Path, said: Said) -> None:
    """Assert that the file is sound and holds all that was acknowledged, and at most one batch more, whole.

    The batch before the last is in the file, since the desk begins the next one after that; its askers may not have
    got round to saying so.
    """
    if not path.exists():
        assert said.batches == []
        return
    assert verify(path) == []
    Studio.open(path, NOON, Purpose.LIVE).close()
    assert verify(path) == []
    assert_claims(path)
    assert len(said.did) == len(set(said.did))
    assert set(said.did) <= on_record(path)
    kept = commands(path)
    assert said.acknowledged <= kept
    unacknowledged = kept - said.acknowledged
    if said.batches:
        *_, before, last = [[], *said.batches]
        assert unacknowledged <= {*before, *last}
        assert set(before) <= kept
        assert_whole([name for name in said.batches[-1] if name not in said.acknowledged], kept)
    else:
        assert unacknowledged == set()


def on_record(path: Path) -> set[str]:
    """The keys of the errands that were sent, by the file."""
    with reading(path) as reader:
        return {row[0] for row in reader._connection.execute("SELECT key FROM outbox WHERE sent_at IS NOT NULL")}


def assert_claims(path: Path) -> None:
    """Assert that each line claimed once, that no piece is held twice, and that nobody waits for what is there."""
    with reading(path) as reader:
        claims, show = [claim for claim, _ in reader.claims()], reader.show()
    lines = [(claim.source, claim.line) for claim in claims]
    assert len(lines) == len(set(lines))
    for sku in {part.sku for claim in claims for part in claim.parts}:
        held = sum(part.got for claim in claims for part in claim.parts if part.sku == sku)
        level = show.stock[sku]
        assert (level.reserved, level.on_hand >= held) == (held, True)
        waiting = [show.claims.by_id[number] for number in show.claims.waiting.get(sku) or ()]
        assert all(part.quantity > level.available for claim in waiting for part in claim.parts if part.sku == sku)


def assert_whole(batch: list[str], kept: set[str]) -> None:
    """Assert that all of a batch is there, or nothing."""
    assert {name in kept for name in batch} in (set(), {True}, {False})


def commands(path: Path) -> set[str]:
    """The commands that the file has an answer for."""
    with reading(path) as reader:
        return {told_command(row[0]) for row in reader._connection.execute("SELECT id FROM commands")}

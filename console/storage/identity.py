"""Which file this is, where it stands, and in which of its lives."""

import hashlib
import platform
import uuid
from datetime import datetime
from pathlib import Path

from console.domain.show import Purpose
from console.storage.journal import NO_HASH, Head
from console.storage.marks import Marks, vouched
from console.storage.sqlite import Connection
from console.storage.times import to_us

ANOTHER = """INSERT INTO incarnations (origin, machine, began, seq, hash, base)
    SELECT ?, ?, ?, 0, ?, coalesce(max(base + seq), 0) FROM incarnations"""
MADE_UP = 1 << 40  # set in a number that Python makes up anew in each process, where no network card has one


def machine() -> str:
    """A stable name of this computer that says nothing about it."""
    card = uuid.getnode()
    known = "" if card & MADE_UP else f"{card:x}"
    return hashlib.sha256(f"{platform.node()}/{known}".encode()).hexdigest()[:32]


def place(path: Path) -> str:
    """A name of the file's place on its disk: a copy has another one."""
    status = path.stat()
    return f"{status.st_dev:x}-{status.st_ino:x}"


def new_incarnation(connection: Connection, now: datetime) -> None:
    """Begin another life of the file: a journal of its own origin, numbered from 1."""
    connection.execute(ANOTHER, (uuid.uuid4().hex, machine(), to_us(now), NO_HASH))


def head(connection: Connection) -> Head:
    """Where the journal of the present incarnation ends."""
    select = "SELECT origin, seq, hash, base FROM incarnations ORDER BY number DESC LIMIT 1"
    return Head(*connection.execute(select).fetchone())


def settle(connection: Connection, path: Path, now: datetime, marks: Marks) -> bool:
    """Begin a new incarnation if the file was copied, restored, or moved to another computer.

    Returns whether it was closed well. The file counts as open, not clean, from here on.
    """
    purpose, *known, clean = connection.execute("SELECT purpose, machine, place, clean FROM studio").fetchone()
    here = [machine(), place(path)]
    ended = head(connection)
    seen = purpose == Purpose.REHEARSAL or vouched(connection, ended, marks.of(ended.origin))
    stayed = same_place(known, here)
    if not (seen and stayed):
        new_incarnation(connection, now)
    if stayed and not seen:
        marks.leave(ended)
    if [*known, clean] != [*here, 0]:
        connection.execute("UPDATE studio SET machine = ?, place = ?, clean = 0", here)
    return bool(clean)


def same_place(known: list[str], here: list[str]) -> bool:
    """Whether a file whose journal is vouched for is where it was; the system may have numbered its disk anew."""
    return known[0] == here[0] and known[1].rpartition("-")[2] == here[1].rpartition("-")[2]

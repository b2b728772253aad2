"""Which file this is, where it stands, and in which of its lives."""

import hashlib
import platform
import uuid
from datetime import datetime
from pathlib import Path

from console.storage.journal import NO_HASH, Head
from console.storage.sqlite import Connection
from console.storage.times import to_us


def machine() -> str:
    """A stable name of this computer that says nothing about it."""
    return hashlib.sha256(f"{platform.node()}/{uuid.getnode():x}".encode()).hexdigest()[:32]


def place(path: Path) -> str:
    """A name of the file's place on its disk: a copy has another one."""
    status = path.stat()
    return f"{status.st_dev:x}-{status.st_ino:x}"


def new_incarnation(connection: Connection, now: datetime) -> None:
    """Begin another life of the file: a journal of its own origin, numbered from 1."""
    row = (uuid.uuid4().hex, machine(), to_us(now), NO_HASH)
    connection.execute("INSERT INTO incarnations (origin, machine, began, seq, hash) VALUES (?, ?, ?, 0, ?)", row)


def head(connection: Connection) -> Head:
    """Where the journal of the present incarnation ends."""
    select = "SELECT origin, seq, hash FROM incarnations ORDER BY number DESC LIMIT 1"
    return Head(*connection.execute(select).fetchone())


def settle(connection: Connection, path: Path, now: datetime) -> bool:
    """Begin a new incarnation if the file was copied or moved to another computer. Returns whether it was closed well.

    The file counts as open, not clean, from here on.
    """
    known = connection.execute("SELECT machine, place, clean FROM studio").fetchone()
    here = (machine(), place(path))
    if known[:2] != here:
        new_incarnation(connection, now)
    if known != (*here, 0):
        connection.execute("UPDATE studio SET machine = ?, place = ?, clean = 0", here)
    return bool(known[2])

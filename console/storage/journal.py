"""The journal: one row a change, each with the hash of the row before it."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from console.domain.changes import VERSION, Entry, Journaled
from console.storage.ids import kept_command, told_command
from console.storage.names import Names
from console.storage.packing import Unreadable, packed, unpacked
from console.storage.rows.gathered import Gathered
from console.storage.sqlite import Connection
from console.storage.times import to_us

NO_HASH = bytes(32)
ROW = """INSERT INTO journal (id, at, actor, command, kind, version, body, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
HEAD = "UPDATE incarnations SET seq = ?, hash = ? WHERE origin = ?"
HEADS = "SELECT origin, seq, hash, base FROM incarnations ORDER BY number"
CHAIN = """SELECT journal.id, at, actors.name, command, kinds.name, version, body, hash FROM journal
    LEFT JOIN actors ON actors.id = journal.actor LEFT JOIN kinds ON kinds.id = journal.kind
    WHERE journal.id > ? AND journal.id <= ? ORDER BY journal.id"""
LAST = 2**63 - 1

encoder = msgspec.json.Encoder()


class Head(NamedTuple):
    """Where an origin's journal ends: its last row's number and hash. `base` rows of other origins were before it."""

    origin: str
    seq: int
    hash: bytes
    base: int = 0

    @property
    def entry(self) -> int:
        """The last row's number in the table."""
        return self.base + self.seq


class Signed(NamedTuple):
    """What the hash of a row covers, beside the hash before it."""

    origin: str
    seq: int
    at: int
    actor: str
    command: str
    kind: str
    version: int
    body: str


def digest(previous: bytes, signed: Signed) -> bytes:
    """The hash of a row: SHA-256 over the hash before it and its columns as a JSON list."""
    return hashlib.sha256(previous + encoder.encode(signed)).digest()


class Kept(NamedTuple):
    """A row as it was found: what was signed, and its hash."""

    signed: Signed
    hash: bytes


def append(gathered: Gathered, names: Names, head: Head, entry: Entry, change: Journaled) -> Head:
    """Add a change to the journal. Returns where it ends now; the caller saves that with `keep_head`."""
    body, kind, actor = encoder.encode(change), type(change).__name__, names.actor(entry.actor)
    at = to_us(entry.at)
    signed = Signed(head.origin, head.seq + 1, at, actor.name, entry.command, kind, VERSION, body.decode())
    after = Head(head.origin, signed.seq, digest(head.hash, signed), head.base)
    command = kept_command(entry.command)
    gathered.add(ROW, (after.entry, at, actor.id, command, names.kind(kind), VERSION, packed(body), after.hash))
    return after


def origins(connection: Connection) -> list[tuple[Head, Iterator[Kept]]]:
    """Each origin's end as it was remembered, and its rows, from the first origin to the present one."""
    heads = [Head(*row) for row in connection.execute(HEADS)]
    ends = [*(head.base for head in heads[1:]), LAST]
    return [(head, chain(connection, head.origin, head.base, until)) for head, until in zip(heads, ends, strict=True)]


def chain(connection: Connection, origin: str, base: int, until: int) -> Iterator[Kept]:
    """An origin's rows in their order: those after `base`. A body that is none comes as no words at all."""
    for number, at, actor, command, kind, version, body, hashed in connection.execute(CHAIN, (base, until)):
        signed = Signed(origin, number - base, at, actor, told_command(command), kind, version, words_of(body))
        yield Kept(signed, hashed)


def words_of(body: bytes) -> str:
    """What a body says; nothing if it is none, which its row's hash then shows."""
    try:
        return unpacked(body).decode()
    except (Unreadable, UnicodeDecodeError):
        return ""


def keep_head(connection: Connection, head: Head) -> None:
    """Remember where the journal ends, so that a cut tail is noticed."""
    connection.execute(HEAD, (head.seq, head.hash, head.origin))

"""The journal: one row a change, each with the hash of the row before it."""

import hashlib
from typing import NamedTuple

import msgspec

from console.domain.changes import VERSION, Entry, Journaled
from console.storage.rows.gathered import Gathered
from console.storage.sqlite import Connection
from console.storage.times import to_us

NO_HASH = bytes(32)
ROW = """INSERT INTO journal (origin, seq, at, actor, command, kind, version, body, previous, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
HEAD = "UPDATE incarnations SET seq = ?, hash = ? WHERE origin = ?"

encoder = msgspec.json.Encoder()


class Head(NamedTuple):
    """Where an origin's journal ends: its last row's number and hash."""

    origin: str
    seq: int
    hash: bytes


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


def append(gathered: Gathered, head: Head, entry: Entry, change: Journaled) -> Head:
    """Add a change to the journal. Returns where it ends now; the caller saves that with `keep_head`."""
    body = encoder.encode(change).decode()
    actor = encoder.encode(entry.actor).decode()
    kind = type(change).__name__
    signed = Signed(head.origin, head.seq + 1, to_us(entry.at), actor, entry.command, kind, VERSION, body)
    hashed = digest(head.hash, signed)
    gathered.add(ROW, (*signed, head.hash, hashed))
    return Head(head.origin, signed.seq, hashed)


def keep_head(connection: Connection, head: Head) -> None:
    """Remember where the journal ends, so that a cut tail is noticed."""
    connection.execute(HEAD, (head.seq, head.hash, head.origin))

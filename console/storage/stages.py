"""Imports on their way in: their parts are put down one by one, and count only once the whole is accepted."""

import uuid

import msgspec

from console.domain.actors import Actor
from console.domain.commands import ImportCatalogue
from console.storage.sqlite import Connection

PARTS_AT_ONCE = 20

encoder = msgspec.json.Encoder()
part_decoder = msgspec.json.Decoder(ImportCatalogue)
actor_decoder = msgspec.json.Decoder(Actor)


class Stage(msgspec.Struct, frozen=True):
    """One import: its `token` is given once, `parts` are numbered from 0."""

    id: int
    token: str
    actor: Actor
    parts: int
    accepted: bool


def begin(connection: Connection, actor: Actor) -> Stage:
    """Make room for an import."""
    token = uuid.uuid4().hex
    row = (token, encoder.encode(actor).decode())
    number = connection.execute("INSERT INTO stages (token, actor) VALUES (?, ?)", row).lastrowid
    return Stage(int(number or 0), token, actor, 0, accepted=False)


def put(connection: Connection, stage: Stage, number: int, part: ImportCatalogue) -> None:
    """Put a part down."""
    row = (stage.id, number, encoder.encode(part).decode())
    connection.execute("INSERT INTO staged_parts (stage, number, body) VALUES (?, ?, ?)", row)


def accept(connection: Connection, stage: Stage) -> None:
    """From now on all of the import is to be taken in, whatever happens."""
    connection.execute("UPDATE stages SET accepted = 1 WHERE id = ?", (stage.id,))


def part(connection: Connection, stage: Stage, number: int) -> ImportCatalogue:
    """A part that was put down."""
    select = "SELECT body FROM staged_parts WHERE stage = ? AND number = ?"
    return part_decoder.decode(connection.execute(select, (stage.id, number)).fetchone()[0])


def drop(connection: Connection, stage: Stage) -> bool:
    """Forget some of an import's parts, at last the import itself. Returns whether there is more to forget.

    A crash on the way leaves no part of it to be taken in.
    """
    connection.execute("UPDATE stages SET accepted = 0 WHERE id = ?", (stage.id,))
    some = "SELECT number FROM staged_parts WHERE stage = ?1 ORDER BY number DESC LIMIT ?2"
    delete = f"DELETE FROM staged_parts WHERE stage = ?1 AND number IN ({some})"  # noqa: S608 - words of ours
    if connection.execute(delete, (stage.id, PARTS_AT_ONCE)).rowcount:
        return True
    connection.execute("DELETE FROM stages WHERE id = ?", (stage.id,))
    return False


def stages(connection: Connection) -> list[Stage]:
    """The imports on their way, oldest first."""
    rows = connection.execute(
        """SELECT id, token, actor, accepted, (SELECT count(*) FROM staged_parts WHERE stage = stages.id)
            FROM stages ORDER BY id"""
    ).fetchall()
    return [
        Stage(number, token, actor_decoder.decode(actor), parts, bool(accepted))
        for number, token, actor, accepted, parts in rows
    ]

"""The journal of a file, in its own words."""

from contextlib import closing
from pathlib import Path

import msgspec
from msgspec.structs import asdict

from console.domain.changes import StockMoved
from console.storage.ids import told_command
from console.storage.journal import Signed, origins
from console.storage.sqlite import connect_reader


def journal(path: Path) -> list[Signed]:
    """All rows of the journal, in their order."""
    with closing(connect_reader(path)) as connection:
        return [signed for _, rows in origins(connection) for signed, _ in rows]


def hashes(path: Path) -> list[bytes]:
    """The hashes of all rows."""
    with closing(connect_reader(path)) as connection:
        return [hashed for _, rows in origins(connection) for _, hashed in rows]


def moved(path: Path) -> str:
    """What people moved, as the JSON for a query's `movements`: with the number of the move, and of what it undoes."""
    bodies = [msgspec.json.decode(row.body, type=StockMoved) for row in journal(path) if row.kind == "StockMoved"]
    rows = [(body, each) for body in bodies for each in body.movements]
    told = [{**asdict(each), "move": body.move, "undoes": body.undoes} for body, each in rows]
    return msgspec.json.encode(told).decode()


def commands(path: Path) -> set[str]:
    """The commands that the file has an answer for."""
    with closing(connect_reader(path)) as connection:
        return {told_command(row[0]) for row in connection.execute("SELECT id FROM commands")}

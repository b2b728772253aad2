"""The tables of a studio's file, as migrations: append-only, each in one transaction with the record of it."""

from typing import TYPE_CHECKING

from console.storage.tables import FIRST

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SCHEMA = 1


def migrations() -> "Migrations":
    """All migrations, oldest first. A migration that has been released is never edited."""
    from sqlite_utils import Migrations  # noqa: PLC0415 - 0.2 s that only a new or an old file must pay

    steps = Migrations("cuedesk")

    @steps()
    def first(db: "Database") -> None:
        for statement in FIRST:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {SCHEMA}")

    return steps

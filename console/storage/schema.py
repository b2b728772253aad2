"""The tables of a studio's file, as migrations: append-only, each in one transaction with the record of it."""

from typing import TYPE_CHECKING

from console.storage.tables import FIRST
from console.storage.tables_claims import SIXTH
from console.storage.tables_drafts import NINTH
from console.storage.tables_former import FIFTH
from console.storage.tables_limits import FOURTH
from console.storage.tables_offers import SEVENTH
from console.storage.tables_outbox import SECOND
from console.storage.tables_rundown import EIGHTH
from console.storage.tables_stages import THIRD

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SCHEMA = 10


def migrations() -> "Migrations":
    """All migrations, oldest first. A migration that has been released is never edited."""
    from sqlite_utils import Migrations  # noqa: PLC0415 - 0.2 s that only a new or an old file must pay

    steps = Migrations("cuedesk")

    @steps()
    def first(db: "Database") -> None:
        for statement in FIRST:
            db.execute(statement)
        db.execute("PRAGMA user_version = 1")

    @steps()
    def second(db: "Database") -> None:
        for statement in SECOND:
            db.execute(statement)
        db.execute("PRAGMA user_version = 2")

    @steps()
    def third(db: "Database") -> None:
        for statement in THIRD:
            db.execute(statement)
        db.execute("PRAGMA user_version = 3")

    @steps()
    def fourth(db: "Database") -> None:
        for statement in FOURTH:
            db.execute(statement)
        db.execute("PRAGMA user_version = 4")

    @steps()
    def fifth(db: "Database") -> None:
        for statement in FIFTH:
            db.execute(statement)
        db.execute("PRAGMA user_version = 5")

    @steps()
    def sixth(db: "Database") -> None:
        for statement in SIXTH:
            db.execute(statement)
        db.execute("PRAGMA user_version = 6")

    @steps()
    def seventh(db: "Database") -> None:
        for statement in SEVENTH:
            db.execute(statement)
        db.execute("PRAGMA user_version = 7")

    @steps()
    def eighth(db: "Database") -> None:
        for statement in EIGHTH:
            db.execute(statement)
        db.execute("PRAGMA user_version = 8")

    @steps()
    def ninth(db: "Database") -> None:
        for statement in NINTH:
            db.execute(statement)
        db.execute("PRAGMA user_version = 9")

    @steps()
    def tenth(db: "Database") -> None:
        from console.storage.tables_search import TENTH, fill  # noqa: PLC0415 - see above

        for statement in TENTH:
            db.execute(statement)
        fill(db.conn)
        db.execute("PRAGMA user_version = 10")

    return steps

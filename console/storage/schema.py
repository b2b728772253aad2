"""The tables of a studio's file, as migrations: append-only, each in one transaction with the record of it."""

from typing import TYPE_CHECKING

from console.storage.tables import FIRST
from console.storage.tables_claims import SIXTH
from console.storage.tables_cues import ELEVENTH
from console.storage.tables_drafts import NINTH
from console.storage.tables_former import FIFTH
from console.storage.tables_incidents import FOURTEENTH
from console.storage.tables_lean import FIFTEENTH, carry_over
from console.storage.tables_limits import FOURTH
from console.storage.tables_offers import SEVENTH
from console.storage.tables_outbox import SECOND
from console.storage.tables_payable import SIXTEENTH
from console.storage.tables_pin_loops import TWENTIETH
from console.storage.tables_proposals import EIGHTEENTH
from console.storage.tables_read import NINETEENTH
from console.storage.tables_refunds import THIRTEENTH
from console.storage.tables_rights import SEVENTEENTH
from console.storage.tables_rundown import EIGHTH
from console.storage.tables_search import TENTH, fill
from console.storage.tables_stages import THIRD
from console.storage.tables_undo import TWELFTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database, Migrations

    from console.storage.sqlite import Connection

STEPS = (
    ("first", FIRST),
    ("second", SECOND),
    ("third", THIRD),
    ("fourth", FOURTH),
    ("fifth", FIFTH),
    ("sixth", SIXTH),
    ("seventh", SEVENTH),
    ("eighth", EIGHTH),
    ("ninth", NINTH),
    ("tenth", TENTH),
    ("eleventh", ELEVENTH),
    ("twelfth", TWELFTH),
    ("thirteenth", THIRTEENTH),
    ("fourteenth", FOURTEENTH),
    ("fifteenth", FIFTEENTH),
    ("sixteenth", SIXTEENTH),
    ("seventeenth", SEVENTEENTH),
    ("eighteenth", EIGHTEENTH),
    ("nineteenth", NINETEENTH),
    ("twentieth", TWENTIETH),
)
"""Each under the name by which files remember that they have it. One that has been released is never edited."""

CARRYING = {"tenth": fill, "fifteenth": carry_over}
"""What a step does beside its statements."""


def migrations() -> "Migrations":
    """All migrations, oldest first."""
    from sqlite_utils import Migrations  # noqa: PLC0415 - 0.2 s that only a new or an old file must pay

    steps = Migrations("cuedesk")
    for number, (name, statements) in enumerate(STEPS, start=1):
        steps(name=name)(step(number, statements, CARRYING.get(name)))
    return steps


def step(
    number: int, statements: tuple[str, ...], carry: "Callable[[Connection], None] | None"
) -> "Callable[[Database], None]":
    """What brings a file to that version: statements, then what they cannot say."""

    def migrate(db: "Database") -> None:
        for statement in statements:
            db.execute(statement)
        if carry is not None:
            carry(db.conn)
        db.execute(f"PRAGMA user_version = {number}")

    return migrate

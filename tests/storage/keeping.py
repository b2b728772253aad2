"""Commands decided and saved without a desk."""

import shutil
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from console.domain.changes import Entry
from console.domain.commands import AdjustStock, Command, GoLive, ImportRundown, NewShow, Pin, QueueProducts, Take
from console.domain.decide import decide
from console.domain.needs import needs
from console.domain.orders import OrderLine
from console.domain.outcomes import Accepted
from console.domain.rundown import Segment
from console.domain.show import Purpose, informed
from console.storage.journal import Head
from console.storage.packing import packed, unpacked
from console.storage.sqlite import Connection, connect_reader, connect_writer
from console.storage.studio import Saving, Studio
from tests.domain.goods import ANNA, NOON, seen, snapshot, stocked

FIVE = timedelta(minutes=5, microseconds=7)
EVENING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    stocked("cap", 10),
    stocked("mug", 5),
    QueueProducts(("cap", "mug")),
    ImportRundown(
        "plan.csv",
        "d",
        (
            Segment("Caps", FIVE, products=("cap",), coupon="5 off", gift="socks", offer_until=NOON),
            Segment("Bye", timedelta(days=1)),
        ),
    ),
    GoLive(),
    Take(),
    seen(snapshot("1", OrderLine("cap", 3), OrderLine("mug", 1)), linked=NOON),
    seen(snapshot("1", OrderLine("cap", 3, shipped=1), OrderLine("mug", 1), version=2)),
    Take(),
    Pin(2),
)


FOUND: tuple[Command, ...] = (AdjustStock("cap", 1, "found"),)


def keep(studio: Studio, commands: Iterable[Command], name: str = "c") -> None:
    """Decide each command on the show in the file, and save it."""
    for number, command in enumerate(commands):
        show = studio.load()
        show = informed(show, studio.facts(needs(show, command)))
        outcome, changes, _ = decide(show, command, NOON)
        assert isinstance(outcome, Accepted)
        key = f"{name}{number}"
        studio.save([Saving(key, outcome, tuple(Entry(change, NOON, ANNA, key) for change in changes))])


def evening(path: Path) -> None:
    """A file after some commands, closed well."""
    studio = Studio.open(path, NOON, Purpose.LIVE)
    keep(studio, EVENING)
    studio.close()


def tampering(path: Path) -> Connection:
    """A connection that may break anything."""
    connection = connect_writer(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DROP TRIGGER journal_is_append_only")
    connection.execute("DROP TRIGGER journal_keeps_its_rows")
    connection.execute("DROP TRIGGER actors_stay_who_they_are")
    connection.execute("DROP TRIGGER kinds_stay_what_they_are")
    connection.create_function("body_with", 3, body_with)
    return connection


def body_with(body: bytes, old: str, new: str) -> bytes:
    """The body of a journal row with some of its words in the place of others."""
    return packed(unpacked(body).replace(old.encode(), new.encode()))


def worked(path: Path, name: str, commands: tuple[Command, ...] = FOUND) -> None:
    """Open the file, do something, close it well."""
    studio = Studio.open(path, NOON)
    keep(studio, commands, name)
    studio.close()


def lives(path: Path) -> int:
    """How many incarnations the file has."""
    with closing(connect_reader(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM incarnations").fetchone()[0])


def head_of(path: Path) -> Head:
    """Where its journal ends."""
    with closing(connect_reader(path)) as connection:
        return Head(*connection.execute("SELECT origin, seq, hash FROM incarnations ORDER BY number DESC").fetchone())


def copy_over(old: Path, path: Path) -> None:
    """Put the old bytes into the file that is there, as `cp` does: the place on the disk stays."""
    place = path.stat().st_ino
    with old.open("rb") as source, path.open("r+b") as target:
        target.truncate()
        shutil.copyfileobj(source, target)
    assert path.stat().st_ino == place

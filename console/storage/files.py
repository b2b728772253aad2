"""Making a studio's file, recognising one, and bringing an old one up to date."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from console.domain.show import Purpose
from console.storage.identity import machine, new_incarnation, place
from console.storage.recognised import APPLICATION, SCHEMA, missing, recognised
from console.storage.schema import migrations
from console.storage.sqlite import (
    Connection,
    connect_reader,
    connect_writer,
    copy,
    require_sound_sqlite,
)


def prepare(path: Path, now: datetime, create: Purpose | None) -> None:
    """See to it that the file is there and of this version. Raises CuedeskError."""
    require_sound_sqlite()
    if not path.exists() or path.stat().st_size == 0:
        if create is None:
            raise missing(path)
        make(path, now, create)
        return
    version = recognised(path)
    if version < SCHEMA:
        migrate(path, version)


def purpose_of(path: Path) -> Purpose:
    """What a file is for. Raises CuedeskError if it is no studio's file."""
    recognised(path)
    with closing(connect_reader(path)) as connection:
        return Purpose(connection.execute("SELECT purpose FROM studio").fetchone()[0])


def make(path: Path, now: datetime, purpose: Purpose) -> None:
    """Make a new file, whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    for leftover in (new, Path(f"{new}-wal"), Path(f"{new}-shm")):
        leftover.unlink(missing_ok=True)
    with closing(connect_writer(new)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        apply_migrations(connection)
        connection.execute("BEGIN IMMEDIATE")
        row = (purpose, machine(), place(new))
        connection.execute("INSERT INTO studio (id, purpose, clean, machine, place) VALUES (1, ?, 1, ?, ?)", row)
        new_incarnation(connection, now)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # closing alone would not say that it failed
    new.replace(path)


def migrate(path: Path, version: int) -> None:
    """Bring an old file up to date, after keeping a copy of it."""
    backup(path, path.with_name(f"{path.name}.before-{version}-to-{SCHEMA}"))
    with closing(connect_writer(path)) as connection:
        apply_migrations(connection)


def apply_migrations(connection: Connection) -> None:
    """Apply what the file does not have yet, each step in one transaction with its record."""
    from sqlite_utils import Database  # noqa: PLC0415 - 0.2 s that only a new or an old file must pay

    migrations().apply(Database(connection))


def backup(path: Path, to: Path) -> None:
    """Copy a file as it is at one moment, beside its writer."""
    with closing(connect_reader(path)) as source:
        copy(source, to)


def copy_for_rehearsal(path: Path, to: Path) -> None:
    """Copy a live file, beside its console if one runs, as one that can only be rehearsed on. Raises CuedeskError."""
    recognised(path)
    backup(path, to)
    with closing(connect_writer(to)) as connection:
        connection.execute("UPDATE studio SET purpose = ?, clean = 1", (Purpose.REHEARSAL,))

"""Connections to a SQLite that is sound: durable, strict, and without the WAL-reset bug of 3.7.0 to 3.51.2."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.errors import CuedeskError

try:
    from pysqlite3 import dbapi2 as sqlite
except ImportError:  # pragma: no cover - where pysqlite3 has no wheel, Python's own may be new enough
    import sqlite3 as sqlite

if TYPE_CHECKING:
    import sqlite3

    Connection = sqlite3.Connection
else:
    Connection = sqlite.Connection

SOUND = (3, 51, 3)
CACHED_STATEMENTS = 256

VERSION: tuple[int, ...] = sqlite.sqlite_version_info
DatabaseError: type[Exception] = sqlite.DatabaseError
IntegrityError: type[Exception] = sqlite.IntegrityError
OperationalError: type[Exception] = sqlite.OperationalError


def require_sound_sqlite(version: tuple[int, ...] = VERSION) -> None:
    """Refuse a SQLite that can corrupt a file which two connections use. Raises CuedeskError."""
    if version < SOUND:
        raise CuedeskError(
            f"This computer's SQLite {'.'.join(map(str, version))} can damage the studio's file.",
            "Install the package pysqlite3 (0.6.1 or newer) or a Python whose SQLite is 3.51.3 or newer.",
        )


def connect_writer(path: Path) -> Connection:
    """Open the file for its one writer: WAL, and each commit on the disk before it returns."""
    connection = sqlite.connect(
        path, isolation_level=None, check_same_thread=False, cached_statements=CACHED_STATEMENTS, timeout=10
    )
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection  # type: ignore[no-any-return, unused-ignore]


def connect_reader(path: Path) -> Connection:
    """Open the file for reading only, beside its writer."""
    connection = sqlite.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False, timeout=10
    )
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection  # type: ignore[no-any-return, unused-ignore]


def copy(source: Connection, to: Path) -> None:
    """Copy all of an open file to another place, as it is at one moment."""
    target = sqlite.connect(to)
    try:
        source.backup(target)
    finally:
        target.close()


def pragma(connection: Connection, name: str) -> Any:  # noqa: ANN401 - a pragma answers text or a number
    """The value of a pragma."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]

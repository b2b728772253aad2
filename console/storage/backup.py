"""Copies of a studio's file that are whole and checked: a backup, and a file restored from one."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from console.domain.connections import Connection
from console.errors import CuedeskError
from console.storage.checks import start_checks
from console.storage.durable import sync_file, sync_folder
from console.storage.files import backup
from console.storage.load import connections
from console.storage.recognised import SCHEMA, missing, recognised
from console.storage.sqlite import DatabaseError, connect_reader, connect_writer
from console.storage.verify import verify

BESIDE = ("", "-wal", "-shm", "-journal")
NOWHERE = "UPDATE studio SET place = '', clean = 1"  # whoever opens a copy next sees that it is one


class Kept(msgspec.Struct, frozen=True):
    """A copy that was made: where it is, its bytes, and how many rows its journal has over all incarnations."""

    path: str
    bytes: int
    rows: int
    connections: tuple[Connection, ...]


def whole_copy(path: Path, to: Path) -> Kept:
    """Copy a studio's file as it is at one moment, beside its console if one runs, and check the copy.

    It is there whole or not at all, on the disk, and never in another file's place. Raises CuedeskError.
    """
    taken_from = recognised_at(path)
    require_place(path, to)
    try:
        with unfinished(to) as new:
            taken_from(path, new)
            version = recognised(new)
            mark_as_copy(new)
            require_good(path, new, version)
            kept = Kept(str(to), new.stat().st_size, *told(new))
            sync_file(new)
            put(new, to)
    except DatabaseError as error:
        raise CuedeskError(f"{path.name} cannot be copied: {error}.", "Check the disks of both files.") from error
    return kept


def recognised_at(path: Path) -> Callable[[Path, Path], None]:
    """The way to copy a file, once it is known to be a studio's. Raises CuedeskError.

    SQLite cannot read it beside others where nothing can be written; but nobody else writes there either.
    """
    if not path.is_file():
        raise missing(path)
    if not os.access(path.absolute().parent, os.W_OK):
        return copy_bytes
    recognised(path)
    return backup


def copy_bytes(path: Path, new: Path) -> None:
    """Copy a file that nobody writes, with what its WAL still holds."""
    for ending in ("", "-wal"):
        if Path(f"{path}{ending}").exists():
            shutil.copyfile(f"{path}{ending}", f"{new}{ending}")


def require_place(path: Path, to: Path) -> None:
    """Refuse a place that is taken, is not there, or has no room."""
    if to.exists() or to.is_symlink():
        raise taken(to)
    if not to.absolute().parent.is_dir():
        raise CuedeskError(f"The folder {to.parent} does not exist.", "Make it, or choose another place.")
    free, size = shutil.disk_usage(to.absolute().parent).free, path.stat().st_size
    if free < size:
        needed = f"{size / 1e6:.0f} MB are needed, {free / 1e6:.0f} MB are free"
        raise CuedeskError(f"There is no room in {to.parent}: {needed}.", "Free some space, or choose another disk.")


def taken(to: Path) -> CuedeskError:
    """The words for a name that is given already."""
    return CuedeskError(f"{to} exists already.", "Choose another name: nothing is overwritten.")


@contextmanager
def unfinished(to: Path) -> Iterator[Path]:
    """A file beside the place that is meant, for the time until it is good; nothing of it stays if it never is."""
    new = to.with_name(f".{to.name}.{os.getpid()}.new")
    try:
        yield new
    finally:
        for ending in BESIDE:
            Path(f"{new}{ending}").unlink(missing_ok=True)


def mark_as_copy(new: Path) -> None:
    """Make it known in the copy that it is one, and leave nothing of it in a WAL."""
    with closing(connect_writer(new)) as connection:
        connection.execute(NOWHERE)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def require_good(path: Path, new: Path, version: int) -> None:
    """Refuse a copy that is damaged, or that is not what its journal says. Of an older version only damage is known."""
    if version == SCHEMA:
        found = verify(new)
    else:
        with closing(connect_reader(new)) as connection:
            found = start_checks(connection)
    if found:
        step = f"Keep {path.name} as it is, and see all of it: cuedesk verify {path}"
        raise CuedeskError(f"{path.name} is damaged, so the copy was not kept: {found[0]}.", step)


def told(new: Path) -> tuple[int, tuple[Connection, ...]]:
    """The rows of a file's journal, and its connections."""
    with closing(connect_reader(new)) as connection:
        rows = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
        return int(rows), connections(connection)


def put(new: Path, to: Path) -> None:
    """Give the finished file its name, unless another file has got it meanwhile."""
    try:
        os.link(new, to)
    except FileExistsError as error:
        raise taken(to) from error
    except OSError as error:  # a disk without a second name for one file, such as a memory stick
        if to.exists():
            raise taken(to) from error
        new.rename(to)
    sync_folder(to.absolute().parent)

"""Telling a studio's file, and which version of the tables it has, from any other file."""

from contextlib import closing
from pathlib import Path

from console.errors import CuedeskError
from console.storage.sqlite import DatabaseError, connect_reader, pragma

APPLICATION = 0x43554544  # "CUED": the mark of our files in SQLite's header
SCHEMA = 20  # the number of migrations: told here, so that looking at a file loads none of them


def recognised(path: Path) -> int:
    """The version of a file's tables. Raises CuedeskError if there is none, it is not a studio's file, or is newer."""
    if not path.is_file():
        raise missing(path)
    try:
        with closing(connect_reader(path)) as connection:
            mark, version = pragma(connection, "application_id"), pragma(connection, "user_version")
    except DatabaseError as error:
        raise CuedeskError(
            f"{path.name} cannot be read as a studio's file.", "Choose a file made by Cuedesk."
        ) from error
    if mark != APPLICATION:
        raise CuedeskError(f"{path.name} is not a studio's file.", "Choose a file made by Cuedesk.")
    if version > SCHEMA:
        raise CuedeskError(f"{path.name} was made by a newer Cuedesk.", "Update Cuedesk, then open it again.")
    return int(version)


def readable(path: Path) -> None:
    """See to it that a file can be read as it is. Raises CuedeskError also for one that an older version made."""
    if recognised(path) < SCHEMA:
        step = "Open it once: that brings it up to date, and keeps a copy of how it was."
        raise CuedeskError(f"{path.name} was made by an older Cuedesk.", step)


def missing(path: Path) -> CuedeskError:
    """The words for a file that is not there."""
    return CuedeskError(f"There is no file {path}.", "Check the name, or begin a new show under it.")

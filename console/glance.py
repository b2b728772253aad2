"""A glance at a file: what it holds now, read beside its writer, before the engine runs."""

from contextlib import closing
from pathlib import Path

from console.desk.watching import Copy
from console.domain.status import FileState, FileStatus
from console.storage.heard import recent_chat
from console.storage.load import load
from console.storage.recognised import SCHEMA, recognised
from console.storage.sqlite import connect_reader

LINES = 100


def glance(path: Path) -> Copy | None:
    """The show and the end of its chat; None if the file is new, old or not to be read, which opening it will tell."""
    try:
        if not path.is_file() or recognised(path) != SCHEMA:
            return None
        with closing(connect_reader(path)) as connection:
            lines = tuple(recent_chat(connection, LINES))
            return Copy(load(connection), lines, (FileStatus(path.name, FileState.CHECKING),))
    except Exception:  # noqa: BLE001 - whatever is wrong with the file: the engine opens it next and says so
        return None

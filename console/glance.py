"""A glance at a file: what it holds now, read beside its writer, before the engine runs."""

from pathlib import Path

from console.desk.watching import Copy
from console.domain.status import FileState, FileStatus
from console.storage.files import recognised
from console.storage.reader import reading
from console.storage.schema import SCHEMA

LINES = 200


def glance(path: Path) -> Copy | None:
    """The show and the end of its chat; None if the file is new, old or not to be read, which opening it will tell."""
    try:
        if not path.is_file() or recognised(path) != SCHEMA:
            return None
        with reading(path) as reader:
            lines = tuple(reader.recent_chat(LINES))
            return Copy(reader.show(), lines, (FileStatus(path.name, FileState.CHECKING),))
    except Exception:  # noqa: BLE001 - whatever is wrong with the file: the engine opens it next and says so
        return None

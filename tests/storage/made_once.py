"""Tables that are made once a run: making them anew takes a tenth of a second a file."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from console.storage import files
from console.storage.recognised import APPLICATION
from console.storage.sqlite import Connection, connect_writer, pragma


@contextmanager
def tables_made_once() -> Iterator[None]:
    """Have new files copy the tables of the first one, page by page; older files are migrated as ever."""
    honest = files.apply_migrations
    with TemporaryDirectory() as folder, closing(connect_writer(Path(folder) / "empty.cuedesk")) as empty:

        def apply_migrations(connection: Connection) -> None:
            if pragma(connection, "user_version"):
                honest(connection)
                return
            if not pragma(empty, "user_version"):
                empty.execute(f"PRAGMA application_id = {APPLICATION}")
                honest(empty)
            empty.backup(connection)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(files, "apply_migrations", apply_migrations)
            yield

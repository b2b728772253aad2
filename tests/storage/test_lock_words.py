from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.domain.show import Purpose
from console.errors import CuedeskError
from console.storage import studio as module
from console.storage.recognised import recognised
from console.storage.sqlite import DatabaseError
from console.storage.studio import Studio

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_a_file_that_is_not_there_is_called_so(tmp_path: Path) -> None:
    with pytest.raises(CuedeskError, match="There is no file"):
        recognised(tmp_path / "nothing.cuedesk")


def test_a_file_that_sqlite_cannot_open_ends_in_words_and_leaves_the_lock_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "show.cuedesk"
    Studio.open(path, NOW, Purpose.LIVE).close()

    def full(_: Path) -> None:
        raise DatabaseError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(module, "connect_writer", full)
        with pytest.raises(CuedeskError, match="disk is full"):
            Studio.open(path, NOW)
    Studio.open(path, NOW).close()

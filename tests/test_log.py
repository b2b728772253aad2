"""The program's own log."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from console.log import writing


def test_the_log_goes_to_the_standard_error_where_its_folder_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_bytes(b"a file in its place")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert type(writing()) is logging.StreamHandler
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    handler = writing()
    assert isinstance(handler, RotatingFileHandler)
    handler.close()

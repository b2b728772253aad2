"""The window's way to an engine that has ended."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.engine import Engine
from console.engine_thread import EngineThread
from console.errors import CuedeskError
from console.setup import Live


def test_what_is_asked_of_an_engine_that_could_not_begin_is_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    path.write_bytes(b"no database at all" * 1000)
    engine = EngineThread(lambda: Engine(path, Live((), "Friday", "USD"), lambda _name, _error: None))
    engine.start()
    qtbot.waitUntil(engine._desk.done, timeout=30_000)
    assert isinstance(engine._desk.exception(), CuedeskError)
    engine.close()
    assert engine.picture("https://shop.example/mug.png").cancelled()


@pytest.mark.parametrize("begun", [True, False])
def test_closing_waits_for_the_end(tmp_path: Path, *, begun: bool) -> None:
    engine = EngineThread(lambda: Engine(tmp_path / "show.cuedesk", Live((), "Friday", "USD"), lambda _n, _e: None))
    engine.start()
    if begun:
        engine._desk.result(timeout=30)
    engine.close()
    assert engine.picture("https://shop.example/mug.png").cancelled()

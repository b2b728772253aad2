"""The window shows the show before anything else is loaded, and what it shows is what the engine will say."""

import asyncio
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.store import Store
from console.desk.watching import Copy
from console.domain.changes import HeardLine
from console.domain.chat import ChatLine
from console.domain.commands import HearChat
from console.domain.money import EXPONENTS
from console.domain.show import Purpose
from console.engine import Engine
from console.glance import LINES, glance
from console.setup import require
from console.setup_rehearsal import Rehearsal, Wishes, sample_show
from console.storage.sqlite import connect_writer
from console.ui.bridge import Bridge
from console.ui.first_paint import show_painted

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
ROOT = Path(__file__).parents[2]
LATE = (
    *("aiohttp", "asyncio", "qasync", "babel", "keyring", "sqlite_utils", "filelock"),
    *("hashlib", "html", "inspect", "logging", "socket", "typing_extensions", "shibokensupport.signature.parser"),
    *("console.domain.decide", "console.log", "console.storage.journal", "console.storage.rows"),
    *("console.shop", "console.chat", "console.rehearsal", "console.imports", "console.engine", "console.desk.desk"),
    *("console.ui.every_act", "console.ui.history", "console.domain.undo", "console.ui.commands", "pypinyin"),
    *("console.ui.stock.body", "console.ui.stock.table"),
)
MOST_MODULES = 440  # each costs a fifth of a millisecond at least; whoever needs more finds one that can come later
AT_THE_FIRST_PAINT = """
import json, os, sys
from console.__main__ import main
from console.ui.quick_qt import prepare
prepare()
from console import app

painted = app.show_painted

def told(window):
    painted(window)
    panels = window.findChild(app.ConsoleView)
    rows = panels.queue.view.model().rowCount()
    print(json.dumps([rows, sorted(sys.modules)]), flush=True)
    os._exit(0)

app.show_painted = told
main(["rehearse", "--show", sys.argv[1]])
"""

KEYS_AT_ONCE = """
import json, os, sys
from console.__main__ import main
from console.ui.quick_qt import prepare
prepare()
from console import app
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

painted = app.show_painted

def told(window):
    painted(window)
    window.activateWindow()
    panels = window.findChild(app.ConsoleView)
    at_first = panels.rundown.focused
    for key in (Qt.Key.Key_F3, Qt.Key.Key_Home, Qt.Key.Key_Down, "?"):
        QTest.keyClick(QApplication.focusWidget(), key)
    sheets = [each for each in window.findChildren(QWidget) if type(each).__name__ == "KeysSheet"]
    row = panels.queue.view.currentIndex().row()
    print(json.dumps([at_first, row, [each.isVisible() for each in sheets]]), flush=True)
    os._exit(0)

app.show_painted = told
main(["rehearse", "--show", sys.argv[1]])
"""


async def filled(path: Path, lines: int) -> None:
    """Make a file with the sample show and so many lines of chat."""
    store = Store(path)
    show = await store.open(datetime.now(UTC), Purpose.REHEARSAL)
    desk = Desk(store, show, (), SteadyClock())
    desk.open()
    running = asyncio.ensure_future(desk.run())
    said = [HeardLine(ChatLine("T", str(at), "u1", "Ana", f"line {at}", desk.now())) for at in range(lines)]
    for command in (*sample_show(SAMPLE), HearChat(tuple(heard.line for heard in said))):
        await require(desk, command)
    running.cancel()
    await store.close()


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A rehearsal's file that has been used and closed."""
    path = tmp_path / "show.cuedesk"
    await filled(path, LINES + 50)
    return path


def never(name: str, error: BaseException) -> NoReturn:
    """Nothing may fail."""
    raise AssertionError(name) from error


async def the_engine_s(path: Path) -> Copy:
    """The copy that the engine gives when it has opened the file."""
    engine = Engine(path, Rehearsal(SAMPLE, Wishes()), never)
    try:
        return (await engine._open()).copy()
    finally:
        await engine.store.close()


async def test_a_glance_sees_what_the_engine_will_show(file: Path) -> None:
    seen = glance(file)
    engine_s = await the_engine_s(file)
    assert seen is not None
    assert seen.show.queue
    assert seen.show == engine_s.show
    assert seen.statuses == engine_s.statuses
    assert len(seen.chat) == LINES
    assert seen.chat == engine_s.chat[-LINES:]


async def test_a_glance_beside_a_running_engine_sees_the_same_and_hinders_nothing(file: Path) -> None:
    store = Store(file)
    show = await store.open(datetime.now(UTC))
    seen = glance(file)
    await store.close()
    assert seen is not None
    assert seen.show == show


def test_there_is_no_glance_at_what_is_no_file_of_this_version(tmp_path: Path) -> None:
    strange, empty = tmp_path / "strange.cuedesk", tmp_path / "empty.cuedesk"
    strange.write_text("not a show")
    empty.touch()
    assert [glance(path) for path in (strange, empty, tmp_path / "missing", tmp_path)] == [None] * 4


async def test_there_is_no_glance_at_a_file_whose_tables_are_not_whole(file: Path) -> None:
    connection = connect_writer(file)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DROP TABLE queue")
    connection.close()
    assert glance(file) is None


async def told_by(program: str, file: Path) -> Any:  # noqa: ANN401 - what a program prints
    """What one of the programs above prints when its window is painted."""
    run = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program, str(file)),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C"},
        stdout=subprocess.PIPE,
    )
    told, _ = await asyncio.wait_for(run.communicate(), 60)
    return json.loads(told)


async def test_keys_work_as_soon_as_the_window_is_painted(file: Path) -> None:
    assert await told_by(KEYS_AT_ONCE, file) == [True, 1, [True]]


async def test_nothing_that_is_not_painted_is_loaded_before_the_first_paint(file: Path) -> None:
    rows, modules = await told_by(AT_THE_FIRST_PAINT, file)
    assert rows == len((await the_engine_s(file)).show.queue) > 0
    assert [name for name in LATE if name in modules] == []
    assert len(modules) <= MOST_MODULES


def test_the_places_known_at_the_first_paint_are_those_of_the_tables() -> None:
    from babel.numbers import get_currency_precision

    assert {currency: get_currency_precision(currency) for currency in EXPONENTS} == EXPONENTS


def test_a_window_is_painted_when_showing_it_returns(qapp: QApplication) -> None:  # noqa: ARG001 - a window needs it
    painted = []

    class Window(QWidget):
        def paintEvent(self, event: object) -> None:
            painted.append(event is not None)

    window = Window()
    show_painted(window)
    assert painted == [True]
    window.hide()


def test_a_bridge_without_a_line_shows_a_copy_and_asks_nobody(qapp: QApplication, file: Path) -> None:  # noqa: ARG001
    from console.app import actor

    bridge = Bridge(None, actor())
    shown: list[object] = []
    bridge.shown.connect(lambda show, _entries: shown.append(show))
    seen = glance(file)
    assert seen is not None
    bridge.begin(seen)
    assert shown == [seen.show]
    with pytest.raises(RuntimeError, match="no line"):
        bridge.retry("T")

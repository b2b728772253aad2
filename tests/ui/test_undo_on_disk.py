"""Undoing through the real engine: what the window asks for is in the file, and the file is what its journal says."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from console.domain.commands import AdjustStock, Command, GoLive, QueueProducts, RemoveItem, SaveProduct
from console.domain.outcomes import Outcome
from console.domain.products import Opening
from console.engine import Engine
from console.engine_thread import EngineThread
from console.setup import Live
from console.storage.verify import verify
from console.ui.acts import Deed
from console.ui.bridge import Bridge
from console.ui.history import History
from tests.domain.goods import product
from tests.ui.conftest import OPERATOR


class RealActs:
    """A window's acts on a real engine; what awaits is awaited at once."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.notices: list[tuple[str, str, str]] = []

    @property
    def bridge(self) -> Bridge:
        return self._bridge

    def do(self, command: Command) -> None:
        self.start(self.ask(command), "a command")

    async def ask(self, command: Command) -> Outcome:
        return await self._bridge.ask(command)

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        assert name
        asyncio.run(work)

    def notice(
        self, key: str, title: str, next_step: str = "", *, deed: Deed | None = None, grave: bool = False
    ) -> None:
        self.notices.append((key, title, next_step))
        assert deed is None
        assert not grave

    def over(self, key: str) -> None:
        raise AssertionError(key)


def said(history: History, deeds: int, undone: int = 0) -> bool:
    return (len(history.deeds), [deed.undone for deed in history.deeds].count(True)) == (deeds, undone)


def until(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true, timeout=30_000)


def failed(name: str, error: BaseException) -> None:
    raise AssertionError(name) from error


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.cuedesk"


@pytest.fixture
def acts(qtbot: QtBot, path: Path) -> Iterator[RealActs]:
    engine = EngineThread(lambda: Engine(path, Live((), "Friday", "USD"), failed))
    bridge = Bridge(engine, OPERATOR)
    engine.start()
    qtbot.waitUntil(lambda: bridge.show.id == 1, timeout=30_000)
    yield RealActs(bridge)
    engine.close()


def test_what_is_undone_is_undone_on_the_disk(qtbot: QtBot, acts: RealActs, path: Path) -> None:
    history, bridge = History(acts), acts.bridge
    deeds: tuple[Command, ...] = (
        SaveProduct(product("cap"), (Opening("cap", 10),)),
        SaveProduct(product("mug"), (Opening("mug", 5),)),
        QueueProducts(("cap", "mug")),
        GoLive(),
        AdjustStock("cap", -3, "broken"),
    )
    for count, deed in enumerate(deeds, start=1):
        acts.do(deed)
        until(qtbot, partial(said, history, count))
    before = bridge.show
    acts.do(RemoveItem(before.queue[0].id))
    until(qtbot, partial(said, history, len(deeds) + 1))
    for left in (1, 2):
        history.undo()
        until(qtbot, partial(said, history, len(deeds) + 1, undone=left))
    assert bridge.show.queue == before.queue
    assert bridge.show.stock["cap"].on_hand == 10
    history.redo()
    qtbot.waitUntil(lambda: bridge.show.stock["cap"].on_hand == 7, timeout=30_000)
    assert acts.notices == []
    assert verify(path) == []

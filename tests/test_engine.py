"""The engine closes all that it opened, whatever one part of it does."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from console.desk.desk import Desk
from console.desk.ports import Part
from console.desk.store import Store
from console.engine import Engine
from console.engine_thread import EngineThread
from console.settings import resources
from console.setup_rehearsal import Rehearsal, Wishes
from console.storage.lock import holder


class Stubborn:
    """A part that cannot be closed."""

    name = "stubborn"

    async def run(self) -> None:
        await asyncio.Event().wait()

    def retry(self, connection: str) -> None:
        """There is nothing to connect."""

    async def aclose(self) -> None:
        raise ValueError("no")


class Counted(Stubborn):
    """A part that counts how often it is closed."""

    name = "counted"
    closed = 0

    async def aclose(self) -> None:
        self.closed += 1


class WithStubborn(Rehearsal):
    """A rehearsal of a part that cannot be closed, and one that can."""

    def __init__(self) -> None:
        super().__init__(resources() / "sample", Wishes())
        self.counted = Counted()

    def parts(self, desk: Desk, store: Store) -> Sequence[Part]:  # noqa: ARG002 - the setup's shape
        return [Stubborn(), self.counted]


async def test_a_part_that_cannot_be_closed_keeps_neither_the_others_nor_the_file_open(tmp_path: Path) -> None:
    path, setup, failed = tmp_path / "show.cuedesk", WithStubborn(), list[str]()
    engine = Engine(path, setup, lambda name, _: failed.append(name))
    desks: list[Desk] = []
    stop = asyncio.Event()
    running = asyncio.create_task(engine.run(desks.append, stop))
    async with asyncio.timeout(30):
        await engine._made.wait()
    stop.set()
    await running
    assert failed == ["stubborn"]
    assert setup.counted.closed == 1
    assert holder(path) == ""


async def test_a_failure_at_the_close_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[str] = []
    monkeypatch.setattr("console.log.log_failure", lambda name, error: noted.append(f"{name}: {error}"))
    setup = Rehearsal(resources() / "sample", Wishes())
    made: list[Engine] = []

    def make() -> Engine:
        made.append(Engine(tmp_path / "show.cuedesk", setup, lambda *_: None))
        return made[0]

    thread = EngineThread(make)
    thread.start()
    await thread.until_open()
    close = made[0].store.close

    async def failing() -> None:
        await close()
        raise OSError("the disk is gone")

    monkeypatch.setattr(made[0].store, "close", failing)
    await asyncio.to_thread(thread.close)
    assert noted == ["engine: the disk is gone"]

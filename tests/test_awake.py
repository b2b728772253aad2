"""The computer is kept awake from the start of a show to its end, and let go of without a word."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from console.awake import Awake
from console.desk.desk import Desk
from console.domain.commands import Command, EndShow, GoLive, NewShow
from console.domain.outcomes import Accepted
from console.domain.status import AwakeStatus
from tests.desk.house import desk_on
from tests.domain.goods import ANNA
from tests.end_to_end.syncing import until


@pytest.fixture
async def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    async with desk_on(tmp_path / "show.cuedesk") as desk:
        yield desk


async def ask(desk: Desk, command: Command) -> None:
    assert isinstance(await desk.ask(command, ANNA), Accepted)


@pytest.mark.parametrize("lets", [True, False])
async def test_it_says_before_the_show_whether_the_system_lets_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, *, lets: bool
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1" if lets else "0")
    if not lets:
        monkeypatch.setattr("console.awake.can_keep", lambda: False)
    task = asyncio.create_task(Awake(desk).run())
    await until(lambda: AwakeStatus(lets) in desk.copy().statuses)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_show_keeps_the_computer_awake_until_its_end(desk: Desk) -> None:
    awake = Awake(desk)
    task = asyncio.create_task(awake.run())
    for _ in range(2):
        await ask(desk, NewShow("Friday", "USD"))
        await ask(desk, GoLive())
        await until(lambda: awake._mode is not None)
        await ask(desk, EndShow())
        await until(lambda: awake._mode is None or task.done())
    await ask(desk, NewShow("Friday", "USD"))
    await ask(desk, GoLive())
    await until(lambda: awake._mode is not None)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert awake._mode is None

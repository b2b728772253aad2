"""A save that fails is an unknown: the file says what it has."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from console.desk import desk as desk_module
from console.desk.desk import TRIES, Desk
from console.domain.changes import Entry
from console.domain.chat import ChatLine
from console.domain.commands import AdjustStock, Command, GoLive, HearChat, HoldStock, NewShow, QueueProducts
from console.domain.outcomes import Adjusted, Unsaved
from console.domain.status import FileState, FileStatus
from console.storage.reader import reading
from console.storage.sqlite import IntegrityError, OperationalError
from console.storage.studio import Saving, Studio
from console.storage.verify import verify
from tests.desk.house import Window, desk_on, fields, watching
from tests.domain.goods import ANNA, NOON, stocked

SETTING: tuple[Command, ...] = (NewShow("Friday", "USD"), stocked("cap", 10), QueueProducts(("cap",)), GoLive())


class Trouble:
    """Saves that fail: the next `times`, before the transaction or after it has ended well."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._honest = Studio.save
        self.times = 0
        self.after = False
        self.error: Callable[[], Exception] = lambda: OperationalError("database or disk is full")

        def save(studio: Studio, batch: list[Saving]) -> list[Entry]:
            return self._save(studio, batch)

        monkeypatch.setattr(Studio, "save", save)

    def _save(self, studio: Studio, batch: list[Saving]) -> list[Entry]:
        if self.times == 0:
            return self._honest(studio, batch)
        self.times -= 1
        if self.after:
            self._honest(studio, batch)
        raise self.error()


@pytest.fixture
def trouble(monkeypatch: pytest.MonkeyPatch) -> Trouble:
    monkeypatch.setattr(desk_module, "REOPEN_PAUSES", (0.001,))
    return Trouble(monkeypatch)


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    file = tmp_path / "show.cuedesk"
    async with desk_on(file) as desk:
        for command in SETTING:
            await desk.ask(command, ANNA)
    return file


async def three_holds(desk: Desk) -> list[object]:
    return list(await asyncio.gather(*(desk.ask(HoldStock("cap", 4, f"v{n}"), ANNA, f"c{n}") for n in range(3))))


def states(window: Window) -> list[FileState]:
    return [each.state for each in window.told if isinstance(each, FileStatus)]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("times", [1, 2])
async def test_a_failed_save_is_looked_up_and_nothing_happens_twice(
    path: Path, trouble: Trouble, *, after: bool, times: int
) -> None:
    async with desk_on(path) as desk:
        window = watching(desk)
        trouble.times, trouble.after = times, after
        answers = await three_holds(desk)
        assert [type(each).__name__ for each in answers] == ["Adjusted", "Adjusted", "NotEnough"]
        assert desk.show.stock["cap"].reserved == 8
        assert window.copies == (1 if after else times)
        assert fields(window.show) == fields(desk.show)
        assert states(window)[-2:] == [FileState.TROUBLE, FileState.SAVED]
        trouble.times = 0
        assert await three_holds(desk) == answers
    assert verify(path) == []


async def test_a_disk_that_stays_full_is_an_answer_and_the_desk_goes_on_later(path: Path, trouble: Trouble) -> None:
    async with desk_on(path) as desk:
        trouble.times = TRIES
        assert await three_holds(desk) == [Unsaved("OperationalError: database or disk is full")] * 3
        assert desk.show.stock["cap"].reserved == 0
        assert isinstance(await desk.ask(HoldStock("cap", 4, "Mia"), ANNA, "c0"), Adjusted)
    assert verify(path) == []


async def test_a_command_that_cannot_be_saved_takes_no_other_with_it(path: Path) -> None:
    async with desk_on(path) as desk:
        lone_surrogate = AdjustStock("cap", 1, "\ud800")
        commands = (AdjustStock("cap", 1, "a"), lone_surrogate, AdjustStock("cap", 1, "b"))
        answers = await asyncio.gather(*(desk.ask(command, ANNA) for command in commands))
        assert [type(each) for each in answers] == [Adjusted, Unsaved, Adjusted]
        assert desk.show.stock["cap"].on_hand == 12
    assert verify(path) == []


async def test_a_row_that_the_tables_refuse_takes_no_other_with_it(path: Path, trouble: Trouble) -> None:
    async with desk_on(path) as desk:
        trouble.times, trouble.error = 1, lambda: IntegrityError("CHECK constraint failed")
        answers = await three_holds(desk)
        assert [type(each).__name__ for each in answers] == ["Adjusted", "Adjusted", "NotEnough"]


@pytest.mark.parametrize("step", ["reopen", "outcomes", "load"])
async def test_a_file_that_cannot_be_read_again_at_once_is_tried_until_it_can(
    path: Path, trouble: Trouble, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    async with desk_on(path) as desk:
        window = watching(desk)
        honest, left = getattr(Studio, step), [3]

        def failing(*arguments: object) -> object:
            left[0] -= 1
            if left[0] > 0:
                raise OSError("no such device")
            return honest(*arguments)

        monkeypatch.setattr(Studio, step, failing)
        trouble.times, trouble.after = 1, True
        answers = await asyncio.wait_for(three_holds(desk), 10)
        assert [type(each).__name__ for each in answers] == ["Adjusted", "Adjusted", "NotEnough"]
        assert fields(window.show) == fields(desk.show)
        assert states(window).count(FileState.TROUBLE) == 3
    assert verify(path) == []


async def test_a_chat_line_of_a_failed_save_is_kept_once(path: Path, trouble: Trouble) -> None:
    line = ChatLine("twitch:shop", "m1", "u1", "Mia", "hello", NOON)
    async with desk_on(path) as desk:
        trouble.times, trouble.after = 1, True
        await desk.ask(HearChat((line,)), ANNA)
        assert [heard.line for heard in desk.copy().chat] == [line]
    with reading(path) as reader:
        assert [heard.line for heard in reader.recent_chat(9)] == [line]

"""Backups that are made by themselves."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from console.backups import automatic, child
from console.backups.automatic import AutomaticBackups
from console.backups.by_hand import made, seen
from console.backups.child import back_up, restore
from console.desk.desk import Desk
from console.domain.commands import AdjustStock, GoLive
from console.domain.show import Purpose
from console.domain.status import BackupStatus
from console.errors import CuedeskError
from console.settings import data_folder
from console.storage.reader import reading
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.desk.house import Window, desk_on, watching
from tests.domain.goods import ANNA, NOON
from tests.storage.keeping import EVENING, keep

LONG = 3_600.0
WITHIN = 60.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A live file with a show that is prepared, not yet on the air."""
    studio = Studio.open(tmp_path / "show.cuedesk", NOON, Purpose.LIVE)
    keep(studio, EVENING[:5])
    studio.close()
    return studio.path


@asynccontextmanager
async def backing_up(desk: Desk, after_opening: float = 0.0, every: float = LONG) -> AsyncIterator[Window]:
    """Automatic backups at work, and what they tell."""
    part = AutomaticBackups(desk, desk._store, after_opening, every)
    window = watching(desk)
    work = asyncio.create_task(part.run())
    try:
        yield window
        await part.aclose()
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)


def told(window: Window) -> list[BackupStatus]:
    return [each for each in window.told if isinstance(each, BackupStatus)]


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(WITHIN):
        while not condition():  # noqa: ASYNC110 - what a process of its own does sets no event here
            await asyncio.sleep(0.01)


def told_times(window: Window, count: int) -> bool:
    return len(told(window)) == count


def kept() -> list[Path]:
    return sorted((data_folder() / "backups").rglob("*.cuedesk"))


async def test_a_file_with_changes_is_kept_soon_after_it_is_opened(path: Path) -> None:
    async with desk_on(path) as desk, backing_up(desk) as window:
        await until(lambda: len(told(window)) == 2)
        first, second = told(window)
    assert (first.last, first.trouble) == (None, "")
    assert second.last is not None
    assert [verify(each) for each in kept()] == [[]]


async def test_what_has_not_changed_since_the_last_backup_is_not_kept_again(path: Path) -> None:
    async with desk_on(path) as desk, backing_up(desk) as window:
        await until(lambda: len(told(window)) == 2)
    async with desk_on(path) as desk, backing_up(desk, every=0.0) as window:
        await until(lambda: told(window))
        for _ in range(50):
            await asyncio.sleep(0)
    assert len(kept()) == 1
    assert told(window)[0].last is not None


async def test_going_live_makes_one_at_once_with_all_that_was_prepared(path: Path) -> None:
    async with desk_on(path) as desk, backing_up(desk) as window:
        await until(lambda: len(told(window)) == 2)
        await desk.ask(AdjustStock("cap", 1, "found"), ANNA)
        await asyncio.sleep(0)
        assert len(kept()) == 1
        await desk.ask(GoLive(), ANNA)
        await until(lambda: len(told(window)) == 3)
        level = desk.show.stock["cap"]
    with reading(kept()[-1]) as reader:
        assert reader.show().stock["cap"] == level


async def test_one_is_made_at_each_interval_in_which_something_changed(path: Path) -> None:
    async with desk_on(path) as desk, backing_up(desk, every=0.01) as window:
        for count in (2, 3, 4):
            await until(partial(told_times, window, count))
            await desk.ask(AdjustStock("cap", 1, "found"), ANNA)
        await until(lambda: len(told(window)) == 5)
    assert len(kept()) == 4


async def test_a_full_disk_is_told_and_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = [100]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**12, 0, free[0]))
    async with desk_on(path) as desk, backing_up(desk, every=0.01) as window:
        await until(lambda: len(told(window)) >= 2)
        free[0] = 10**11
        await until(lambda: told(window)[-1].last is not None)
        first, failed, *_, last = told(window)
    assert first.trouble == ""
    assert failed.trouble == "No backup was made: 0.0 GB are free on its disk."
    assert failed.next_step
    assert last.trouble == ""
    assert len(kept()) == 1


async def test_a_folder_that_cannot_be_used_is_told(path: Path) -> None:
    (data_folder() / "backups").write_bytes(b"a file in its place")
    async with desk_on(path) as desk, backing_up(desk) as window:
        await until(lambda: len(told(window)) == 2)
    assert told(window)[1].trouble == "No backup was made: Not a directory."


async def test_a_damaged_file_is_told_in_the_words_of_the_command(path: Path, tmp_path: Path) -> None:
    with pytest.raises(CuedeskError, match=r"^There is no file .*nowhere\. Check the name"):
        await back_up(tmp_path / "nowhere", tmp_path / "to")
    with pytest.raises(CuedeskError, match=r"exists already"):
        await restore(path, path)


async def test_a_copy_that_takes_too_long_is_ended(path: Path, tmp_path: Path) -> None:
    with pytest.raises(CuedeskError, match="was not copied within 0 s"):
        await back_up(path, tmp_path / "to", longest=0.0)
    assert not (tmp_path / "to").exists()


async def test_a_name_that_looks_like_an_option_is_a_name(path: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as here:
        here.setenv("PYTHONPATH", str(Path(child.__file__).parents[2]))
        here.chdir(tmp_path)
        await back_up(path, Path("-json"))
        assert verify(Path("-json")) == []


async def test_the_end_waits_for_a_backup_that_is_being_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = asyncio.Event()

    async def slow(source: Path, to: Path) -> None:
        begun.set()
        await back_up(source, to)

    monkeypatch.setattr(automatic, "back_up", slow)
    async with desk_on(path) as desk, backing_up(desk):
        await begun.wait()
    assert len(kept()) == 1


async def test_a_backup_that_does_not_end_does_not_keep_the_console_from_closing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def endless(*_: Path) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(automatic, "back_up", endless)
    monkeypatch.setattr(automatic, "TO_FINISH", 0.01)
    async with asyncio.timeout(WITHIN):
        async with desk_on(path) as desk, backing_up(desk):
            await begun.wait()
    assert kept() == []


async def test_a_person_makes_one_at_once_or_elsewhere_and_sees_both_kinds(path: Path, tmp_path: Path) -> None:
    async with desk_on(path) as desk:
        made_now = await made(desk._store, None)
        elsewhere = await made(desk._store, tmp_path / "copy.cuedesk")
        there = await seen(desk._store)
    assert [Path(each.path) for each in there.backups] == kept() == [Path(made_now.path)]
    assert (there.file, elsewhere.path) == (str(path), str(tmp_path / "copy.cuedesk"))
    assert elsewhere.bytes == (tmp_path / "copy.cuedesk").stat().st_size
    assert verify(tmp_path / "copy.cuedesk") == []

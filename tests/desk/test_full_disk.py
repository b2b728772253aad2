"""A disk that is really full: the desk says so, goes on being looked at, and saves again when there is room."""

import asyncio
import os
import resource
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from io import RawIOBase
from pathlib import Path

import pytest

from console.desk.desk import Desk
from console.domain.chat import ChatLine
from console.domain.commands import AdjustStock, Command, GoLive, HearChat, NewShow, QueueProducts
from console.domain.outcomes import Adjusted, Done, Unsaved
from console.domain.saving import BARRED, FAILING, FULL, OTHER, WhyNot, why_not
from console.domain.status import FileState, FileStatus
from console.storage.verify import verify
from tests.desk.house import desk_on, fields, watching
from tests.domain.goods import ANNA, NOON, stocked

SETTING: tuple[Command, ...] = (NewShow("Friday", "USD"), stocked("cap", 10), QueueProducts(("cap",)), GoLive())
MEGABYTE = 1_000_000


class LittleDisk:
    """A folder that can be filled up and emptied again: a disk of its `own` for root, else a limit on files' sizes."""

    def __init__(self, folder: Path, *, own: bool) -> None:
        self.folder = folder
        self._own = own
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        """Leave no room at all."""
        if not self._own:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1, self._limits[1]))
            return
        with (
            (self.folder / "ballast").open("wb", buffering=0) as ballast,
            pytest.raises(OSError, match="No space left"),
        ):
            write_for_ever(ballast)

    def empty(self) -> None:
        """Make room again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)
        (self.folder / "ballast").unlink(missing_ok=True)


def write_for_ever(file: RawIOBase) -> None:
    while True:
        file.write(bytes(4096))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[LittleDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], check=False, capture_output=True
        ).returncode
    )
    made = LittleDisk(folder, own=mounted)
    yield made
    made.empty()
    if mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@asynccontextmanager
async def at_work(disk: LittleDisk) -> AsyncIterator[Desk]:
    async with desk_on(disk.folder / "show.cuedesk") as desk:
        for command in SETTING:
            await desk.ask(command, ANNA)
        yield desk
        disk.empty()


def last(statuses: list[FileStatus]) -> FileStatus:
    return statuses[-1]


async def filled(desk: Desk, disk: LittleDisk) -> Unsaved:
    """Ask for changes on a full disk until one is not saved: the log of changes may have some room of its own."""
    disk.fill()
    for number in range(2_000):
        outcome = await asyncio.wait_for(desk.ask(AdjustStock("cap", 1, f"found {number} {'x' * 150}"), ANNA), 60)
        if isinstance(outcome, Unsaved):
            return outcome
        disk.fill()
    raise AssertionError("the disk never got full")


async def test_on_a_full_disk_a_change_is_refused_in_words_and_nothing_of_it_stays(disk: LittleDisk) -> None:
    async with at_work(disk) as desk:
        window = watching(desk)
        refused = await filled(desk, disk)
        assert why_not(refused.reason) in {FULL, FAILING}
        told = [each for each in window.told if isinstance(each, FileStatus)]
        assert last(told).state is FileState.TROUBLE
        assert last(told).trouble in {FULL.title, FAILING.title}
        assert last(told).next_step
        assert fields(window.show) == fields(desk.show)


async def test_the_desk_comes_back_by_itself_when_there_is_room(disk: LittleDisk) -> None:
    async with at_work(disk) as desk:
        window = watching(desk)
        await filled(desk, disk)
        before = desk.show.stock["cap"].on_hand
        disk.empty()
        assert isinstance(await asyncio.wait_for(desk.ask(AdjustStock("cap", 1, "found"), ANNA), 60), Adjusted)
        assert desk.show.stock["cap"].on_hand == before + 1
        told = [each for each in window.told if isinstance(each, FileStatus)]
        assert last(told).state is FileState.SAVED
    assert verify(disk.folder / "show.cuedesk") == []


async def test_a_line_of_chat_that_did_not_fit_is_kept_once_it_is_heard_again(disk: LittleDisk) -> None:
    async with at_work(disk) as desk:
        line = ChatLine("twitch:a", "1", "mei", "Mei", "12 M please", NOON)
        await filled(desk, disk)
        await asyncio.wait_for(desk.ask(HearChat((line,)), ANNA), 60)
        disk.empty()
        assert isinstance(await asyncio.wait_for(desk.ask(HearChat((line,)), ANNA), 60), Done)
        assert [heard.line.text for heard in desk.copy().chat] == ["12 M please"]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("OperationalError: database or disk is full", FULL),
        ("OSError: [Errno 28] No space left on device", FULL),
        ("OperationalError: disk I/O error", FAILING),
        ("OperationalError: attempt to write a readonly database", BARRED),
        ("PermissionError: [Errno 13] Permission denied", BARRED),
        ("ValueError: what", OTHER),
    ],
)
def test_what_the_system_says_becomes_words(reason: str, words: WhyNot) -> None:
    assert why_not(reason) == words

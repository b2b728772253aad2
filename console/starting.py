"""The start page's choices, as files to open."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from console.domain.connections import Connection
from console.domain.show import Purpose
from console.errors import CuedeskError
from console.preferences import Preferences
from console.settings import data_folder, new_rehearsal, resources
from console.ui.imports.currencies import currencies
from console.ui.start.page import StartPage
from console.ui.start.values import RecentFile, StartValues
from console.ui.style.look import LiveLook
from console.wanted import Wanted

if TYPE_CHECKING:
    from console.engine import Setup


class StartChoice:
    """The start page, and what the person chose on it."""

    def __init__(self, look: LiveLook, preferences: Preferences) -> None:
        self.page = StartPage(look, start_values(preferences))
        self._made: asyncio.Future[Wanted] = asyncio.get_running_loop().create_future()
        self.page.rehearse.connect(lambda: self._choose(lambda: Wanted(new_rehearsal(), sample_rehearsal)))
        self.page.new_show.connect(lambda title, currency, path: self._choose(lambda: new_show(title, currency, path)))
        self.page.restore_file.connect(lambda backup, to: self._choose(lambda: restored(backup, to)))
        self.page.open_file.connect(lambda path: self._choose(lambda: existing(path)))

    def _choose(self, make: Callable[[], Wanted]) -> None:
        if not self._made.done():
            self._made.set_result(make())

    async def made(self) -> Wanted:
        """Wait for the choice."""
        return await self._made


def start_values(preferences: Preferences) -> StartValues:
    """What the start page shows: files that are still there, and what the last one is connected to."""
    recent = [RecentFile(each.title, Path(each.path), each.used) for each in preferences.recent]
    there = tuple(each for each in recent if each.path.is_file())
    return StartValues(data_folder(), there, connections_of(there[0].path) if there else (), currencies())


def connections_of(path: Path) -> tuple[Connection, ...]:
    """What a file is connected to; nothing if it cannot be read, which opening it will say."""
    from console.storage.reader import reading  # noqa: PLC0415
    from console.storage.recognised import readable  # noqa: PLC0415 - the start page only

    try:
        readable(path)
        with reading(path) as reader:
            return reader.show().connections
    except CuedeskError:
        return ()


def sample_rehearsal() -> "Setup":
    """A rehearsal of the sample show, driven by the person."""
    from console.setup_rehearsal import Rehearsal, Wishes  # noqa: PLC0415 - slow to import

    return Rehearsal(resources() / "sample", Wishes())


def new_show(title: str, currency: str, path: Path) -> Wanted:
    """A new live file with one show."""

    def setup() -> "Setup":
        from console.setup import Live  # noqa: PLC0415 - slow to import

        return Live((), title, currency)

    return Wanted(path, setup)


def existing(path: Path) -> Wanted:
    """A file that is there, as what it is for."""

    def setup() -> "Setup":
        from console.setup import Live  # noqa: PLC0415 - slow to import
        from console.storage.files import purpose_of  # noqa: PLC0415

        return Live() if purpose_of(path) is Purpose.LIVE else sample_rehearsal()

    return Wanted(path, setup)


def restored(backup: Path, to: Path) -> Wanted:
    """A file made out of a backup, then opened as what it is for; what is wrong with either is told as of any file."""

    def setup() -> "Setup":
        from console.storage.backup import whole_copy  # noqa: PLC0415 - slow to import

        whole_copy(backup, to)
        return existing(to).make_setup()

    return Wanted(to, setup)

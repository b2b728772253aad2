"""The engine: the desk and all that surrounds it, on a loop of its own. It knows no Qt."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from console.computer import Computer
from console.desk.desk import Desk
from console.desk.importing import resume
from console.desk.ports import Clock, Part
from console.desk.store import Store
from console.desk.watching import TAIL
from console.domain.connections import Connection
from console.domain.secret import Secret
from console.domain.show import Purpose
from console.domain.status import FileState, FileStatus
from console.domain.trials import Verdict
from console.errors import CuedeskError
from console.holds import Holds
from console.tasks import Tasks

LOOK_AT_IT = "Open a copy from before, and keep this file for a look at it: cuedesk verify names what is wrong."


class Setup(Protocol):
    """Which parts a console is made of: those of a live show, or those of a rehearsal."""

    @property
    def purpose(self) -> Purpose:
        """What its file is for."""

    @property
    def create(self) -> bool:
        """Whether a file that is missing is to be made."""

    def clock(self, last: datetime) -> Clock:
        """A clock that does not begin before the journal's last time."""

    async def prepare(self, desk: Desk) -> None:
        """Ask the desk for what must be there before the parts start. Raises CuedeskError."""

    def parts(self, desk: Desk, store: Store) -> Sequence[Part]:
        """The parts, not yet running. Called in a thread of its own, since imports are slow."""

    async def try_out(self, desk: Desk, connection: Connection, secret: Secret | None) -> Verdict:
        """Connect for real, once, with this secret or the one that is kept."""

    async def picture(self, address: str) -> Path:
        """The file of the picture at an address; not before the parts are made. Raises CuedeskError."""

    async def keep_secret(self, connection: Connection, secret: Secret) -> None:
        """Keep a connection's secret outside the file, and use it from now on. Raises CuedeskError."""


class Engine:
    """Opens a file, runs its desk and the parts around it, and closes all in reverse."""

    def __init__(self, path: Path, setup: Setup, failed: Callable[[str, BaseException], None]) -> None:
        self.store = Store(path)
        self._failed = failed
        self.setup = setup
        self._parts: list[Part] = []
        self._made = asyncio.Event()

    async def run(self, opened: Callable[[Desk], None], stop: asyncio.Event) -> None:
        """Run until `stop` is set. `opened` gets the desk as soon as it can be watched.

        Raises CuedeskError if the file cannot be used.
        """
        tasks = Tasks(self._failed)
        try:
            desk = await self._open()
            opened(desk)
            tasks.start(desk.run(), "desk")
            tasks.start(self._begin(desk, tasks), "start-up")
            await stop.wait()
        finally:
            for part in self._parts:
                await self._close(part)
            await tasks.close()
            await self.store.close()

    async def _close(self, part: Part) -> None:
        """Close a part; one that cannot be closed well keeps neither the others nor the file open."""
        try:
            await part.aclose()
        except Exception as error:  # noqa: BLE001 - it is told
            self._failed(part.name, error)

    async def _open(self) -> Desk:
        """Load the show, so that a window can have it at once."""
        purpose = self.setup.purpose
        show = await self.store.open(datetime.now(UTC), purpose if self.setup.create else None)
        if show.purpose is not purpose:
            raise wrong_purpose(self.store.name, show.purpose)
        chat = await self.store.recent_chat(TAIL)
        desk = Desk(self.store, show, chat, self.setup.clock(show.last_time))
        desk.report(FileStatus(self.store.name, FileState.CHECKING))
        return desk

    async def _begin(self, desk: Desk, tasks: Tasks) -> None:
        """Check the file, then let the desk decide and start the parts."""
        if troubles := await self.store.read(lambda reader: reader.checks()):
            reason = "; ".join(troubles)[:500]
            desk.report(FileStatus(self.store.name, FileState.TROUBLE, reason, LOOK_AT_IT))
            desk.refuse(reason)
            return
        desk.report(FileStatus(self.store.name, FileState.SAVED))
        desk.open()
        tasks.start(Computer(self.store.path.absolute().parent, self.store.saving, desk.report).run(), "computer")
        tasks.start(Holds(desk).run(), "holds")
        await resume(desk, self.store)
        await self.setup.prepare(desk)
        self._parts = list(await asyncio.to_thread(self.setup.parts, desk, self.store))
        for part in self._parts:
            tasks.start(part.run(), part.name)
        self._made.set()

    async def picture(self, address: str) -> Path:
        """The file of the picture at an address, as soon as the parts are made. Raises CuedeskError."""
        await self._made.wait()
        return await self.setup.picture(address)

    def retry(self, connection: str) -> None:
        """Try a connection again now."""
        for part in self._parts:
            part.retry(connection)


def wrong_purpose(name: str, purpose: Purpose) -> CuedeskError:
    """The refusal to rehearse on a live file, or to sell from a rehearsal's."""
    match purpose:
        case Purpose.LIVE:
            step = f"Rehearse on a copy of it: cuedesk rehearse --from {name}"
            return CuedeskError(f"{name} is a live studio's file.", step)
        case Purpose.REHEARSAL:
            return CuedeskError(f"{name} is a rehearsal's file.", f"Open it with cuedesk rehearse --show {name}")

"""Backups by themselves: soon after a file is opened, when its show goes live, and while anything changes."""

import asyncio
import shutil

from console.backups.by_hand import folder_of
from console.backups.child import back_up
from console.backups.folder import BackupsFolder
from console.desk.desk import Desk
from console.desk.store import Store
from console.desk.watching import News
from console.domain.backups import Backup
from console.domain.changes import Entry, WentLive
from console.domain.status import BackupStatus
from console.errors import CuedeskError

AFTER_OPENING = 5.0  # seconds: the start-up has the disk for itself
EVERY = 600.0
LEFT_FREE = 500_000_000  # bytes that a backup must leave free
TO_FINISH = 5.0


class AutomaticBackups:
    """Keeps backups of the desk's file. What keeps it from doing so is told, and tried again in its time."""

    name = "backups"

    def __init__(self, desk: Desk, store: Store, after_opening: float = AFTER_OPENING, every: float = EVERY) -> None:
        self._desk = desk
        self._store = store
        self._after_opening = after_opening
        self._every = every
        self._changed = False
        self._due = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    async def run(self) -> None:
        """Make backups until cancelled."""
        self._desk.watch(self._told)
        try:
            folder = await self._begun()
            await self._wait(self._after_opening)
            while True:
                if self._changed:
                    await self._keep(folder)
                await self._wait(self._every)
        finally:
            self._desk.unwatch(self._told)

    async def _begun(self) -> BackupsFolder:
        """The file's folder; what has changed since the last backup in it is to be kept."""
        folder = await folder_of(self._store)
        kept = await asyncio.to_thread(folder.backups)
        last = kept[0].at if kept else None
        self._changed = self._changed or last is None or self._desk.show.last_time > last
        self._desk.report(BackupStatus(last))
        return folder

    async def _wait(self, seconds: float) -> None:
        """Wait so long, or until the show goes live."""
        try:
            async with asyncio.timeout(seconds):
                await self._due.wait()
        except TimeoutError:
            return

    def _told(self, news: tuple[News, ...]) -> None:
        for each in news:
            if isinstance(each, Entry):
                self._changed = True
                if isinstance(each.change, WentLive):
                    self._due.set()

    async def _keep(self, folder: BackupsFolder) -> None:
        """Make one backup, delete those that are outdated, and tell how that went."""
        self._due.clear()
        self._changed = False
        self._idle.clear()
        now = self._desk.now()
        try:
            await asyncio.to_thread(require_room, folder)
            await back_up(self._store.path, await asyncio.to_thread(folder.place, now))
            await asyncio.to_thread(folder.tidy, now)
        except (CuedeskError, OSError) as error:
            self._changed = True
            kept = await asyncio.to_thread(folder.backups)
            self._desk.report(trouble(error, kept))
        else:
            self._desk.report(BackupStatus(now))
        finally:
            self._idle.set()

    def retry(self, connection: str) -> None:
        """There is nothing to connect."""

    async def aclose(self) -> None:
        """Let a backup that is being made be finished, if that does not take long."""
        try:
            async with asyncio.timeout(TO_FINISH):
                await self._idle.wait()
        except TimeoutError:
            return


def require_room(folder: BackupsFolder) -> None:
    """Refuse a backup that would fill the disk. Raises CuedeskError."""
    size = folder.file.stat().st_size
    free = shutil.disk_usage(folder.made()).free
    if free - size < LEFT_FREE:
        title = f"No backup was made: {free / 1e9:.1f} GB are free on its disk."
        raise CuedeskError(title, "Free some space; the show goes on, and the next backup is tried by itself.")


def trouble(error: CuedeskError | OSError, kept: list[Backup]) -> BackupStatus:
    """What to tell when a backup failed."""
    last = kept[0].at if kept else None
    if isinstance(error, CuedeskError):
        return BackupStatus(last, error.title, error.next_step)
    words = f"No backup was made: {error.strerror or error}."
    return BackupStatus(last, words, "Check the folder of your user's data; cuedesk doctor names it.")

"""Backups that a person asks for."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from console.backups.child import back_up
from console.backups.folder import BackupsFolder
from console.desk.store import Store
from console.domain.backups import Backup, BackupsSeen


async def folder_of(store: Store) -> BackupsFolder:
    """The folder of a file's backups."""
    lineage = await store.read(lambda reader: reader.lineage())
    return await asyncio.to_thread(BackupsFolder, store.path, lineage)


async def seen(store: Store) -> BackupsSeen:
    """The backups of a file that are there."""
    folder = await folder_of(store)
    return BackupsSeen(str(store.path), tuple(await asyncio.to_thread(folder.backups)))


async def made(store: Store, to: Path | None) -> Backup:
    """Back a file up, into its folder where no other place is named. Raises CuedeskError."""
    now = datetime.now(UTC)
    folder = await folder_of(store)
    place = await asyncio.to_thread(folder.place, now) if to is None else to
    await back_up(store.path, place)
    if to is None:
        await asyncio.to_thread(folder.tidy, now)
    return Backup(str(place), now, await asyncio.to_thread(size_of, place))


def size_of(path: Path) -> int:
    """The bytes of a file."""
    return path.stat().st_size

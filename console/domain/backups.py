"""Backups of a file, and which of them are kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

NEWEST = 12
HOURLY_FOR = timedelta(days=1)
DAILY_FOR = timedelta(days=30)
ROOM = 2_000_000_000  # bytes that the backups of one file may take
ROOM_FOR_ALL = 10_000_000_000  # bytes that those of all files may take


class Backup(msgspec.Struct, frozen=True):
    """One backup: where it is, when it was made, its bytes."""

    path: str
    at: datetime
    bytes: int


class BackupsSeen(msgspec.Struct, frozen=True):
    """The backups that are there of a file, the newest first."""

    file: str
    backups: tuple[Backup, ...] = ()


def outdated(backups: Iterable[Backup], now: datetime, room: int = ROOM) -> list[Backup]:
    """The backups to be deleted.

    Kept are the newest twelve, one of each hour of the last day, one of each day of the last 30, and of all these the
    newest for which there is room; the very newest is kept in any case.
    """
    ordered = sorted(backups, key=lambda each: each.at, reverse=True)
    kept = fitting([each for at, each in enumerate(ordered) if at < NEWEST or wanted(each, ordered[at - 1], now)], room)
    return [each for each in ordered if each not in kept]


def wanted(backup: Backup, newer: Backup, now: datetime) -> bool:
    """Whether a backup is the last one of its hour or of its day."""
    age = now - backup.at
    if age <= HOURLY_FOR:
        return hour(backup) != hour(newer)
    return age <= DAILY_FOR and backup.at.date() != newer.at.date()


def hour(backup: Backup) -> datetime:
    """The hour in which a backup was made."""
    return backup.at.replace(minute=0, second=0, microsecond=0)


def fitting(backups: Sequence[Backup], room: int) -> list[Backup]:
    """The newest of them that take no more room than that, at least one."""
    taken = 0
    kept: list[Backup] = []
    for backup in backups:
        taken += backup.bytes
        if taken > room and kept:
            break
        kept.append(backup)
    return kept


def beyond(files: Sequence[Sequence[Backup]], room: int = ROOM_FOR_ALL) -> list[Backup]:
    """The oldest backups of several files that are beyond the room for all; the newest of each file is never one."""
    taken = sum(each.bytes for file in files for each in file)
    newest = [max(file, key=lambda each: each.at) for file in files if file]
    gone = []
    for each in sorted((each for file in files for each in file if each not in newest), key=lambda each: each.at):
        if taken <= room:
            break
        gone.append(each)
        taken -= each.bytes
    return gone

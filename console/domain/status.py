"""How the file itself stands, its backups, and the computer that it is on."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec


class FileState(StrEnum):
    """What the console knows of its file."""

    CHECKING = "checking"
    SAVED = "saved"
    TROUBLE = "trouble"


class FileStatus(msgspec.Struct, frozen=True):
    """The file as the window shows it; `trouble` and `next_step` are words for people."""

    name: str
    state: FileState
    trouble: str = ""
    next_step: str = ""


class ComputerStatus(msgspec.Struct, frozen=True):
    """What the computer gives the console, as last measured.

    `free` bytes are left on the disk of the file (None: not to be known). `saving` is how long all but the slowest
    hundredth of the last saves took. `stepped` is how far the computer's clock has moved against one that nobody sets.
    """

    free: int | None = None
    saving: timedelta = timedelta()
    stepped: timedelta = timedelta()


class BackupStatus(msgspec.Struct, frozen=True):
    """The backups that are made by themselves: when the last one was, and why the next one failed, in words."""

    last: datetime | None = None
    trouble: str = ""
    next_step: str = ""


class AwakeStatus(msgspec.Struct, frozen=True):
    """Whether the system lets the console keep the computer awake."""

    can: bool

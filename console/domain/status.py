"""How the file itself stands, as the window's lamp shows it."""

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

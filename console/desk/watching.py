"""What watchers of the desk get: a full copy first, then what happens."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.chat import AuthorCleared, ChatGap, Erasure, LineDeleted, RoomCleared, SourceStatus
from console.domain.connections import ShopStatus
from console.domain.show import Show
from console.domain.status import AwakeStatus, BackupStatus, ComputerStatus, FileStatus

TAIL = 2_000

Status = SourceStatus | ShopStatus | FileStatus | ComputerStatus | AwakeStatus | BackupStatus


class Gone(msgspec.Struct, frozen=True):
    """A shop or a chat is there no more; what was told of it counts no longer."""

    connection: str


class Copy(msgspec.Struct, frozen=True):
    """All that a watcher needs to begin: the show, the last chat lines, and how the connections stand.

    It comes first, and again when the file had to be opened anew.
    """

    show: Show
    chat: tuple[HeardLine, ...]
    statuses: tuple[Status, ...]


News = Entry | Status | Gone | Copy
Watcher = Callable[[tuple[News, ...]], None]


class Speech(Protocol):
    """What of a line an erasure can name."""

    @property
    def source(self) -> str:
        """The configured source."""

    @property
    def id(self) -> str:
        """The line's id there."""

    @property
    def author(self) -> str:
        """The platform's id of the person."""

    @property
    def name(self) -> str:
        """The person's name."""


class Tail:
    """The last lines of the chat, with what moderators took away marked."""

    def __init__(self, lines: Iterable[HeardLine]) -> None:
        self._lines = deque(lines, TAIL)

    def hear(self, heard: ChatHeard) -> None:
        """Take in what was said and what was taken away, in order."""
        for event in heard.events:
            match event:
                case HeardLine():
                    self._lines.append(event)
                case ChatGap():
                    continue
                case LineDeleted() | AuthorCleared() | RoomCleared():
                    self._lines = deque((erased(line, event) for line in self._lines), TAIL)

    def lines(self) -> tuple[HeardLine, ...]:
        """The lines, oldest first."""
        return tuple(self._lines)


def erased(heard: HeardLine, erasure: Erasure) -> HeardLine:
    """The line, marked if the erasure is about it."""
    return msgspec.structs.replace(heard, erased=True) if concerns(erasure, heard.line) else heard


def concerns(erasure: Erasure, line: Speech) -> bool:
    """Whether an erasure is about a line."""
    if line.source != erasure.source:
        return False
    match erasure:
        case LineDeleted(id=number):
            return line.id == number
        case AuthorCleared(author=author, login=login):
            return line.author == author if author else line.name.casefold() == login.casefold()
        case RoomCleared():
            return True

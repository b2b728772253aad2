"""Which heard line became which row: for what a moderator takes away later."""

from bisect import bisect_left
from collections import deque
from functools import cache
from operator import attrgetter

import msgspec

from console.desk.watching import concerns
from console.domain.changes import HeardLine
from console.domain.chat import Erasure
from console.domain.claims.identity import line_key
from console.ui.chat.row import ChatRow

REMEMBERED = 20_000
ROLES = {"host": "host", "moderator": "mod", "vip": "sub", "subscriber": "sub"}


class Spoken(msgspec.Struct, frozen=True, gc=False):
    """What of a line is remembered: its row, and what an erasure names."""

    row: int
    source: str
    id: str
    author: str
    name: str


class Book:
    """Remembers the last lines, and gives each source a badge and a colour."""

    def __init__(self) -> None:
        self._lines: deque[Spoken] = deque(maxlen=REMEMBERED)
        self._colours: dict[str, int] = {}

    def row(self, heard: HeardLine) -> ChatRow:
        """The line as a row; it is remembered."""
        line = heard.line
        self._lines.append(Spoken(heard.row, line.source, line.id, line.author, line.name))
        return ChatRow(
            id=heard.row,
            name=line.name,
            text=line.text,
            badge=badge(line.source),
            badge_colour=self._colours.setdefault(line.source, len(self._colours)),
            roles=shown(line.roles),
            muted=line.backlog,
            erased=heard.erased,
            notice=line.kind == "notice",
        )

    def concerned(self, erasure: Erasure) -> list[int]:
        """The rows that an erasure is about."""
        return [line.row for line in self._lines if concerns(erasure, line)]

    def key(self, row: int) -> str:
        """The one name of a row's line of a platform; nothing if it is no line, or forgotten. Rows go upwards."""
        line = self.spoken(row)
        return line_key(line.source, line.id) if line else ""

    def spoken(self, row: int) -> Spoken | None:
        """What of a row's line is remembered."""
        at = bisect_left(self._lines, row, key=attrgetter("row"))
        line = self._lines[at] if at < len(self._lines) else None
        return line if line and line.row == row else None

    def clear(self) -> None:
        """Forget the lines; the sources keep their colours."""
        self._lines.clear()


@cache
def shown(roles: frozenset[str]) -> frozenset[str]:
    """The roles that a row shows: one set for all rows of the same, since thousands are kept."""
    return frozenset(ROLES[role] for role in roles if role in ROLES)


def badge(source: str) -> str:
    """One or two letters for a source: T for Twitch, EN for the English room of a rehearsal."""
    platform, _, room = source.partition(":")
    return room[:2].upper() if platform == "rehearsal" else platform[:1].upper()

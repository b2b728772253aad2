"""Which heard line became which row: for what a moderator takes away later."""

from bisect import bisect_left
from collections import deque
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from console.desk.watching import concerns
from console.domain.changes import HeardLine
from console.domain.chat import ChatLine, Erasure, LineKind
from console.domain.claims.identity import line_key
from console.ui.chat.row import ChatRow, Voice

REMEMBERED = 20_000
ROLES = {"host": "host", "moderator": "mod", "vip": "sub", "subscriber": "sub"}


class Spoken(NamedTuple):
    """What an erasure or a claim can name of a line."""

    source: str
    id: str
    author: str
    name: str


class Book:
    """Remembers the rows of the last lines, and gives each source a badge and a colour."""

    def __init__(self) -> None:
        self._rows: deque[ChatRow] = deque(maxlen=REMEMBERED)
        self._voices: dict[tuple[str, frozenset[str], bool, bool], Voice] = {}
        self._colours: dict[str, int] = {}
        self._names: dict[str, str] = {}

    def row(self, heard: HeardLine) -> ChatRow:
        """The line as a row; it is remembered."""
        line = heard.line
        name, author = self._once(line.name), self._once(line.author)
        row = ChatRow(heard.row, name, line.text, self._voice(line), line.id, author, heard.erased)
        self._rows.append(row)
        return row

    def _voice(self, line: ChatLine) -> Voice:
        """The voice of a line: one for all lines of the same."""
        key = (line.source, shown(line.roles), line.backlog, line.kind is LineKind.NOTICE)
        known = self._voices.get(key)
        if known is None:
            colour = self._colours.setdefault(line.source, len(self._colours))
            source, roles, muted, notice = key
            known = self._voices[key] = Voice(source, badge(source), colour, roles, muted, notice)
        return known

    def _once(self, word: str) -> str:
        """The same text each time: a viewer who talks has one name in memory."""
        if len(self._names) > REMEMBERED:
            self._names.clear()
        return self._names.setdefault(word, word)

    def concerned(self, erasure: Erasure) -> list[int]:
        """The rows that an erasure is about."""
        return [row.id for row in self._rows if concerns(erasure, spoken(row))]

    def key(self, row: int) -> str:
        """The one name of a row's line of a platform; nothing if it is no line, or forgotten."""
        line = self.spoken(row)
        return line_key(line.source, line.id) if line else ""

    def spoken(self, row: int) -> Spoken | None:
        """What of a row's line is remembered. Rows go upwards."""
        at = bisect_left(self._rows, row, key=attrgetter("id"))
        found = self._rows[at] if at < len(self._rows) else None
        return spoken(found) if found and found.id == row else None

    def clear(self) -> None:
        """Forget the lines; the sources keep their colours."""
        self._rows.clear()


def spoken(row: ChatRow) -> Spoken:
    """The line behind a row."""
    return Spoken(row.voice.source, row.line, row.author, row.name)


@cache
def shown(roles: frozenset[str]) -> frozenset[str]:
    """The roles that a row shows: one set for all rows of the same, since thousands are kept."""
    return frozenset(ROLES[role] for role in roles if role in ROLES)


def badge(source: str) -> str:
    """One or two letters for a source: T for Twitch, EN for the English room of a rehearsal."""
    platform, _, room = source.partition(":")
    return room[:2].upper() if platform == "rehearsal" else platform[:1].upper()

"""Chat lines from their rows."""

from itertools import islice
from typing import Any

from console.domain.changes import HeardLine
from console.domain.chat import ChatLine, LineKind
from console.storage.ids import told_line
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none
from console.storage.words import has_runs, query, runs

NOTICE, BACKLOG, MADE_UP = 1, 2, 4  # bits of a line's flags
ERASED = "chat.erased OR chat.id <= chat_speakers.cleared OR chat.id <= chat_sources.cleared"
COLUMNS = f"""chat.id, chat_sources.name, line, author, chat_speakers.name, text, heard_at, sent, roles, reply_to,
    flags, {ERASED}"""
NAMED = "JOIN chat_speakers ON chat_speakers.id = speaker JOIN chat_sources ON chat_sources.id = chat.source"
CHAT = f"{COLUMNS} FROM chat {NAMED}"
SEARCH = f"""SELECT {COLUMNS} FROM chat_words CROSS JOIN chat ON chat.id = chat_words.rowid {NAMED}
    WHERE chat_words MATCH ? ORDER BY chat_words.rowid DESC"""  # noqa: S608 - words of ours


def recent_chat(connection: Connection, limit: int) -> list[HeardLine]:
    """The last lines, oldest first."""
    rows = connection.execute(f"SELECT {CHAT} ORDER BY chat.id DESC LIMIT ?", (limit,)).fetchall()
    return [heard(row) for row in reversed(rows)]


def search_chat(connection: Connection, text: str, limit: int) -> list[HeardLine]:
    """The newest lines in which the words stand, newest first. The index tells which may have them, their text does."""
    wanted = runs(text)
    if not wanted:
        return []
    found = (heard(row) for row in connection.execute(SEARCH, (query(text),)))
    return list(islice((each for each in found if has_runs(f"{each.line.name} {each.line.text}", wanted)), limit))


def heard(row: tuple[Any, ...]) -> HeardLine:
    """A chat line from its row."""
    number, source, line, author, name, text, at, sent, roles, reply_to, flags, erased = row
    return HeardLine(
        ChatLine(
            source=source,
            id=told_line(line),
            author=author,
            name=name,
            text=text,
            heard_at=from_us(at),
            sent_at=from_us_or_none(None if sent is None else at + sent),
            kind=LineKind.NOTICE if flags & NOTICE else LineKind.MESSAGE,
            roles=frozenset(roles.split(",")) - {""},
            reply_to=told_line(reply_to),
            backlog=bool(flags & BACKLOG),
            made_up_id=bool(flags & MADE_UP),
        ),
        number,
        erased=bool(erased),
    )

"""Chat lines: once each, with their words for the search."""

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from console.domain.changes import ChatHeard, HeardLine
from console.domain.chat import AuthorCleared, ChatGap, ChatLine, Erasure, LineDeleted, RoomCleared
from console.storage.sqlite import Connection
from console.storage.times import to_us, to_us_or_none
from console.storage.words import words

LINE = """INSERT INTO chat (id, source, line, author, name, text, heard_at, sent_at, kind, roles, reply_to, backlog,
    made_up_id, erased) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
    EXISTS (SELECT 1 FROM chat_erased WHERE source = ?2 AND line = ?3))
    ON CONFLICT (source, line) DO NOTHING"""
LAST = "SELECT coalesce(max(id), 0) FROM chat"
SINCE = "SELECT id, erased FROM chat WHERE id > ?"
WORDS = "INSERT INTO chat_words (rowid, words) VALUES (?, ?)"
GAP = "INSERT INTO chat_gaps (source, began, ended, dropped) VALUES (?, ?, ?, ?)"


def write_chat(connection: Connection, change: ChatHeard) -> ChatHeard:
    """Keep what was heard. Returns it without the lines that the file had already, the others with their rows."""
    kept: list[HeardLine | Erasure | ChatGap] = []
    for _, events in groupby(change.events, key=type):
        kept += write_alike(connection, list(events))
    return ChatHeard(tuple(kept))


def write_alike(
    connection: Connection, events: Sequence[HeardLine | Erasure | ChatGap]
) -> Sequence[HeardLine | Erasure | ChatGap]:
    """Keep events of one kind. Returns what is new of them."""
    lines: list[ChatLine] = []
    for event in events:
        match event:
            case HeardLine(line=line):
                lines.append(line)
            case ChatGap():
                connection.execute(GAP, (event.source, to_us(event.began), to_us(event.ended), event.dropped))
            case LineDeleted() | AuthorCleared() | RoomCleared():
                write_erasure(connection, event)
            case _:
                assert_never(event)
    return write_lines(connection, lines) if lines else events


def write_lines(connection: Connection, lines: Sequence[ChatLine]) -> list[HeardLine]:
    """Keep lines, each table's in one statement. Returns those that were not there."""
    last = connection.execute(LAST).fetchone()[0]
    numbered = list(enumerate(lines, last + 1))
    connection.executemany(LINE, [(number, *columns(line)) for number, line in numbered])
    new = dict(connection.execute(SINCE, (last,)).fetchall())
    kept = [HeardLine(line, number, erased=bool(new[number])) for number, line in numbered if number in new]
    connection.executemany(WORDS, [(each.row, words(f"{each.line.name} {each.line.text}")) for each in kept])
    return kept


def columns(line: ChatLine) -> tuple[object, ...]:
    """A line as a row."""
    said = (line.source, line.id, line.author, line.name, line.text, to_us(line.heard_at), to_us_or_none(line.sent_at))
    roles = ",".join(sorted(line.roles))
    return (*said, line.kind, roles, line.reply_to, int(line.backlog), int(line.made_up_id))


def write_erasure(connection: Connection, erasure: Erasure) -> None:
    """Mark what a moderator took away; a line that comes later is marked when it comes."""
    run = connection.execute
    match erasure:
        case LineDeleted(source=source, id=line):
            run("INSERT OR IGNORE INTO chat_erased VALUES (?, ?)", (source, line))
            run("UPDATE chat SET erased = 1 WHERE source = ? AND line = ?", (source, line))
        case AuthorCleared(source=source, author=author) if author:
            run("UPDATE chat SET erased = 1 WHERE source = ? AND author = ?", (source, author))
        case AuthorCleared(source=source, login=login):
            run("UPDATE chat SET erased = 1 WHERE source = ? AND name = ? COLLATE NOCASE", (source, login))
        case RoomCleared(source=source):
            run("UPDATE chat SET erased = 1 WHERE source = ?", (source,))
        case _:
            assert_never(erasure)

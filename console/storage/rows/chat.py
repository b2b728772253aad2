"""Chat lines: once each, with their words for the search."""

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from console.domain.changes import ChatHeard, HeardLine
from console.domain.chat import AuthorCleared, ChatGap, ChatLine, Erasure, LineDeleted, LineKind, RoomCleared
from console.storage.heard import BACKLOG, MADE_UP, NOTICE
from console.storage.ids import kept_line
from console.storage.sqlite import Connection
from console.storage.times import to_us
from console.storage.words import words

SOURCE = "INSERT INTO chat_sources (name) VALUES (?) ON CONFLICT (name) DO NOTHING"
SPEAKER = """INSERT INTO chat_speakers (source, author, name, roles)
    SELECT id, ?2, ?3, ?4 FROM chat_sources WHERE name = ?1 ON CONFLICT DO NOTHING"""
LINE = """INSERT INTO chat (id, source, line, speaker, text, heard_at, sent, reply_to, flags, erased)
    SELECT ?1, chat_sources.id, ?3, chat_speakers.id, ?7, ?8, ?9, ?10, ?11,
        EXISTS (SELECT 1 FROM chat_erased WHERE source = chat_sources.id AND line = ?3)
    FROM chat_sources JOIN chat_speakers ON source = chat_sources.id
    WHERE chat_sources.name = ?2 AND (author, chat_speakers.name, roles) = (?4, ?5, ?6)
    ON CONFLICT (source, line) DO NOTHING"""
LAST = "SELECT coalesce(max(id), 0) FROM chat"
SINCE = "SELECT id, erased FROM chat WHERE id > ?"
GONE = "INSERT OR IGNORE INTO chat_erased SELECT id, ?2 FROM chat_sources WHERE name = ?1"
DELETED = "UPDATE chat SET erased = 1 WHERE source = (SELECT id FROM chat_sources WHERE name = ?1) AND line = ?2"
CLEARED = """UPDATE chat_speakers SET cleared = (SELECT coalesce(max(id), 0) FROM chat)
    WHERE source = (SELECT id FROM chat_sources WHERE name = ?)"""
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
    said = [(number, *columns(line)) for number, line in numbered]
    connection.executemany(SOURCE, dict.fromkeys((row[1],) for row in said))
    connection.executemany(SPEAKER, dict.fromkeys((row[1], *row[3:6]) for row in said))
    connection.executemany(LINE, said)
    new = dict(connection.execute(SINCE, (last,)).fetchall())
    kept = [HeardLine(line, number, erased=bool(new[number])) for number, line in numbered if number in new]
    connection.executemany(WORDS, [(each.row, words(f"{each.line.name} {each.line.text}")) for each in kept])
    return kept


def columns(line: ChatLine) -> tuple[object, ...]:
    """A line as a row."""
    who = (line.author, line.name, ",".join(sorted(line.roles)))
    heard = to_us(line.heard_at)
    sent = None if line.sent_at is None else to_us(line.sent_at) - heard
    flags = NOTICE * (line.kind is LineKind.NOTICE) + BACKLOG * line.backlog + MADE_UP * line.made_up_id
    return (line.source, kept_line(line.id), *who, line.text, heard, sent, kept_line(line.reply_to), flags)


def write_erasure(connection: Connection, erasure: Erasure) -> None:
    """Mark what a moderator took away: a line, that may come later, or all that somebody, or anybody, has said."""
    run = connection.execute
    match erasure:
        case LineDeleted(source=source, id=line):
            run(SOURCE, (source,))
            run(GONE, (source, kept_line(line)))
            run(DELETED, (source, kept_line(line)))
        case AuthorCleared(source=source, author=author) if author:
            run(f"{CLEARED} AND author = ?", (source, author))
        case AuthorCleared(source=source, login=login):
            run(f"{CLEARED} AND name = ? COLLATE NOCASE", (source, login))
        case RoomCleared(source=source):
            run("UPDATE chat_sources SET cleared = (SELECT coalesce(max(id), 0) FROM chat) WHERE name = ?", (source,))
        case _:
            assert_never(erasure)

"""Chat lines from their rows."""

from console.domain.changes import HeardLine
from console.domain.chat import ChatLine, LineKind
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

CHAT = """id, source, line, author, name, text, heard_at, sent_at, kind, roles, reply_to, backlog, made_up_id, erased
    FROM chat"""


def recent_chat(connection: Connection, limit: int) -> list[HeardLine]:
    """The last lines, oldest first."""
    rows = connection.execute(f"SELECT {CHAT} ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
    return [heard(row) for row in reversed(rows)]


def heard(row: tuple[object, ...]) -> HeardLine:
    """A chat line from its row."""
    number, source, line, author, name, text, heard_at, sent_at, kind, roles, reply_to, backlog, made_up, erased = row
    return HeardLine(
        ChatLine(
            source=str(source),
            id=str(line),
            author=str(author),
            name=str(name),
            text=str(text),
            heard_at=from_us(int(str(heard_at))),
            sent_at=from_us_or_none(int(str(sent_at)) if sent_at is not None else None),
            kind=LineKind(str(kind)),
            roles=frozenset(str(roles).split(",")) - {""},
            reply_to=str(reply_to),
            backlog=bool(backlog),
            made_up_id=bool(made_up),
        ),
        int(str(number)),
        erased=bool(erased),
    )

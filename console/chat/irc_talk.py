"""A conversation with an IRC server: lines in, answers and chat out; no socket, no clock."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import msgspec

from console.chat.clean import clean
from console.chat.dialects import MOST_ID, Dialect
from console.chat.irc_lines import IrcLine
from console.chat.made_up import MadeUpIds
from console.chat.nicks import ours
from console.chat.refusals import NICK_TAKEN, refusal, server_error, thrown_out
from console.desk.ports import Alive, ChatError, ChatEvent
from console.domain.chat import ChatLine, LineKind

MOST_BATCHES = 64
MOST_NICKS = 5
_BACKLOGS = frozenset({"chathistory", "draft/chathistory", "znc.in/playback"})
_STYLES = re.compile(
    "\x03(?:[0-9]{1,2}(?:,[0-9]{1,2})?)?|\x04(?:[0-9A-Fa-f]{6}(?:,[0-9A-Fa-f]{6})?)?|[\x02\x0f\x11\x16\x1d-\x1f]"
)
_ACTION = "\x01ACTION "


class Send(msgspec.Struct, frozen=True):
    """A line to send."""

    text: str


class Talk:
    """One connection's conversation about one room. `nicks` gives a name to try, a new one each time."""

    def __init__(self, source: str, room: str, dialect: Dialect, nicks: Callable[[], str], began: datetime) -> None:
        self._source = source
        self._room = room.lower()
        self._dialect = dialect
        self._nicks = nicks
        self._nick = nicks()
        self._refused_nicks = 0
        self._unanswered = len(dialect.caps)
        self._registered = False
        self._batches: dict[str, str] = {}
        self._ids = MadeUpIds(source, began)
        self._live_since: datetime | None = None
        self.joined = False

    def opening(self) -> Iterator[Send]:
        """What we say first: one wish at a time, since a server grants a request whole or not at all, then our name."""
        yield from (Send(f"CAP REQ :{cap}") for cap in self._dialect.caps)
        yield from map(Send, self._dialect.hello(self._nick))

    def take(self, line: IrcLine, now: datetime) -> Iterator[Send | ChatEvent]:
        """What follows from one line of the server. Raises ChatError where it ends the connection."""
        match line.command:
            case "PRIVMSG" | "NOTICE" | "USERNOTICE":
                yield from self._said(line, now)
            case "CLEARCHAT" | "CLEARMSG" | "REDACT" if self._here(line.param(0)):
                erasure = self._dialect.erasure(self._source, line)
                if erasure is not None:
                    yield erasure
            case "PING":
                yield Send(f"PONG :{line.param(-1)[:400]}")
                yield from self._alive()
            case "PONG":
                self._live_since = None
                yield from self._alive()
            case "BATCH":
                self._batch(line)
            case _:
                yield from self._other(line)

    def _other(self, line: IrcLine) -> Iterator[Send | ChatEvent]:
        match line.command:
            case "CAP" | "421":
                yield from self._answered(line)
            case "001":
                yield from self._welcomed(line)
            case "JOIN" if self._mine(line.nick) and self._here(line.param(0)):
                self.joined, self._live_since = True, _whole_second(_time(line))
                yield Alive()
            case "JOIN" if self.joined and self._here(line.param(0)):
                self._learn(line)
                yield Alive(arrival=not ours(line.nick))
            case "KICK" if self._mine(line.param(1)) and self._here(line.param(0)):
                raise thrown_out(line)
            case "PART" if self._mine(line.nick) and self._here(line.param(0)):
                raise thrown_out(IrcLine("KICK", (line.param(0), self._nick, line.param(1))))
            case "NICK" if self._mine(line.nick):
                self._nick = line.param(0)
            case "ERROR":
                raise server_error(line)
            case "RECONNECT":
                raise ChatError("The chat server asks to connect anew.", at_once=True)
            case command if command in NICK_TAKEN and not self._registered:
                yield from self._another_nick()
            case _:
                self._learn(line)

    def _learn(self, line: IrcLine) -> None:
        refused = refusal(line, self._room)
        if refused is not None and not self.joined:
            raise refused
        self._dialect.learn(line)

    def _answered(self, line: IrcLine) -> Iterator[Send]:
        """Each wish is granted or not; after the last answer (or without any understanding) we go on."""
        if self._unanswered <= 0 or self._registered:
            return
        if line.command == "421":
            self._unanswered = 0 if line.param(1).upper() == "CAP" else self._unanswered
        elif line.param(1).upper() in {"ACK", "NAK"}:
            self._unanswered -= 1
        if self._unanswered == 0:
            yield Send("CAP END")

    def _welcomed(self, line: IrcLine) -> Iterator[Send]:
        self._registered = True
        self._nick = line.param(0) or self._nick
        yield Send(f"JOIN {self._room}")

    def _another_nick(self) -> Iterator[Send]:
        self._refused_nicks += 1
        if self._refused_nicks >= MOST_NICKS:
            raise ChatError("The chat server accepts no name for the console.")
        self._nick = self._nicks()
        yield Send(f"NICK {self._nick}")

    def _alive(self) -> Iterator[Alive]:
        if self.joined:
            yield Alive()

    def _batch(self, line: IrcLine) -> None:
        name = line.param(0)
        if name.startswith("-"):
            self._batches.pop(name[1:], None)
        elif len(self._batches) < MOST_BATCHES:
            self._batches[name[1:]] = line.param(1).lower()

    def _said(self, line: IrcLine, now: datetime) -> Iterator[ChatEvent]:
        if line.command == "NOTICE" and not line.from_person:
            refused = self._dialect.refusal(line)
            if refused is not None:
                raise refused
        spoken = _spoken(line.param(1))
        if spoken and self.joined and self._here(line.param(0)) and not self._mine(line.nick):
            yield self._line(line, spoken, now)

    def _line(self, line: IrcLine, text: str, now: datetime) -> ChatLine:
        author = self._dialect.author(line)
        sent_at = _time(line)
        told = line.tags.get("msgid") or line.tags.get("id") or line.tags.get("draft/msgid") or ""
        return ChatLine(
            source=self._source,
            id=told[:MOST_ID] or self._ids.next(author.id, text, sent_at),
            author=author.id,
            name=author.name,
            text=text,
            heard_at=now,
            sent_at=sent_at,
            kind=LineKind.MESSAGE if line.command == "PRIVMSG" else LineKind.NOTICE,
            roles=author.roles,
            reply_to=(line.tags.get("reply-parent-msg-id") or line.tags.get("+draft/reply") or "")[:MOST_ID],
            backlog=self._is_backlog(line, sent_at),
            made_up_id=not told,
        )

    def _is_backlog(self, line: IrcLine, sent_at: datetime | None) -> bool:
        """Told by history; or by a server without batches, right after the join, and said before it by its own clock.

        The first line that is not older ends that: a server's clock that is set back later makes nothing backlog.
        """
        if self._batches.get(line.tags.get("batch", "")) in _BACKLOGS:
            return True
        if sent_at is not None and self._live_since is not None and sent_at < self._live_since:
            return True
        self._live_since = None
        return False

    def _mine(self, nick: str) -> bool:
        return nick.lower() == self._nick.lower()

    def _here(self, room: str) -> bool:
        return room.lower() == self._room


def _spoken(text: str) -> str:
    """The words of a message, of a `/me` too; nothing for the other requests that clients exchange."""
    if text.startswith("\x01"):
        text = text.removeprefix(_ACTION).rstrip("\x01") if text.startswith(_ACTION) else ""
    return clean(_STYLES.sub("", text) if not text.isprintable() else text)


def _time(line: IrcLine) -> datetime | None:
    """The server's time of a line: IRCv3's `time`, or Twitch's milliseconds; None where it is absent or absurd."""
    told = line.tags.get("time", "")
    millis = line.tags.get("tmi-sent-ts", "")
    try:
        if told:
            at = datetime.fromisoformat(told)
            return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
        return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(millis)) if millis[:16].isdigit() else None
    except (ValueError, OverflowError):
        return None


def _whole_second(at: datetime | None) -> datetime | None:
    """History often comes with its times cut to seconds."""
    return at.replace(microsecond=0) if at else None

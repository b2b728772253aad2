"""The two ways in which servers speak: plain IRCv3, and Twitch's."""

from typing import Protocol

import msgspec

from console.chat.clean import clean_name
from console.chat.irc_lines import IrcLine
from console.chat.members import Members
from console.desk.ports import ChatError
from console.domain.chat import AuthorCleared, Erasure, LineDeleted, RoomCleared

MOST_ID = 200
BADGES = {
    "broadcaster": "host",
    "moderator": "moderator",
    "vip": "vip",
    "subscriber": "subscriber",
    "founder": "subscriber",
}
GONE = frozenset({"msg_channel_suspended", "msg_room_not_found", "msg_banned", "tos_ban", "msg_channel_blocked"})


class Author(msgspec.Struct, frozen=True):
    """Who said a line."""

    id: str
    name: str
    roles: frozenset[str]


class Dialect(Protocol):
    """What differs from server to server."""

    caps: tuple[str, ...]

    def hello(self, nick: str) -> tuple[str, ...]:
        """The lines that introduce us."""

    def author(self, line: IrcLine) -> Author:
        """Who said this."""

    def erasure(self, source: str, line: IrcLine) -> Erasure | None:
        """What a moderator takes away with this line."""

    def learn(self, line: IrcLine) -> None:
        """Take note of what the server tells about the room."""

    def refusal(self, notice: IrcLine) -> ChatError | None:
        """What a notice of the server means, if it ends the connection."""


class PlainIrc:
    """IRCv3 as its specification has it."""

    caps: tuple[str, ...] = (
        "message-tags",
        "server-time",
        "batch",
        "account-tag",
        "multi-prefix",
        "draft/message-redaction",
    )

    def __init__(self, room: str) -> None:
        self._members = Members(room)

    def hello(self, nick: str) -> tuple[str, ...]:
        """Nick and user."""
        return (f"NICK {nick}", f"USER {nick} 0 * :{nick}")

    def author(self, line: IrcLine) -> Author:
        """The account where the server names it, else the whole mask: a nick alone is anybody's."""
        person = line.tags.get("account") or (line.prefix if line.from_person else "")
        return Author(person[:MOST_ID], clean_name(line.nick), self._members.roles(line.nick))

    def erasure(self, source: str, line: IrcLine) -> Erasure | None:
        """A redacted line."""
        return LineDeleted(source, line.param(1)[:MOST_ID]) if line.command == "REDACT" and line.param(1) else None

    def learn(self, line: IrcLine) -> None:
        """Names, modes, leavings."""
        self._members.learn(line)

    def refusal(self, notice: IrcLine) -> ChatError | None:
        """A notice never ends a connection of plain IRC."""
        del notice
        return None


class Twitch:
    """Twitch's IRC, read without an account."""

    caps: tuple[str, ...] = ("twitch.tv/tags", "twitch.tv/commands")

    def hello(self, nick: str) -> tuple[str, ...]:
        """The nick alone: an anonymous reader has no password."""
        return (f"NICK {nick}",)

    def author(self, line: IrcLine) -> Author:
        """The user's id, display name and badges, from the tags."""
        login = line.tags.get("login") or (line.nick if line.from_person else "")
        name = clean_name(line.tags.get("display-name", "")) or clean_name(login)
        badges = (badge.partition("/")[0] for badge in line.tags.get("badges", "").split(",", 32))
        roles = frozenset(BADGES[badge] for badge in badges if badge in BADGES)
        if line.tags.get("mod") == "1":
            roles |= {"moderator"}
        return Author(line.tags.get("user-id", "")[:MOST_ID], name, roles)

    def erasure(self, source: str, line: IrcLine) -> Erasure | None:
        """One line (CLEARMSG), one viewer's lines or all of them (CLEARCHAT)."""
        target = line.tags.get("target-msg-id", "")[:MOST_ID]
        if line.command == "CLEARMSG":
            return LineDeleted(source, target) if target else None
        if line.command != "CLEARCHAT":
            return None
        if len(line.params) < 2:  # noqa: PLR2004 - the room, then perhaps a viewer
            return RoomCleared(source)
        return AuthorCleared(source, line.tags.get("target-user-id", "")[:MOST_ID], clean_name(line.param(1)))

    def learn(self, line: IrcLine) -> None:
        """Twitch tells in each line's tags what there is to know."""

    def refusal(self, notice: IrcLine) -> ChatError | None:
        """A room that is gone or closed to us, or a sign-in that failed."""
        if notice.tags.get("msg-id") in GONE:
            return ChatError("This Twitch channel is closed.", "Check the channel's name.", retry=False)
        if notice.param(0) == "*" and "auth" in notice.param(-1).lower():
            return ChatError("Twitch did not let the console read along.", "Update the console.", retry=False)
        return None

"""Chat: what sources say, as plain text."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

QUIET_LEAST = timedelta(minutes=1)
QUIET_UNKNOWN = timedelta(minutes=5)
QUIET_MOST = timedelta(minutes=15)
MEMORY = 100
ENOUGH = 10


class LineKind(StrEnum):
    """What a line is."""

    MESSAGE = "message"
    NOTICE = "notice"


class ChatLine(msgspec.Struct, frozen=True, gc=False):
    """One line as it was said.

    `source` is the configured source ("twitch:myshop"), `id` the line's id there: together they are said once. `author`
    is the platform's id of the person ("" = unknown), `name` what is displayed. `text` is plain, cleaned and capped.
    `sent_at` is the platform's clock, for display only; `heard_at` is ours. A `backlog` line comes from the source's
    history: shown, never acted upon. `made_up_id` says that the platform gave no id.
    """

    source: str
    id: str
    author: str
    name: str
    text: str
    heard_at: datetime
    sent_at: datetime | None = None
    kind: LineKind = LineKind.MESSAGE
    roles: frozenset[str] = frozenset()
    reply_to: str = ""
    backlog: bool = False
    made_up_id: bool = False


class LineDeleted(msgspec.Struct, frozen=True, tag="line"):
    """A moderator took one line away."""

    source: str
    id: str


class AuthorCleared(msgspec.Struct, frozen=True, tag="author"):
    """A moderator took all lines of one author away. `author` is the platform's id, or `login` the name."""

    source: str
    author: str
    login: str = ""


class RoomCleared(msgspec.Struct, frozen=True, tag="room"):
    """A moderator emptied the room."""

    source: str


Erasure = LineDeleted | AuthorCleared | RoomCleared


class ChatGap(msgspec.Struct, frozen=True):
    """A stretch in which lines of a source may have been missed; `dropped` counts those known to be lost."""

    source: str
    began: datetime
    ended: datetime
    dropped: int = 0


class SourceState(StrEnum):
    """What the console knows of a source. Never read as health: the age of the last message is."""

    CONNECTING = "connecting"
    LISTENING = "listening"
    WAITING = "waiting"
    STOPPED = "stopped"


class SourceStatus(msgspec.Struct, frozen=True):
    """A source as the window shows it: when its last message came, and why it waits, in words.

    `usual` is the room's usual time between two messages, once it is known; `arrived_at` is when somebody last came in.
    """

    source: str
    state: SourceState
    last_message: datetime | None = None
    trouble: str = ""
    retry_at: datetime | None = None
    usual: timedelta | None = None
    arrived_at: datetime | None = None


class Usual(msgspec.Struct, frozen=True):
    """The time that usually lies between two messages of a room, learnt from the last hundred or so."""

    lines: int = 0
    mean: timedelta = timedelta()
    last: datetime | None = None

    def after(self, at: datetime) -> "Usual":
        """With one more message."""
        if self.last is None:
            return Usual(1, self.mean, at)
        gap = min(max(timedelta(), at - self.last), QUIET_MOST)
        weight = max(1 / MEMORY, 1 / self.lines)
        return Usual(self.lines + 1, self.mean + (gap - self.mean) * weight, at)

    @property
    def known(self) -> timedelta | None:
        """The time, once enough was heard to tell."""
        return self.mean if self.lines >= ENOUGH else None


def quiet_after(usual: timedelta | None) -> timedelta:
    """How long a room may be silent before that is worth a look: ten times its usual gap, a minute at least."""
    return QUIET_UNKNOWN if usual is None else min(QUIET_MOST, max(QUIET_LEAST, 10 * usual))

"""Chat: what sources say, as plain text."""

from datetime import datetime
from enum import StrEnum

import msgspec


class LineKind(StrEnum):
    """What a line is."""

    MESSAGE = "message"
    NOTICE = "notice"


class ChatLine(msgspec.Struct, frozen=True):
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
    """A source as the window shows it: when its last message came, and why it waits, in words."""

    source: str
    state: SourceState
    last_message: datetime | None = None
    trouble: str = ""
    retry_at: datetime | None = None

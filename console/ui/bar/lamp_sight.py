"""What is known of a connection or of the file, as a lamp shows it."""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import assert_never

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.chat import SourceState, SourceStatus, quiet_after
from console.domain.connections import ShopState, ShopStatus
from console.domain.standings import ARRIVING
from console.domain.status import BackupStatus, FileState, FileStatus
from console.ui.widgets.lamp import LampState, LampValue
from console.ui.words.times import age_text, clock_text

LONGEST_NAME = 16
LONGEST_TROUBLE = 32

Status = ShopStatus | SourceStatus | FileStatus | BackupStatus


class Room(Enum):
    """How much a lamp may say."""

    TROUBLE = auto()
    AGE = auto()
    WORD = auto()
    SHAPE = auto()


class Seen(msgspec.Struct, frozen=True):
    """The last status of one connection, when good news of it last came, and the name that tells it from its like.

    The only one of its kind needs no name. `began` is when it was first told of.
    """

    status: Status
    fresh: datetime | None = None
    name: str = ""
    began: datetime | None = None


class Sight(msgspec.Struct, frozen=True):
    """A lamp's value, the words behind it, and the connection that can be tried again ("" = none)."""

    value: LampValue
    words: str
    retry: str = ""


def name_of(status: Status) -> str:
    """What the status is about: there is one lamp for each."""
    match status:
        case ShopStatus(shop=name):
            return f"shop {name}"
        case SourceStatus(source=name):
            return f"chat {name}"
        case FileStatus():
            return "file"
        case BackupStatus():
            return "backup"
        case _:
            assert_never(status)


def sight(seen: Seen, now: datetime, room: Room) -> Sight:
    """How a lamp shows what was seen, at `now`."""
    match seen.status:
        case ShopStatus() as shop:
            return _shop(shop, seen, now, room)
        case SourceStatus() as source:
            return _chat(source, seen, now, room)
        case FileStatus() as file:
            return _file(file, room)
        case BackupStatus() as backup:
            told = _told(backup.trouble, backup.next_step)
            return _trouble(LampState.WARN, _tr("backup"), _tr("none made"), _tr("none made"), told, room, "")
        case _:
            assert_never(seen.status)


def _shop(shop: ShopStatus, seen: Seen, now: datetime, room: Room) -> Sight:
    word = _cut(seen.name or _tr("shop"), LONGEST_NAME)
    age = age_text(now - seen.fresh) if seen.fresh else ""
    since = _tr("no answer since {0}").format(clock_text(seen.fresh)) if shop.trouble and seen.fresh else ""
    words = _told(shop.shop, shop.trouble, since, shop.next_step)
    match shop.state:
        case ShopState.CONNECTING:
            return _sight(LampState.BUSY, word, _tr("connecting"), words, room)
        case ShopState.READY:
            if shop.unsent:
                since = _tr("since {0}").format(clock_text(shop.stuck)) if shop.stuck else ""
                told = _told(words, since, shop.unsent)
                return _trouble(LampState.WARN, word, shop.unsent, since or age, told, room, shop.shop)
            stale = seen.fresh is not None and now - seen.fresh >= shop.due
            return _sight(LampState.WARN if stale else LampState.OK, word, age, words, room)
        case ShopState.TROUBLE:
            trouble = _tr("trouble")
            return _trouble(LampState.BAD, word, shop.trouble or trouble, trouble, words, room, shop.shop)
        case ShopState.DENIED:
            return _trouble(LampState.BAD, word, shop.trouble or _tr("denied"), _tr("denied"), words, room, shop.shop)
        case _:
            assert_never(shop.state)


def _chat(source: SourceStatus, seen: Seen, now: datetime, room: Room) -> Sight:
    word = _cut(seen.name or _tr("chat"), LONGEST_NAME)
    words = _told(source.source, source.trouble)
    match source.state:
        case SourceState.CONNECTING:
            return _sight(LampState.BUSY, word, _tr("connecting"), words, room)
        case SourceState.LISTENING:
            return _listening(source, seen, now, word, room)
        case SourceState.WAITING:
            left = source.retry_at - now if source.retry_at else timedelta(0)
            age = _tr("again in {age}").format(age=age_text(left)) if left > timedelta(0) else _tr("waiting")
            return _trouble(LampState.WARN, word, source.trouble or age, age, words, room, source.source)
        case SourceState.STOPPED:
            stopped = _tr("stopped")
            return _trouble(LampState.BAD, word, source.trouble or stopped, stopped, words, room, source.source)
        case _:
            assert_never(source.state)


def _listening(source: SourceStatus, seen: Seen, now: datetime, word: str, room: Room) -> Sight:
    if seen.fresh is None:
        waited = source.arrived_at is not None and seen.began is not None and now - seen.began > ARRIVING
        state = LampState.WARN if waited else LampState.OK
        return _sight(state, word, _tr("no line yet"), source.source, room)
    age = age_text(now - seen.fresh)
    if now - seen.fresh > quiet_after(source.usual):
        quiet = _tr("quiet {age}").format(age=age)
        return _sight(LampState.WARN, word, quiet, _told(source.source, quiet), room)
    return _sight(LampState.OK, word, age, source.source, room)


def _file(file: FileStatus, room: Room) -> Sight:
    words, word = _told(file.name, file.trouble, file.next_step), _tr("file")
    match file.state:
        case FileState.CHECKING:
            return _sight(LampState.BUSY, word, _tr("checking"), words, room)
        case FileState.SAVED:
            return _sight(LampState.OK, word, _tr("saved"), words, room)
        case FileState.TROUBLE:
            return _trouble(LampState.BAD, word, file.trouble or _tr("trouble"), _tr("trouble"), words, room, "")
        case _:
            assert_never(file.state)


def _sight(state: LampState, word: str, age: str, words: str, room: Room) -> Sight:
    return Sight(_value(state, word, age, room), words)


def _trouble(state: LampState, word: str, trouble: str, age: str, words: str, room: Room, retry: str) -> Sight:
    shown = _cut(trouble, LONGEST_TROUBLE) if room is Room.TROUBLE else age
    return Sight(_value(state, word, shown, room), words, retry)


def _value(state: LampState, word: str, age: str, room: Room) -> LampValue:
    match room:
        case Room.TROUBLE | Room.AGE:
            return LampValue(state, word, age)
        case Room.WORD:
            return LampValue(state, word)
        case Room.SHAPE:
            return LampValue(state, "")
        case _:
            assert_never(room)


def _told(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lamps", text)

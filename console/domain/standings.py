"""How shops and chats stand over time: since when one is cut, and whether that is worth a person's look."""

from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from console.domain.chat import SourceState, SourceStatus, quiet_after
from console.domain.connections import ShopState, ShopStatus
from console.domain.health import State

ARRIVING = timedelta(minutes=3)
"""A room in which people arrive and nobody speaks for so long may be the wrong one."""

Linked = ShopStatus | SourceStatus


class Standing(msgspec.Struct, frozen=True):
    """One connection as it was last told.

    `fresh` is when good news of it last came: a shop's answer, a chat's last message. `cut` is since when there is none
    to be had, and `trouble` with its `next_step` why, also while it is tried again. `began` is when it was first told.
    Late news of a shop is worth a look where it is `watched`: not in a rehearsal, whose clock may run faster than it.
    """

    status: Linked
    began: datetime
    fresh: datetime | None = None
    cut: datetime | None = None
    trouble: str = ""
    next_step: str = ""
    watched: bool = True

    @property
    def name(self) -> str:
        """The connection's source."""
        return self.status.shop if isinstance(self.status, ShopStatus) else self.status.source


def stood(before: Standing | None, status: Linked, at: datetime) -> Standing:
    """The standing after a status was told at that instant."""
    known = before or Standing(status, at)
    good = status.state in {ShopState.READY, SourceState.LISTENING}
    fresh = at if isinstance(status, ShopStatus) and good else known.fresh
    if isinstance(status, SourceStatus):
        fresh = status.last_message or known.fresh
    if good:
        return Standing(status, known.began, fresh)
    waiting = status.state in {ShopState.CONNECTING, SourceState.CONNECTING}
    trouble, step = (known.trouble, known.next_step) if waiting else (status.trouble, next_step_of(status))
    return replace(known, status=status, fresh=fresh, cut=known.cut or at, trouble=trouble, next_step=step)


def next_step_of(status: Linked) -> str:
    """What a person can do, as far as the status says it apart from the trouble."""
    return status.next_step if isinstance(status, ShopStatus) else ""


def spoken(standing: Standing, at: datetime) -> Standing:
    """The standing after somebody spoke in the room."""
    return standing if standing.fresh and standing.fresh >= at else replace(standing, fresh=at)


def state_of(standing: Standing, now: datetime) -> State:
    """How it stands: bad without its news, attention where it is late, unknown while it is first connected."""
    match standing.status:
        case ShopStatus(state=ShopState.READY, due=due):
            late = standing.watched and age_of(standing, now) >= due
            return State.ATTENTION if late else State.OK
        case SourceStatus(state=SourceState.LISTENING) as room:
            return State.ATTENTION if silent(standing, room, now) else State.OK
        case _:
            return State.BAD if standing.trouble else State.UNKNOWN


def age_of(standing: Standing, now: datetime) -> timedelta:
    """How old the last good news is; without any, how long it was waited for."""
    return max(timedelta(), now - (standing.fresh or standing.began))


def silent(standing: Standing, room: SourceStatus, now: datetime) -> bool:
    """Whether a room is silent for longer than is usual there; or people arrive and nobody has said a word."""
    if standing.fresh is not None:
        return age_of(standing, now) > quiet_after(room.usual)
    return room.arrived_at is not None and age_of(standing, now) > ARRIVING


def arriving(standing: Standing) -> bool:
    """Whether people came into the room since somebody last spoke there."""
    room = standing.status
    if not isinstance(room, SourceStatus) or room.arrived_at is None:
        return False
    return standing.fresh is None or room.arrived_at > standing.fresh

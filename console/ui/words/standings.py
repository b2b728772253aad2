"""How shops and chats stand, in words: what is so, since when, and the next step."""

from datetime import datetime, timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from console.domain.chat import SourceState, SourceStatus
from console.domain.connections import ShopState, ShopStatus
from console.domain.health import Check, State
from console.domain.standings import Standing, age_of, arriving, state_of
from console.ui.words.times import SECOND, age_text, clock_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Standings", text)


def check_of(standing: Standing, now: datetime, *, lasting: bool = False) -> Check:
    """One connection as something that was looked at. `lasting` words stay as they are while it stands so.

    The instant is that of its last good news; with `lasting` words, since when it stands badly.
    """
    match standing.status:
        case ShopStatus():
            words, step = _shop(standing, standing.status, now, lasting=lasting)
            name = "shop"
        case SourceStatus():
            words, step = _chat(standing, standing.status, now, lasting=lasting)
            name = "chat"
        case _:
            assert_never(standing.status)
    at = (standing.cut or standing.fresh or standing.began) if lasting else standing.fresh
    return Check(name, state_of(standing, now), words, step, standing.name, at)


def _shop(standing: Standing, shop: ShopStatus, now: datetime, *, lasting: bool) -> tuple[str, str]:
    match shop.state:
        case ShopState.READY:
            if state_of(standing, now) is State.OK:
                return _tr("up to date"), ""
            words = _tr("no answer since {time}") if lasting else _tr("no answer for {age}")
            step = _tr("Orders since then may be missing. It is asked again by itself.")
            return words.format(time=_since(standing), age=age_text(age_of(standing, now))), step
        case ShopState.CONNECTING | ShopState.TROUBLE | ShopState.DENIED:
            if not standing.trouble:
                return _tr("connecting"), _tr("Wait a moment.")
            return _cut(standing, now, denied=shop.state is ShopState.DENIED)
        case _:
            assert_never(shop.state)


def _cut(standing: Standing, now: datetime, *, denied: bool) -> tuple[str, str]:
    """A shop of which nothing is heard: the reason, how long, and what that means."""
    reason = standing.trouble.rstrip(".")
    if standing.fresh is None:
        return _tr("{reason}.").format(reason=reason), standing.next_step
    told = _tr("denied since {time}: {reason}.") if denied else _tr("cut since {time}: {reason}.")
    words = told.format(time=clock_text(standing.cut or now), reason=reason)
    missing = _tr("Orders since {time} may be missing; the show goes on.").format(time=clock_text(standing.fresh))
    return words, f"{missing} {standing.next_step}".strip()


def _chat(standing: Standing, room: SourceStatus, now: datetime, *, lasting: bool) -> tuple[str, str]:
    match room.state:
        case SourceState.LISTENING:
            return _listening(standing, room, now, lasting=lasting)
        case SourceState.CONNECTING | SourceState.WAITING | SourceState.STOPPED:
            if not standing.trouble:
                return _tr("connecting"), _tr("Wait a moment.")
            return _lost(standing, room, now, lasting=lasting)
        case _:
            assert_never(room.state)


def _lost(standing: Standing, room: SourceStatus, now: datetime, *, lasting: bool) -> tuple[str, str]:
    time = clock_text(standing.cut or now)
    words = _tr("cut since {time}: {reason}").format(time=time, reason=standing.trouble)
    if room.state is SourceState.STOPPED:
        return words, _tr("It waits for you: put it right, then try again.")
    left = room.retry_at - now if room.retry_at and not lasting else timedelta()
    again = _tr("It is tried again in {age}.").format(age=age_text(left)) if left > timedelta() else ""
    return words, again or _tr("It is tried again by itself; what is said meanwhile is missing.")


def _listening(standing: Standing, room: SourceStatus, now: datetime, *, lasting: bool) -> tuple[str, str]:
    good = state_of(standing, now) is State.OK
    if good and standing.fresh is None:
        return _tr("joined; nobody has spoken yet"), ""
    age = age_text(age_of(standing, now))
    if good:
        return _tr("last line {age} ago").format(age=age), ""
    words, step = _silent(standing, room, lasting=lasting)
    return words.format(time=_since(standing), age=age), step


def _silent(standing: Standing, room: SourceStatus, *, lasting: bool) -> tuple[str, str]:
    if arriving(standing):
        words = _tr("people arrive, but nobody has spoken since {time}")
        return (
            words if lasting else _tr("people arrive, but nobody has spoken for {age}"),
            _tr("Check that this is the room of the show."),
        )
    if lasting or room.usual is None:
        words = _tr("silent since {time}") if lasting else _tr("nobody has spoken for {age}")
        return words, _tr("Look at the platform's own page: the room answers, but no line comes.")
    usual = age_text(max(SECOND, room.usual))
    words = _tr("silent for {age}; usually a line every {usual}").replace("{usual}", usual)
    return words, _tr("Look at the platform's own page: the room answers, but no line comes.")


def _since(standing: Standing) -> str:
    return clock_text(standing.fresh or standing.began)

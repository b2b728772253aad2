"""Times on the command line: of this computer's clocks, lengths in minutes and seconds."""

import re
from datetime import UTC, datetime, timedelta

from console.domain.rundown import first_start
from console.domain.show import Show
from console.errors import CuedeskError

SECOND = timedelta(seconds=1)
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?")


def at_or_now(text: str | None, show: Show) -> datetime:
    """The moment that is meant: an ISO instant, or the time of day that is nearest to the show. Raises CuedeskError."""
    now = datetime.now(UTC)
    if text is None:
        return now
    if match := _CLOCK.fullmatch(text):
        hour, minute, second = (int(part or 0) for part in match.groups())
        near = show.began or first_start(show.segments) or now
        local = near.astimezone().replace(tzinfo=None, hour=hour, minute=minute, second=second, microsecond=0)
        return min(((local + timedelta(days=days)).astimezone() for days in (-1, 0, 1)), key=lambda at: abs(at - near))
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError) as error:
        raise CuedeskError(
            f"“{text[:40]}” is no time.", "Give 20:30, 20:30:15 or 2026-05-01T20:30, or leave --at out."
        ) from error


def clock(instant: datetime, *, day: bool = False) -> str:
    """The time of day on this computer's clocks."""
    return f"{instant.astimezone():%Y-%m-%d %H:%M:%S}" if day else f"{instant.astimezone():%H:%M:%S}"


def length(took: timedelta) -> str:
    """A length: `5:00` or `1:05:00`."""
    seconds = abs(took) // SECOND
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def signed(took: timedelta, plus: str = "+") -> str:
    """A difference: `+2:00`, `-0:30`, `0:00`."""
    sign = "" if abs(took) < SECOND else plus if took > timedelta(0) else "-"
    return sign + length(took)

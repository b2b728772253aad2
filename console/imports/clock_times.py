"""Times of a rundown as people write them: starts on the wall's clock of the studio, and durations."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from console.imports.cells import CellError

LONGEST = timedelta(hours=24)
FARTHEST = timedelta(days=31)
HALF_DAY = timedelta(hours=12)

_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_WORDS = re.compile(
    r"(?:([0-9]{1,3})\s*h(?:ours?|rs?)?)?\s*(?:([0-9]{1,4})\s*m(?:in(?:ute)?s?)?)?\s*(?:([0-9]{1,5})\s*s(?:ec(?:ond)?s?)?)?",
    re.IGNORECASE,
)


class Studio(msgspec.Struct, frozen=True):
    """Where and when the show is: its date, and the time zone of its clocks."""

    day: date
    zone: ZoneInfo


def clock_or_instant(text: str) -> time | datetime:
    """Read `20:30`, `20:30:15` or an ISO date with a time. Raises CellError."""
    if match := _CLOCK.fullmatch(text):
        hour, minute, second = (int(part or 0) for part in match.groups())
        if hour < 24 and minute < 60 and second < 60:  # noqa: PLR2004 - the clock's own numbers
            return time(hour, minute, second)
    try:
        if "T" in text or " " in text:
            return datetime.fromisoformat(text)
    except ValueError as error:
        raise _no_start(text) from error
    raise _no_start(text)


def instant(told: time | datetime, before: datetime | None, studio: Studio) -> datetime:
    """The UTC instant of a start, `before` being the start above it, if any.

    A clock time more than 12 hours smaller than the one above belongs to the next day. Raises CellError for times that
    the clocks skip, for a start before the one above, and for one that is over 31 days from the show.
    """
    if isinstance(told, datetime):
        _near(told.date(), studio)
        found = on_the_wall(told, studio.zone) if told.tzinfo is None else told.astimezone(UTC)
    elif before is None:
        found = on_the_wall(datetime.combine(studio.day, told), studio.zone)
    else:
        found = _after(told, before, studio.zone)
    _near(found.date(), studio)
    if before is not None and found < before:
        raise CellError("the start lies before the one above")
    return found


def duration(text: str) -> timedelta:
    """Read `5:30` (minutes and seconds), `1:05:30`, `90s`, `5m`, `1h 30m` or `5` (minutes). Raises CellError."""
    found = _duration(text.strip())
    if found is None:
        raise CellError(f"“{text[:40]}” is not a duration such as 5:30, 1:05:30, 90s or 1h 30m")
    if not timedelta() < found <= LONGEST:
        raise CellError(f"“{text[:40]}” is not between one second and 24 hours")
    return found


def _duration(text: str) -> timedelta | None:
    if re.fullmatch(r"[0-9]{1,4}", text):
        return timedelta(minutes=int(text))
    if match := re.fullmatch(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])", text):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        whole = match[1] is None or minutes < 60  # noqa: PLR2004 - minutes of an hour
        return timedelta(hours=hours, minutes=minutes, seconds=seconds) if whole else None
    if text and (match := _WORDS.fullmatch(text)):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return None


def _after(told: time, before: datetime, zone: ZoneInfo) -> datetime:
    above = before.astimezone(zone).replace(tzinfo=None)
    local = datetime.combine(above.date(), told)
    if above - local > HALF_DAY:
        local += timedelta(days=1)
    first = on_the_wall(local, zone)
    return first if first >= before else on_the_wall(local.replace(fold=1), zone)


def on_the_wall(local: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which clocks of a zone show this. Raises CellError for times that they skip."""
    found = local.replace(tzinfo=zone).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None, fold=0) != local.replace(fold=0):
        raise CellError(f"the clocks skip {local:%H:%M} on {local:%Y-%m-%d}")
    return found


def _near(day: date, studio: Studio) -> None:
    if abs(day - studio.day) > FARTHEST:
        raise CellError(f"{day:%Y-%m-%d} is more than {FARTHEST.days} days from the show on {studio.day:%Y-%m-%d}")


def _no_start(text: str) -> CellError:
    return CellError(f"“{text[:40]}” is not a start such as 20:30, 20:30:15 or 2026-05-01T20:30")

"""Times as people read them: mm:ss or h:mm:ss, over with +, under with −, local hh:mm.

What has passed is cut to whole seconds and what remains is raised to them, so that both always add up to the plan.
"""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
MINUS = "\N{MINUS SIGN}"


def length_text(length: timedelta) -> str:
    """A duration or what has passed of one: `07:30`, `1:07:30`; below zero it is `00:00`."""
    return _digits(max(0, length // SECOND))


def show_clock_text(length: timedelta) -> str:
    """What has passed of a show, always with its hours: `0:07:30`."""
    hours, rest = divmod(max(0, length // SECOND), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"


def remaining_text(remaining: timedelta) -> str:
    """A countdown: `02:10`; once it has run over, `+00:01` and on."""
    left = whole_remaining(remaining)
    return _digits(left) if left >= 0 else f"+{_digits(-left)}"


def whole_remaining(remaining: timedelta) -> int:
    """The seconds that a countdown shows; below zero it has run over."""
    return -(-remaining // SECOND)


def signed_text(over: timedelta) -> str:
    """Over or under: `+02:10`, `−00:40`; less than a second is `00:00` without a sign."""
    seconds = abs(over) // SECOND
    sign = "" if seconds == 0 else "+" if over > timedelta(0) else MINUS
    return sign + _digits(seconds)


def clock_text(instant: datetime, zone: tzinfo | None = None) -> str:
    """The time of day in a zone (None: of this computer): `21:05`."""
    return f"{instant.astimezone(zone):%H:%M}"


def age_text(age: timedelta) -> str:
    """An age in its largest unit: `2 s`, `2 min`, `3 h`."""
    if age < MINUTE:
        return _tr("{n} s").format(n=max(0, age // SECOND))
    if age < HOUR:
        return _tr("{n} min").format(n=age // MINUTE)
    return _tr("{n} h").format(n=age // HOUR)


def cut(length: timedelta, unit: timedelta) -> timedelta:
    """The duration in whole units, towards zero."""
    whole = abs(length) // unit * unit
    return whole if length >= timedelta(0) else -whole


def _digits(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{minutes}" if hours else minutes


def _tr(text: str) -> str:
    return QCoreApplication.translate("Times", text)

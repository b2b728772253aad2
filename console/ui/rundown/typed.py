"""What a person typed about a segment, and the segment that it means."""

import re
from datetime import datetime, timedelta, tzinfo

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.rundown import Segment
from console.ui.words.times import clock_text, length_text

_LENGTH = re.compile(r"(?:(?:(\d{1,2}):(?=[0-5]\d:))?(\d{1,4}):([0-5]\d))|(\d{1,4})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.]([0-5]\d)", re.ASCII)


class Typed(msgspec.Struct, frozen=True):
    """The texts of the form, as they stand there."""

    title: str = ""
    planned: str = "05:00"
    start: str = ""
    owner: str = ""
    notes: str = ""
    script: str = ""
    products: str = ""
    coupon: str = ""
    gift: str = ""
    until: str = ""


class Wrong(msgspec.Struct, frozen=True):
    """What is wrong, by the field's name."""

    fields: dict[str, str]


def typed_of(segment: Segment, products: str, zone: tzinfo | None = None) -> Typed:
    """The texts that stand for a segment."""
    return Typed(
        title=segment.title,
        planned=length_text(segment.planned),
        start=_clock_of(segment.planned_start, zone),
        owner=segment.owner,
        notes=segment.notes,
        script=segment.script,
        products=products,
        coupon=segment.coupon,
        gift=segment.gift,
        until=_clock_of(segment.offer_until, zone),
    )


def _clock_of(instant: datetime | None, zone: tzinfo | None) -> str:
    return clock_text(instant, zone) if instant else ""


def segment_of(
    typed: Typed, before: Segment, products: tuple[str, ...], near: datetime, zone: tzinfo | None = None
) -> Segment | Wrong:
    """The segment that the texts mean, or what is wrong with them.

    `before` is the segment as it was: a start that was not touched keeps its day and seconds. Another one is the
    time of day that is nearest to `near`.
    """
    wrong: dict[str, str] = {}
    planned = parse_length(typed.planned)
    if planned is None:
        wrong["planned"] = QCoreApplication.translate("SegmentEditor", "such as 07:30")
    start = _instant_of(typed.start, before.planned_start, near, zone)
    until = _instant_of(typed.until, before.offer_until, near, zone)
    for name, text, instant in (("start", typed.start, start), ("until", typed.until, until)):
        if instant is None and text.strip():
            wrong[name] = QCoreApplication.translate("SegmentEditor", "such as 20:15")
    if wrong or planned is None:
        return Wrong(wrong)
    return msgspec.structs.replace(
        before,
        title=typed.title.strip(),
        planned=planned,
        planned_start=start,
        owner=typed.owner.strip(),
        notes=typed.notes.strip(),
        script=typed.script.strip(),
        products=products,
        coupon=typed.coupon.strip(),
        gift=typed.gift.strip(),
        offer_until=until,
    )


def parse_length(text: str) -> timedelta | None:
    """A duration typed as `7:30`, `1:07:30` or, in minutes, `7`; None for anything else."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds, alone = (int(part or 0) for part in match.groups())
    return timedelta(hours=hours, minutes=minutes or alone, seconds=seconds)


def parse_clock(text: str, near: datetime, zone: tzinfo | None = None) -> datetime | None:
    """The instant nearest to `near` at which clocks show this time of day; None for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 23:  # noqa: PLR2004 - the last hour of a day
        return None
    today = near.astimezone(zone).replace(hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0)
    days = [today + timedelta(days=days) for days in (-1, 0, 1)]
    return min(days, key=lambda day: abs(day - near)).astimezone(near.tzinfo)


def _instant_of(text: str, before: datetime | None, near: datetime, zone: tzinfo | None) -> datetime | None:
    return before if before and text.strip() == clock_text(before, zone) else parse_clock(text, near, zone)

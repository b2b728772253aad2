"""Instants as whole microseconds since 1970, and back, exactly."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_us(instant: datetime) -> int:
    """Microseconds since 1970."""
    return (instant - EPOCH) // MICROSECOND


def to_us_or_none(instant: datetime | None) -> int | None:
    """Microseconds since 1970, or None."""
    return None if instant is None else to_us(instant)


def from_us(microseconds: int) -> datetime:
    """The instant, in UTC."""
    return EPOCH + timedelta(microseconds=microseconds)


def from_us_or_none(microseconds: int | None) -> datetime | None:
    """The instant, or None."""
    return None if microseconds is None else from_us(microseconds)

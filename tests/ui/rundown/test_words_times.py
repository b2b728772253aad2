"""Times as words: countdowns and what has passed always add up, and zero has no sign."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from console.ui.words.times import (
    clock_text,
    cut,
    length_text,
    remaining_text,
    show_clock_text,
    signed_text,
    whole_remaining,
)

LENGTHS = st.timedeltas(timedelta(0), timedelta(hours=30))
ANY = st.timedeltas(timedelta(hours=-30), timedelta(hours=30))


def seconds(text: str) -> int:
    """The seconds that a time says, by its figures alone."""
    total = 0
    for part in text.lstrip("+−").split(":"):
        total = total * 60 + int(part)
    return -total if text.startswith("−") else total


@given(st.integers(0, 30 * 3600), LENGTHS)
def test_what_has_passed_and_what_remains_add_up_to_the_plan(planned: int, elapsed: timedelta) -> None:
    remaining = timedelta(seconds=planned) - elapsed
    assert seconds(length_text(elapsed)) + whole_remaining(remaining) == planned


@given(ANY)
def test_a_countdown_shows_a_plus_exactly_when_it_has_run_over_by_a_second(remaining: timedelta) -> None:
    assert remaining_text(remaining).startswith("+") == (remaining <= timedelta(seconds=-1))
    assert "−" not in remaining_text(remaining)


@given(ANY)
def test_over_and_under_are_mirrored_and_zero_has_no_sign(over: timedelta) -> None:
    assert seconds(signed_text(over)) == int(over.total_seconds())
    assert signed_text(over).replace("+", "") == signed_text(-over).replace("−", "") or over < timedelta(0)
    assert (signed_text(over)[0] in "+−") == (abs(over) >= timedelta(seconds=1))


@given(ANY, st.sampled_from([timedelta(seconds=1), timedelta(minutes=1)]))
def test_cutting_goes_towards_zero_and_loses_less_than_a_unit(length: timedelta, unit: timedelta) -> None:
    assert abs(cut(length, unit)) <= abs(length) < abs(cut(length, unit)) + unit
    assert cut(length, unit) % unit == timedelta(0)


def test_hours_are_written_once_there_is_one() -> None:
    assert length_text(timedelta(seconds=3599.9)) == "59:59"
    assert length_text(timedelta(hours=1)) == "1:00:00"
    assert show_clock_text(timedelta(minutes=7, seconds=3)) == "0:07:03"
    assert remaining_text(timedelta(milliseconds=-400)) == "00:00"
    assert signed_text(timedelta(milliseconds=-400)) == "00:00"


def test_the_time_of_day_is_that_of_the_zone() -> None:
    assert clock_text(datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC), ZoneInfo("Asia/Shanghai")) == "07:59"

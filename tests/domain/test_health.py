"""What was looked at, and how it is judged."""

from datetime import timedelta

import pytest

from console.domain.health import (
    GIGABYTE,
    Check,
    State,
    of_backup,
    of_clock,
    of_currency,
    of_disk,
    to_do,
)
from tests.domain.goods import NOON


@pytest.mark.parametrize(
    ("free", "state"),
    [
        (0, State.BAD),
        (GIGABYTE // 5 - 1, State.BAD),
        (GIGABYTE // 5, State.ATTENTION),
        (2 * GIGABYTE - 1, State.ATTENTION),
        (2 * GIGABYTE, State.OK),
    ],
)
def test_a_full_disk_is_bad_and_one_without_room_for_backups_needs_attention(free: int, state: State) -> None:
    check = of_disk("file", free)
    assert (check.state, check.about) == (state, "file")
    assert bool(check.next_step) is (state is not State.OK)


@pytest.mark.parametrize(
    ("seconds", "state", "words"),
    [
        (0, State.OK, "agrees with the shop"),
        (-10, State.OK, "agrees with the shop"),
        (-11, State.ATTENTION, "11 s behind the shop"),
        (11, State.ATTENTION, "11 s ahead of the shop"),
        (120, State.BAD, "2 min ahead of the shop"),
    ],
)
def test_a_clock_that_is_wrong_says_by_how_much_and_which_way(seconds: int, state: State, words: str) -> None:
    check = of_clock("the shop", NOON + timedelta(seconds=seconds), NOON)
    assert (check.state, check.words) == (state, words)


def test_a_shop_of_another_currency_is_bad() -> None:
    assert of_currency("vendure", "EUR", "EUR").state is State.OK
    assert of_currency("vendure", "EUR", "USD").state is State.BAD


@pytest.mark.parametrize(
    ("hours", "state"), [(None, State.ATTENTION), (1, State.OK), (24, State.OK), (25, State.ATTENTION)]
)
def test_a_backup_is_good_for_a_day(hours: int | None, state: State) -> None:
    last = None if hours is None else NOON - timedelta(hours=hours)
    assert of_backup(last, NOON).state is state


def test_what_is_to_be_done_comes_worst_first_and_what_is_good_not_at_all() -> None:
    checks = [Check(state.value, state, "…") for state in (State.UNKNOWN, State.OK, State.ATTENTION, State.BAD)]
    assert [each.name for each in to_do(checks)] == ["bad", "attention", "unknown"]


def test_a_finding_has_an_age_that_is_never_below_zero() -> None:
    check = Check("backup", State.OK, "…", at=NOON)
    assert check.age(NOON + timedelta(minutes=5)) == timedelta(minutes=5)
    assert check.age(NOON - timedelta(minutes=5)) == timedelta()
    assert Check("disk", State.OK, "…").age(NOON) == timedelta()

"""Which backups are kept."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from console.domain.backups import NEWEST, ROOM, Backup, beyond, outdated
from tests.domain.goods import NOON

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def backup(age: timedelta, size: int = 1) -> Backup:
    return Backup(f"{age}", NOON - age, size)


def kept(backups: list[Backup], room: int = ROOM) -> list[timedelta]:
    gone = outdated(backups, NOON, room)
    return sorted(NOON - each.at for each in backups if each not in gone)


def test_the_newest_are_all_kept_then_one_an_hour_then_one_a_day() -> None:
    every_ten = [backup(MINUTE * 10 * number) for number in range(6 * 24 * 40)]
    ages = kept(every_ten)
    assert ages[:NEWEST] == [MINUTE * 10 * number for number in range(NEWEST)]
    first_day = [age for age in ages[NEWEST:] if age <= DAY]
    assert [later - age for age, later in pairwise(first_day)] == [MINUTE * 60] * 21
    days = [(NOON - age).date() for age in ages if age > DAY]
    assert [later - day for day, later in pairwise(reversed(days))] == [DAY] * 28
    assert max(ages) <= 30 * DAY


def test_the_oldest_give_way_where_there_is_no_room_and_the_very_newest_never() -> None:
    some = [backup(MINUTE * number, 40) for number in range(5)]
    assert kept(some, 100) == [MINUTE * 0, MINUTE]
    assert kept(some, 39) == [MINUTE * 0]
    assert kept([], 39) == []


def test_a_backup_of_the_future_is_kept_as_the_newest() -> None:
    assert kept([backup(-DAY), backup(DAY)]) == [-DAY, DAY]


@given(st.lists(st.tuples(st.integers(0, 60 * 24 * 60), st.integers(0, 10**9)), unique_by=lambda each: each[0]))
def test_number_and_room_are_bounded_and_the_newest_stays(made: list[tuple[int, int]]) -> None:
    backups = [backup(MINUTE * age, size) for age, size in made]
    gone = outdated(backups, NOON)
    left = [each for each in backups if each not in gone]
    assert len(left) <= NEWEST + 25 + 31
    assert len(left) <= 1 or sum(each.bytes for each in left) <= ROOM
    if backups:
        assert max(backups, key=lambda each: each.at) in left


@given(st.lists(st.integers(0, 60 * 24 * 60), unique=True))
def test_tidying_twice_is_tidying_once(ages: list[int]) -> None:
    backups = [backup(MINUTE * age) for age in ages]
    gone = outdated(backups, NOON)
    assert outdated([each for each in backups if each not in gone], NOON) == []


def test_all_files_together_have_a_room_and_the_oldest_of_any_give_way() -> None:
    one = [backup(MINUTE * age, 40) for age in (1, 3, 5)]
    other = [backup(MINUTE * age, 40) for age in (2, 4)]
    lonely = [backup(DAY * 100, 40)]
    assert beyond([one, other, lonely, []], 240) == []
    assert beyond([one, other, lonely], 200) == [one[2]]
    assert beyond([one, other, lonely], 150) == [one[2], other[1], one[1]]
    assert beyond([one, other, lonely], 0) == [one[2], other[1], one[1]]

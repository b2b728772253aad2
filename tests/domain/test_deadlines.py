"""Deadlines are found in order, whatever comes and goes."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from console.domain.claims.deadlines import Deadlines
from tests.domain.goods import NOON

ends = st.dictionaries(st.integers(1, 30), st.integers(0, 5_000).map(lambda ms: NOON + timedelta(milliseconds=ms)))


@given(ends, st.data())
def test_what_is_due_is_among_those_that_end_by_now_and_nothing_ends_seconds_later(
    kept: dict[int, datetime], data: st.DataObject
) -> None:
    deadlines = Deadlines()
    for claim, end in kept.items():
        deadlines = deadlines.having(claim, end)
    for claim in data.draw(st.sets(st.sampled_from(sorted(kept)))) if kept else ():
        deadlines = deadlines.without(claim, kept.pop(claim))
    now = NOON + timedelta(milliseconds=data.draw(st.integers(-1_000, 6_000)))
    found = list(deadlines.until(now))
    assert {claim for claim, end in kept.items() if end <= now} <= set(found)
    assert all(kept[claim] < now + timedelta(seconds=1) for claim in found)
    assert len(found) == len(set(found))


def test_nothing_is_left_of_what_is_gone() -> None:
    one = Deadlines().having(1, NOON).having(2, NOON).having(3, None)
    assert one.without(1, NOON).without(2, NOON).without(3, None) == Deadlines()

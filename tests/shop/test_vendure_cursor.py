"""The cursor of changed orders: nothing is skipped and reading ends, whatever shares a second and whatever moves."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.desk.ports import ShopRefused
from console.shop import vendure_cursor
from console.shop.vendure_cursor import Change, Cursor, advance, order_filter, read_cursor, write_cursor

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAGE = 3


def at(second: int) -> datetime:
    return START + timedelta(seconds=second)


class Feed:
    """A shop whose orders have a time of change in whole seconds; ties come in any order."""

    def __init__(self, times: list[int]) -> None:
        self.times = {str(ref): second for ref, second in enumerate(times)}
        self.clock = max(times, default=0)

    def page(self, cursor: Cursor) -> list[Change]:
        wanted: Any = order_filter(cursor)
        after = datetime.fromisoformat(wanted["updatedAt"]["after"]) if "updatedAt" in wanted else at(-1)
        left_out = wanted.get("id", {"notIn": []})["notIn"]
        rows = [Change(ref, at(second)) for ref, second in self.times.items() if at(second) > after]
        rows = [row for row in rows if row.ref not in left_out]
        return sorted(rows, key=lambda row: (row.at, hash(row.ref)))[:PAGE]


def sweep(feed: Feed, text: str, moves: list[tuple[int, int]]) -> tuple[dict[str, datetime], str]:
    """Read until there is no more; between two pages an order changes, `moves` naming it and how much later."""
    told: dict[str, datetime] = {}
    for _ in range(200):
        cursor = read_cursor(text)
        rows = feed.page(cursor)
        told |= {row.ref: row.at for row in rows}
        full = len(rows) == PAGE
        text = write_cursor(advance(cursor, rows, full=full))
        if not full:
            return told, text
        if moves and feed.times:
            which, later = moves.pop()
            feed.clock += later
            feed.times[str(which % len(feed.times))] = feed.clock
    raise AssertionError("reading does not end")


@given(
    st.lists(st.integers(0, 30), max_size=40),
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 9)), max_size=15),
)
def test_each_order_is_told_as_it_is_at_last(times: list[int], moves: list[tuple[int, int]]) -> None:
    feed = Feed(times)
    told, text = sweep(feed, "", moves)
    again, _ = sweep(feed, text, [])
    assert told | again == {ref: at(second) for ref, second in feed.times.items()}


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40), st.integers(0, 5))
def test_a_change_that_became_visible_late_is_told(times: list[int], late: int) -> None:
    feed = Feed(times)
    _, text = sweep(feed, "", [])
    feed.times["late"] = feed.clock - late
    told, _ = sweep(feed, text, [])
    assert "late" in told


def test_a_cursor_survives_being_written_and_read() -> None:
    cursor = Cursor(at(0), {"1": at(0)})
    assert read_cursor(write_cursor(cursor)) == cursor


@pytest.mark.parametrize("text", ["{", "[]", '{"after": 7}', '{"after": "yesterday"}'])
def test_a_damaged_cursor_is_refused(text: str) -> None:
    with pytest.raises(ShopRefused):
        read_cursor(text)


def test_more_ids_than_a_request_can_name_narrow_the_overlap_and_then_stop() -> None:
    most = vendure_cursor.MOST_SEEN
    early = [Change(f"a{n}", at(0)) for n in range(most - 10)]
    late = [Change(f"b{n}", at(5)) for n in range(100)]
    narrow = advance(advance(Cursor(), early, full=True), late, full=True)
    assert set(narrow.seen) == {change.ref for change in late}
    crowd = [Change(f"c{n}", at(5)) for n in range(most)]
    with pytest.raises(ShopRefused):
        advance(narrow, crowd, full=True)

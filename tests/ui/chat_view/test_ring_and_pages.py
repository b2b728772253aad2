"""The ring is a bounded list whose numbers hold; a page is what such a list shows through a window."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from console.ui.chat.layout_cache import LayoutCache
from console.ui.chat.ring import Ring
from console.ui.chat.row import ChatRow
from console.ui.chat.row_layout import RowLayout
from console.ui.chat.scrolling import AtTop, Following, Pinned, Place, Span, Spot, page_at, shifted

_places: st.SearchStrategy[Place] = st.one_of(
    st.just(Following()), st.just(AtTop()), st.builds(Pinned, st.integers(0, 60))
)


def _rows(first: int, count: int) -> list[ChatRow]:
    return [ChatRow(first + i, "", "x") for i in range(count)]


@given(batches=st.lists(st.one_of(st.integers(0, 30), st.none()), max_size=12), capacity=st.integers(1, 12))
def test_a_ring_holds_the_newest_rows_under_numbers_that_never_change(batches: list[int | None], capacity: int) -> None:
    ring, told = Ring(capacity), 0
    for batch in batches:
        if batch is None:
            ring.clear()
        else:
            ring.append(_rows(told, batch))
            told += batch
        assert ring.end == told
        assert len(ring) <= capacity
        assert [ring[number].id for number in range(ring.first, ring.end)] == list(range(ring.first, ring.end))
        assert ring.erase([ring.first - 1, ring.end]) == []


@given(capacity=st.integers(1, 12), count=st.integers(1, 30), wanted=st.integers(0, 30))
def test_erasing_marks_a_row_once_and_only_while_it_is_held(capacity: int, count: int, wanted: int) -> None:
    ring = Ring(capacity)
    ring.append(_rows(0, count))
    assert ring.erase([wanted]) == ([wanted] if wanted in ring else [])
    assert ring.erase([wanted]) == []
    assert [ring[number].id for number in range(ring.first, ring.end) if ring[number].erased] == (
        [wanted] if wanted in ring else []
    )


@given(
    place=_places,
    heights=st.lists(st.integers(1, 9), min_size=1, max_size=60),
    room=st.integers(1, 80),
    first=st.integers(0, 20),
)
def test_a_page_has_no_holes_and_leaves_no_room_that_rows_could_fill(
    place: Place, heights: list[int], room: int, first: int
) -> None:
    span = Span(first, first + len(heights))
    page = page_at(place, span, room, lambda number: heights[number - first])
    assert all(upper.under == lower.top for upper, lower in itertools.pairwise(page))
    assert all(upper.number + 1 == lower.number for upper, lower in itertools.pairwise(page))
    assert page[-1].under >= room
    assert page[0].top <= 0 or len(page) == len(heights)
    if isinstance(place, Following):
        assert (page[-1].number, page[-1].under) == (span.end - 1, room)


def test_pages_that_share_rows_which_moved_alike_can_be_copied() -> None:
    before = (Spot(1, 0, 4), Spot(2, 4, 4))
    assert shifted(before, (Spot(2, 0, 4), Spot(3, 4, 4))) == -4
    assert shifted(before, (Spot(5, 0, 4), Spot(6, 4, 4))) is None
    assert shifted(before, (Spot(1, 0, 8), Spot(2, 8, 4))) is None
    assert shifted(before, (Spot(1, 0, 4), Spot(2, 4, 4), Spot(3, 8, 4))) is None


def test_layouts_are_made_once_and_the_one_unused_for_longest_leaves() -> None:
    made: list[int] = []

    def make(number: int) -> RowLayout:
        made.append(number)
        return RowLayout(ChatRow(number, "", "x"), None, (), 28)  # type: ignore[arg-type]

    cache = LayoutCache(make, capacity=3)
    for number in (1, 2, 3, 1, 4, 1, 2):
        cache.of(number)
    assert made == [1, 2, 3, 4, 2]
    assert len(cache) == 3

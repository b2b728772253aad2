"""Layouts as values: what a person does to one, how it folds, and which screens it is kept on."""

from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.ui.layout.changing import (
    LEAST,
    all_docked,
    mended,
    moved,
    put,
    resized,
    shares_of,
    widened,
    with_floating,
    with_frames,
    with_shown,
)
from console.ui.layout.folding import drawer_width, folded
from console.ui.layout.memory import MOST_SETS, Arranged, Kept, Memory, read_kept
from console.ui.layout.screens import first_frame, kept_on, overlap, screens_key
from console.ui.layout.values import DEFAULTS, WHOLE, Frame, Layout, LayoutName, PanelName, Place

RUNDOWN, QUEUE, STOCK, CHAT = PanelName
OPERATOR = DEFAULTS[LayoutName.OPERATOR]
ONE_SCREEN = (Frame(0, 0, 1920, 1080),)
TWO_SCREENS = (*ONE_SCREEN, Frame(1920, 0, 1366, 768))
THERE = Frame(2000, 100, 480, 600)

names = st.sampled_from(PanelName)
frames = st.builds(Frame, *(st.integers(-5000, 5000),) * 2, *(st.integers(1, 5000),) * 2)
steps = st.one_of(
    st.builds(lambda name, shown: lambda it: with_shown(it, name, shown=shown), names, st.booleans()),
    st.builds(lambda name, frame: lambda it: with_floating(it, name, frame), names, st.none() | frames),
    st.builds(lambda name, by: lambda it: moved(it, name, by), names, st.integers(-5, 5)),
    st.builds(lambda name, to: lambda it: put(it, name, to), names, st.integers(0, 5)),
    st.builds(lambda name, by: lambda it: widened(it, name, by), names, st.integers(-2000, 2000)),
    st.just(all_docked),
)


@given(st.lists(steps, max_size=30), st.sampled_from(LayoutName))
def test_whatever_a_person_does_no_panel_is_lost_and_one_is_in_view(did: list, name: LayoutName) -> None:  # type: ignore[type-arg]
    layout = DEFAULTS[name]
    for step in did:
        layout = step(layout)
        assert sorted(place.panel for place in layout.places) == sorted(PanelName)
        assert layout.shown
    coded = msgspec.json.encode(layout)
    assert msgspec.json.decode(coded, type=Layout) == layout
    assert mended(layout, DEFAULTS[name]) == layout


def test_the_last_panel_in_view_cannot_be_hidden() -> None:
    layout = OPERATOR
    for name in (RUNDOWN, QUEUE, STOCK, CHAT):
        layout = with_shown(layout, name, shown=False)
    assert layout.shown == (CHAT,)


def test_a_panel_floats_where_it_floated_last() -> None:
    layout = with_floating(with_floating(OPERATOR, CHAT, THERE), CHAT, None)
    assert layout.docked == OPERATOR.docked
    assert layout.place(CHAT).frame == THERE


def test_frames_are_noted_for_floating_panels_only() -> None:
    elsewhere = Frame(1, 2, 3, 4)
    layout = with_frames(with_floating(OPERATOR, CHAT, THERE), {CHAT: elsewhere, QUEUE: elsewhere})
    assert (layout.place(CHAT).frame, layout.place(QUEUE).frame) == (elsewhere, None)


@pytest.mark.parametrize(
    ("name", "by", "order"),
    [
        (QUEUE, 1, (RUNDOWN, STOCK, QUEUE, CHAT)),
        (QUEUE, -1, (QUEUE, RUNDOWN, STOCK, CHAT)),
        (QUEUE, 9, (RUNDOWN, STOCK, CHAT, QUEUE)),
        (RUNDOWN, -1, (RUNDOWN, QUEUE, STOCK, CHAT)),
    ],
)
def test_a_panel_moves_among_the_others_and_stops_at_the_ends(name: PanelName, by: int, order: tuple[str, ...]) -> None:
    assert moved(OPERATOR, name, by).docked == order


def test_a_panel_moves_past_what_is_in_view_not_past_what_is_hidden() -> None:
    layout = with_shown(OPERATOR, QUEUE, shown=False)
    assert moved(layout, STOCK, -1).docked == (STOCK, RUNDOWN, CHAT)


def test_a_wider_panel_takes_from_the_others_alike_and_leaves_them_their_least() -> None:
    shares = shares_of(widened(OPERATOR, STOCK, 100), OPERATOR.docked)
    assert shares[STOCK] == pytest.approx(350, abs=3)
    assert shares[RUNDOWN] > shares[QUEUE] > shares[CHAT]
    widest = widened(OPERATOR, STOCK, WHOLE)
    assert shares_of(widest, OPERATOR.docked)[STOCK] == pytest.approx(WHOLE - 3 * LEAST, abs=3)


def test_a_handle_gives_columns_the_widths_that_a_person_dragged_them_to() -> None:
    layout = resized(OPERATOR, ((RUNDOWN,), (QUEUE,), (STOCK,), (CHAT,)), (400, 100, 400, 100))
    assert list(shares_of(layout, OPERATOR.docked).values()) == pytest.approx([400, 100, 400, 100], abs=3)


def test_panels_that_share_a_column_grow_alike() -> None:
    layout = resized(OPERATOR, ((RUNDOWN, QUEUE, CHAT), (STOCK,)), (300, 700))
    assert layout.place(RUNDOWN).share > layout.place(QUEUE).share > layout.place(CHAT).share
    assert layout.place(STOCK).share > 2 * layout.place(RUNDOWN).share


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (1900, ((RUNDOWN,), (QUEUE,), (STOCK,), (CHAT,))),
        (1144, ((RUNDOWN,), (QUEUE,), (STOCK,), (CHAT,))),
        (1143, ((RUNDOWN,), (QUEUE, CHAT), (STOCK,))),
        (700, ((RUNDOWN, QUEUE, CHAT), (STOCK,))),
        (400, ((RUNDOWN, QUEUE, STOCK, CHAT),)),
        (10, ((RUNDOWN, QUEUE, STOCK, CHAT),)),
    ],
)
def test_what_is_on_air_keeps_a_column_of_its_own_the_longest(width: int, columns: tuple[tuple[str, ...], ...]) -> None:
    assert folded(OPERATOR.docked, width, 280, 8) == columns


@given(st.permutations(list(PanelName)), st.integers(0, 4), st.integers(1, 4000), st.integers(1, 900))
def test_folding_leaves_no_panel_out_and_no_column_too_narrow(
    order: list[PanelName], count: int, width: int, least: int
) -> None:
    columns = folded(order[:count], width, least, 8)
    assert sorted(name for column in columns for name in column) == sorted(order[:count])
    assert len(columns) <= 1 or len(columns) * least + (len(columns) - 1) * 8 <= width
    firsts = [order.index(column[0]) for column in columns]
    assert all(one < two for one, two in pairwise(firsts))


@given(st.integers(300, 4000), st.integers(280, 560))
def test_a_drawer_leaves_room_for_a_column(room: int, least: int) -> None:
    width = drawer_width(room, 760, least, 8)
    assert 1 <= width <= max(760, 2 * least)
    assert room - width - 8 >= min(least, room - 9)


@given(frames)
def test_a_window_is_always_within_reach(frame: Frame) -> None:
    kept = kept_on(frame, TWO_SCREENS)
    assert sum(overlap(kept, screen) for screen in TWO_SCREENS) >= 0.9 * kept.width * kept.height
    assert kept_on(kept, TWO_SCREENS) == kept


def test_a_window_on_a_screen_that_is_gone_comes_to_one_that_is_there() -> None:
    assert kept_on(THERE, TWO_SCREENS) == THERE
    assert kept_on(THERE, ONE_SCREEN) == Frame(1440, 100, 480, 600)


def test_a_panel_floats_first_on_a_screen_that_the_window_is_not_on() -> None:
    window = Frame(0, 0, 1920, 1080)
    there = first_frame(window, 480, 720, 0, TWO_SCREENS)
    assert overlap(there, TWO_SCREENS[1]) == there.width * there.height
    assert first_frame(window, 480, 720, 1, ONE_SCREEN) != first_frame(window, 480, 720, 0, ONE_SCREEN)


def test_a_set_of_screens_has_one_name_in_any_order() -> None:
    assert screens_key(TWO_SCREENS) == screens_key(TWO_SCREENS[::-1]) != screens_key(ONE_SCREEN)


def test_a_layout_that_names_panels_twice_or_not_at_all_is_mended() -> None:
    torn = Layout((Place(CHAT, 700), Place(CHAT, 1), Place(QUEUE, 300)))
    whole = mended(torn, OPERATOR)
    assert [place.panel for place in whole.places] == [CHAT, QUEUE, RUNDOWN, STOCK]
    assert whole.place(CHAT).share == 700


def test_a_layout_in_which_nothing_is_in_view_is_the_default() -> None:
    none = Layout(tuple(Place(name, 250, shown=False) for name in PanelName))
    assert mended(none, OPERATOR) == OPERATOR


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "layouts.json"


def test_what_was_kept_is_there_next_time(path: Path) -> None:
    memory = Memory(path)
    memory.choose(LayoutName.ASSISTANT)
    floated = with_floating(memory.layout("one", LayoutName.ASSISTANT), CHAT, THERE)
    memory.keep("one", Frame(5, 6, 700, 800), floated)
    memory.save()
    again = Memory(path)
    assert again.current is LayoutName.ASSISTANT
    assert again.layout("one", LayoutName.ASSISTANT) == floated
    assert again.layout("one", LayoutName.OPERATOR) == OPERATOR
    assert again.window("one") == Frame(5, 6, 700, 800)


def test_each_set_of_screens_has_its_own_and_a_new_one_begins_as_the_last(path: Path) -> None:
    memory = Memory(path)
    floated, hidden = with_floating(OPERATOR, CHAT, THERE), with_shown(OPERATOR, QUEUE, shown=False)
    memory.keep("two", None, floated)
    memory.keep("one", None, hidden)
    assert memory.layout("two", LayoutName.OPERATOR) == floated
    assert memory.layout("one", LayoutName.OPERATOR) == hidden
    assert memory.layout("three", LayoutName.OPERATOR) == hidden


def test_the_oldest_sets_of_screens_are_forgotten(path: Path) -> None:
    memory = Memory(path)
    for number in range(MOST_SETS + 3):
        memory.keep(f"set {number}", None, with_shown(OPERATOR, QUEUE, shown=False))
    memory.save()
    assert list(read_kept(path).screens) == [f"set {number}" for number in range(3, MOST_SETS + 3)]


def test_a_layout_that_is_as_at_first_is_not_kept(path: Path) -> None:
    memory = Memory(path)
    memory.keep("one", None, with_shown(OPERATOR, QUEUE, shown=False))
    memory.keep("one", None, OPERATOR)
    memory.save()
    assert read_kept(path).screens == {"one": Arranged()}


ABSURD = [
    "",
    "{",
    "[]",
    "nul",
    '{"current": "director"}',
    '{"current": 7}',
    '{"screens": {"one": {"layouts": {"operator": {"places": [{"panel": "radar", "share": 5}]}}}}}',
    '{"screens": {"one": {"layouts": {"operator": {"places": [{"panel": "chat", "share": -5}]}}}}}',
    '{"screens": {"one": {"layouts": {"operator": {"places": [{"panel": "chat", "share": 1e300}]}}}}}',
    '{"screens": {"one": {"window": {"x": 0, "y": 0, "width": 0, "height": 99}}}}',
    '{"screens": {"one": {"window": {"x": 99999999999, "y": 0, "width": 1, "height": 99}}}}',
    "[" * 100_000,
]


@pytest.mark.parametrize("text", ABSURD)
def test_a_torn_or_absurd_file_is_as_none(path: Path, text: str) -> None:
    path.write_text(text)
    assert read_kept(path) == Kept()
    assert Memory(path).layout("one", LayoutName.OPERATOR) == OPERATOR


def test_a_file_that_names_one_panel_only_has_the_others_where_they_are_by_default(path: Path) -> None:
    path.write_text('{"screens": {"one": {"layouts": {"operator": {"places": [{"panel": "chat", "share": 500}]}}}}}')
    assert Memory(path).layout("one", LayoutName.OPERATOR).docked == (CHAT, RUNDOWN, QUEUE, STOCK)


def test_bytes_that_are_no_text_are_as_no_file(path: Path) -> None:
    path.write_bytes(bytes(range(256)))
    assert read_kept(path) == Kept()


def test_a_file_of_another_version_with_more_in_it_is_read(path: Path) -> None:
    path.write_text('{"current": "anchor", "later": [1, 2, 3]}')
    assert Memory(path).current is LayoutName.ANCHOR


def test_nothing_is_written_where_nothing_changed(path: Path) -> None:
    Memory(path).save()
    assert not path.exists()

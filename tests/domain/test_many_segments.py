"""Many rows of a rundown at once: added, moved and taken out, all or none, as one deed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.commands import (
    AddSegments,
    ImportRundown,
    MoveSegments,
    RemoveSegment,
    SaveSegment,
    Take,
    TakeEdits,
    Together,
)
from console.domain.outcomes import Added, Done, InUse, Invalid, Missing
from console.domain.rundown import NOTHING, Kind, Segment
from console.domain.show import Show
from tests.domain.goods import FIVE, after, asked, running


def planned(text: str) -> Show:
    """A running show with these rows: a capital letter is a segment, `(` a group, `)` its end."""
    rows: list[Segment] = []
    group = 0
    for letter in text:
        if letter == "(":
            rows.append(Segment("(", NOTHING, kind=Kind.GROUP))
            group = len(rows)
        elif letter == ")":
            group = 0
        else:
            rows.append(Segment(letter, FIVE, group=group))
    return running({}, [ImportRundown("r", "d", tuple(rows))])


def told(show: Show) -> str:
    """The rows of a show as `planned` takes them."""
    text, group = "", 0
    for each in show.segments:
        if group and each.group != group:
            text, group = text + ")", 0
        text += each.title
        group = each.id if each.kind is Kind.GROUP else group
    return text + ")" if group else text


def moved(show: Show, titles: str, to: int) -> str:
    numbers = tuple(each.id for each in show.segments if each.title in titles)
    outcome, then = asked(show, MoveSegments(numbers, to))
    assert outcome == Done()
    return told(then)


@pytest.mark.parametrize(
    ("rows", "titles", "to", "then"),
    [
        ("ABCD", "AB", 3, "CABD"),
        ("ABCD", "AC", 4, "BDAC"),
        ("ABCD", "BD", 0, "BDAC"),
        ("ABCD", "BC", 2, "ABCD"),
        ("ABCD", "AD", 2, "BADC"),
        ("A(BC)D", "A", 2, "(ABC)D"),
        ("A(BC)D", "AD", 3, "(BADC)"),
        ("A(BC)D", "BC", 5, "A()DBC"),
        ("A(BC)D", "C", 0, "CA(B)D"),
        ("A(BC)D", "(", 5, "AD(BC)"),
        ("A(BC)D", "(D", 0, "(BC)DA"),
        ("(A)(B)", "(", 0, "(A)(B)"),
        ("X(AB)", "X(", 1, "X(AB)"),
    ],
)
def test_rows_move_together_in_their_order_into_groups_and_out_of_them(
    rows: str, titles: str, to: int, then: str
) -> None:
    assert moved(planned(rows), titles, to) == then


def test_a_group_that_is_moved_stands_in_no_other() -> None:
    show = planned("(AB)(CD)")
    second = [each for each in show.segments if each.kind is Kind.GROUP][1]
    for to in range(len(show.segments) + 1):
        assert told(asked(show, MoveSegments((second.id,), to))[1]) in {"(AB)(CD)", "(CD)(AB)"}


@settings(deadline=None, max_examples=80)
@given(st.lists(st.integers(0, 7), unique=True, max_size=8), st.integers(-2, 12))
def test_moving_loses_no_row_and_leaves_the_others_in_their_order(places: list[int], to: int) -> None:
    show = planned("A(BC)DE(F)")
    numbers = tuple(show.segments[place].id for place in places)
    _, then = asked(show, MoveSegments(numbers, to))
    assert sorted(each.id for each in then.segments) == sorted(each.id for each in show.segments)
    groups = {*numbers}
    taken = {each.id for each in show.segments if each.id in groups or each.group in groups}
    for part in (taken, {each.id for each in show.segments} - taken):
        left = [each.id for each in then.segments if each.id in part]
        assert left == [each.id for each in show.segments if each.id in part]


def test_what_is_gone_moves_nothing() -> None:
    show = planned("ABC")
    assert asked(show, MoveSegments((show.segments[0].id, 999), 2)) == (Missing("segment", "999"), show)


def test_new_rows_name_each_other_and_join_the_group_around_them() -> None:
    show = planned("A(BC)D")
    outcome, then = asked(show, AddSegments((Segment("X", FIVE), Segment("Y", FIVE)), 3))
    assert (outcome, told(then)) == (Added(show.serial + 1), "A(BXYC)D")
    new = (Segment("(", NOTHING, kind=Kind.GROUP), Segment("X", FIVE, group=1, loops_to=3), Segment("Y", FIVE))
    _, then = asked(show, AddSegments(new, 3))
    assert told(then) == "A(BC)(X)YD"
    assert then.segments[5].loops_to == then.segments[6].id


def test_one_bad_row_keeps_all_of_them_out() -> None:
    show = planned("A")
    outcome, then = asked(show, AddSegments((Segment("X", FIVE), Segment(" ", FIVE)), 1))
    assert isinstance(outcome, Invalid)
    assert then == show


def test_what_is_on_air_stays_as_it_was_taken_whatever_becomes_of_the_plan() -> None:
    show = after(planned("ABC"), Take())
    first, second, _ = show.segments
    edits = Together((SaveSegment(replace(first, title="Z")), SaveSegment(replace(second, title="Y"))))
    edited = after(show, edits, MoveSegments((first.id,), 3))
    assert told(edited) == "YCZ"
    assert edited.live
    assert edited.live.copy
    assert edited.live.copy.title == "A"
    assert after(edited, TakeEdits()).aired[-1].copy == replace(first, title="Z")


def test_rows_are_taken_out_together_or_not_at_all() -> None:
    show = after(planned("ABC"), Take())
    first, second, third = (each.id for each in show.segments)
    assert asked(show, Together((RemoveSegment(third), RemoveSegment(first)))) == (InUse("played"), show)
    assert told(after(show, Together((RemoveSegment(second), RemoveSegment(third))))) == "A"

"""The rundown as rows and as a model."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from console.domain.commands import EndShow, GoLive, SaveSegment, SkipSegment, Take
from console.domain.rundown import Segment
from console.ui.rundown.model import ASKED, Asked, RundownModel
from console.ui.rundown.row_words import Words
from console.ui.rundown.rows import Row, RowState, rows_of
from console.ui.widgets.list_model import ROW
from tests.ui.conftest import EVENING, FakeLine

S = RowState


def planned(line: FakeLine, *minutes: int) -> FakeLine:
    """The desk with a rundown of segments of so many minutes; the first one begins at 19:00 UTC."""
    for at, length in enumerate(minutes):
        start = None if at else EVENING
        line.decide(SaveSegment(Segment(f"Part {at + 1}", timedelta(minutes=length), planned_start=start)))
    return line


def states(line: FakeLine) -> list[RowState]:
    return [row.state for row in rows_of(line.show, line.now)]


def test_the_states_follow_the_show(line: FakeLine) -> None:
    planned(line, 5, 5, 5, 5)
    second, third = line.show.segments[1].id, line.show.segments[2].id
    assert states(line) == [S.NEXT, S.LATER, S.LATER, S.LATER]
    line.decide(GoLive())
    line.decide(Take())
    line.decide(SkipSegment(second))
    assert states(line) == [S.LIVE, S.SKIPPED, S.NEXT, S.LATER]
    line.decide(Take(third))
    line.decide(EndShow())
    assert states(line) == [S.PLAYED, S.SKIPPED, S.PLAYED, S.UNPLAYED]


def test_a_played_row_tells_when_it_began_what_it_took_and_how_much_longer(line: FakeLine) -> None:
    planned(line, 5, 5)
    line.decide(GoLive())
    line.decide(Take())
    line.pass_time(minutes=6, seconds=30.7)
    line.decide(Take())
    row = rows_of(line.show, line.now)[0]
    assert (row.began, row.took, row.over) == (EVENING, timedelta(seconds=390), timedelta(seconds=90))


def test_what_was_live_twice_took_the_sum(line: FakeLine) -> None:
    planned(line, 5, 5)
    first, second = (segment.id for segment in line.show.segments)
    line.decide(GoLive())
    for segment in (first, second, first, second):
        line.decide(Take(segment))
        line.pass_time(minutes=1)
    assert rows_of(line.show, line.now)[0].took == timedelta(minutes=2)


def test_what_comes_is_expected_later_by_the_minutes_that_the_live_one_is_over(line: FakeLine) -> None:
    planned(line, 5, 5, 5)
    line.decide(GoLive())
    line.decide(Take())
    line.pass_time(minutes=7, seconds=59)
    last = rows_of(line.show, line.now)[2]
    assert last.expected == EVENING + timedelta(minutes=12)
    assert last.over == timedelta(minutes=2)


def test_nothing_says_when_a_rundown_without_a_start_begins(line: FakeLine) -> None:
    line.decide(SaveSegment(Segment("Part 1", timedelta(minutes=5))))
    assert rows_of(line.show, line.now)[0].begins is None


def row(number: int, title: str = "x") -> Row:
    return Row(number, title, "", S.LATER, timedelta(minutes=1))


@pytest.mark.usefixtures("qapp")
def test_only_the_row_that_differs_is_told() -> None:
    model = RundownModel(Words())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([row(1), row(2), row(3)])
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    model.set_rows([row(1), row(2, "y"), row(3)])
    assert changed.count() == 1
    assert changed.at(0)[0].row() == changed.at(0)[1].row() == 1
    assert reset.count() == 0


@pytest.mark.usefixtures("qapp")
def test_a_segment_that_was_moved_far_is_one_move() -> None:
    model = RundownModel(Words())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([row(n) for n in range(1, 7)])
    moves = QSignalSpy(model.rowsMoved)
    model.set_rows([row(n) for n in (2, 3, 4, 5, 6, 1)])
    model.set_rows([row(n) for n in (6, 2, 3, 4, 5, 1)])
    assert moves.count() == 2
    assert [model.index(at).data(ROW).id for at in range(6)] == [6, 2, 3, 4, 5, 1]


@given(st.lists(st.lists(st.integers(1, 8), unique=True), min_size=1, max_size=5))
def test_any_list_of_rows_becomes_any_other_by_true_signals(lists: list[list[int]]) -> None:
    model = RundownModel(Words())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers in lists:
        model.set_rows([row(n) for n in numbers])
        assert [model.index(at).data(ROW).id for at in range(model.rowCount(QModelIndex()))] == numbers
    assert tester.model() is model


@pytest.mark.usefixtures("qapp")
def test_one_row_at_a_time_waits_for_a_second_key() -> None:
    model = RundownModel(Words())
    model.set_rows([row(1), row(2)])
    model.ask((1, Asked.TAKE))
    model.ask((2, Asked.REMOVE))
    assert [model.index(at).data(ASKED) for at in range(2)] == [None, Asked.REMOVE]

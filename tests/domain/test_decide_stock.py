"""Stock by people: what is refused, what an undo makes good."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.commands import AdjustStock, Command, CountStock, HoldStock, ReleaseStock, UndoMove
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.orders import OrderLine
from console.domain.outcomes import Adjusted, CountedMeanwhile, Done, Invalid, Missing, NotEnough, Outcome, UnknownSku
from console.domain.rules import Rule
from console.domain.show import Show
from console.domain.stock import MOST, Level
from tests.domain.goods import NOON, after, asked, running, seen, snapshot

CAP = Level(on_hand=10, opened=True)


def level(show: Show, sku: str = "cap") -> Level:
    return show.stock[sku]


def test_an_adjustment_moves_what_is_on_hand_and_can_be_undone_once() -> None:
    outcome, show = asked(running({"cap": 10}), AdjustStock("cap", -3, "broken"))
    assert isinstance(outcome, Adjusted)
    assert outcome.level == level(show) == Level(on_hand=7, opened=True)
    again, undone = asked(show, UndoMove(outcome.move))
    assert isinstance(again, Adjusted)
    assert level(undone) == CAP
    assert asked(undone, UndoMove(outcome.move))[0] == Missing("move", str(outcome.move))
    assert asked(undone, UndoMove(again.move))[0] == Missing("move", str(again.move))


@pytest.mark.parametrize(
    "command",
    [
        AdjustStock("cap", -11, "broken"),
        HoldStock("cap", 11, "Mia"),
        CountStock("cap", 3, 10, "counted"),
        AdjustStock("cap", -6, "gift"),
    ],
)
def test_nothing_that_is_promised_is_taken_by_a_person(command: Command) -> None:
    show = after(running({"cap": 10}), HoldStock("cap", 5, "Mia"))
    outcome, same = asked(show, command)
    assert outcome == NotEnough("cap", 5)
    assert same.stock == show.stock


@pytest.mark.parametrize(
    ("command", "outcome"),
    [
        (AdjustStock("hat", 1, "found"), UnknownSku("hat")),
        (CountStock("hat", 1, 1, "found"), UnknownSku("hat")),
        (HoldStock("hat", 1, "Mia"), UnknownSku("hat")),
        (AdjustStock("cap", 0, "found"), Invalid("delta", Rule.NO_CHANGE)),
        (AdjustStock("cap", MOST, "found"), Invalid("delta", Rule.PIECES_UP_TO, (MOST,))),
        (AdjustStock("cap", 2**70, "found"), Invalid("delta", Rule.PIECES_UP_TO, (MOST,))),
        (AdjustStock("cap", 1, " "), Invalid("reason", Rule.SAY_WHY)),
        (AdjustStock("cap", 1, "x" * 201), Invalid("reason", Rule.CHARACTERS, (200,))),
        (CountStock("cap", 4, 9, "counted"), CountedMeanwhile("cap", 9, 10)),
        (CountStock("cap", -1, 10, "counted"), Invalid("counted", Rule.PIECES, (MOST,))),
        (CountStock("cap", 10, 10, "counted"), Done()),
        (HoldStock("cap", 0, "Mia"), Invalid("quantity", Rule.PIECES_POSITIVE)),
        (HoldStock("cap", -1, "Mia"), Invalid("quantity", Rule.PIECES_POSITIVE)),
        (ReleaseStock("cap", -1, "Mia"), Invalid("quantity", Rule.PIECES_POSITIVE)),
        (ReleaseStock("cap", 1, "Mia"), Invalid("quantity", Rule.RESERVED, (0,))),
        (UndoMove(99), Missing("move", "99")),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason_and_changes_nothing(command: Command, outcome: Outcome) -> None:
    assert decide(running({"cap": 10}), command, NOON) == Decision(outcome)


def test_an_undo_that_would_take_promised_pieces_is_refused() -> None:
    show = after(running({"cap": 0}), AdjustStock("cap", 5, "found"), HoldStock("cap", 4, "Mia"))
    outcome, same = asked(show, UndoMove(show.moves[0].id))
    assert outcome == NotEnough("cap", 1)
    assert not same.moves[0].undone


def test_below_zero_a_person_may_still_add_and_release() -> None:
    line = OrderLine("cap", placed=9, shipped=9)
    show = after(running({"cap": 5}), HoldStock("cap", 2, "Mia"), seen(snapshot("1", line)))
    assert level(show) == Level(on_hand=-4, reserved=2, opened=True)
    better = after(show, AdjustStock("cap", 1, "found"), ReleaseStock("cap", 2, "gone"))
    assert level(better) == Level(on_hand=-3, opened=True)
    assert asked(better, AdjustStock("cap", -1, "lost"))[0] == NotEnough("cap", 0)


def test_only_the_last_fifty_moves_are_offered_for_undoing() -> None:
    show = running({"cap": 10})
    for number in range(60):
        show = after(show, AdjustStock("cap", 1, "found"), now=NOON + timedelta(seconds=number))
    assert len(show.moves) == 50
    assert show.moves[-1].at == NOON + timedelta(seconds=59)


by_people = st.one_of(
    st.builds(AdjustStock, st.just("cap"), st.integers(-8, 8), st.just("why")),
    st.builds(CountStock, st.just("cap"), st.integers(0, 12), st.integers(0, 12), st.just("why")),
    st.builds(HoldStock, st.just("cap"), st.integers(-1, 8), st.just("why")),
    st.builds(ReleaseStock, st.just("cap"), st.integers(-1, 8), st.just("why")),
    st.builds(UndoMove, st.integers(1, 30)),
)


@given(st.lists(by_people, max_size=30))
def test_people_never_promise_what_is_not_there(commands: list[Command]) -> None:
    show = running({"cap": 6})
    for command in commands:
        outcome, show = asked(show, command)
        now = level(show)
        assert now.available >= 0
        assert now.reserved >= 0
        assert not isinstance(outcome, Adjusted) or outcome.level == now

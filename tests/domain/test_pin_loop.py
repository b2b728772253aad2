"""The pin loop: items are explained in turn, by the clock, as far as they may air, until a person stops it."""

from datetime import datetime, timedelta

import pytest

from console.domain.commands import (
    AdjustStock,
    EndShow,
    ImportRundown,
    PauseSegment,
    Pin,
    PinNextLooped,
    QueueProducts,
    RemoveItem,
    ResumeSegment,
    SetPinLoop,
    StopSale,
    Take,
    Unpin,
)
from console.domain.outcomes import Done, Invalid, Missing
from console.domain.pin_loop import due, next_looped
from console.domain.rundown import Segment
from console.domain.show import Show
from tests.domain.goods import FIVE, NOON, after, asked, running

MINUTE = timedelta(minutes=1)


def at(minutes: float) -> datetime:
    return NOON + minutes * MINUTE


@pytest.fixture
def show() -> Show:
    """On air, with cap, mug and hat in the queue, all three in a loop of two minutes each."""
    made = running({"cap": 9, "mug": 9, "hat": 9}, [QueueProducts(("cap", "mug", "hat"))])
    return after(made, SetPinLoop(numbers(made), 2 * MINUTE))


def numbers(show: Show) -> tuple[int, ...]:
    return tuple(item.id for item in show.queue)


def played(show: Show, *minutes: float) -> list[str]:
    """What is explained after the desk looked at each of these minutes."""
    told = []
    for each in minutes:
        show = after(show, PinNextLooped(), now=at(each))
        told.append(show.explained.product if show.explained else "")
    return told


def test_items_are_explained_in_turn_and_again(show: Show) -> None:
    assert played(show, 0, 1.9, 2, 4, 5.9, 6) == ["cap", "cap", "mug", "hat", "hat", "cap"]


def test_one_item_alone_is_explained_anew(show: Show) -> None:
    alone = after(after(show, SetPinLoop(numbers(show)[:1], MINUTE)), PinNextLooped(), now=at(0))
    again = after(alone, PinNextLooped(), now=at(1))
    assert (again.pinned, alone.pinned_at, again.pinned_at) == (alone.pinned, at(0), at(1))
    assert after(alone, PinNextLooped(), now=at(0.5)) == alone


def test_what_may_not_air_is_passed_over(show: Show) -> None:
    gone = after(show, AdjustStock("mug", -9, "broken"))
    assert played(gone, 0, 2, 4) == ["cap", "hat", "cap"]
    nothing = after(gone, StopSale())
    assert (next_looped(nothing), due(nothing, at(9)), played(nothing, 0)) == (None, None, [""])


def test_what_a_person_pins_has_its_time_and_the_loop_goes_on_where_it_was(show: Show) -> None:
    first = after(show, PinNextLooped(), now=at(0))
    other = after(running({"cap": 9, "mug": 9, "hat": 9, "tea": 9}, [QueueProducts(("cap", "mug", "hat", "tea"))]))
    looped = after(after(other, SetPinLoop(numbers(other)[:3], 2 * MINUTE)), PinNextLooped(), now=at(0))
    tea = after(looped, Pin(numbers(other)[3]), now=at(1))
    assert played(tea, 2, 3, 5) == ["tea", "mug", "hat"]
    assert played(after(first, Pin(numbers(show)[2]), now=at(1)), 3) == ["cap"]


def test_while_the_clock_is_held_and_after_the_show_nothing_is_explained(show: Show) -> None:
    plan = running({"cap": 9}, [QueueProducts(("cap",)), ImportRundown("plan", "d", (Segment("A", FIVE),)), Take()])
    held = after(plan, SetPinLoop(numbers(plan), MINUTE), PauseSegment())
    assert due(held, at(9)) is None
    assert due(after(held, ResumeSegment()), at(9)) is not None
    assert due(after(show, EndShow()), at(9)) is None


def test_who_stops_explaining_stops_the_loop(show: Show) -> None:
    stopped = after(after(show, PinNextLooped(), now=at(0)), Unpin())
    assert (stopped.pinned, stopped.loop.items, stopped.loop.every) == (None, (), 2 * MINUTE)
    assert played(stopped, 3, 9) == ["", ""]


def test_what_has_left_the_queue_is_looped_no_more_and_comes_back_with_it(show: Show) -> None:
    without = after(show, RemoveItem(numbers(show)[1]))
    assert played(without, 0, 2, 4) == ["cap", "hat", "cap"]


def test_a_loop_is_of_items_of_the_queue_each_once_and_of_a_sensible_time(show: Show) -> None:
    assert asked(show, SetPinLoop((99,), MINUTE))[0] == Missing("item", "99")
    assert isinstance(asked(show, SetPinLoop(numbers(show), timedelta(seconds=29)))[0], Invalid)
    assert isinstance(asked(show, SetPinLoop(numbers(show), timedelta(hours=2)))[0], Invalid)
    twice = after(show, SetPinLoop((*numbers(show), numbers(show)[0]), MINUTE))
    assert twice.loop.items == numbers(show)
    assert asked(twice, SetPinLoop(numbers(show), MINUTE)) == (Done(), twice)

"""How connections stand over time: what is cut since when, and what silence is usual."""

from datetime import datetime, timedelta

import pytest

from console.domain.chat import QUIET_LEAST, QUIET_MOST, QUIET_UNKNOWN, SourceState, SourceStatus, Usual, quiet_after
from console.domain.connections import DUE, ShopState, ShopStatus
from console.domain.health import State
from console.domain.standings import ARRIVING, Linked, Standing, age_of, arriving, spoken, state_of, stood
from tests.domain.goods import NOON

READY = ShopStatus("shop", ShopState.READY)
CONNECTING = ShopStatus("shop", ShopState.CONNECTING)
CUT = ShopStatus("shop", ShopState.TROUBLE, "The shop cannot be reached", "Check the network.")
LISTENING = SourceStatus("twitch:a", SourceState.LISTENING)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def after(*told: tuple[float, Linked]) -> Standing:
    """The standing after these statuses, each told so many seconds after noon."""
    standing: Standing | None = None
    for seconds, status in told:
        standing = stood(standing, status, at(seconds))
    assert standing is not None
    return standing


def test_a_shop_that_answers_is_good_until_its_news_is_late() -> None:
    standing = after((0, CONNECTING), (1, READY))
    assert state_of(standing, at(1) + DUE - timedelta(milliseconds=1)) is State.OK
    assert state_of(standing, at(1) + DUE) is State.ATTENTION
    assert age_of(standing, at(4)) == timedelta(seconds=3)


def test_a_stuck_shop_is_shown_within_three_seconds_of_the_news_that_did_not_come() -> None:
    tick = timedelta(seconds=0.25)
    assert DUE + tick <= timedelta(seconds=3)


def test_a_slow_shop_is_late_later() -> None:
    slow = ShopStatus("vendure", ShopState.READY, due=timedelta(seconds=6))
    standing = after((1, slow))
    assert state_of(standing, at(6)) is State.OK
    assert state_of(standing, at(7)) is State.ATTENTION


def test_a_shop_is_unknown_while_it_is_first_connected() -> None:
    assert state_of(after((0, CONNECTING)), at(9)) is State.UNKNOWN


def test_a_cut_shop_keeps_its_reason_and_its_since_while_it_is_tried_again() -> None:
    standing = after((0, READY), (10, CUT), (11, CONNECTING), (26, CUT), (27, CONNECTING))
    assert (standing.cut, standing.fresh) == (at(10), at(0))
    assert (standing.trouble, standing.next_step) == (CUT.trouble, CUT.next_step)
    assert state_of(standing, at(27)) is State.BAD


def test_a_shop_that_comes_back_has_no_trouble_left() -> None:
    standing = after((0, READY), (10, CUT), (20, READY))
    assert (standing.cut, standing.trouble, standing.next_step) == (None, "", "")
    assert state_of(standing, at(20)) is State.OK


def test_a_joined_room_in_which_nobody_has_spoken_yet_is_no_fault() -> None:
    assert state_of(after((0, LISTENING)), at(3600)) is State.OK


def test_people_who_arrive_in_a_room_where_nobody_speaks_are_worth_a_look() -> None:
    standing = after((0, SourceStatus("twitch:a", SourceState.LISTENING, arrived_at=at(30))))
    assert state_of(standing, NOON + ARRIVING) is State.OK
    assert state_of(standing, NOON + ARRIVING + timedelta(seconds=1)) is State.ATTENTION
    assert arriving(standing)


@pytest.mark.parametrize(
    ("usual", "quiet"),
    [
        (None, QUIET_UNKNOWN),
        (timedelta(seconds=0.1), QUIET_LEAST),
        (timedelta(seconds=20), timedelta(seconds=200)),
        (timedelta(minutes=5), QUIET_MOST),
    ],
)
def test_a_silence_is_measured_by_the_rooms_own_pace(usual: timedelta | None, quiet: timedelta) -> None:
    assert quiet_after(usual) == quiet
    standing = after((0, SourceStatus("twitch:a", SourceState.LISTENING, NOON, usual=usual)))
    assert state_of(standing, NOON + quiet) is State.OK
    assert state_of(standing, NOON + quiet + timedelta(seconds=1)) is State.ATTENTION


def test_a_line_ends_a_silence_and_an_older_one_does_not() -> None:
    standing = after((0, SourceStatus("twitch:a", SourceState.LISTENING, at(5))))
    assert spoken(standing, at(900)).fresh == at(900)
    assert spoken(standing, at(1)).fresh == at(5)


def test_a_lost_room_is_bad_from_its_loss_on_and_keeps_its_last_line() -> None:
    lost = SourceStatus("twitch:a", SourceState.WAITING, at(5), "The connection was lost.", at(40))
    standing = after((0, LISTENING), (5, SourceStatus("twitch:a", SourceState.LISTENING, at(5))), (30, lost))
    assert (standing.cut, standing.fresh) == (at(30), at(5))
    assert state_of(standing, at(31)) is State.BAD


def test_the_usual_gap_is_learnt_from_the_lines_and_told_once_it_is_known() -> None:
    usual = Usual()
    for n in range(9):
        usual = usual.after(at(n * 4))
        assert usual.known is None
    usual = usual.after(at(9 * 4))
    assert usual.known == timedelta(seconds=4)


def test_one_long_silence_does_not_make_silence_usual() -> None:
    usual = Usual()
    for n in range(200):
        usual = usual.after(at(n))
    usual = usual.after(at(200 + 3600))
    assert usual.known is not None
    assert usual.known < timedelta(seconds=11)

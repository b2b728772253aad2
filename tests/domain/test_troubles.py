"""Troubles over time: told once they last, over when they are over."""

from datetime import datetime, timedelta

from console.domain.health import Check, State
from console.domain.troubles import PATIENCE, Past, Trouble, follow
from tests.domain.goods import NOON

CUT = Check("shop", State.BAD, "cut", "Wait.", "vendure")
QUIET = Check("chat", State.ATTENTION, "silent", "Look.", "twitch:a")
FINE = Check("shop", State.OK, "up to date", about="vendure")


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_what_is_over_before_it_lasts_is_never_told() -> None:
    lasting, over = follow({}, [CUT], at(0))
    assert [each.told for each in lasting.values()] == [False]
    assert follow(lasting, [FINE], at(2)) == ({}, ())
    assert over == ()


def test_what_lasts_is_told_from_then_on_and_remembered_with_its_length() -> None:
    lasting, _ = follow({}, [CUT], at(0))
    lasting, _ = follow(lasting, [CUT], at(PATIENCE[State.BAD].total_seconds()))
    assert lasting == {"trouble shop vendure": Trouble(CUT, at(0), told=True)}
    lasting, over = follow(lasting, [FINE], at(180))
    assert (lasting, over) == ({}, (Past(CUT, at(0), at(180)),))


def test_a_check_that_says_since_when_is_believed() -> None:
    since = Check("shop", State.BAD, "cut", "Wait.", "vendure", at(-60))
    lasting, _ = follow({}, [since], at(0))
    assert lasting["trouble shop vendure"] == Trouble(since, at(-60), told=True)


def test_a_trouble_that_changes_its_words_goes_on() -> None:
    lasting, _ = follow({}, [CUT], at(0))
    other = Check("shop", State.BAD, "denied", "Enter it.", "vendure")
    lasting, over = follow(lasting, [other], at(9))
    assert lasting == {"trouble shop vendure": Trouble(other, at(0), told=True)}
    assert over == ()


def test_attention_takes_longer_to_be_told() -> None:
    lasting, _ = follow({}, [QUIET, CUT], at(0))
    lasting, _ = follow(lasting, [QUIET, CUT], at(5))
    assert [each.check.name for each in lasting.values() if each.told] == ["shop"]

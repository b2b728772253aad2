from typing import get_args

import pytest
from PySide6.QtCore import QLocale

from console.domain.actors import Role
from console.domain.claims.claim import ClaimState
from console.domain.gates import NoPrice, SaleHalted, ScriptUnapproved, SoldOut, StockUnconfirmed
from console.domain.outbox import ErrandState
from console.domain.outcomes import (
    Accepted,
    Added,
    Adjusted,
    AlreadyRunning,
    ClaimOver,
    CodeTaken,
    CountedMeanwhile,
    Done,
    ErrandMoved,
    Held,
    Imported,
    InUse,
    Invalid,
    MayNotAir,
    Missing,
    NotAllowed,
    NotEnough,
    NothingNext,
    NotRunning,
    Outcome,
    UnknownSku,
    Unsaved,
)
from console.domain.rights import Right
from console.domain.rules import ENGLISH, Rule
from console.domain.stock import Level
from console.ui.words.outcomes import words_for
from console.ui.words.rules import rule_words

OUTCOMES: tuple[Outcome, ...] = (
    Done(),
    Added(1),
    Adjusted("TEA", Level(), 1),
    NotEnough("TEA", 3),
    CountedMeanwhile("TEA", 7, 5),
    UnknownSku("TEA"),
    Missing("segment", "4"),
    Invalid("price", Rule.PRICE),
    CodeTaken("12"),
    NotRunning(),
    AlreadyRunning(),
    InUse("pinned"),
    NothingNext(),
    MayNotAir("Mug", (SoldOut(), NoPrice("MUG"), StockUnconfirmed(), ScriptUnapproved(4), SaleHalted("wait"))),
    Imported(1, 2, 3, 4),
    ErrandMoved(4, ErrandState.DONE),
    ClaimOver(4, ClaimState.EXPIRED),
    Held(),
    NotAllowed(Role.ANCHOR, Right.STOCK),
    Unsaved("OSError: no space left"),
)


def test_every_kind_of_outcome_is_among_these() -> None:
    assert {type(outcome) for outcome in OUTCOMES} == set(get_args(Outcome))


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: type(outcome).__name__)
def test_a_refusal_has_a_title_and_a_next_step(outcome: Outcome) -> None:
    words = words_for(outcome)
    if isinstance(outcome, Accepted):
        assert words is None
        return
    assert words is not None
    assert words.title.endswith(".")
    assert words.next_step
    assert "{" not in words.title + words.next_step


def test_both_numbers_of_a_count_are_told() -> None:
    words = words_for(CountedMeanwhile("TEA", 7, 5))
    assert words is not None
    assert words.title == "TEA moved while you counted: it was 7, now it is 5."


@pytest.mark.parametrize(
    ("what", "told"), [("move", "the change of stock"), ("item", "the item of the queue"), ("product", "the product")]
)
def test_what_is_missing_is_named_as_people_call_it(what: str, told: str) -> None:
    words = words_for(Missing(what, "7"))
    assert words is not None
    assert words.title == f"This is no longer there: {told}."


def test_words_in_braces_are_left_as_they_are() -> None:
    words = words_for(UnknownSku("{0}<b>"))
    assert words is not None
    assert words.title == "No product here has the SKU {0}<b>."


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_has_words_in_the_window_and_on_the_command_line(rule: Rule) -> None:
    values = (4_000, "B{0}")[: ENGLISH[rule].count("{")]
    broken = Invalid("title", rule, values)
    assert broken.reason.count("{") == (1 if len(values) > 1 else 0)
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    told = rule_words(broken)
    QLocale.setDefault(before)
    assert told == broken.reason.replace("4000", "4.000")


def test_a_rule_s_name_never_changes() -> None:
    assert sorted(rule.value for rule in Rule) == sorted(rule.name.lower() for rule in Rule)

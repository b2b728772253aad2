"""Roles do what they may; nobody can lock out the operator, and what the world tells is never refused."""

import pytest

from console.domain.actors import Role
from console.domain.commands import (
    AdjustStock,
    Command,
    EndShow,
    GoLive,
    NewShow,
    Pin,
    SendCue,
    SetRights,
    StopSale,
    Take,
    Together,
)
from console.domain.cues import CueKind
from console.domain.decide.allowed import decide_for
from console.domain.decide.decision import Decision
from console.domain.decide.rights import BY_COMMAND, lacking
from console.domain.outcomes import NotAllowed
from console.domain.rights import Right, Rights
from tests.domain.goods import NOON, after, running

STOCK, TAKE, SET = AdjustStock("cap", 1, "found"), Take(), SetRights(Rights())


@pytest.mark.parametrize(
    ("role", "command", "right"),
    [
        (Role.ASSISTANT, STOCK, None),
        (Role.ASSISTANT, TAKE, Right.TAKE),
        (Role.ASSISTANT, Pin(1), None),
        (Role.ASSISTANT, StopSale(), None),
        (Role.ASSISTANT, SET, Right.SHOW),
        (Role.ANCHOR, STOCK, Right.STOCK),
        (Role.ANCHOR, TAKE, None),
        (Role.ANCHOR, SendCue(CueKind.WRAP_UP), None),
        (Role.ANCHOR, Together((TAKE, STOCK)), Right.STOCK),
        (Role.ANCHOR, Together((TAKE, Together((GoLive(),)))), Right.SHOW),
    ],
)
def test_a_role_lacks_what_it_was_not_given(role: Role, command: Command, right: Right | None) -> None:
    assert lacking(Rights(), role, command) is right


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.SHOP, Role.VIEWER, Role.DESK])
def test_an_operator_and_the_world_are_never_refused(role: Role) -> None:
    nothing = Rights(frozenset(), frozenset())
    assert all(right in nothing.of(role) for right in BY_COMMAND.values())


def test_a_refusal_changes_nothing_and_names_the_right() -> None:
    show = running({"cap": 5})
    assert decide_for(show, STOCK, Role.ANCHOR, NOON) == Decision(NotAllowed(Role.ANCHOR, Right.STOCK))


def test_rights_are_the_studio_s_and_stay_for_the_next_show() -> None:
    more = Rights(frozenset({Right.STOCK, Right.TAKE}), frozenset())
    show = after(running({"cap": 5}), SetRights(more), EndShow(), NewShow("Saturday", "USD"))
    assert show.rights == more
    assert lacking(show.rights, Role.ASSISTANT, TAKE) is None

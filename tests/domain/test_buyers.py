"""Who is one buyer: joined and parted by a person, taken back like any deed, and the same in the file."""

import asyncio
from pathlib import Path

import pytest

from console.domain.changes import BuyersParted
from console.domain.commands import Command, GoLive, JoinBuyers, NewShow, PartBuyers
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.outcomes import Done, Invalid, Missing
from console.domain.show import Show
from console.domain.undo import inverse
from console.storage.reader import reading
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, NOON, after, running

A, B, C, D = "twitch/a", "irc/b", "shop/c", "tiktok/d"
ALL = (JoinBuyers(A, B), JoinBuyers(C, D), JoinBuyers(D, A))


def groups(show: Show) -> set[tuple[str, ...]]:
    return set(show.claims.joined.values())


def test_one_identity_leaves_and_the_others_stay_one_buyer() -> None:
    show = after(running({}), *ALL, PartBuyers((C,)))
    assert groups(show) == {(B, D, A)}
    assert show.claims.identities(C) == (C,)


def test_of_two_that_part_each_is_alone() -> None:
    assert groups(after(running({}), JoinBuyers(A, B), PartBuyers((A,)))) == set()


@pytest.mark.parametrize("parted", [(A,), (B, C), (A, B, D)])
def test_a_parting_is_taken_back(parted: tuple[str, ...]) -> None:
    show = after(running({}), *ALL)
    outcome, changes, _ = decide(show, PartBuyers(parted), NOON)
    assert (outcome, changes) == (Done(), (BuyersParted(tuple(sorted(parted))),))
    undo = inverse(show, changes, NOON)
    assert isinstance(undo, JoinBuyers)
    assert groups(after(show, PartBuyers(parted), undo)) == groups(show)


def test_a_joining_is_taken_back_and_those_who_were_one_before_stay_so() -> None:
    show = after(running({}), *ALL[:2])
    undo = inverse(show, decide(show, ALL[2], NOON).changes, NOON)
    assert isinstance(undo, PartBuyers)
    assert groups(after(show, ALL[2], undo)) == groups(show) == {(B, A), (C, D)}


def test_what_is_not_together_cannot_part() -> None:
    show = after(running({}), JoinBuyers(A, B))
    assert decide(show, PartBuyers((A, C)), NOON).outcome == Missing("buyer", C)
    assert decide(show, PartBuyers((A, B)), NOON) == Decision(Done())
    assert isinstance(decide(show, PartBuyers(()), NOON).outcome, Invalid)


def test_the_file_has_the_same_buyers(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    asked: tuple[Command, ...] = (NewShow("Friday", "USD"), GoLive(), *ALL, PartBuyers((A, C)), PartBuyers((A,)))

    async def work() -> Show:
        async with desk_on(path) as desk:
            for command in (*asked, JoinBuyers(A, D)):
                await desk.ask(command, ANNA)
            return desk.show

    show = asyncio.run(work())
    with reading(path) as reader:
        assert reader.show().claims.joined == show.claims.joined
    assert groups(show) == {(B, D, A)}
    assert verify(path) == []

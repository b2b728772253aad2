"""What is explained sells out: it ends in the transaction that promises the last piece, once, if the show says so."""

from collections.abc import Callable

import pytest

from console.domain.changes import Unpinned
from console.domain.claims.reading import Asked
from console.domain.claims.rules import ClaimRules, WhenSoldOut
from console.domain.commands import (
    AdjustStock,
    Command,
    HoldStock,
    MoveItem,
    Pin,
    QueueProducts,
    SetClaimRules,
    SetLimits,
    Together,
    UndoMove,
)
from console.domain.decide import decide
from console.domain.decide.selling_out import next_of
from console.domain.orders import OrderLine
from console.domain.show import Show
from console.domain.undo import inverse
from tests.domain.claiming import claiming
from tests.domain.goods import NOON, after, running, seen, snapshot

GONE: dict[str, Command] = {
    "an order": seen(snapshot("1", OrderLine("cap", 3))),
    "a claim": claiming("1", "mia", Asked("cap", 3)),
    "a person": AdjustStock("cap", -3, "broken"),
    "a hold": HoldStock("cap", 3, "for Mei"),
    "what is kept back": SetLimits("cap", 3, None),
    "several": Together((AdjustStock("cap", -2, "broken"), AdjustStock("cap", -1, "broken"))),
}


def explaining(rule: WhenSoldOut = WhenSoldOut.UNPIN) -> Show:
    """The cap, of which there are three, is being explained; a mug and a hat come after it."""
    rules = SetClaimRules(ClaimRules(sold_out=rule))
    show = running({"cap": 3, "mug": 1, "hat": 2}, (QueueProducts(("cap", "mug", "hat")), rules))
    return after(show, Pin(show.queue[0].id))


def ends(show: Show, command: Command) -> list[bool]:
    """What of a command ends the explaining: whether it is because nothing is left."""
    return [each.sold_out for each in decide(show, command, NOON).changes if isinstance(each, Unpinned)]


@pytest.mark.parametrize("command", GONE.values(), ids=list(GONE))
def test_whatever_takes_the_last_piece_ends_the_explaining_with_it(command: Command) -> None:
    assert ends(explaining(), command) == [True]
    assert after(explaining(), command).pinned is None


@pytest.mark.parametrize("command", GONE.values(), ids=list(GONE))
def test_a_show_that_only_marks_goes_on_explaining(command: Command) -> None:
    assert ends(explaining(WhenSoldOut.MARK), command) == []


def test_what_leaves_a_piece_and_what_is_about_another_item_end_nothing() -> None:
    assert ends(explaining(), AdjustStock("cap", -2, "broken")) == []
    assert ends(explaining(), AdjustStock("mug", -1, "broken")) == []


def test_who_explains_it_all_the_same_goes_on_until_it_sells_out_anew() -> None:
    show = after(explaining(), AdjustStock("cap", -3, "broken"))
    show = after(show, Pin(show.queue[0].id, "to show it"), seen(snapshot("1", OrderLine("cap", 1))))
    assert show.pinned == show.queue[0].id
    show = after(show, AdjustStock("cap", 3, "found"))
    assert ends(show, AdjustStock("cap", -2, "broken")) == [True]


def test_undo_gives_the_pieces_back_and_explains_it_again() -> None:
    show = explaining()
    changes = decide(show, AdjustStock("cap", -3, "broken"), NOON).changes
    then = after(show, AdjustStock("cap", -3, "broken"))
    undone = inverse(show, changes, NOON)
    assert isinstance(undone, Together)
    assert undone.commands[1:] == (UndoMove(then.moves[-1].id),)
    again = after(then, undone)
    assert (again.pinned, again.stock["cap"].available) == (show.queue[0].id, 3)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda _: AdjustStock("hat", 1, "found"), "2"),
        (lambda _: AdjustStock("mug", -1, "broken"), "3"),
        (lambda show: MoveItem(show.queue[2].id, 1), "3"),
        (lambda show: MoveItem(show.queue[0].id, 2), None),
    ],
)
def test_the_next_one_is_the_first_behind_it_of_which_something_is_left(
    change: Callable[[Show], Command], code: str | None
) -> None:
    show = explaining()
    first = show.queue[0].id
    found = next_of(after(show, change(show)), first)
    assert (found.code if found else None) == code

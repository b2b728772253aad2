"""What came of a proposal: foretold beside what happened, for each kind of advice and each answer."""

from datetime import datetime, timedelta

import pytest

from console.domain.came_of import Came, came_of
from console.domain.commands import (
    AddTime,
    AdjustStock,
    AnswerProposal,
    Command,
    EndShow,
    ImportRundown,
    Propose,
    StopSale,
    Take,
)
from console.domain.orders import OrderLine
from console.domain.proposals import Advice
from console.domain.proposing import standing
from console.domain.rundown import NOTHING, Segment
from console.domain.show import Show
from tests.domain.goods import FIVE, NOON, after, running, seen, snapshot

MINUTE = timedelta(minutes=1)
ROWS = (
    Segment("Caps", FIVE, products=("cap",)),
    Segment("Mugs", FIVE, products=("mug",)),
    Segment("Hats", 3 * MINUTE, products=("hat",)),
    Segment("Bye", MINUTE),
)


def at(minutes: float) -> datetime:
    return NOON + minutes * MINUTE


def bought(minutes: float, pieces: int, sku: str = "cap") -> Command:
    return seen(snapshot(f"{sku}{minutes}", OrderLine(sku, pieces), placed_at=at(minutes)))


@pytest.fixture
def show() -> Show:
    """On air since noon, its first segment live."""
    return running({"cap": 90, "mug": 90, "hat": 9}, [ImportRundown("plan", "d", ROWS), Take()])


def proposed(show: Show, minutes: float) -> Show:
    return after(show, Propose(), now=at(minutes))


def answered(show: Show, minutes: float, *, accept: bool = True) -> Show:
    offered = standing(show)
    assert offered
    return after(show, AnswerProposal(offered.number, accept), now=at(minutes))


def came(show: Show, minutes: float) -> Came:
    return came_of(show, show.proposals[-1], at(minutes))


def test_a_segment_that_is_shortened_ends_when_it_is_taken_off(show: Show) -> None:
    gone = proposed(after(show, AdjustStock("cap", -90, "broken")), 3)
    done = answered(gone, 3.5)
    running_on = came(done, 4)
    assert (running_on.foretold, running_on.really) == (-2 * MINUTE, None)
    taken = after(done, Take(), now=at(4))
    assert (came(taken, 9).really, came(taken, 4).over) == (-1 * MINUTE, -1 * MINUTE)


def test_what_was_left_undone_came_to_what_happened_instead(show: Show) -> None:
    left = answered(proposed(after(show, AdjustStock("cap", -90, "broken")), 3), 3.5, accept=False)
    assert came(after(left, Take(), now=at(5)), 9).really == NOTHING
    assert came(after(left, AddTime(MINUTE), Take(), now=at(6)), 9).really == MINUTE


def test_an_extension_is_told_with_what_was_sold_in_it(show: Show) -> None:
    early = after(show, Take(), now=at(3))
    selling = after(early, bought(5, 4, "mug"), bought(6, 3, "mug"))
    offered = proposed(selling, 7.5)
    assert standing(offered) is not None
    assert offered.proposals[-1].proposal.advice is Advice.EXTEND
    done = answered(offered, 7.5)
    later = after(done, bought(8, 1, "mug"), bought(9, 1, "mug"))
    told = came(after(later, Take(), now=at(9.5)), 20)
    foretold = offered.proposals[-1].proposal.by
    assert (told.foretold, told.really) == (foretold, 9.5 * MINUTE - 8 * MINUTE)
    assert (told.sold, told.within, told.pace) == (2, 2 * MINUTE, 1.0)
    assert came(after(later, Take(), bought(9.6, 1, "mug"), now=at(9.5)), 20).sold == 2


def test_a_skip_saves_what_was_planned_unless_it_is_played_all_the_same(show: Show) -> None:
    late = after(show, bought(7, 1), AddTime(3 * MINUTE))
    offered = proposed(late, 7)
    assert offered.proposals[-1].proposal.advice is Advice.SKIP
    hats = offered.proposals[-1].proposal.segment
    done = answered(offered, 7)
    assert came(done, 8) == Came(-3 * MINUTE, None, 0, NOTHING, came(done, 8).over)
    on = after(after(done, Take(), now=at(8)), Take(), now=at(13))
    assert came(on, 13).really == -3 * MINUTE
    played = after(after(on, Take(hats), now=at(14)), EndShow(), now=at(16))
    assert came(played, 20).really == 2 * MINUTE - 3 * MINUTE


def test_of_a_swap_it_is_told_which_came_first(show: Show) -> None:
    stopped = proposed(after(show, bought(3, 1), StopSale(("mug",))), 4)
    offered = stopped.proposals[-1].proposal
    assert offered.advice is Advice.SWAP
    assert came(stopped, 4).before == 0
    done = after(answered(stopped, 4), Take(), now=at(5))
    assert came(done, 6).before == offered.other
    refused = after(answered(stopped, 4, accept=False), Take(despite="we go on"), now=at(5))
    assert came(refused, 6).before == offered.segment

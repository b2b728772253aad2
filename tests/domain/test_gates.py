"""What may not air says why, and blocks the pin and the take."""

import pytest
from msgspec.structs import replace

from console.domain.changes import AiredDespite, Pinned, Taken
from console.domain.commands import (
    AdjustStock,
    ApproveScript,
    Back,
    Command,
    ImportRundown,
    Pin,
    QueueProducts,
    SaveProduct,
    SaveSegment,
    SetRundownRules,
    StopSale,
    Take,
)
from console.domain.decide import decide
from console.domain.gates import (
    Gate,
    NoPrice,
    SaleHalted,
    ScriptUnapproved,
    SoldOut,
    StockUnconfirmed,
    gates,
    gates_of_segment,
)
from console.domain.outcomes import Done, Invalid, MayNotAir
from console.domain.rundown import RundownRules, Segment
from console.domain.show import Show
from tests.domain.goods import FIVE, NOON, after, asked, product, running


@pytest.fixture
def show() -> Show:
    rows = (Segment("Caps", FIVE, products=("cap",), script="A cap."), Segment("Bye", FIVE))
    return running({"cap": 2}, [QueueProducts(("cap",)), ImportRundown("plan", "d", rows)])


BROKEN: dict[str, tuple[tuple[Command, ...], Gate]] = {
    "sold out": ((AdjustStock("cap", -2, "broken"),), SoldOut()),
    "stopped": ((StopSale(("cap",), "Back in five"),), SaleHalted("Back in five")),
    "all stopped": ((StopSale((), "Wait"),), SaleHalted("Wait")),
    "no price": ((SaveProduct(product("cap", price=0)),), NoPrice("cap")),
    "not approved": ((SetRundownRules(RundownRules(approval=True)),), ScriptUnapproved(2)),
}


@pytest.mark.parametrize("why", BROKEN)
def test_each_reason_blocks_the_pin_and_the_take(show: Show, why: str) -> None:
    commands, gate = BROKEN[why]
    broken = after(show, *commands)
    gate = ScriptUnapproved(broken.segments[0].id) if why == "not approved" else gate
    item = broken.queue[0].id
    assert gates(broken, broken.products["cap"]) == gates_of_segment(broken, broken.segments[0]) == (gate,)
    assert asked(broken, Pin(item))[0] == MayNotAir("Cap", (gate,))
    assert asked(broken, Take())[0] == MayNotAir("Caps", (gate,))
    assert decide(show, Pin(item), NOON).outcome == Done()


def test_what_nobody_has_counted_is_not_confirmed() -> None:
    show = running({}, [SaveProduct(product("cap")), QueueProducts(("cap",))])
    assert asked(show, Pin(show.queue[0].id))[0] == MayNotAir("Cap", (StockUnconfirmed(),))


def test_one_of_two_variants_that_is_sold_out_blocks_nothing() -> None:
    both = SaveProduct(product("cap", "cap", "cap-l"))
    assert gates(after(running({"cap": 2}), both), product("cap", "cap", "cap-l")) == ()


def test_with_a_reason_it_airs_and_the_reason_is_on_record(show: Show) -> None:
    gone = after(show, AdjustStock("cap", -2, "broken"))
    item = gone.queue[0].id
    assert decide(gone, Pin(item, "the next box is on its way"), NOON).changes == (
        AiredDespite("Cap", (SoldOut(),), "the next box is on its way"),
        Pinned(item),
    )
    kinds = [type(change) for change in decide(gone, Take(despite="as agreed"), NOON).changes]
    assert kinds[0] is AiredDespite
    assert kinds[-2:] == [Taken, Pinned]
    assert asked(gone, Pin(item, "  "))[0] == MayNotAir("Cap", (SoldOut(),))
    assert isinstance(asked(gone, Pin(item, "x" * 201))[0], Invalid)


def test_a_reason_that_is_not_needed_is_not_on_record(show: Show) -> None:
    assert decide(show, Pin(show.queue[0].id, "because"), NOON).changes == (Pinned(show.queue[0].id),)


def test_what_is_pinned_already_stays_and_going_back_is_asked_as_well(show: Show) -> None:
    live = after(show, Take(), AdjustStock("cap", -2, "broken"))
    assert asked(live, Pin(live.queue[0].id))[0] == Done()
    later = after(live, Take())
    assert asked(later, Back())[0] == MayNotAir("Caps", (SoldOut(),))
    assert asked(later, Back("they ask for it"))[0] == Done()


def test_an_approval_is_for_the_script_as_it_was(show: Show) -> None:
    first = show.segments[0]
    strict = after(show, SetRundownRules(RundownRules(approval=True)), ApproveScript(first.id))
    assert asked(strict, Take())[0] == Done()
    approved = strict.segments[0]
    renamed = after(strict, SaveSegment(replace(approved, title="Hats")))
    assert renamed.segments[0].approved
    rewritten = after(strict, SaveSegment(replace(approved, script="Another cap.")))
    assert not rewritten.segments[0].approved
    assert asked(rewritten, Take())[0] == MayNotAir("Caps", (ScriptUnapproved(first.id),))


def test_an_approval_is_not_given_by_an_edit(show: Show) -> None:
    assert not after(show, SaveSegment(replace(show.segments[0], approved=True))).segments[0].approved

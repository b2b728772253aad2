"""What sends something to a shop, what does not, and how errands go on."""

import pytest
from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.commands import (
    AdjustStock,
    CancelOrder,
    Command,
    CountStock,
    DoubtErrand,
    FinishErrand,
    HoldStock,
    ImportCatalogue,
    LeaveErrand,
    NewShow,
    RefundOrder,
    RejectErrand,
    RemoveConnection,
    ResumeSending,
    RetryErrand,
    SaveProduct,
    SeeLevels,
    SeeOrders,
    SendErrand,
    SetConnection,
    SettleFinding,
    UndoMove,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.findings import Finding, FindingKind, Settlement
from console.domain.money import Money
from console.domain.orders import OrderLine, StockLevel
from console.domain.outbox import CancelTo, ErrandState, Prepared, PriceAt, RefundTo, StockBy, Task
from console.domain.outcomes import Added, Done, ErrandMoved, Held, Invalid, Missing, Outcome, UnknownSku
from console.domain.products import Opening
from console.domain.rules import Rule
from console.domain.show import Purpose, Show
from tests.domain.goods import NOON, SHOP, after, asked, product, running, seen, snapshot

OTHER = "market"
SENT = Prepared("request", "{}")


def shop(name: str = SHOP) -> SetConnection:
    return SetConnection(Connection(name, ConnectionKind.SHOP, "vendure+https://ann@shop.example"))


def linked(*shops: str) -> Show:
    links = [each for name in shops for each in (shop(name), SeeOrders(name, (), linked=NOON))]
    return replace(running({"cap": 10, "mug": 3}, links), origin="a" * 32)


def tasks(show: Show) -> list[tuple[str, Task]]:
    return [(each.errand.shop, each.errand.task) for each in show.open_errands]


@pytest.fixture
def show() -> Show:
    return linked(SHOP)


@pytest.mark.parametrize(
    ("commands", "wanted"),
    [
        ([AdjustStock("cap", -2, "broken")], [StockBy("cap", -2)]),
        ([CountStock("cap", 7, 10, "count")], [StockBy("cap", -3)]),
        ([CountStock("cap", 10, 10, "count")], []),
        ([HoldStock("cap", 2, "Mia")], []),
        ([AdjustStock("cap", -11, "broken")], []),
        ([SaveProduct(product("cap", price=500))], [PriceAt("cap", Money(500, "USD"))]),
        ([SaveProduct(product("cap"))], []),
        ([SaveProduct(product("hat"), (Opening("hat", 4),))], []),
        ([ImportCatalogue("f", "d", "file", (product("cap", price=1), product("hat")), (Opening("hat", 4),))], []),
        ([seen(snapshot("1", OrderLine("cap", 2, shipped=1)))], []),
    ],
)
def test_what_people_move_and_price_goes_to_the_shop_and_nothing_else(
    show: Show, commands: list[Command], wanted: list[Task]
) -> None:
    assert tasks(after(show, *commands)) == [(SHOP, task) for task in wanted]


def test_an_undo_goes_out_as_the_opposite(show: Show) -> None:
    moved = after(show, AdjustStock("cap", -2, "broken"))
    (errand,) = moved.open_errands
    undone = after(moved, FinishErrand(errand.errand.id, "done"), UndoMove(moved.moves[-1].id))
    assert [task for _, task in tasks(undone)] == [StockBy("cap", 2)]


def test_only_shops_that_are_linked_and_connected_are_told() -> None:
    both = linked(SHOP, OTHER)
    assert [name for name, _ in tasks(after(both, AdjustStock("cap", 1, "found")))] == [SHOP, OTHER]
    assert tasks(after(both, RemoveConnection(SHOP), AdjustStock("cap", 1, "found"))) == [(OTHER, StockBy("cap", 1))]
    connected = running({"cap": 1}, [shop()])
    assert tasks(after(connected, AdjustStock("cap", 1, "found"))) == []


def test_a_rehearsal_tells_its_own_shop_only() -> None:
    show = replace(linked(SHOP, "rehearsal"), purpose=Purpose.REHEARSAL)
    show = after(show, RemoveConnection("rehearsal"), AdjustStock("cap", 1, "found"))
    assert tasks(show) == [("rehearsal", StockBy("cap", 1))]


def test_numbers_are_not_given_twice_and_keys_name_the_files_life(show: Show) -> None:
    show = after(show, AdjustStock("cap", 1, "a"), AdjustStock("cap", 1, "b"), shop(OTHER), NewShow("Next", "USD"))
    keys = [each.errand.key for each in show.open_errands]
    assert keys == [f"{'a' * 32}-{each.errand.id}" for each in show.open_errands]
    assert show.serial >= max(show.outbox)
    assert len({each.id for each in show.moves} | set(show.outbox)) == 4


def test_what_is_on_its_way_is_no_finding_and_what_came_to_nothing_is_one(show: Show) -> None:
    levels = SeeLevels(SHOP, (StockLevel("cap", 10, 0),))
    show = after(show, AdjustStock("cap", -1, "broken"))
    (moving,) = show.open_errands
    assert after(show, levels).open_findings == []
    stuck = after(show, RejectErrand(moving.errand.id, "No.", "Look."), levels)
    (found,) = stuck.open_findings
    assert (found.theirs, found.ours, found.reference) == (10, 9, SHOP)
    assert after(stuck, SettleFinding(found.id, Settlement.OURS)).tray == []
    assert tasks(after(stuck, SettleFinding(found.id, Settlement.OURS))) == [(SHOP, StockBy("cap", -1, expect=10))]
    theirs = after(stuck, SettleFinding(found.id, Settlement.THEIRS))
    assert (theirs.stock["cap"].on_hand, theirs.open_errands, theirs.tray) == (10, [], [])


def test_what_moved_since_the_comparison_is_reckoned_with(show: Show) -> None:
    show = after(show, SeeLevels(SHOP, (StockLevel("cap", 8, 0),)), AdjustStock("cap", 5, "found"))
    (found,) = show.open_findings
    ours = after(show, SettleFinding(found.id, Settlement.OURS))
    assert [task for _, task in tasks(ours)] == [StockBy("cap", 5), StockBy("cap", 2, expect=13)]
    assert after(show, SettleFinding(found.id, Settlement.THEIRS)).stock["cap"].on_hand == 13


def test_a_difference_that_outlives_what_was_sent_about_it_is_found_again(show: Show) -> None:
    differing = SeeLevels(SHOP, (StockLevel("cap", 8, 0),))
    show = after(show, differing)
    show = after(show, SettleFinding(show.open_findings[0].id, Settlement.OURS))
    (moving,) = show.open_errands
    assert after(show, differing).open_findings == []
    refused = after(show, RejectErrand(moving.errand.id, "No.", "Look."), differing)
    assert [(each.theirs, each.ours) for each in refused.open_findings] == [(8, 10)]


def test_two_shops_differ_each_for_itself() -> None:
    show = linked(SHOP, OTHER)
    show = after(show, SeeLevels(SHOP, (StockLevel("cap", 8, 0),)), SeeLevels(OTHER, (StockLevel("cap", 10, 0),)))
    assert [(each.reference, each.theirs) for each in show.open_findings] == [(SHOP, 8)]
    assert after(show, SeeLevels(SHOP, (StockLevel("cap", 10, 0),))).open_findings == []


def test_a_difference_that_an_older_version_found_is_taken_over(show: Show) -> None:
    old = Finding(90, FindingKind.STOCK_DIFFERS, "cap", 8, 10)
    show = replace(show, findings=HashTrieMap({old.key: old}), serial=90)
    again = after(show, SeeLevels(SHOP, (StockLevel("cap", 8, 0),)))
    assert [(each.reference, each.theirs) for each in again.open_findings] == [(SHOP, 8)]
    assert after(show, SeeLevels(SHOP, (StockLevel("cap", 10, 0),))).open_findings == []


ORDER = replace(snapshot("1", OrderLine("cap", 3, 1)), paid=900, refunded=200)


@pytest.mark.parametrize(
    ("command", "outcome"),
    [
        (CancelOrder("shop/1", "cap", 2), Done()),
        (CancelOrder("shop/1", "mug", 0), UnknownSku("mug")),
        (CancelOrder("shop/1", "cap", -1), Invalid("quantity", Rule.PIECES_STAY)),
        (CancelOrder("shop/9", "cap", 0), Missing("order", "shop/9")),
        (RefundOrder("shop/1", Money(200, "USD")), Done()),
        (RefundOrder("shop/1", Money(901, "USD")), Invalid("total", Rule.AMOUNT_UP_TO, ("9.00",))),
        (RefundOrder("shop/1", Money(0, "USD")), Invalid("total", Rule.AMOUNT_UP_TO, ("9.00",))),
        (RefundOrder("shop/1", Money(500, "EUR")), Invalid("total", Rule.AMOUNT_IN, ("USD",))),
        (RefundOrder("shop/9", Money(1, "USD")), Missing("order", "shop/9")),
    ],
)
def test_what_cannot_or_need_not_be_asked_of_an_order_is_not(show: Show, command: Command, outcome: Outcome) -> None:
    show = after(show, seen(ORDER))
    told, then = asked(show, command)
    assert told == outcome
    assert then.open_errands == []


def test_an_order_is_cancelled_and_paid_back_to_and_asked_twice_once(show: Show) -> None:
    show = after(show, seen(ORDER))
    cancel, refund = CancelOrder("shop/1", "cap", 1), RefundOrder("shop/1", Money(900, "USD"))
    first, show = asked(show, cancel)
    again, show = asked(after(show, refund), cancel)
    assert first == again == Added(show.open_errands[0].errand.id)
    assert [task for _, task in tasks(show)] == [CancelTo("1", "cap", 1), RefundTo("1", Money(900, "USD"))]
    gone, _ = asked(after(show, RemoveConnection(SHOP)), CancelOrder("shop/1", "cap", 0))
    assert gone == Missing("connection", SHOP)


def moving(show: Show) -> tuple[Show, int]:
    show = after(show, AdjustStock("cap", 1, "found"))
    return show, show.open_errands[-1].errand.id


def test_errands_go_forwards_only(show: Show) -> None:
    show, number = moving(show)
    steps: dict[ErrandState, list[Command]] = {
        ErrandState.PENDING: [],
        ErrandState.SENT: [SendErrand(number, SENT)],
        ErrandState.UNKNOWN: [SendErrand(number, SENT), DoubtErrand(number, "No answer.")],
        ErrandState.REJECTED: [RejectErrand(number, "No.", "Look.")],
    }
    pending, sent, unknown, rejected = steps
    allowed: dict[Command, set[ErrandState]] = {
        SendErrand(number, SENT): {pending},
        DoubtErrand(number, "?"): {sent},
        FinishErrand(number, "done"): {pending, sent, unknown},
        RejectErrand(number, "No.", "Look."): {pending, sent, unknown},
        RejectErrand(number, "No.", "Look.", again=True): {pending, sent, unknown},
        RetryErrand(number): {rejected},
        LeaveErrand(number): {pending, rejected},
    }
    for state, way in steps.items():
        standing = after(show, *way)
        assert standing.outbox[number].state is state
        for command, states in allowed.items():
            outcome, _ = asked(standing, command)
            assert (outcome != ErrandMoved(number, state)) == (state in states), (state, command)
    for command in allowed:
        assert asked(after(show, FinishErrand(number, "done")), command)[0] == Missing("errand", str(number))


def test_a_retry_by_itself_keeps_the_place_in_the_line_and_one_by_hand_goes_to_its_end(show: Show) -> None:
    for price in (500, 600):
        show = after(show, SaveProduct(product("cap", price=price)))
    first, second = (each.errand for each in show.open_errands)
    by_itself = after(show, RejectErrand(first.id, "Lost.", "", again=True))
    again, behind = (each.errand for each in by_itself.open_errands)
    assert (again.again, again.task, behind) == (first.id, first.task, second)
    assert again.key != first.key
    by_hand = after(show, RejectErrand(first.id, "No.", "Look."), RetryErrand(first.id))
    assert [each.errand.task for each in by_hand.open_errands] == [second.task, first.task]


def test_a_copy_sends_nothing_until_it_is_let(show: Show) -> None:
    show, old = moving(show)
    copy, new = moving(replace(show, origin="b" * 32, held=True))
    assert asked(copy, SendErrand(new, SENT))[0] == Held()
    level = copy.stock["cap"].on_hand
    assert after(copy, SeeLevels(SHOP, (StockLevel("cap", level - 2, 0),))).open_findings == []
    let = after(copy, ResumeSending())
    assert [each.errand.id for each in let.tray] == [old]
    assert [each.errand.id for each in let.open_errands] == [new]
    assert asked(let, SendErrand(new, SENT))[0] == Done()
    assert asked(show, ResumeSending()) == (Done(), show)


def test_what_was_open_in_a_copied_file_hides_no_difference(show: Show) -> None:
    show, _ = moving(show)
    copy = replace(show, origin="b" * 32, held=True)
    assert len(after(copy, SeeLevels(SHOP, (StockLevel("cap", 10, 0),))).open_findings) == 1


def test_what_a_removed_shop_was_to_do_goes_to_the_tray(show: Show) -> None:
    show, number = moving(show)
    a_chat = SetConnection(Connection(SHOP, ConnectionKind.CHAT, "twitch:x"))
    changes: list[Command] = [RemoveConnection(SHOP), a_chat]
    for change in changes:
        gone = after(show, change)
        assert [each.errand.id for each in gone.tray] == [number]
        assert asked(gone, RetryErrand(number))[0] == Missing("connection", SHOP)

"""A buyer's claims are one order at the shop, whatever becomes of them here or there."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from console.domain.claims.buyers import tagged
from console.domain.claims.claim import PartState, Why
from console.domain.claims.draft import DraftFate, DraftState
from console.domain.claims.reading import Asked
from console.domain.claims.rules import ClaimRules
from console.domain.commands import (
    AdjustStock,
    ClaimByHand,
    DueNow,
    EndShow,
    ExtendHold,
    FinishErrand,
    JoinBuyers,
    LeaveErrand,
    MarkPaid,
    PartBuyers,
    RejectErrand,
    ReleaseClaim,
    RetryErrand,
    SeeOrders,
    SendErrand,
    SendOrders,
    SetClaimRules,
)
from console.domain.decide import decide
from console.domain.orders import OrderLine, OrderStatus
from console.domain.outbox import ErrandState, Made, Prepared, Wanted
from console.domain.show import Show
from console.domain.stock import Level
from console.domain.undo import Lasting, inverse
from tests.domain.drafting import (
    became,
    claimed,
    claims,
    drafted,
    drafts,
    linked,
    order_of,
    parts,
    placed,
    tasks,
)
from tests.domain.goods import NOON, SHOP, after, running

CAP, MUG = Asked("cap", 1), Asked("mug", 2)
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def both() -> Show:
    """Mia has a cap and two mugs of two claims; Tom waits for the mugs."""
    show = claimed(claimed(linked(cap=5, mug=2), "mia-1", CAP), "mia-2", MUG)
    return drafted(claimed(show, "tom-1", MUG))


def level(show: Show, sku: str) -> tuple[int, int, int]:
    """Reserved, committed and available."""
    stock = show.stock.get(sku) or Level()
    return stock.reserved, stock.committed, stock.available


def test_claims_of_one_buyer_are_one_draft_and_only_the_last_lines_are_asked_for() -> None:
    show = claimed(claimed(linked(cap=5, mug=5), "mia-1", CAP), "mia-2", Asked("cap", 2), MUG)
    (task,), (draft,) = tasks(show), drafts(show)
    assert task.lines == draft.lines == (Wanted("cap", 3), Wanted("mug", 2))
    assert (task.key, draft.key, task.buyer) == (f"Zq3-{draft.id}", task.key, "twitch/mia")
    assert {part.draft for part in parts(show)} == {draft.id}


def test_another_buyer_has_another_draft() -> None:
    show = claimed(claimed(linked(cap=5), "mia-1", CAP), "tom-1", CAP)
    assert [each.buyer for each in drafts(show)] == ["twitch/mia", "twitch/tom"]
    assert len({each.key for each in tasks(show)}) == 2


def test_what_has_left_is_not_replaced_and_what_comes_after_it_waits_for_it() -> None:
    show = claimed(linked(cap=5), "mia-1", CAP)
    (first,) = show.outbox
    show = claimed(after(show, SendErrand(first, Prepared("{}", ""))), "mia-2", CAP)
    assert [each.lines for each in tasks(show)] == [(Wanted("cap", 1),), (Wanted("cap", 2),)]
    assert len({each.key for each in tasks(show)}) == 1


def test_without_a_shop_there_is_no_order() -> None:
    show = claimed(running({"cap": 5}), "mia-1", CAP)
    assert (drafts(show), tasks(show), parts(show)[0].draft) == ([], [], 0)


def test_claims_from_before_the_shop_was_linked_are_ordered_with_it() -> None:
    show = claimed(running({"cap": 5}), "mia-1", CAP)
    show = after(replace(show, connections=linked().connections), SeeOrders(SHOP, (), linked=NOON))
    assert [each.lines for each in tasks(show)] == [(Wanted("cap", 1),)]


def test_who_waits_is_in_no_order_until_it_moves_up(both: Show) -> None:
    (mia,) = drafts(both)
    assert mia.lines == (Wanted("cap", 1), Wanted("mug", 2))
    show = after(both, ReleaseClaim(claims(both)[1].id))
    assert [(each.buyer, each.lines) for each in tasks(show)] == [
        ("twitch/mia", (Wanted("cap", 1),)),
        ("twitch/tom", (Wanted("mug", 2),)),
    ]


def test_extending_asks_the_shop_for_nothing(both: Show) -> None:
    assert tasks(after(both, ExtendHold(claims(both)[0].id, timedelta(minutes=5)))) == []


def test_what_expires_is_taken_off_and_an_empty_draft_is_taken_away(both: Show) -> None:
    show = after(both, ExtendHold(claims(both)[0].id, timedelta(hours=2)))
    show = drafted(after(show, DueNow(), now=LATER))
    mia, tom = drafts(show)
    assert (mia.lines, mia.state, tom.lines) == ((Wanted("cap", 1),), DraftState.OPEN, (Wanted("mug", 2),))
    show = after(show, DueNow(), now=LATER + timedelta(days=1))
    assert [each.lines for each in tasks(show)] == [(), ()]
    assert {each.state for each in drafts(show)} == {DraftState.ENDED}


def test_a_claim_after_the_draft_was_taken_away_begins_another_one(both: Show) -> None:
    show = drafted(after(both, *(ReleaseClaim(each.id) for each in claims(both))))
    show = claimed(show, "mia-3", CAP)
    assert [each.state for each in drafts(show) if each.buyer == "twitch/mia"] == [DraftState.ENDED, DraftState.OPEN]


def test_orders_can_wait_for_a_persons_word() -> None:
    show = after(linked(cap=5), SetClaimRules(ClaimRules(sends_orders=False)))
    show = claimed(claimed(show, "mia-1", CAP), "tom-1", CAP)
    assert tasks(show) == []
    one = after(show, SendOrders("twitch/mia"))
    assert [each.buyer for each in tasks(one)] == ["twitch/mia"]
    assert [each.lines for each in tasks(claimed(one, "mia-2", CAP))] == [(Wanted("cap", 1),)]
    assert [each.buyer for each in tasks(after(show, SendOrders()))] == ["twitch/mia", "twitch/tom"]
    assert len(tasks(after(one, SendOrders(), SendOrders()))) == 2


def test_identities_that_were_joined_share_an_order() -> None:
    show = after(linked(cap=5), JoinBuyers("twitch/mia", "irc:chat.example/mia"), JoinBuyers("twitch/mia", "shop/17"))
    show = claimed(show, "mia-1", CAP)
    show = after(show, ClaimByHand("irc:chat.example/mia", (CAP,)))
    (task,) = tasks(show)
    assert (task.lines, task.customer) == ((Wanted("cap", 2),), "17")


def two_orders() -> Show:
    """Mia and Tom have a draft each, which the shop has made."""
    return drafted(claimed(claimed(linked(cap=5), "mia-1", CAP), "tom-1", Asked("cap", 2)))


JOINED = JoinBuyers("twitch/mia", "twitch/tom")


def test_buyers_who_are_joined_have_one_order_and_the_other_draft_is_taken_away() -> None:
    show = after(two_orders(), JOINED)
    first, second = drafts(show)
    assert [(task.key, task.lines) for task in tasks(show)] == [(first.key, (Wanted("cap", 3),)), (second.key, ())]
    assert [part.draft for part in parts(show)] == [first.id, first.id]
    assert [each.state for each in drafts(show)] == [DraftState.OPEN, DraftState.ENDED]


def test_who_parts_from_a_buyer_has_an_order_of_its_own_again() -> None:
    show = after(drafted(after(two_orders(), JOINED)), PartBuyers(("twitch/tom",)))
    first, _, third = drafts(show)
    assert [(task.key, task.lines) for task in tasks(show)] == [
        (first.key, (Wanted("cap", 1),)),
        (third.key, (Wanted("cap", 2),)),
    ]
    assert [part.draft for part in parts(show)] == [first.id, third.id]
    assert (third.buyer, show.stock["cap"].reserved) == ("twitch/tom", 3)


def test_an_order_that_was_placed_while_it_was_to_be_taken_away_is_of_the_pieces_that_it_was_of() -> None:
    show = after(two_orders(), JOINED)
    first, second = drafts(show)
    show = after(show, placed(second, OrderLine("cap", 2)))
    assert [(part.state, part.draft) for part in parts(show)] == [
        (PartState.HELD, first.id),
        (PartState.PAID, second.id),
    ]
    assert level(show, "cap") == (1, 2, 2)
    assert tasks(show)[-1].lines == (Wanted("cap", 1),)


def test_who_parts_after_an_order_was_placed_keeps_what_is_paid_until_it_is_cancelled() -> None:
    show = drafted(after(two_orders(), JOINED))
    first = drafts(show)[0]
    show = after(show, placed(first), PartBuyers(("twitch/tom",)))
    assert show.claims.joined.get("twitch/tom") is None
    assert [part.state for part in parts(show)] == [PartState.PAID] * 2
    show = after(show, placed(first, OrderLine("cap", 3, 3), version=2, status=OrderStatus.CANCELLED))
    assert [part.state for part in parts(show)] == [PartState.CANCELLED] * 2


def test_a_placed_order_ends_the_holds_behind_it_in_one_transaction(both: Show) -> None:
    (mia,) = drafts(both)
    assert level(both, "cap") == (1, 0, 4)
    show = after(both, placed(mia))
    assert (level(show, "cap"), level(show, "mug")) == ((0, 1, 4), (0, 2, 0))
    assert [part.state for part in parts(show)] == [PartState.PAID, PartState.PAID, PartState.WAITING]
    assert {each.order for each in claims(show)[:2]} == {f"shop/o{mia.id}"}
    assert (drafts(show)[0].state, show.open_findings) == (DraftState.PLACED, [])
    assert show.orders[f"shop/o{mia.id}"].snapshot.draft == ""


def test_what_was_not_ordered_goes_to_those_who_wait(both: Show) -> None:
    show = after(both, placed(drafts(both)[0], OrderLine("cap", 1)))
    assert [(part.state, part.why) for part in parts(show)] == [
        (PartState.PAID, Why.PAID),
        (PartState.RELEASED, Why.NOT_ORDERED),
        (PartState.HELD, Why.MOVED_UP),
    ]
    assert (level(show, "mug"), [each.buyer for each in tasks(show)]) == ((2, 0, 0), ["twitch/tom"])


def test_fewer_pieces_ordered_are_fewer_pieces_paid(both: Show) -> None:
    show = after(both, placed(drafts(both)[0], OrderLine("cap", 1), OrderLine("mug", 1)))
    assert [(part.state, part.got) for part in parts(show)[:2]] == [(PartState.PAID, 1), (PartState.PAID, 1)]
    assert level(show, "mug") == (0, 1, 1)


def test_pieces_beyond_the_claims_are_just_the_orders_and_count_towards_the_limit(both: Show) -> None:
    show = after(both, SetClaimRules(ClaimRules(limit=3)), placed(drafts(both)[0], OrderLine("cap", 3)))
    assert (parts(show)[0].got, level(show, "cap")) == (1, (0, 3, 2))
    assert parts(claimed(show, "mia-9", CAP))[-1].why is Why.OVER_LIMIT


def test_what_the_shop_had_not_been_told_of_when_the_order_was_placed_is_ordered_anew() -> None:
    show = drafted(claimed(linked(cap=5, mug=5), "mia-1", CAP))
    (first,) = drafts(show)
    show = after(claimed(show, "mia-2", MUG), placed(first, OrderLine("cap", 1)))
    assert [part.state for part in parts(show)] == [PartState.PAID, PartState.HELD]
    second = drafts(show)[1]
    assert (second.lines, parts(show)[1].draft) == ((Wanted("mug", 2),), second.id)
    assert [each.key for each in tasks(show)] == [second.key]


@pytest.mark.parametrize("fate", [DraftFate.CANCELLED, DraftFate.GONE])
def test_a_draft_that_is_no_more_frees_its_pieces_and_says_so(both: Show, fate: DraftFate) -> None:
    show = after(both, became(drafts(both)[0], fate))
    assert [(part.state, part.why) for part in parts(show)] == [
        (PartState.RELEASED, Why.ORDER_GONE),
        (PartState.RELEASED, Why.ORDER_GONE),
        (PartState.HELD, Why.MOVED_UP),
    ]
    assert (level(show, "cap"), [each.buyer for each in tasks(show)]) == ((0, 0, 5), ["twitch/tom"])


def test_while_something_is_on_its_way_to_a_draft_nothing_is_concluded_from_what_it_is(both: Show) -> None:
    show = claimed(both, "mia-3", CAP)
    assert after(show, became(drafts(show)[0], DraftFate.GONE)).claims == show.claims


def test_other_lines_are_set_right_once_and_then_left_to_the_shop(both: Show) -> None:
    (mia,) = drafts(both)
    show = after(both, became(mia, DraftFate.DRAFT, (Wanted("cap", 2),)))
    assert [each.lines for each in tasks(show)] == [mia.lines]
    show = after(drafted(show), became(mia, DraftFate.DRAFT, (Wanted("cap", 2),)))
    assert tasks(show) == []


def test_pieces_cancelled_after_placing_are_cancelled_and_go_to_those_who_wait(both: Show) -> None:
    (mia,) = drafts(both)
    show = after(both, placed(mia))
    lines = (OrderLine("cap", 1), OrderLine("mug", 2, cancelled=2))
    show = after(show, placed(mia, *lines, version=2))
    assert [(part.state, part.why) for part in parts(show)] == [
        (PartState.PAID, Why.PAID),
        (PartState.CANCELLED, Why.ORDER_CANCELLED),
        (PartState.HELD, Why.MOVED_UP),
    ]
    assert level(show, "mug") == (2, 0, 0)


def test_an_order_that_was_cancelled_before_it_was_seen_frees_what_was_held(both: Show) -> None:
    lines = (OrderLine("cap", 1, cancelled=1), OrderLine("mug", 2, cancelled=2))
    show = after(both, placed(drafts(both)[0], *lines, status=OrderStatus.CANCELLED))
    assert [part.why for part in parts(show)[:2]] == [Why.ORDER_CANCELLED, Why.ORDER_CANCELLED]
    assert level(show, "cap") == (0, 0, 5)


def test_a_payment_that_crosses_the_expiry_is_a_fact_and_what_lacks_is_a_finding(both: Show) -> None:
    (mia,) = drafts(both)
    show = after(both, DueNow(), now=LATER)
    assert [part.state for part in parts(show)] == [PartState.EXPIRED, PartState.EXPIRED, PartState.HELD]
    show = after(show, placed(mia))
    assert [part.state for part in parts(show)] == [PartState.PAID, PartState.PAID, PartState.HELD]
    assert level(show, "mug") == (2, 2, -2)
    assert [finding.subject for finding in show.open_findings] == ["mug"]
    assert drafts(show)[0].state is DraftState.PLACED


def test_an_order_seen_before_its_draft_was_known_is_its_order_when_it_is() -> None:
    show = claimed(linked(cap=5), "mia-1", CAP)
    (errand,), (draft,) = show.outbox, drafts(show)
    show = after(show, SeeOrders(SHOP, (replace(order_of(draft), draft=""),)))
    assert level(show, "cap") == (1, 1, 3)
    show = after(show, FinishErrand(errand, "placed", Made(f"o{draft.id}", "C1", placed=True)))
    assert (level(show, "cap"), parts(show)[0].state) == ((0, 1, 4), PartState.PAID)


def test_the_order_is_known_by_its_name_while_the_answer_is_lost() -> None:
    show = claimed(linked(cap=5), "mia-1", CAP)
    show = after(show, placed(drafts(show)[0]))
    # Whether it was offered is not known; but it was ordered, and that is enough.
    assert (level(show, "cap"), parts(show)[0].state, tasks(show)) == ((0, 1, 4), PartState.PAID, [])


def test_a_late_payment_belongs_to_the_show_of_its_claims(both: Show) -> None:
    show = after(both, EndShow(), placed(drafts(both)[0]))
    assert next(iter(show.orders.values())).show == both.id


def test_paid_by_hand_is_off_the_shops_order(both: Show) -> None:
    show = after(both, MarkPaid(claims(both)[1].id))
    assert [each.lines for each in tasks(show)] == [(Wanted("cap", 1),)]
    show = after(drafted(show), placed(drafts(show)[0]))
    assert level(show, "mug") == (0, 2, 0)


def test_what_is_paid_by_hand_may_be_all_of_the_order(both: Show) -> None:
    show = after(both, *(MarkPaid(each.id) for each in claims(both)[:2]))
    assert ([each.lines for each in tasks(show)], drafts(show)[0].state) == ([()], DraftState.ENDED)


def test_only_who_had_an_order_to_pay_has_left_it_unpaid() -> None:
    show = claimed(linked(cap=5), "mia-1", CAP)
    for told, unpaid in ((show, 0), (drafted(show), 1)):
        late = after(told, DueNow(), now=LATER)
        assert tagged(late.claims, "twitch/mia", {}, late.id).unpaid == unpaid


def test_what_a_shop_refused_is_tried_again_as_it_is_by_then() -> None:
    show = claimed(linked(cap=5), "mia-1", CAP)
    (errand,) = show.outbox
    refused = after(show, RejectErrand(errand, "no field", "add it"))
    again = after(refused, RetryErrand(errand))
    assert ([each.lines for each in tasks(again)], again.tray) == ([(Wanted("cap", 1),)], [])
    later = claimed(refused, "mia-2", CAP)
    assert ([each.lines for each in tasks(later)], later.tray) == ([(Wanted("cap", 2),)], [])
    left = claimed(after(refused, LeaveErrand(errand)), "mia-2", CAP)
    assert [each.lines for each in tasks(left)] == [(Wanted("cap", 2),)]


def test_a_lost_errand_with_a_later_one_behind_it_is_not_sent_anew() -> None:
    show = claimed(linked(cap=5), "mia-1", CAP)
    (first,) = show.outbox
    show = claimed(after(show, SendErrand(first, Prepared("{}", ""))), "mia-2", CAP)
    show = after(show, RejectErrand(first, "lost", "", again=True))
    assert [each.lines for each in tasks(show)] == [(Wanted("cap", 2),)]
    assert [each.state for each in show.outbox.values()] == [ErrandState.PENDING]


def test_stock_is_undone_as_ever_though_orders_followed(both: Show) -> None:
    found = AdjustStock("mug", 2, "found")
    show = after(both, found)
    move = show.moves[-1].id
    _, changes, _ = decide(both, found, NOON)
    assert [each.buyer for each in tasks(show)] == ["twitch/tom"]
    assert repr(inverse(both, changes, NOON)) == f"UndoMove(move={move})"
    _, changes, _ = decide(both, ReleaseClaim(claims(both)[0].id), NOON)
    assert inverse(both, changes, NOON) is Lasting.CLAIM

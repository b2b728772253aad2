"""Claims that become orders, on one real file: lost answers, doubles, old news, crashes; nothing counts twice."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from console.domain.changes import ClaimMoved
from console.domain.claims.claim import Claim, Part, PartState, Why
from console.domain.claims.draft import Draft, DraftFate, DraftState
from console.domain.claims.reading import Asked
from console.domain.commands import (
    Command,
    DoubtErrand,
    DueNow,
    FinishErrand,
    HearChat,
    JoinBuyers,
    PartBuyers,
    RejectErrand,
    RetryErrand,
    SeeDrafts,
    SeeOrders,
    SendErrand,
)
from console.domain.decide.drafts import RANK, moving, settled
from console.domain.decide.ordering import task_of
from console.domain.orders import order_key
from console.domain.outbox import DraftTo, Outgoing, Prepared, Wanted
from console.domain.show import Show
from console.shop.way_out import first_of_each
from tests.desk.far_drafts import FarDrafts
from tests.desk.test_claims_evening import LONG, SETTING, SKUS, ClaimsEvening, of_claim, said
from tests.domain.claiming import claiming
from tests.domain.drafting import LINKED
from tests.domain.goods import NOON, SHOP, asked

BUYERS = ("twitch/a", "twitch/b", "irc:chat.example/a", "irc:chat.example/c")
ENDED = {PartState.EXPIRED, PartState.RELEASED}
BEGUN = (
    claiming("a9", "a", Asked("cap", 2), Asked("mug", 1)),
    claiming("a8", "a", Asked("cap", 1)),
    claiming("b9", "b", Asked("mug", 1)),
)


class Ordering:
    """What a shop does that takes the orders of claims, answers or not, and tells what it likes when it likes.

    `desk` has the show, `ask` asks it.
    """

    far: FarDrafts
    desk: Any
    ask: Callable[..., Any]

    @property
    def claims(self) -> dict[int, Claim]:
        return dict(self.desk.show.claims.by_id.items())

    @property
    def drafts(self) -> list[Draft]:
        return list(self.desk.show.claims.drafts.values())

    @property
    def next_errands(self) -> list[Outgoing]:
        """What the way out would take up now."""
        return [
            each for each in first_of_each(self.desk.show.open_errands, SHOP) if isinstance(each.errand.task, DraftTo)
        ]

    @precondition(lambda self: self.next_errands)
    @rule(data=st.data(), arrives=st.booleans(), answered=st.booleans(), again=st.booleans())
    def carried(self, data: st.DataObject, arrives: bool, answered: bool, again: bool) -> None:
        """One errand is sent: it arrives or not, and its answer does or not; then it is looked up."""
        one = data.draw(st.sampled_from(self.next_errands))
        number, task = one.errand.id, one.errand.task
        assert isinstance(task, DraftTo)
        self.ask(SendErrand(number, Prepared("{}", "")))
        made = self.far.do(task) if arrives else None
        if arrives and answered:
            self.ask(FinishErrand(number, "drafted", made))
            return
        self.ask(DoubtErrand(number, "no answer"))
        if arrives:
            self.ask(FinishErrand(number, "found", self.far.do(task)))
        else:
            self.ask(RejectErrand(number, "not there", "", again=again))

    @precondition(lambda self: self.desk.show.tray)
    @rule(data=st.data())
    def tried_again(self, data: st.DataObject) -> None:
        self.ask(RetryErrand(data.draw(st.sampled_from([each.errand.id for each in self.desk.show.tray]))))

    @precondition(lambda self: self.far.drafts)
    @rule(data=st.data(), less=st.integers(0, 1), more=st.sampled_from([0, 0, 1]), told=st.booleans())
    def placed(self, data: st.DataObject, less: int, more: int, told: bool) -> None:
        """A buyer orders; the shop tells it now or later, and may not know our name any more."""
        key = data.draw(st.sampled_from(sorted(self.far.drafts)))
        self.far.place(key, less, more)
        if told:
            self.ask(SeeOrders(SHOP, (self.far.told[key][-1],)))

    @precondition(lambda self: self.far.told)
    @rule(data=st.data(), told=st.booleans())
    def shrunk(self, data: st.DataObject, told: bool) -> None:
        key = data.draw(st.sampled_from(sorted(self.far.told)))
        self.far.shrink(key)
        if told:
            self.ask(SeeOrders(SHOP, (self.far.told[key][-1],)))

    @precondition(lambda self: self.far.told)
    @rule(data=st.data())
    def old_news(self, data: st.DataObject) -> None:
        """Any versions of any orders, in any order, again; some without our name."""
        versions = [order for each in self.far.told.values() for order in each]
        told = data.draw(st.lists(st.sampled_from(versions), min_size=1, max_size=4))
        self.ask(SeeOrders(SHOP, tuple(told)))

    @precondition(lambda self: self.far.drafts)
    @rule(data=st.data(), fate=st.sampled_from([DraftFate.GONE, DraftFate.CANCELLED]))
    def taken_away(self, data: st.DataObject, fate: DraftFate) -> None:
        key = data.draw(st.sampled_from(sorted(self.far.drafts)))
        if all(each.key != key or each.errand not in self.desk.show.outbox for each in self.drafts):
            self.ask(SeeDrafts(SHOP, (self.far.drop(key, fate),)))
            (draft,) = (each for each in self.drafts if each.key == key)
            assert draft.state is DraftState.ENDED

    @rule(one=st.sampled_from(BUYERS), other=st.sampled_from(BUYERS), part=st.booleans())
    def who_is_who(self, one: str, other: str, *, part: bool) -> None:
        """A person finds out that two buyers are one, or that one is two."""
        self.ask(PartBuyers((other,)) if part else JoinBuyers(one, other))

    @invariant()
    def promised_is_what_orders_and_people_have_said(self) -> None:
        """No piece is counted twice: an order commits what it says, a claim only what was paid by hand."""
        show = self.desk.show
        for sku in SKUS:
            level = show.stock.get(sku)
            orders = sum(
                line.committed for each in show.orders.values() for line in each.snapshot.lines if line.sku == sku
            )
            by_hand = sum(
                part.got
                for _, part in self.parts()
                if part.state is PartState.PAID and not part.draft and part.sku == sku
            )
            assert (level.committed if level else 0) == orders + by_hand

    def parts(self) -> Iterator[tuple[Claim, Part]]:
        return ((claim, part) for claim in self.claims.values() for part in claim.parts)

    @invariant()
    def what_is_held_is_in_the_one_draft_of_its_buyer(self) -> None:
        book = self.desk.show.claims
        for draft in self.drafts:
            sums: dict[str, int] = {}
            for _, part in self.parts():
                if part.draft == draft.id and part.orderable:
                    sums[part.sku] = sums.get(part.sku, 0) + part.orderable
            held = tuple(Wanted(sku, pieces) for sku, pieces in sorted(sums.items()))
            assert held == (draft.lines if draft.state is DraftState.OPEN else ())
        for claim, part in self.parts():
            if part.orderable:
                assert part.draft
                assert book.drafts[part.draft].buyer in book.identities(claim.buyer)
        keys = [each.key for each in self.drafts]
        assert len(set(keys)) == len(keys)
        begun = [book.identities(each.buyer) for each in self.drafts if each.state is DraftState.OPEN]
        assert len(set(begun)) == len(begun)

    @invariant()
    def a_shop_that_was_told_all_has_exactly_these_lines_under_these_names(self) -> None:
        assert set(self.far.drafts) | set(self.far.told) <= {each.key for each in self.drafts}
        for draft in self.drafts:
            settled_there = draft.errand not in self.desk.show.outbox
            if settled_there and draft.key not in self.far.told and draft.key not in self.far.gone:
                assert self.far.drafts.get(draft.key, ()) == draft.lines

    @invariant()
    def whoever_ordered_has_paid_and_whoever_did_not_holds_nothing(self) -> None:
        show = self.desk.show
        for draft in self.drafts:
            order = show.orders.get(order_key(SHOP, self.far.ref(draft.key)))
            assert (draft.state is DraftState.PLACED) == (order is not None)
            if order is None:
                continue
            mine = [part for _, part in self.parts() if part.draft == draft.id]
            for line in order.snapshot.lines:
                paid = sum(part.got for part in mine if part.sku == line.sku and part.state is PartState.PAID)
                left = [part for part in mine if part.sku == line.sku and part.state in ENDED and part.got]
                assert paid == line.sold or (paid < line.sold and not left)

    def all_told(self) -> None:
        """After one look at everything, the order in which it was told makes no difference."""
        if not self.far.told:
            return
        self.ask(SeeOrders(SHOP, tuple(self.far.newest())))
        self.promised_is_what_orders_and_people_have_said()
        self.whoever_ordered_has_paid_and_whoever_did_not_holds_nothing()
        for each in self.far.newest():
            known = self.desk.show.orders[order_key(SHOP, each.ref)].snapshot
            assert replace(known, version=0) == replace(each, version=0, draft="")


class OrdersEvening(Ordering, ClaimsEvening):
    """An evening of claims that become orders, on a real file."""

    def __init__(self) -> None:
        self.far = FarDrafts()
        ClaimsEvening.__init__(self)

    @initialize()
    def set_up(self) -> None:
        self.ask(SETTING[0], LINKED, *SETTING[1:])

    def teardown(self) -> None:
        if self.inside:
            self.all_told()
        ClaimsEvening.teardown(self)


class ThoughtEvening(Ordering, RuleBasedStateMachine):
    """The same in thought alone, so that many of them pass in little time."""

    def __init__(self) -> None:
        super().__init__()
        self.far = FarDrafts()
        self.desk = self
        self.show = replace(Show(), origin="Zq3")
        self.now = NOON
        self.ask(SETTING[0], LINKED, *SETTING[1:], *BEGUN)
        for each in self.next_errands:
            assert isinstance(each.errand.task, DraftTo)
            self.ask(FinishErrand(each.errand.id, "drafted", self.far.do(each.errand.task)))

    def ask(self, *commands: Command) -> None:
        for command in commands:
            _, self.show = asked(self.show, command, self.now)

    @rule(chat=said())
    def chat(self, chat: HearChat) -> None:
        self.ask(chat)

    @precondition(lambda self: self.show.claims.by_id)
    @rule(data=st.data())
    def person_about_a_claim(self, data: st.DataObject) -> None:
        self.ask(data.draw(st.sampled_from(sorted(self.claims)).flatmap(of_claim)))

    @rule(seconds=st.sampled_from([5, 60]))
    def time(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.ask(DueNow())

    @invariant()
    def no_piece_is_promised_twice(self) -> None:
        for sku in SKUS:
            held = [part for _, part in self.parts() if part.sku == sku and part.state is PartState.HELD]
            level = self.show.stock.get(sku)
            assert (level.reserved if level else 0) == sum(part.got for part in held)

    def teardown(self) -> None:
        self.all_told()


def test_an_evening_of_orders_keeps_every_promise() -> None:
    run_state_machine_as_test(OrdersEvening, settings=settings(max_examples=8, **LONG))


def test_many_evenings_in_thought_keep_every_promise() -> None:
    run_state_machine_as_test(ThoughtEvening, settings=settings(max_examples=100, **LONG))


def nothing(*_: object) -> Iterator[ClaimMoved]:
    return iter(())


def counted_beside(show: Show, claim: Claim, part: Part, order: str = "") -> tuple[Show, ClaimMoved]:
    _, change = moving(show, claim, part, order)
    change = replace(change, movements=())
    return show, change


def another_key(show: Show, draft: Draft) -> DraftTo:
    return replace(task_of(show, draft), key=f"{draft.key}-{show.serial}")


def only_the_difference(show: Show, draft: Draft) -> DraftTo:
    there = {each.sku: each.pieces for each in draft.offered}
    more = ((each.sku, each.pieces - there.get(each.sku, 0)) for each in draft.lines)
    return replace(task_of(show, draft), lines=tuple(Wanted(sku, pieces) for sku, pieces in more if pieces > 0))


def kept_anyway(part: Part, got: int, why: Why, *, there: bool) -> Part:
    now = settled(part, got, why, there=there)
    return part if now.state is PartState.RELEASED else now


def whole_part(part: Part, got: int, why: Why, *, there: bool) -> Part:
    return replace(settled(part, got, why, there=there), got=part.got)


MUTANTS: dict[str, tuple[str, object]] = {
    "a hold that an order does not end": ("console.domain.decide.orders.placed", nothing),
    "an order counted beside its hold": ("console.domain.decide.drafts.moving", counted_beside),
    "a new key on each try": ("console.domain.decide.ordering.task_of", another_key),
    "a new draft for each claim": ("console.domain.decide.ordering.standing", lambda *_: []),
    "lines by instead of to": ("console.domain.decide.ordering.task_of", only_the_difference),
    "what was not ordered stays held": ("console.domain.decide.drafts.settled", kept_anyway),
    "more paid than was ordered": ("console.domain.decide.drafts.settled", whole_part),
    "an expired hold stays on the draft": ("console.domain.decide.with_orders", lambda _, decision, __: decision),
    "a crossing payment is not seen": (
        "console.domain.decide.drafts.RANK",
        {state: rank for state, rank in RANK.items() if state not in ENDED},
    ),
    "a draft that is gone holds on": ("console.domain.decide.drafts.given_up", nothing),
}


def notices() -> bool:
    """Whether some evening goes wrong."""
    quick = settings(max_examples=400, phases=[Phase.generate], database=None, **LONG)
    try:
        run_state_machine_as_test(ThoughtEvening, settings=quick)
    except Exception:  # noqa: BLE001 - whatever it trips over first
        return True
    return False


@pytest.mark.parametrize("broken", MUTANTS)
def test_such_evenings_find_a_broken_engine(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*MUTANTS[broken])
    assert notices()

"""A buyer's claims as one order at the shop: whatever changes them has the order changed, in the same transaction.

Buyers who turn out to be one have one order from then on, and who parts has one of their own: what is in the other
drafts moves over, as long as none of it has been placed.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace

from console.domain.changes import (
    BuyerJoined,
    BuyersParted,
    Change,
    Claimed,
    ClaimMoved,
    ClaimRulesSet,
    ConnectionSet,
    DraftSet,
    ErrandDone,
    ErrandQueued,
    ErrandSettled,
    ShopLinked,
)
from console.domain.claims.book import Claims
from console.domain.claims.claim import Part
from console.domain.claims.draft import Draft, DraftState, new_draft
from console.domain.decide.decision import Decision
from console.domain.decide.errands import recipients
from console.domain.outbox import DraftTo, ErrandState, Wanted, new_errand
from console.domain.show import Show

MAY_ORDER = Claimed | ClaimMoved | ClaimRulesSet | ShopLinked | ConnectionSet | BuyerJoined | BuyersParted

Bound = dict[tuple[int, str], int]
"""The drafts that parts become a part of, by claim and SKU."""


def with_orders(show: Show, decision: Decision, now: datetime) -> Decision:
    """The decision with the orders that follow from its claims."""
    changes = decision.changes
    if not any(isinstance(each, MAY_ORDER) for each in changes):
        return decision
    connecting = any(isinstance(each, ShopLinked | ConnectionSet) for each in changes)
    if not connecting and not recipients(show) and not show.claims.drafts:
        return decision
    then = decision.following(show, now)
    if not recipients(then) and not then.claims.drafts:
        return decision
    ordered = arranged(show, then, changes, buyers_of(show, then, changes), new=then.claims.rules.sends_orders)
    return Decision(decision.outcome, ordered)


def buyers_of(before: Show, then: Show, changes: Iterable[Change]) -> list[str]:
    """The buyers whose claims these changes are about, each under one identity."""
    book = then.claims
    if any(isinstance(each, ClaimRulesSet | ShopLinked | ConnectionSet) for each in changes):
        return everybody(book)
    found = (buyer for each in changes for buyer in buyers_in(before, then, each))
    return list(dict.fromkeys(book.identities(buyer)[0] for buyer in found))


def everybody(book: Claims) -> list[str]:
    """All buyers, each under one identity, those first who claimed first."""
    return list(dict.fromkeys(book.identities(book.by_id[number].buyer)[0] for number in sorted(book.by_id)))


def buyers_in(before: Show, then: Show, change: Change) -> tuple[str, ...]:
    """The buyer of the claim that a change is about, or those who were joined or have parted."""
    match change:
        case Claimed(claim=claim):
            return (claim.buyer,)
        case ClaimMoved(claim=number):
            return (then.claims.by_id[number].buyer,)
        case BuyerJoined(buyer=buyer):
            return (buyer,)
        case BuyersParted(identities=identities):
            return before.claims.identities(identities[0])
        case _:
            return ()


def arranged(
    before: Show, then: Show, changes: tuple[Change, ...], buyers: Iterable[str], *, new: bool
) -> tuple[Change, ...]:
    """These changes, from `before` to `then`, with their claims bound to orders and what is to be asked of the shop.

    `new`: what belongs to no order yet becomes a part of one.
    """
    bound: Bound = {}
    drafts: dict[int, Draft] = {}
    for buyer in buyers:
        for draft in standing(before, then, buyer):
            drafts[draft.id] = draft
        if new:
            bind(then, buyer, drafts, bound)
    asked = list(asking(then, drafts.values(), bound))
    return (*bound_in(then, changes, bound), *asked)


def standing(before: Show, then: Show, buyer: str) -> list[Draft]:
    """A buyer's orders that are still drafts, oldest first, with those of which nothing is a part any more."""
    book = then.claims
    claims = (*before.claims.of(buyer), *book.of(buyer))
    numbers = sorted({part.draft for claim in claims for part in claim.parts if part.draft})
    return [draft for number in numbers if (draft := book.drafts.get(number)) and draft.state is DraftState.OPEN]


def bind(then: Show, buyer: str, drafts: dict[int, Draft], bound: Bound) -> None:
    """Put what a buyer may order into the order of its show: the one that there is, or a new one at the first shop."""
    shops, mine = recipients(then), then.claims.identities(buyer)
    for claim in sorted(then.claims.of(buyer), key=lambda each: each.id):
        for part in claim.parts:
            there = drafts.get(part.draft)
            if not part.orderable or not shops or (part.draft and (there is None or there.shop not in shops)):
                continue
            known = [each for each in drafts.values() if each.buyer in mine and each.show == claim.show]
            known = [each for each in known if each.shop in ((there.shop,) if there else shops)]
            if not known:
                number = max([then.serial, *drafts]) + 1
                known = [new_draft(number, then.origin, claim.show, there.shop if there else shops[0], claim.buyer)]
                drafts[number] = known[0]
            if known[0].id != part.draft:
                bound[claim.id, part.sku] = known[0].id


def bound_in(then: Show, changes: Iterable[Change], bound: Bound) -> Iterator[Change]:
    """The changes with their parts bound, and one more for each claim that they leave unbound."""
    last = dict(bound)
    for change in changes:
        match change:
            case Claimed(claim=claim):
                parts = with_drafts(claim.id, claim.parts, last)
                yield replace(change, claim=replace(claim, parts=parts)) if parts != claim.parts else change
            case ClaimMoved(claim=number, parts=before):
                parts = with_drafts(number, before, last)
                yield replace(change, parts=parts) if parts != before else change
            case _:
                yield change
    done = {number for change in changes for number in (claim_in(change),) if number}
    for number in dict.fromkeys(claim for claim, _ in bound if claim not in done):
        claim = then.claims.by_id[number]
        yield ClaimMoved(number, with_drafts(number, claim.parts, bound), (), claim.review, claim.order)


def claim_in(change: Change) -> int:
    """The number of the claim that a change tells the parts of."""
    match change:
        case Claimed(claim=claim):
            return claim.id
        case ClaimMoved(claim=number):
            return number
        case _:
            return 0


def with_drafts(claim: int, parts: tuple[Part, ...], bound: Bound) -> tuple[Part, ...]:
    """The parts of a claim with the orders that they become a part of."""
    return tuple(
        replace(part, draft=bound[claim, part.sku]) if part.orderable and (claim, part.sku) in bound else part
        for part in parts
    )


def asking(then: Show, drafts: Iterable[Draft], bound: Bound) -> Iterator[Change]:
    """What the shop is asked to make of these drafts, where that is not what it was asked for last."""
    serial = max([then.serial, *bound.values()])
    for draft in drafts:
        lines = lines_of(then, draft, bound)
        if lines == draft.lines or draft.shop not in recipients(then):
            continue
        serial += 1
        state = DraftState.OPEN if lines else DraftState.ENDED
        yield from asked(then, replace(draft, lines=lines, state=state, mended=False), serial)


def lines_of(then: Show, draft: Draft, bound: Bound) -> tuple[Wanted, ...]:
    """All that a draft's buyer may order by it now, several parts of one SKU added up."""
    sums: dict[str, int] = {}
    for claim in then.claims.of(draft.buyer):
        for part in claim.parts:
            if part.orderable and bound.get((claim.id, part.sku), part.draft) == draft.id:
                sums[part.sku] = sums.get(part.sku, 0) + part.orderable
    return tuple(Wanted(sku, pieces) for sku, pieces in sorted(sums.items()))


def asked(show: Show, draft: Draft, number: int) -> Iterator[Change]:
    """Have the shop make a draft what it is now, by an errand of that number, in place of those that have not left."""
    yield from called_off(show, draft, f"replaced by errand {number}")
    yield DraftSet(replace(draft, errand=number))
    yield ErrandQueued(new_errand(number, draft.shop, show.origin, task_of(show, draft)))


def called_off(show: Show, draft: Draft, why: str) -> Iterator[Change]:
    """What was asked of a draft last and has not left, ended."""
    before = show.outbox.get(draft.errand)
    if before is not None and before.state is ErrandState.PENDING:
        yield ErrandDone(draft.errand, why)
    if before is not None and before.state is ErrandState.REJECTED:
        yield ErrandSettled(draft.errand)


def task_of(show: Show, draft: Draft) -> DraftTo:
    """What the shop is to make of a draft; its customer is the buyer's own there, if a person has said who it is."""
    mine = f"{draft.shop}/"
    known = (each for each in show.claims.identities(draft.buyer) if each.startswith(mine))
    return DraftTo(draft.key, draft.lines, draft.buyer, next(known, "").removeprefix(mine))

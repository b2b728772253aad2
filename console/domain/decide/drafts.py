"""What becomes of the orders of claims at a shop: placed, with fewer or other pieces, cancelled or gone."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter

from msgspec.structs import replace

from console.domain.apply import folded
from console.domain.changes import Change, ClaimMoved, DraftSet
from console.domain.claims.book import ALL
from console.domain.claims.claim import Claim, Part, PartState, Why, is_open
from console.domain.claims.draft import Draft, DraftFate, DraftSeen, DraftState
from console.domain.commands import SeeDrafts
from console.domain.decide.decision import Decision
from console.domain.decide.granting import reserving
from console.domain.decide.ordering import arranged, asked, called_off, everybody
from console.domain.orders import Order, OrderStatus, order_key
from console.domain.outbox import DraftTo, Errand, Made
from console.domain.outcomes import Done
from console.domain.show import Show

RANK = {
    PartState.PAID: 0,
    PartState.HELD: 1,
    PartState.PAYABLE: 1,
    **dict.fromkeys((PartState.WAITING, PartState.REFUSED, PartState.EXPIRED, PartState.RELEASED), 2),
}
"""States of what an order may stand for, in the order in which its pieces are taken for it.

What ended here or came too late holds nothing, and may still turn out to have been ordered meanwhile.
"""


def send_orders(show: Show, buyer: str) -> Decision:
    """Have what a buyer has got, or what all have, ordered now."""
    buyers = everybody(show.claims) if buyer == ALL else [buyer]
    return Decision(Done(), arranged(show, show, (), buyers, new=True))


def see_drafts(show: Show, command: SeeDrafts, now: datetime) -> Decision:
    """Take in what a shop says of drafts, but for those of which something is on its way there."""
    changes: list[Change] = []
    for seen in command.drafts:
        draft = show.claims.draft_of(command.shop, seen.ref, seen.key)
        if draft is None or draft.state is not DraftState.OPEN or is_moving(show, draft):
            continue
        new = tuple(became(show, draft, seen))
        changes += new
        show = folded(show, new, now)
    return Decision(Done(), tuple(changes))


def is_moving(show: Show, draft: Draft) -> bool:
    """Whether what was asked for last is still to be done."""
    errand = show.outbox.get(draft.errand)
    return errand is not None and errand.open


def became(show: Show, draft: Draft, seen: DraftSeen) -> Iterator[Change]:
    """What follows from a draft as its shop has it."""
    match seen.fate:
        case DraftFate.CANCELLED | DraftFate.GONE:
            yield from given_up(show, draft)
        case DraftFate.DRAFT if seen.lines != draft.lines and not draft.mended:
            yield from asked(show, replace(draft, mended=True), show.serial + 1)
        case _:
            return


def given_up(show: Show, draft: Draft) -> Iterator[Change]:
    """A draft that is no more, and what was held for it free again."""
    yield from called_off(show, draft, "the order is gone")
    yield DraftSet(replace(draft, state=DraftState.ENDED, lines=()))
    for claim, part in show.claims.within(draft):
        if part.orderable:
            show, change = moving(show, claim, replace(part, state=PartState.RELEASED, why=Why.ORDER_GONE))
            yield change


def made(show: Show, errand: Errand, told: Made | None, now: datetime) -> Iterator[Change]:
    """What the shop made of a draft; where that is an order known here by now, it is the order of these claims."""
    if not isinstance(errand.task, DraftTo) or told is None:
        return
    draft = show.claims.draft_of(errand.shop, told.ref, errand.task.key)
    if draft is None:
        return
    offered = draft.offered if told.placed else errand.task.lines
    known = DraftSet(replace(draft, ref=told.ref, code=told.code, link=told.link, offered=offered))
    yield known
    order = show.orders.get(order_key(errand.shop, told.ref))
    if order is not None:
        yield from placed(folded(show, (known,), now), known.draft, order)


def placed(show: Show, draft: Draft, order: Order) -> Iterator[Change]:
    """A draft as the order that it is: what was ordered is paid, what was not is free again, and nothing held twice.

    What the shop had not been told of when the order was placed belongs to no order again.
    """
    told = order.snapshot
    show, moved = taken_back(show, draft, order)
    yield from moved
    got, offered = shares(show, draft, {line.sku: line.sold for line in told.lines}), offers(show, draft)
    if draft.state is not DraftState.PLACED:
        yield from called_off(show, draft, "the order is placed")
        yield DraftSet(replace(draft, state=DraftState.PLACED, ref=told.ref, code=told.code))
    for claim, part in show.claims.within(draft):
        why = Why.ORDER_CANCELLED if told.status is OrderStatus.CANCELLED else Why.NOT_ORDERED
        now = settled(part, got[claim.id, part.sku], why, there=(claim.id, part.sku) in offered)
        if now != part:
            show, change = moving(show, claim, now, order.key)
            yield change


def taken_back(show: Show, draft: Draft, order: Order) -> tuple[Show, list[ClaimMoved]]:
    """What had moved to another draft of its buyer before this one was placed is a part of it again.

    Whoever began the draft has its pieces before those who were joined with it.
    """
    changes: list[ClaimMoved] = []
    if draft.state is not DraftState.ENDED or draft.id in show.claims.in_draft:
        return show, changes
    left = Counter({line.sku: line.sold for line in order.snapshot.lines})
    for claim in sorted(show.claims.of(draft.buyer), key=lambda each: (each.buyer != draft.buyer, each.id)):
        for part in claim.parts if claim.show == draft.show else ():
            if part.orderable and left[part.sku] >= part.orderable:
                left[part.sku] -= part.orderable
                show, change = moving(show, claim, replace(part, draft=draft.id), claim.order)
                changes.append(change)
    return show, changes


def shares(show: Show, draft: Draft, ordered: dict[str, int]) -> Counter[tuple[int, str]]:
    """The pieces of an order that stand for each part of its draft, by claim and SKU."""
    left, got = Counter(ordered), Counter[tuple[int, str]]()
    parts = [(RANK[part.state], claim.id, part) for claim, part in show.claims.within(draft) if part.state in RANK]
    for _, claim, part in sorted(parts, key=itemgetter(0, 1)):
        got[claim, part.sku] = min(part.got or part.quantity, left[part.sku])
        left[part.sku] -= got[claim, part.sku]
    return got


def offers(show: Show, draft: Draft) -> set[tuple[int, str]]:
    """The parts of a draft that its shop had, so that they could be ordered, by claim and SKU."""
    left, there = Counter({each.sku: each.pieces for each in draft.offered}), set()
    for claim, part in show.claims.within(draft):
        if part.orderable and left[part.sku] >= part.orderable:
            left[part.sku] -= part.orderable
            there.add((claim.id, part.sku))
    return there


def settled(part: Part, got: int, why: Why, *, there: bool) -> Part:
    """A part of an order of which so many pieces stand; `there`: it could have been ordered."""
    if got:
        return replace(part, state=PartState.PAID, got=got, why=Why.PAID)
    match part.state:
        case PartState.PAID:
            return replace(part, state=PartState.CANCELLED, why=Why.ORDER_CANCELLED)
        case PartState.HELD | PartState.PAYABLE if there:
            return replace(part, state=PartState.RELEASED, why=why)
        case PartState.HELD | PartState.PAYABLE:
            return replace(part, draft=0)
        case _:
            return part


def moving(show: Show, claim: Claim, part: Part, order: str = "") -> tuple[Show, ClaimMoved]:
    """The show after one part of a claim went on, and the change that has it do so."""
    claim = show.claims.by_id[claim.id]
    before = next(each for each in claim.parts if each.sku == part.sku)
    parts = tuple(part if each.sku == part.sku else each for each in claim.parts)
    held, holds = before.state is PartState.HELD, part.state is PartState.HELD
    freed = (reserving(claim, part.sku, -before.got),) if held and not holds else ()
    review = claim.review if is_open(parts, claim.review) else Why.NONE
    paid = order if part.state is PartState.PAID else ""
    change = ClaimMoved(claim.id, parts, freed, review, paid or claim.order)
    return folded(show, (change,), show.last_time), change

"""Who waits moves up, in the transaction that gives pieces free: the first in order whose sum there is."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace

from console.domain.actors import DESK
from console.domain.apply import apply, folded
from console.domain.changes import (
    CatalogueImported,
    Change,
    ClaimMoved,
    ClaimRulesSet,
    Entry,
    LimitsSet,
    OrderRecorded,
    ProductSaved,
    ReleaseSet,
    SaleResumed,
    StockMoved,
)
from console.domain.claims.claim import Claim, Part, PartState, Why
from console.domain.decide.decision import Decision
from console.domain.decide.granting import held_of, reserving, within_limit
from console.domain.show import Show


def with_moved_up(show: Show, decision: Decision, now: datetime) -> Decision:
    """The decision with what it brings to those who wait."""
    changes = decision.changes
    if not changes or not may_move(show, changes):
        return decision
    then = folded(show, changes, now)
    skus = dict.fromkeys(sku for change in changes for sku in touched(then, change) if sku in then.claims.waiting)
    return Decision(decision.outcome, (*changes, *moved_up(then, skus, now)))


def may_move(show: Show, changes: Iterable[Change]) -> bool:
    """Whether anybody waits for what these changes are about, before or by them."""
    waits = show.claims.waiting
    return any(sku in waits for change in changes for sku in touched(show, change))


def touched(show: Show, change: Change) -> Iterable[str]:
    """The SKUs of which a change may give pieces free."""
    match change:
        case StockMoved(movements=movements) | OrderRecorded(movements=movements) | ClaimMoved(movements=movements):
            return [movement.sku for movement in movements]
        case LimitsSet(sku=sku) | ReleaseSet(sku=sku):
            return (sku,)
        case CatalogueImported(opened=opened) | ProductSaved(opened=opened):
            return [each.sku for each in opened]
        case SaleResumed(skus=skus):
            return skus or list(show.claims.waiting)
        case ClaimRulesSet():
            return list(show.claims.waiting)
        case _:
            return ()


def moved_up(show: Show, skus: Iterable[str], now: datetime) -> Iterator[ClaimMoved]:
    """What those who wait for these SKUs get, in their order, as long as there are pieces."""
    for sku in skus:
        for number in show.claims.waiting.get(sku) or ():
            level = show.stock.get(sku)
            left = show.claims.room(sku, level) if level else 0
            if left <= 0:
                break
            claim = show.claims.by_id[number]
            if moved := lifted(show, claim, sku, left, now):
                yield moved
                show = apply(show, Entry(moved, now, DESK, ""))


def lifted(show: Show, claim: Claim, sku: str, left: int, now: datetime) -> ClaimMoved | None:
    """What a claim gets of the pieces of a SKU that are left; None if it goes on waiting."""
    part = next(each for each in claim.parts if each.sku == sku)
    wanted = within_limit(show, claim, part)
    if wanted == 0:
        refused = replace(part, state=PartState.REFUSED, why=Why.OVER_LIMIT)
        return ClaimMoved(claim.id, with_part(claim, refused), (), claim.review, claim.order)
    held = held_of(show, part, wanted, left, now)
    if held is None:
        return None
    held = replace(held, left=part.left, why=Why.MOVED_UP)
    return ClaimMoved(claim.id, with_part(claim, held), (reserving(claim, sku, held.got),), claim.review, claim.order)


def with_part(claim: Claim, part: Part) -> tuple[Part, ...]:
    """The parts of a claim with one of them as it is now."""
    return tuple(part if each.sku == part.sku else each for each in claim.parts)

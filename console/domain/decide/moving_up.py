"""Who waits moves up, in the transaction that gives pieces free: the first in order whose sum there is."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace

from console.domain.actors import DESK
from console.domain.apply import apply, folded
from console.domain.changes import (
    CatalogueImported,
    Change,
    Claimed,
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
from console.domain.decide.granting import fitting, held, reserving, waiting, within_limit
from console.domain.show import Show


def with_moved_up(show: Show, decision: Decision, now: datetime) -> Decision:
    """The decision with what it brings to those who wait, and to those who may pay and are too late."""
    changes = decision.changes
    if not changes or not may_move(show, changes):
        return decision
    then = decision.following(show, now)
    skus = dict.fromkeys(sku for change in changes for sku in touched(then, change))
    up = tuple(moved_up(then, (sku for sku in skus if sku in then.claims.waiting), now))
    then = folded(then, up, now) if up else then
    late = too_late(then, (sku for sku in skus if sku in then.claims.payable), now)
    return Decision(decision.outcome, (*changes, *up, *late))


def may_move(show: Show, changes: Iterable[Change]) -> bool:
    """Whether anybody waits or may pay for what these changes are about, before or by them."""
    waits, may_pay = show.claims.waiting, show.claims.payable
    return any(sku in waits or sku in may_pay for change in changes for sku in touched(show, change))


def touched(show: Show, change: Change) -> Iterable[str]:
    """The SKUs of which a change may give pieces free, or take some."""
    match change:
        case StockMoved(movements=movements) | OrderRecorded(movements=movements) | ClaimMoved(movements=movements):
            return [movement.sku for movement in movements]
        case Claimed(movements=movements):
            return [movement.sku for movement in movements if movement.sku in show.claims.payable]
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
    got = fitting(show, wanted, left)
    if not got:
        return None
    part = held(show, replace(part, got=got, draft=0), now, Why.MOVED_UP)
    return ClaimMoved(claim.id, with_part(claim, part), (reserving(claim, sku, got),), claim.review, claim.order)


def too_late(show: Show, skus: Iterable[str], now: datetime) -> Iterator[ClaimMoved]:
    """Those who may pay for more of these SKUs than others have left: they wait, or are refused, as the show says."""
    for sku in skus:
        for number in show.claims.payable.get(sku) or ():
            level, claim = show.stock.get(sku), show.claims.by_id[number]
            left = max(0, show.claims.left(sku, level)) if level else 0
            part = next(each for each in claim.parts if each.sku == sku)
            if part.got > left:
                moved = ClaimMoved(
                    number, with_part(claim, less(show, claim, part, left)), (), claim.review, claim.order
                )
                yield moved
                show = apply(show, Entry(moved, now, DESK, ""))


def less(show: Show, claim: Claim, part: Part, left: int) -> Part:
    """What may be paid, now that others have left no more: what is left, where the show says so, or nothing."""
    part = replace(part, got=fitting(show, part.got, left), left=left)
    return part if part.got else waiting(show, claim, replace(part, why=Why.PAID_BEFORE), late=True)


def with_part(claim: Claim, part: Part) -> tuple[Part, ...]:
    """The parts of a claim with one of them as it is now."""
    return tuple(part if each.sku == part.sku else each for each in claim.parts)

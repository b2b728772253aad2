"""Claims by people: the tray, holds, buyers, and on what terms a SKU is given."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from typing import assert_never

from msgspec.structs import replace

from console.domain.changes import (
    BuyerJoined,
    BuyerMarked,
    BuyersNamed,
    BuyersParted,
    Change,
    Claimed,
    ClaimMoved,
    ClaimRulesSet,
    ReleaseSet,
    RingFenced,
    SaleResumed,
    SaleStopped,
)
from console.domain.claims.book import ALL
from console.domain.claims.claim import MOST_ITEMS, MOST_PIECES, ORDERABLE, Claim, Part, PartState, Why, summed
from console.domain.claims.reading import Asked
from console.domain.claims.rules import LONGEST_HOLD, ClaimRules, Terms
from console.domain.commands import (
    ClaimByHand,
    DueNow,
    ExtendHold,
    JoinBuyers,
    MarkBuyer,
    MarkPaid,
    PartBuyers,
    ReleaseClaim,
    ResumeSale,
    ReviewClaim,
    RingFence,
    SetClaimRules,
    SetRelease,
    StopSale,
)
from console.domain.decide.decision import Decision, too_long
from console.domain.decide.granting import granted, holds, reserving
from console.domain.orders import Buyer
from console.domain.outcomes import Added, ClaimOver, Done, Invalid, Missing, NotEnough, NotRunning, UnknownSku
from console.domain.rules import Rule
from console.domain.show import Mode, Show
from console.domain.stock import MOST, Counter, Movement, MovementKind

OfOne = ReviewClaim | ExtendHold | ReleaseClaim | MarkPaid
OfSale = StopSale | ResumeSale | SetRelease | RingFence
OfBuyers = JoinBuyers | PartBuyers | MarkBuyer

MOST_NOTICE, MOST_NAME = 200, 200
Parts = tuple[Part, ...]


def decide_claims(
    show: Show, command: ClaimByHand | OfOne | OfSale | OfBuyers | SetClaimRules | DueNow, now: datetime
) -> Decision:
    """Decide what a person asks about claims, or release what is due."""
    match command:
        case ClaimByHand():
            return by_hand(show, command, now)
        case ReviewClaim() | ExtendHold() | ReleaseClaim() | MarkPaid():
            claim = show.claims.by_id.get(command.claim)
            return of_one(show, claim, command, now) if claim else Decision(Missing("claim", str(command.claim)))
        case DueNow():
            return due(show, now)
        case SetClaimRules(rules=rules):
            return set_rules(show, rules)
        case JoinBuyers() | PartBuyers() | MarkBuyer():
            return of_buyers(show, command)
        case StopSale() | ResumeSale() | SetRelease() | RingFence():
            return of_sale(show, command)
        case _:
            assert_never(command)


def by_hand(show: Show, command: ClaimByHand, now: datetime) -> Decision:
    """Decide a claim that a person enters for a buyer, as if its line had come now."""
    if show.mode is Mode.OFF:
        return Decision(NotRunning())
    if not command.buyer.strip():
        return Decision(Invalid("buyer", Rule.BUYER))
    if invalid := invalid_items(command.items) or too_long(
        buyer=(command.buyer, MOST_NAME), source=(command.source, 500), name=(command.name, MOST_NAME)
    ):
        return Decision(invalid)
    parts = summed(command.items)
    claim = Claim(show.serial + 1, show.id, command.buyer, command.source, "", now, 0, parts)
    claim = granted(show, claim, now)
    named: tuple[Change, ...] = (BuyersNamed((Buyer(claim.buyer, command.name),)),) if command.name else ()
    return Decision(Added(claim.id), (*named, Claimed(claim, tuple(holds(claim)))))


def invalid_items(items: tuple[Asked, ...]) -> Invalid | None:
    """What is wrong with what is asked for."""
    if not 0 < len(items) <= MOST_ITEMS or not all(0 < item.quantity <= MOST_PIECES for item in items):
        return Invalid("quantity", Rule.PIECES_POSITIVE)
    return None


def of_one(show: Show, claim: Claim, command: OfOne, now: datetime) -> Decision:
    """Do something about one claim, unless it is over."""
    if not claim.open:
        return Decision(ClaimOver(claim.id, claim.state))
    match command:
        case ReviewClaim():
            return review(show, claim, command, now)
        case ExtendHold(by=by):
            return extended(claim, by, now)
        case ReleaseClaim():
            return Decision(Done(), (ended(claim, PartState.RELEASED, Why.BY_HAND),))
        case MarkPaid():
            return paid(claim)
        case _:
            assert_never(command)


def review(show: Show, claim: Claim, command: ReviewClaim, now: datetime) -> Decision:
    """Accept or reject what waits for a person; what was not decided yet is decided now, in its old place."""
    if not claim.review:
        return Decision(ClaimOver(claim.id, claim.state))
    if not command.accept:
        return Decision(Done(), (ended(claim, PartState.CANCELLED, Why.REJECTED),))
    undecided = all(part.state is PartState.ASKED for part in claim.parts)
    if command.items and not undecided:
        return Decision(ClaimOver(claim.id, claim.state))
    if invalid := None if claim.parts and not command.items else invalid_items(command.items):
        return Decision(invalid)
    if not undecided:
        return Decision(Done(), (ClaimMoved(claim.id, claim.parts, (), Why.NONE, claim.order),))
    asked = replace(claim, parts=summed(command.items) if command.items else claim.parts, review=Why.NONE)
    given = granted(show, asked, now)
    return Decision(Done(), (ClaimMoved(claim.id, given.parts, tuple(holds(given))),))


def extended(claim: Claim, by: timedelta, now: datetime) -> Decision:
    """Hold longer what is held."""
    if not timedelta() < by <= LONGEST_HOLD:
        return Decision(Invalid("by", Rule.HOURS, (LONGEST_HOLD // timedelta(hours=1),)))
    if claim.deadline is None:
        return Decision(ClaimOver(claim.id, claim.state))
    parts = changed(claim, lambda part: replace(part, until=max(part.until or now, now) + by), {PartState.HELD})
    return Decision(Done(), (ClaimMoved(claim.id, parts, (), claim.review, claim.order),))


def paid(claim: Claim) -> Decision:
    """What is held or may be paid becomes what is promised; what waits goes on waiting."""
    mine = [part for part in claim.parts if part.orderable]
    if not mine:
        return Decision(ClaimOver(claim.id, claim.state))
    parts = changed(claim, lambda part: replace(part, state=PartState.PAID, why=Why.PAID, draft=0), ORDERABLE)
    movements = [move for part in mine for move in committing(claim, part)]
    return Decision(Done(), (ClaimMoved(claim.id, parts, tuple(movements), Why.NONE, claim.order),))


def committing(claim: Claim, part: Part) -> Iterator[Movement]:
    """The movements from what is held, if it is, to what is promised."""
    if part.state is PartState.HELD:
        yield reserving(claim, part.sku, -part.got)
    yield Movement(part.sku, Counter.COMMITTED, MovementKind.ORDER, part.got, reference=claim.reference)


def ended(claim: Claim, state: PartState, why: Why, skus: frozenset[str] | None = None) -> ClaimMoved:
    """What is open of a claim, or of these SKUs of it, ended, and its pieces free again."""
    over = [part for part in claim.parts if part.open and (skus is None or part.sku in skus)]
    parts = tuple(replace(part, state=state, why=why) if part in over else part for part in claim.parts)
    freed = tuple(reserving(claim, part.sku, -part.got) for part in over if part.state is PartState.HELD)
    still = any(part.open for part in parts)
    return ClaimMoved(claim.id, parts, freed, claim.review if still else Why.NONE, claim.order)


def changed(claim: Claim, change: Callable[[Part], Part], states: Collection[PartState]) -> Parts:
    """The parts of a claim, those in one of these states changed."""
    return tuple(change(part) if part.state in states else part for part in claim.parts)


def due(show: Show, now: datetime) -> Decision:
    """Release every hold whose time is over, the earliest first, and of one instant the earlier claim."""
    ending = (show.claims.by_id[number] for number in show.claims.ends.until(now))
    over = [(claim.deadline, claim.id) for claim in ending if is_due(claim, now)]
    return Decision(Done(), tuple(expired(show.claims.by_id[number], now) for _, number in sorted(over)))


def is_due(claim: Claim, now: datetime) -> bool:
    """Whether a hold of a claim is over."""
    deadline = claim.deadline
    return deadline is not None and deadline <= now


def expired(claim: Claim, now: datetime) -> ClaimMoved:
    """What was held too long ended; what waits goes on waiting."""
    skus = [part.sku for part in claim.parts if part.state is PartState.HELD and part.until and part.until <= now]
    return ended(claim, PartState.EXPIRED, Why.DUE, frozenset(skus))


def set_rules(show: Show, rules: ClaimRules) -> Decision:
    """Grant by other rules from now on."""
    if not all(timedelta() < hold <= LONGEST_HOLD for hold in (rules.hold, rules.hold_moved_up or rules.hold)):
        return Decision(Invalid("hold", Rule.HOURS, (LONGEST_HOLD // timedelta(hours=1),)))
    if not all(0 <= pieces <= MOST for pieces in (rules.limit, *(each.pieces for each in rules.limits))):
        return Decision(Invalid("limit", Rule.PIECES, (MOST,)))
    if not 0 <= rules.grammar.threshold <= 1:
        return Decision(Invalid("threshold", Rule.SHARE))
    if not 0 < rules.grammar.most <= MOST_PIECES:
        return Decision(Invalid("most", Rule.PIECES, (MOST_PIECES,)))
    return Decision(Done(), () if rules == show.claims.rules else (ClaimRulesSet(rules),))


def of_buyers(show: Show, command: OfBuyers) -> Decision:
    """Say who is one buyer, or whose claims a person looks at first."""
    names = names_in(command)
    if not names or any(not name.strip() for name in names):
        return Decision(Invalid("buyer", Rule.BUYER))
    if invalid := too_long(buyer=(max(names, key=len), MOST_NAME)):
        return Decision(invalid)
    match command:
        case JoinBuyers(buyer=buyer, other=other):
            same = other in show.claims.identities(buyer)
            return Decision(Done(), () if same else (BuyerJoined(buyer, other),))
        case PartBuyers(identities=identities):
            return part_buyers(show, identities)
        case MarkBuyer(buyer=buyer, restricted=restricted):
            if show.claims.is_restricted(buyer) == restricted:
                return Decision(Done())
            marked = show.claims.restricted
            freed = [BuyerMarked(name, restricted=False) for name in show.claims.identities(buyer) if name in marked]
            return Decision(Done(), (BuyerMarked(buyer, restricted),) if restricted else tuple(freed))
        case _:
            assert_never(command)


def names_in(command: OfBuyers) -> tuple[str, ...]:
    """The identities that a command is about."""
    match command:
        case JoinBuyers(buyer=buyer, other=other):
            return (buyer, other)
        case PartBuyers(identities=identities):
            return identities
        case MarkBuyer(buyer=buyer):
            return (buyer,)
        case _:
            assert_never(command)


def part_buyers(show: Show, identities: tuple[str, ...]) -> Decision:
    """Part identities from the buyer whose they were."""
    leaving = set(identities)
    together = set(show.claims.identities(identities[0]))
    if not leaving <= together:
        return Decision(Missing("buyer", next(each for each in identities if each not in together)))
    if leaving == together:
        return Decision(Done())
    return Decision(Done(), (BuyersParted(tuple(sorted(leaving))),))


def of_sale(show: Show, command: OfSale) -> Decision:
    """Set on what terms SKUs are given to claims."""
    skus = command.skus if isinstance(command, StopSale | ResumeSale) else (command.sku,)
    unknown = next((sku for sku in skus if sku not in show.stock), None)
    if unknown is not None:
        return Decision(UnknownSku(unknown))
    match command:
        case StopSale(notice=notice):
            invalid = too_long(notice=(notice, MOST_NOTICE))
            return Decision(invalid) if invalid else Decision(Done(), stopping(show, skus, notice.strip()))
        case ResumeSale():
            stopped = any(terms_of(show, sku).stopped is not None for sku in skus or (ALL,))
            return Decision(Done(), (SaleResumed(skus),) if stopped else ())
        case SetRelease(sku=sku, pieces=pieces):
            if pieces is not None and not 0 <= pieces <= MOST:
                return Decision(Invalid("pieces", Rule.PIECES, (MOST,)))
            same = terms_of(show, sku).released == pieces
            return Decision(Done(), () if same else (ReleaseSet(sku, pieces),))
        case RingFence(sku=sku, pieces=pieces):
            return fenced(show, sku, pieces)
        case _:
            assert_never(command)


def stopping(show: Show, skus: tuple[str, ...], notice: str) -> tuple[SaleStopped, ...]:
    """The stop of these sales, or of all; of those that are stopped and say just that already: nothing."""
    new = tuple(sku for sku in skus or (ALL,) if terms_of(show, sku).stopped != notice)
    return (SaleStopped(new if skus else (), notice),) if new else ()


def fenced(show: Show, sku: str, pieces: int) -> Decision:
    """Keep pieces for this show's claims: not more than it has got and could get."""
    if not 0 <= pieces <= MOST:
        return Decision(Invalid("pieces", Rule.PIECES, (MOST,)))
    most = max(0, show.stock[sku].available) + (show.claims.taken.get(sku) or 0)
    if pieces > most:
        return Decision(NotEnough(sku, most))
    return Decision(Done(), () if terms_of(show, sku).fenced == pieces else (RingFenced(sku, pieces),))


def terms_of(show: Show, sku: str) -> Terms:
    """The terms of a SKU; those of all under no SKU."""
    return show.claims.terms.get(sku) or Terms()

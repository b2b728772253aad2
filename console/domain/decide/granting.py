"""What each part of a claim gets: its sum or nothing, or what is left where the show says so."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from console.domain.claims.claim import Claim, Part, PartState, Why
from console.domain.orders import order_key
from console.domain.show import Show
from console.domain.stock import Counter, Movement, MovementKind


def granted(show: Show, claim: Claim, now: datetime) -> Claim:
    """The claim with each of its parts decided on the show as it is."""
    return replace(claim, parts=tuple(given(show, claim, part, now) for part in claim.parts))


def given(show: Show, claim: Claim, part: Part, now: datetime) -> Part:
    """The part held or payable, refused, or with its place in the wait-list."""
    book = show.claims
    level = show.stock.get(part.sku)
    if level is None:
        return replace(part, state=PartState.REFUSED, why=Why.UNKNOWN_SKU)
    left = book.room(part.sku, level)
    wanted = within_limit(show, claim, part)
    if wanted == 0:
        return replace(part, state=PartState.REFUSED, left=left, why=Why.OVER_LIMIT)
    pays_first = book.pays_first(claim.buyer)
    if got := fitting(show, wanted, left):
        part = replace(part, got=got, left=left)
        return replace(part, state=PartState.PAYABLE, why=Why.PAYS_FIRST) if pays_first else held(show, part, now)
    return waiting(show, claim, replace(part, left=left, why=book.shortage(part.sku, level)), late=pays_first)


def fitting(show: Show, wanted: int, left: int) -> int:
    """The pieces that are given of those that are wanted: all or none, or what is left where the show says so."""
    got = min(wanted, left) if show.claims.rules.partial else wanted
    return got if 0 < got <= left else 0


def held(show: Show, part: Part, now: datetime, why: Why = Why.NONE) -> Part:
    """The part with the pieces that it got held, for a reason of its own or for what there was."""
    rules = show.claims.rules
    length = rules.hold_moved_up if why is Why.MOVED_UP and rules.hold_moved_up else rules.hold
    enough = Why.ENOUGH_LEFT if part.got == part.quantity else Why.WHAT_WAS_LEFT
    return replace(part, state=PartState.HELD, until=now + length, why=why or enough)


def waiting(show: Show, claim: Claim, part: Part, *, late: bool) -> Part:
    """The part with its place in the wait-list; refused if it is too `late` where who is too late does not wait."""
    if late and not show.claims.rules.late_waits:
        return replace(part, state=PartState.REFUSED)
    ahead = bisect_left(show.claims.waiting.get(part.sku) or (), claim.id)
    return replace(part, state=PartState.WAITING, rank=ahead + 1)


def within_limit(show: Show, claim: Claim, part: Part) -> int:
    """The pieces of a part that its buyer may have: all or none, or as many as the limit still allows."""
    limit = show.claims.rules.limit_of(part.sku)
    if limit == 0:
        return part.quantity
    allowed = max(0, limit - had(show, claim, part.sku))
    if part.quantity <= allowed:
        return part.quantity
    return allowed if show.claims.rules.partial else 0


def had(show: Show, claim: Claim, sku: str) -> int:
    """The pieces of a SKU that a claim's buyer has claimed or ordered beside it in this show, under any identity."""
    claims = [each for each in show.claims.of(claim.buyer) if each.show == show.id]
    claimed = sum(part.counted for each in claims if each.id != claim.id for part in each.parts if part.sku == sku)
    return claimed + beyond(show, claim.buyer, sku) + ordered(show, claim.buyer, sku)


def beyond(show: Show, buyer: str, sku: str) -> int:
    """The pieces that orders of a buyer's claims have beyond what was claimed."""
    parts = [part for claim in show.claims.of(buyer) for part in claim.parts if part.draft]
    drafts = (show.claims.drafts.get(number) for number in {part.draft for part in parts})
    orders = [(draft.id, show.orders.get(order_key(draft.shop, draft.ref))) for draft in drafts if draft]
    pieces = 0
    for number, order in orders:
        if order is not None and order.show == show.id:
            sold = sum(line.sold for line in order.snapshot.lines if line.sku == sku)
            within = show.claims.within(show.claims.drafts[number])
            claimed = sum(part.counted for _, part in within if part.sku == sku)
            pieces += max(0, sold - claimed)
    return pieces


def ordered(show: Show, buyer: str, sku: str) -> int:
    """The pieces that a buyer has ordered at a shop of its own accord."""
    identities = set(show.claims.joined.get(buyer) or ())
    if not identities:
        return 0
    orders = (
        each
        for each in show.orders.values()
        if each.show == show.id
        and each.key not in show.claims.by_order
        and f"{each.snapshot.shop}/{each.snapshot.buyer}" in identities
    )
    return sum(line.sold for each in orders for line in each.snapshot.lines if line.sku == sku)


def holds(claim: Claim) -> Iterator[Movement]:
    """The movements that reserve what a claim has got."""
    for part in claim.parts:
        if part.state is PartState.HELD:
            yield reserving(claim, part.sku, part.got)


def reserving(claim: Claim, sku: str, pieces: int) -> Movement:
    """The movement that reserves pieces for a claim, or, below zero, gives them free."""
    kind = MovementKind.HOLD if pieces > 0 else MovementKind.RELEASE
    return Movement(sku, Counter.RESERVED, kind, pieces, reference=claim.reference)

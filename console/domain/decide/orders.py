"""A shop's orders: never refused, counted as snapshot minus what was applied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.actors import DESK
from console.domain.apply import apply, folded
from console.domain.changes import BuyersNamed, Change, CursorMoved, Entry, FindingOpened, OrderRecorded, ShopLinked
from console.domain.commands import SeeOrders
from console.domain.decide.decision import Decision
from console.domain.decide.drafts import placed
from console.domain.decide.proposing import good_again
from console.domain.findings import Finding, FindingKind
from console.domain.orders import Order, OrderLine, OrderSnapshot, OrderStatus, Shipped, order_key
from console.domain.outcomes import Done
from console.domain.show import Mode, Show
from console.domain.stock import Counter, Level, Movement, MovementKind


def decide_orders(show: Show, command: SeeOrders, now: datetime) -> Decision:
    """Record what is new or newer of a page, and where the next page begins."""
    changes: list[Change] = [BuyersNamed(command.buyers)] if command.buyers else []
    if command.linked and command.shop not in show.linked:
        changes.append(ShopLinked(command.shop, command.linked))
        show = apply(show, Entry(changes[-1], now, DESK, ""))
    for snapshot in sorted(command.orders, key=lambda each: each.version):
        before = show.stock
        new = tuple(told(show, snapshot, now))
        show = folded(show, new, now)
        over = tuple(good_again(show, before, new))
        changes += (*new, *over)
        show = folded(show, over, now)
        for found in troubles(show, order_key(snapshot.shop, snapshot.ref), before):
            changes.append(found)
            show = apply(show, Entry(found, now, DESK, ""))
    if command.cursor and show.cursors.get(command.shop) != command.cursor:
        changes.append(CursorMoved(command.shop, command.cursor))
    return Decision(Done(), tuple(changes))


def told(show: Show, snapshot: OrderSnapshot, now: datetime) -> Iterator[Change]:
    """What a snapshot brings: the order as it is now, and what that means for the claims that it stands for."""
    draft = show.claims.draft_of(snapshot.shop, snapshot.ref, snapshot.draft)
    recorded = tuple(seen(show, replace(snapshot, draft=""), draft.show if draft else None))
    yield from recorded
    if draft is not None:
        after = folded(show, recorded, now)
        yield from placed(after, draft, after.orders[order_key(snapshot.shop, snapshot.ref)])


def seen(show: Show, snapshot: OrderSnapshot, drafted_in: int | None) -> Iterator[OrderRecorded]:
    """The order as it is now, if the snapshot is newer and says something new; one of ours is of its draft's show."""
    known = show.orders.get(order_key(snapshot.shop, snapshot.ref))
    if known is None:
        linked = show.linked.get(snapshot.shop)
        adopt = linked is not None and snapshot.placed_at < linked
        sold_in = 0 if adopt or show.mode is Mode.OFF else show.id
        sold_in = sold_in if drafted_in is None else drafted_in
        order = Order(snapshot, sold_in, shipped(snapshot.lines) if adopt else ())
        yield OrderRecorded(order, difference(None, order))
    elif snapshot.version > known.snapshot.version and replace(known.snapshot, version=snapshot.version) != snapshot:
        order = replace(known, snapshot=snapshot)
        yield OrderRecorded(order, difference(known, order))


def shipped(lines: tuple[OrderLine, ...]) -> tuple[Shipped, ...]:
    """The pieces a SKU that are gone already."""
    left: dict[str, int] = {}
    for line in lines:
        left[line.sku] = left.get(line.sku, 0) + line.shipped - line.returned
    return tuple(Shipped(sku, pieces) for sku, pieces in left.items() if pieces)


class Effect(dict[str, tuple[int, int, int]]):
    """What an order does to each SKU: pieces committed, shipped, come back."""

    def __init__(self, order: Order | None) -> None:
        super().__init__()
        for line in order.snapshot.lines if order else ():
            committed, gone, back = self.of(line.sku)
            self[line.sku] = (committed + line.committed, gone + line.shipped, back + line.returned)
        for each in order.adopted if order else ():
            committed, gone, back = self.of(each.sku)
            self[each.sku] = (committed, gone - each.pieces, back)

    def of(self, sku: str) -> tuple[int, int, int]:
        """The effect on one SKU."""
        return self.get(sku, (0, 0, 0))


def difference(before: Order | None, after: Order) -> tuple[Movement, ...]:
    """The movements that lead from what was applied to what the order says now."""
    old, new = Effect(before), Effect(after)
    moves: list[Movement] = []
    for sku in [*new, *(sku for sku in old if sku not in new)]:
        moves += of_sku(sku, after.key, old.of(sku), new.of(sku))
    return tuple(moves)


def of_sku(sku: str, key: str, old: tuple[int, int, int], new: tuple[int, int, int]) -> Iterator[Movement]:
    """The movements of one SKU: what left the shelf, what came back, and what is promised more or less."""
    committed, gone, back = (n - o for n, o in zip(new, old, strict=True))
    promised = committed + gone
    reference = f"order {key}"
    for counter, kind, delta in (
        (Counter.COMMITTED, MovementKind.ORDER if promised > 0 else MovementKind.CANCEL, promised),
        (Counter.COMMITTED, MovementKind.SHIP, -gone),
        (Counter.ON_HAND, MovementKind.SHIP, -gone),
        (Counter.ON_HAND, MovementKind.RETURN, back),
    ):
        if delta:
            yield Movement(sku, counter, kind, delta, reference=reference)


def troubles(show: Show, key: str, before: HashTrieMap[str, Level]) -> Iterator[FindingOpened]:
    """What does not add up after an order: more sold than there is, an unknown SKU, money back without stock.

    What a person has settled is found again when its number differs, or when it had been good `before`.
    """
    order = show.orders.get(key)
    found = [] if order is None else [*of_stock(show, order, before), *of_refund(order)]
    for number, finding in enumerate(found, start=show.serial + 1):
        known = show.findings.get(finding.key)
        again = known is not None and known.settled and (known.ours != finding.ours or fell(finding, before))
        if known is None or again:
            yield FindingOpened(replace(finding, id=number))


def fell(finding: Finding, before: HashTrieMap[str, Level]) -> bool:
    """Whether it was this order that took a SKU below zero, or below what is kept for this show."""
    level = before.get(finding.subject)
    if finding.kind is FindingKind.FENCE_EATEN:
        return True
    return finding.kind is FindingKind.OVERSOLD and level is not None and level.available >= 0


def of_stock(show: Show, order: Order, before: HashTrieMap[str, Level]) -> Iterator[Finding]:
    """Findings about the SKUs that an order promises, or has just taken below zero."""
    promised = {line.sku for line in order.snapshot.lines if line.committed}
    for sku in dict.fromkeys(line.sku for line in order.snapshot.lines):
        level = show.stock.get(sku)
        short = level is not None and level.available < 0 and level != before.get(sku)
        if level is None or not (sku in promised or short):
            continue
        if not level.opened:
            yield Finding(0, FindingKind.UNKNOWN_SKU, sku, reference=order.key)
        elif level.available < 0:
            yield Finding(0, FindingKind.OVERSOLD, sku, ours=level.available, reference=order.key)
        elif eaten(show, sku, level, before.get(sku)):
            fence = show.claims.fence(sku)
            yield Finding(0, FindingKind.FENCE_EATEN, sku, theirs=level.available, ours=fence, reference=order.key)


def eaten(show: Show, sku: str, level: Level, before: Level | None) -> bool:
    """Whether pieces that are kept for this show's claims were there, and are not any more."""
    return before is not None and level.available < show.claims.fence(sku) <= before.available


def of_refund(order: Order) -> Iterator[Finding]:
    """A finding where the money went back and the pieces are still promised."""
    promised = sum(line.committed for line in order.snapshot.lines)
    if order.snapshot.status is OrderStatus.REFUNDED and promised:
        yield Finding(0, FindingKind.REFUNDED_NOT_CANCELLED, order.key, ours=promised, reference=order.key)

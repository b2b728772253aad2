"""Which orders to have cancelled where shops sold more than there is: the last placed first, until the sum is good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rpds import HashTrieMap

from console.domain.changes import Change, ClaimMoved, FindingSettled, OrderRecorded
from console.domain.commands import CancelOversold
from console.domain.decide.decision import Decision
from console.domain.decide.errands import queued, recipients
from console.domain.findings import Cut, Finding, FindingKind, Proposal, Settlement
from console.domain.orders import Order, OrderStatus, order_key
from console.domain.outbox import CancelTo, Outgoing
from console.domain.outcomes import Done, Invalid, Missing
from console.domain.rules import Rule
from console.domain.show import Show
from console.domain.stock import Level

Rank = tuple[float, int, str]


def proposed(show: Show, sku: str) -> Proposal:
    """The orders to cancel, and how many pieces of each, so that what is promised of a SKU is there.

    What is kept back is there, so nobody's order is cancelled for it. An order of which anything was shipped stays
    whole. What is being cancelled counts as given back, in the tray too: it may be tried again.
    """
    level = show.stock.get(sku) or Level()
    missing = max(0, level.reserved + level.committed - level.on_hand)
    if not missing:
        return Proposal()
    asked = cancelling(show, sku)
    orders = [order for order in show.orders.values() if promised(order, sku)]
    coming = sum(given(order, sku, asked) for order in orders)
    stuck = {key for key, each in asked.items() if not each.open}
    left = max(0, missing - coming)
    cuts: list[Cut] = []
    for order in last_first(show, (each for each in orders if each.key not in stuck and whole(show, each))):
        stays = promised(order, sku) - given(order, sku, asked)
        if pieces := min(left, stays):
            cuts.append(Cut(order.key, sku, stays - pieces, pieces))
            left -= pieces
    stuck_pieces = sum(given(order, sku, asked) for order in orders if order.key in stuck)
    return Proposal(missing, tuple(cuts), coming, stuck_pieces, left)


def cancelling(show: Show, sku: str) -> dict[str, Outgoing]:
    """What is asked of orders of a SKU already, by the order's key: of each the errand that leaves the least."""
    found: dict[str, Outgoing] = {}
    for each in sorted(show.outbox.values(), key=lambda outgoing: outgoing.errand.id):
        task = each.errand.task
        if isinstance(task, CancelTo) and task.sku == sku:
            key = order_key(each.errand.shop, task.ref)
            if key not in found or task.quantity <= keeps(found[key]):
                found[key] = each
    return found


def keeps(outgoing: Outgoing) -> int:
    """The pieces that stay sold by what is asked of an order."""
    task = outgoing.errand.task
    return task.quantity if isinstance(task, CancelTo) else 0


def promised(order: Order, sku: str) -> int:
    """The pieces of a SKU that an order still takes from the shelf."""
    return sum(line.committed for line in order.snapshot.lines if line.sku == sku)


def given(order: Order, sku: str, asked: dict[str, Outgoing]) -> int:
    """The pieces that come back of an order when what is asked of it is done."""
    if order.key not in asked:
        return 0
    sold = sum(line.sold for line in order.snapshot.lines if line.sku == sku)
    return min(promised(order, sku), max(0, sold - keeps(asked[order.key])))


def whole(show: Show, order: Order) -> bool:
    """Whether nothing of an order has been shipped, and its shop can be asked."""
    told = order.snapshot
    gone = told.status is OrderStatus.SHIPPED or any(line.shipped for line in told.lines)
    return not gone and told.shop in recipients(show)


def last_first(show: Show, orders: Iterable[Order]) -> list[Order]:
    """Orders, the last placed first. A claim's order is as old as its claim: its pieces were held since then."""
    by_age = sorted(show.claims.by_id.values(), key=lambda claim: claim.at, reverse=True)
    claimed = {claim.order: claim.at for claim in by_age if claim.order}

    def place(order: Order) -> Rank:
        told = order.snapshot
        since = min(told.placed_at, claimed.get(order.key, told.placed_at))
        return since.timestamp(), len(told.ref), order.key

    return sorted(orders, key=place, reverse=True)


def cancel_oversold(show: Show, command: CancelOversold) -> Decision:
    """Have the shops cancel what a person saw, as far as the finding still proposes it: never more than is missing."""
    finding = next((each for each in show.open_findings if each.id == command.finding), None)
    if finding is None or finding.kind is not FindingKind.OVERSOLD:
        return Decision(Missing("finding", str(command.finding)))
    least = {cut.order: cut.keep for cut in proposed(show, finding.subject).cuts}
    if not command.cuts or any(cut.keep < least.get(cut.order, cut.keep + 1) for cut in command.cuts):
        return Decision(Invalid("orders", Rule.STILL_PROPOSED))
    told = [(show.orders[cut.order].snapshot, cut) for cut in command.cuts]
    tasks = [(order.shop, CancelTo(order.ref, finding.subject, cut.keep)) for order, cut in told]
    return Decision(Done(), queued(show, tasks, show.serial))


def good_again(show: Show, before: HashTrieMap[str, Level], changes: Iterable[Change]) -> Iterator[FindingSettled]:
    """The ends of findings that a SKU is oversold, where these changes have made its sum good."""
    moved = [change.movements for change in changes if isinstance(change, OrderRecorded | ClaimMoved)]
    for sku in dict.fromkeys(movement.sku for movements in moved for movement in movements):
        finding = show.findings.get(Finding(0, FindingKind.OVERSOLD, sku).key)
        was = before.get(sku)
        if finding and not finding.settled and was and was.available < 0 <= show.stock[sku].available:
            yield FindingSettled(finding.id, Settlement.AGREES)

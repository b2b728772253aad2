"""What is being explained sells out: in the transaction that promises its last piece it is no longer explained."""

from collections.abc import Iterable
from datetime import datetime

from console.domain.changes import Change, Claimed, Unpinned
from console.domain.claims.rules import WhenSoldOut
from console.domain.decide.decision import Decision
from console.domain.decide.moving_up import touched
from console.domain.products import Product
from console.domain.queue import QueueItem
from console.domain.show import Show
from console.domain.stock_state import StockState, state_of


def with_sold_out(show: Show, decision: Decision, now: datetime) -> Decision:
    """The decision with the end of the explaining, where the show says so and it is by this that nothing is left.

    Who explains a thing that has sold out goes on doing so: it ends once, when it sells out.
    """
    product = explained(show)
    if (
        product is None
        or show.claims.rules.sold_out is WhenSoldOut.MARK
        or not concerns(show, decision.changes, product)
    ):
        return decision
    then = decision.following(show, now)
    if then.pinned != show.pinned or then.pinned is None or sold_out(show, product) or not sold_out(then, product):
        return decision
    return Decision(decision.outcome, (*decision.changes, Unpinned(then.pinned, sold_out=True)))


def explained(show: Show) -> Product | None:
    """The product that is being explained."""
    item = show.explained
    return show.products.get(item.product) if item else None


def concerns(show: Show, changes: Iterable[Change], product: Product) -> bool:
    """Whether these changes move the stock of a product."""
    for change in changes:
        moved = [each.sku for each in change.movements] if isinstance(change, Claimed) else touched(show, change)
        if any(sku in product.skus for sku in moved):
            return True
    return False


def sold_out(show: Show, product: Product) -> bool:
    """Whether nothing of a product is left."""
    return state_of(level for sku in product.skus if (level := show.stock.get(sku))) is StockState.SOLD_OUT


def next_of(show: Show, item: int) -> QueueItem | None:
    """What is explained next: the first item behind it in the queue of which something is left."""
    places = {each.id: place for place, each in enumerate(show.queue)}
    for each in show.queue[places.get(item, -1) + 1 :]:
        product = show.products.get(each.product)
        if product is not None and not sold_out(show, product):
            return each
    return None

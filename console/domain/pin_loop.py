"""The pin loop: items of the queue that are explained in turn, again and again, by the clock."""

from datetime import datetime

from console.domain.gates import gates
from console.domain.queue import QueueItem
from console.domain.show import Mode, Show


def looped(show: Show) -> tuple[QueueItem, ...]:
    """The items of the loop that are in the queue, in the loop's order."""
    items = (show.item(number) for number in show.loop.items)
    return tuple(item for item in items if item)


def next_looped(show: Show) -> QueueItem | None:
    """The item that is explained next: the first one that may air, after the one that was explained last."""
    items = looped(show)
    at = next((place + 1 for place, item in enumerate(items) if item.id == show.loop.last), 0)
    return next((item for item in (*items[at:], *items[:at]) if may_air(show, item)), None)


def due_at(show: Show) -> datetime | None:
    """When the next item is explained: after as long as each gets; None at once, as nothing is explained."""
    return show.pinned_at + show.loop.every if show.pinned_at else None


def due(show: Show, now: datetime) -> QueueItem | None:
    """The item that the loop explains now; None while it waits, while a clock is held, and where nothing may air."""
    held = show.live is not None and show.live.paused
    at = due_at(show)
    if show.mode is Mode.OFF or held or (at is not None and now < at):
        return None
    return next_looped(show)


def may_air(show: Show, item: QueueItem) -> bool:
    """Whether nothing stands against an item."""
    product = show.products.get(item.product)
    return product is not None and not gates(show, product)

"""Queue changes, folded."""

from datetime import datetime

from msgspec.structs import replace

from console.domain.apply.catalogue import with_products
from console.domain.changes import CodeSet, ItemMoved, PinLoopSet, Pinned, Queued, RoleSet, Unpinned, Unqueued
from console.domain.queue import PinLoop, moved_to
from console.domain.show import Show

QueueChange = Queued | Unqueued | ItemMoved | CodeSet | RoleSet | Pinned | Unpinned | PinLoopSet


def apply_queue(show: Show, change: QueueChange, at: datetime) -> Show:
    """The show after its queue changed."""
    match change:
        case Queued(item=item, product=product):
            after = replace(
                with_products(show, (product,)), queue=(*show.queue, item), serial=max(show.serial, item.id)
            )
        case Unqueued(item=gone):
            after = replace(show, queue=tuple(item for item in show.queue if item.id != gone))
        case ItemMoved(item=item_id, to=to):
            index = next(i for i, item in enumerate(show.queue) if item.id == item_id)
            after = replace(show, queue=moved_to(show.queue, index, to))
        case CodeSet(item=item_id, code=code):
            queue = tuple(replace(item, code=code) if item.id == item_id else item for item in show.queue)
            after = replace(show, queue=queue)
        case RoleSet(item=item_id, role=role):
            queue = tuple(replace(item, role=role) if item.id == item_id else item for item in show.queue)
            after = replace(show, queue=queue)
        case Pinned(item=item_id):
            loop = replace(show.loop, last=item_id) if item_id in show.loop.items else show.loop
            after = replace(show, pinned=item_id, pinned_at=at, loop=loop)
        case Unpinned():
            after = replace(show, pinned=None, pinned_at=None)
        case PinLoopSet(items=items, every=every):
            last = show.pinned if show.pinned is not None and show.pinned in items else 0
            after = replace(show, loop=PinLoop(items, every, last))
    return after

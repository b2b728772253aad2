"""Which errands a change here brings about, and at which shops."""

from collections.abc import Iterable, Sequence

from console.domain.changes import ErrandQueued
from console.domain.connections import ConnectionKind
from console.domain.outbox import CancelTo, PriceAt, StockBy, Task, is_of, new_errand
from console.domain.products import Product
from console.domain.show import Purpose, Show
from console.domain.stock import Counter, Movement

REHEARSAL_SHOP = "rehearsal"


def recipients(show: Show) -> list[str]:
    """The shops that are told of changes here: those linked and still connected; in a rehearsal its own one only."""
    match show.purpose:
        case Purpose.LIVE:
            shops = [each.name for each in show.connections if each.kind is ConnectionKind.SHOP]
        case Purpose.REHEARSAL:
            shops = [REHEARSAL_SHOP]
    return [shop for shop in shops if shop in show.linked]


def told(show: Show, tasks: Iterable[Task], last: int) -> tuple[ErrandQueued, ...]:
    """An errand for each task at each shop that is told, numbered after `last`."""
    pairs = [(shop, task) for task in tasks for shop in recipients(show)]
    return queued(show, pairs, last)


def queued(show: Show, pairs: Iterable[tuple[str, Task]], last: int) -> tuple[ErrandQueued, ...]:
    """An errand for each pair of a shop and a task, numbered after `last`."""
    return tuple(
        ErrandQueued(new_errand(number, shop, show.origin, task))
        for number, (shop, task) in enumerate(pairs, start=last + 1)
    )


def of_movements(movements: Iterable[Movement]) -> list[Task]:
    """What a person's movements of pieces on hand ask of a shop."""
    return [StockBy(each.sku, each.delta) for each in movements if each.counter is Counter.ON_HAND]


def of_prices(before: Product | None, after: Product) -> Sequence[Task]:
    """What a product's new prices ask of a shop."""
    known = {variant.sku: variant.price for variant in before.variants} if before else {}
    return [
        PriceAt(variant.sku, variant.price)
        for variant in after.variants
        if known.get(variant.sku, variant.price) != variant.price
    ]


def on_its_way(show: Show, shop: str) -> frozenset[str]:
    """The SKUs whose number at a shop is about to change, so that a difference is no finding."""
    tasks = (
        each.errand.task
        for each in show.outbox.values()
        if each.open and each.errand.shop == shop and is_of(each.errand, show.origin)
    )
    return frozenset(task.sku for task in tasks if isinstance(task, StockBy | CancelTo))

"""Which errands a change here brings about, and at which shops."""

from collections.abc import Iterable, Sequence

from console.domain.changes import Change, ErrandQueued, ErrandRejected, ErrandSettled
from console.domain.connections import ConnectionKind
from console.domain.outbox import CancelTo, ErrandState, PriceAt, StockBy, Task, is_of, new_errand
from console.domain.products import Product
from console.domain.show import Purpose, Show
from console.domain.stock import Counter, Move, Movement

REHEARSAL_SHOP = "rehearsal"
TAKEN_BACK = "It was taken back before it left."
NOTHING_TO_UNDO = "What it was to take back was not done."


def recipients(show: Show) -> list[str]:
    """The shops that are told of changes here: those linked and still connected; in a rehearsal its own one only."""
    match show.purpose:
        case Purpose.LIVE:
            shops = [each.name for each in show.connections if each.kind is ConnectionKind.SHOP]
        case Purpose.REHEARSAL:
            shops = [REHEARSAL_SHOP]
    return [shop for shop in shops if shop in show.linked]


def told(show: Show, tasks: Iterable[Task], last: int, cause: int = 0) -> tuple[ErrandQueued, ...]:
    """An errand for each task at each shop that is told, numbered after `last`; `cause` is the move it tells of."""
    pairs = [(shop, task) for task in tasks for shop in recipients(show)]
    return queued(show, pairs, last, cause)


def queued(show: Show, pairs: Iterable[tuple[str, Task]], last: int, cause: int = 0) -> tuple[ErrandQueued, ...]:
    """An errand for each pair of a shop and a task, numbered after `last`."""
    return tuple(
        ErrandQueued(new_errand(number, shop, show.origin, task, cause))
        for number, (shop, task) in enumerate(pairs, start=last + 1)
    )


def withdrawn(errand: int, why: str) -> tuple[Change, ...]:
    """An errand that has not left, taken back."""
    return ErrandRejected(errand, why, ""), ErrandSettled(errand)


def untaken(show: Show, errand: int) -> tuple[Change, ...]:
    """What was to take an errand back, withdrawn: that one has ended undone."""
    waiting = (each.errand.id for each in show.open_errands if each.errand.undoes == errand)
    return tuple(change for number in waiting for change in withdrawn(number, NOTHING_TO_UNDO))


def made_good(show: Show, undone: Move, move: int, task: StockBy) -> tuple[Change, ...]:
    """What shops are told when a move is undone by another one: only what they need.

    Where it was done, the opposite. Where it has not left, it is taken back; where it came to nothing, there is nothing
    to tell. Where it is not known yet, the opposite waits for its end.
    """
    known = {each.errand.shop: each for each in show.outbox.values() if each.errand.cause == undone.id}
    changes: list[Change] = []
    number = move
    for shop in dict.fromkeys((*recipients(show), *known)):
        each = known.get(shop)
        if each and each.state is ErrandState.PENDING and is_of(each.errand, show.origin):
            changes += withdrawn(each.errand.id, TAKEN_BACK)
        elif shop in recipients(show) and shop not in undone.untold and (each is None or each.open):
            number += 1
            undoes = each.errand.id if each else 0
            changes.append(ErrandQueued(new_errand(number, shop, show.origin, task, move, undoes)))
    return tuple(changes)


def of_movements(movements: Iterable[Movement]) -> list[StockBy]:
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

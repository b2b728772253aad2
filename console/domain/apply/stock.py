"""Stock movements, folded."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.changes import Entry, LimitsSet, StockMoved
from console.domain.outbox import Outgoing
from console.domain.show import Show
from console.domain.stock import Level, Move, Movement, moved

UNDOABLE = 50


def with_movements(stock: HashTrieMap[str, Level], movements: Iterable[Movement]) -> HashTrieMap[str, Level]:
    """The stock after the movements; a SKU without a level begins at zero."""
    for movement in movements:
        stock = stock.insert(movement.sku, moved(stock.get(movement.sku) or Level(), movement))
    return stock


def apply_stock(show: Show, change: StockMoved, entry: Entry) -> Show:
    """The show after a person moved stock; the last moves are kept, so that they can be undone."""
    return replace(
        show,
        serial=max(show.serial, change.move),
        stock=with_movements(show.stock, change.movements),
        moves=with_move(show.moves, change, entry),
        outbox=undone(show.outbox, change.undoes) if change.undoes else show.outbox,
    )


def undone(outbox: HashTrieMap[int, Outgoing], move: int) -> HashTrieMap[int, Outgoing]:
    """The outbox in which what tells of that move is marked as made good."""
    for number, each in outbox.items():
        if each.errand.cause == move:
            outbox = outbox.insert(number, replace(each, undone=True))
    return outbox


def apply_limits(show: Show, change: LimitsSet) -> Show:
    """The show after a person set what is kept back of a SKU, and when it is low."""
    level = replace(show.stock.get(change.sku) or Level(), buffer=change.buffer, low=change.low)
    return replace(show, stock=show.stock.insert(change.sku, level))


def with_move(moves: tuple[Move, ...], change: StockMoved, entry: Entry) -> tuple[Move, ...]:
    """The moves with this one, or with the one that it makes good marked as undone."""
    if change.undoes:
        return tuple(replace(each, undone=True) if each.id == change.undoes else each for each in moves)
    first = change.movements[0]
    move = Move(change.move, first.sku, first.counter, first.delta, first.reason, entry.at, entry.actor.person)
    return (*moves[-UNDOABLE + 1 :], move)

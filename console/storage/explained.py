"""What stands behind a number: its movements, with what the journal says of them."""

from collections.abc import Iterator
from functools import cache

import msgspec

from console.domain.actors import Actor
from console.domain.apply.catalogue import opening, opening_reference
from console.domain.changes import (
    CatalogueImported,
    Claimed,
    ClaimMoved,
    Journaled,
    OrderRecorded,
    ProductSaved,
    StockMoved,
)
from console.domain.stock import Movement
from console.domain.why import Explained
from console.storage.packing import unpacked
from console.storage.sqlite import Connection
from console.storage.times import from_us

WHY = """SELECT place, delta, at, actors.name, body FROM movements
    JOIN journal ON journal.id = entry JOIN actors ON actors.id = journal.actor WHERE sku = ? ORDER BY entry, place"""

actors = msgspec.json.Decoder(Actor)


def explained(connection: Connection, sku: str) -> Iterator[Explained]:
    """The movements that make a SKU's numbers, oldest first."""
    for place, delta, at, name, body in connection.execute(WHY, (sku,)):
        movement, actor = movements_of(bodies().decode(unpacked(body)))[place], actors.decode(name)
        words = (movement.reason, movement.reference, actor.person, actor.role)
        yield Explained(movement.counter, movement.kind, delta, *words, from_us(at).isoformat())


def movements_of(change: Journaled) -> tuple[Movement, ...]:
    """What a change did to stock, in the order in which the table numbers it."""
    match change:
        case StockMoved() | OrderRecorded() | Claimed() | ClaimMoved():
            return change.movements
        case CatalogueImported() | ProductSaved():
            reference = opening_reference(change)
            return tuple(opening(each, reference) for each in change.opened)
        case _:
            return ()


@cache
def bodies() -> "msgspec.json.Decoder[Journaled]":
    """Reads any body of the journal."""
    return msgspec.json.Decoder(Journaled)

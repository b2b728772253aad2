"""Movements of stock."""

from collections.abc import Iterable

from console.domain.changes import LimitsSet, StockMoved
from console.domain.stock import Counter, Movement, MovementKind
from console.storage.rows.gathered import Gathered
from console.storage.rows.place import Place
from console.storage.sqlite import Connection

LIMITS = """INSERT INTO stock (sku, on_hand, reserved, committed, buffer, opened, low) VALUES (?1, 0, 0, 0, ?2, 0, ?3)
    ON CONFLICT (sku) DO UPDATE SET buffer = excluded.buffer, low = excluded.low"""
MOVEMENT = "INSERT INTO movements (sku, entry, place, counter, delta) VALUES (?, ?, ?, ?, ?)"
UNDONE = "INSERT INTO undone (move, entry) VALUES (?, ?)"
COUNTERS = tuple(Counter)  # a counter's number in the table is its place here


def write_movements(gathered: Gathered, movements: Iterable[Movement], place: Place) -> None:
    """Add an entry's movements, and their deltas to the numbers that they make; the journal has the rest of them."""
    for number, each in enumerate(movements):
        gathered.move(each.sku, each.counter, each.delta, opens=each.kind is MovementKind.OPENING)
        gathered.add(MOVEMENT, (each.sku, place.entry, number, COUNTERS.index(each.counter), each.delta))


def write_moved(gathered: Gathered, change: StockMoved, place: Place) -> None:
    """Add what a person moved; the move that it makes good is undone."""
    write_movements(gathered, change.movements, place)
    if change.undoes:
        gathered.add(UNDONE, (change.undoes, place.entry))


def write_limits(connection: Connection, change: LimitsSet) -> None:
    """Set what is kept back of a SKU, and when it is low."""
    connection.execute(LIMITS, (change.sku, change.buffer, change.low))

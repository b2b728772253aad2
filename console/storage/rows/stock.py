"""Movements of stock."""

from collections.abc import Iterable

from console.domain.changes import LimitsSet
from console.domain.stock import Movement, MovementKind
from console.storage.rows.gathered import Gathered
from console.storage.rows.place import Place
from console.storage.sqlite import Connection

LIMITS = """INSERT INTO stock (sku, on_hand, reserved, committed, buffer, opened, low) VALUES (?1, 0, 0, 0, ?2, 0, ?3)
    ON CONFLICT (sku) DO UPDATE SET buffer = excluded.buffer, low = excluded.low"""
MOVEMENT = """INSERT INTO movements
    (origin, seq, sku, counter, kind, delta, reason, reference, person, role, at, move, undoes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def write_movements(
    gathered: Gathered, movements: Iterable[Movement], place: Place, move: int = 0, undoes: int = 0
) -> None:
    """Add the movements, and their deltas to the numbers that they make."""
    origin, seq, _, at, actor = place
    for each in movements:
        gathered.move(each.sku, each.counter, each.delta, opens=each.kind is MovementKind.OPENING)
        what = (each.sku, each.counter, each.kind, each.delta, each.reason, each.reference)
        gathered.add(MOVEMENT, (origin, seq, *what, actor.person, actor.role, at, move, undoes))


def write_limits(connection: Connection, change: LimitsSet) -> None:
    """Set what is kept back of a SKU, and when it is low."""
    connection.execute(LIMITS, (change.sku, change.buffer, change.low))

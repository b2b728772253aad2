"""Stock and its movements."""

from collections.abc import Iterable

from console.domain.stock import Counter, Movement, MovementKind
from console.storage.rows.place import Place
from console.storage.sqlite import Connection

ADD = {
    counter: f"UPDATE stock SET {counter} = {counter} + ?2, opened = max(opened, ?3) WHERE sku = ?1"  # noqa: S608 - an enum
    for counter in Counter
}
NEW = "INSERT INTO stock (sku, on_hand, reserved, committed, opened) VALUES (?, 0, 0, 0, 0)"
MOVEMENT = """INSERT INTO movements
    (origin, seq, sku, counter, kind, delta, reason, reference, person, role, at, move, undoes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def write_movements(
    connection: Connection, movements: Iterable[Movement], place: Place, move: int = 0, undoes: int = 0
) -> None:
    """Add the movements, and their deltas to the numbers that they make."""
    origin, seq, _, at, actor = place
    for each in movements:
        opens = int(each.kind is MovementKind.OPENING)
        add = (ADD[each.counter], (each.sku, each.delta, opens))
        if not connection.execute(*add).rowcount:
            connection.execute(NEW, (each.sku,))
            connection.execute(*add)
        what = (each.sku, each.counter, each.kind, each.delta, each.reason, each.reference)
        connection.execute(MOVEMENT, (origin, seq, *what, actor.person, actor.role, at, move, undoes))

"""Stock and its movements."""

from collections.abc import Iterable

from console.domain.stock import Counter, Movement, MovementKind
from console.storage.rows.place import Place
from console.storage.sqlite import Connection

ADD = {
    counter: f"""INSERT INTO stock (sku, on_hand, reserved, committed, opened)
        VALUES (?1, {int(counter is Counter.ON_HAND)} * ?2, {int(counter is Counter.RESERVED)} * ?2,
                {int(counter is Counter.COMMITTED)} * ?2, ?3)
        ON CONFLICT (sku) DO UPDATE SET {counter} = {counter} + ?2, opened = max(opened, ?3)"""  # noqa: S608 - an enum
    for counter in Counter
}
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
        connection.execute(ADD[each.counter], (each.sku, each.delta, opens))
        what = (each.sku, each.counter, each.kind, each.delta, each.reason, each.reference)
        connection.execute(MOVEMENT, (origin, seq, *what, actor.person, actor.role, at, move, undoes))

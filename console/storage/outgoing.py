"""What goes out to shops, read from the file: the errands that are open or in the tray, and whether they may leave."""

from __future__ import annotations

import msgspec
from rpds import HashTrieMap

from console.domain.outbox import Errand, ErrandState, Outgoing, Prepared, Task
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

LIFE = """SELECT origin, number > (SELECT min(number) FROM incarnations)
        AND NOT EXISTS (SELECT 1 FROM releases WHERE releases.origin = incarnations.origin)
    FROM incarnations ORDER BY number DESC LIMIT 1"""
OUTBOX = """SELECT id, shop, key, body, again, turn, cause, undoes, queued_at, state, sent_at, request, seen, title,
        next_step, EXISTS (SELECT 1 FROM undone WHERE move = cause)
    FROM outbox WHERE open = 1"""

tasks = msgspec.json.Decoder(Task)


def life(connection: Connection) -> tuple[str, bool]:
    """The origin of the present incarnation, and whether it is a copy's that nobody has let send yet."""
    origin, held = connection.execute(LIFE).fetchone()
    return origin, bool(held)


def outbox(connection: Connection) -> HashTrieMap[int, Outgoing]:
    """The errands that are open or in the tray, by number."""
    rows = connection.execute(OUTBOX)
    return HashTrieMap({each.errand.id: each for each in (outgoing(row) for row in rows)})


def outgoing(row: tuple[object, ...]) -> Outgoing:
    """An errand as it stands, from its row."""
    number, shop, key, body, again, turn, cause, undoes, queued, state, sent, request, seen, title, step, undone = row
    what = (int(str(number)), str(shop), str(key), tasks.decode(str(body)), str(body))
    return Outgoing(
        errand=Errand(*what, *(int(str(each)) for each in (again, turn, cause, undoes))),
        queued_at=from_us(int(str(queued))),
        state=ErrandState(str(state)),
        sent_at=from_us_or_none(int(str(sent)) if sent is not None else None),
        prepared=Prepared(str(request), str(seen)) if request is not None else None,
        title=str(title),
        next_step=str(step),
        undone=bool(undone),
    )

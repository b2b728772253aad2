"""The queue and the pins. Positions run from 0 without gaps."""

from datetime import timedelta

from msgspec import json

from console.domain.changes import CodeSet, ItemMoved, PinLoopSet, Pinned, Queued, RoleSet, Unpinned, Unqueued
from console.storage.rows.place import Place
from console.storage.rows.positions import close_gap, shift
from console.storage.sqlite import Connection

QUEUED = """INSERT INTO queue (item, show, position, code, product, role)
    VALUES (?1, ?2, (SELECT count(*) FROM queue WHERE show = ?2), ?3, ?4, ?5)"""
LOOPED = """INSERT OR REPLACE INTO pin_loops (show, items, every, last) VALUES (?1, ?2, ?3, coalesce((
    SELECT item FROM pins WHERE show = ?1 AND ended IS NULL AND item IN (SELECT value FROM json_each(?2))), 0))"""
LAST_LOOPED = "UPDATE pin_loops SET last = ?2 WHERE show = ?1 AND ?2 IN (SELECT value FROM json_each(items))"
UNPINNED = "UPDATE pins SET ended = ? WHERE show = ? AND ended IS NULL"


def write_queue(
    connection: Connection,
    change: Queued | Unqueued | ItemMoved | CodeSet | RoleSet | Pinned | Unpinned | PinLoopSet,
    place: Place,
) -> None:
    """Bring the queue up to date."""
    match change:
        case Queued(item=item):
            connection.execute(QUEUED, (item.id, place.show, item.code, item.product, item.role))
        case Unqueued(item=item):
            close_gap(connection, "queue", "item", item)
            connection.execute("DELETE FROM queue WHERE item = ?", (item,))
        case ItemMoved(item=item, to=to):
            shift(connection, "queue", "item", item, to)
        case CodeSet(item=item, code=code):
            connection.execute("UPDATE queue SET code = ? WHERE item = ?", (code, item))
        case RoleSet(item=item, role=role):
            connection.execute("UPDATE queue SET role = ? WHERE item = ?", (role, item))
        case Pinned(item=item):
            connection.execute("INSERT INTO pins (show, item, began) VALUES (?, ?, ?)", (place.show, item, place.at))
            connection.execute(LAST_LOOPED, (place.show, item))
        case Unpinned():
            connection.execute(UNPINNED, (place.at, place.show))
        case PinLoopSet(items=items, every=every):
            looped = json.encode(items).decode()
            connection.execute(LOOPED, (place.show, looped, every // timedelta(microseconds=1)))

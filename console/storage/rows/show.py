"""Shows, cursors, findings and connections."""

import msgspec

from console.domain.changes import (
    ConnectionRemoved,
    ConnectionSet,
    CursorMoved,
    FindingOpened,
    FindingSettled,
    ShopLinked,
    ShowEnded,
    ShowOpened,
    WentLive,
)
from console.storage.rows.on_air import end_aired
from console.storage.rows.place import Place
from console.storage.rows.queue import UNPINNED
from console.storage.sqlite import Connection
from console.storage.times import to_us

CURSOR = "INSERT INTO cursors VALUES (?, ?) ON CONFLICT (shop) DO UPDATE SET cursor = excluded.cursor"
FORMER = """INSERT INTO former_connections SELECT name, address FROM connections WHERE name = ? AND kind = 'shop'
    ON CONFLICT (name) DO UPDATE SET address = excluded.address"""
CONNECTION = """INSERT INTO connections (name, kind, address, position)
    VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM connections))"""


def write_show(
    connection: Connection,
    change: ShowOpened
    | WentLive
    | ShowEnded
    | CursorMoved
    | ShopLinked
    | FindingOpened
    | FindingSettled
    | ConnectionSet
    | ConnectionRemoved,
    place: Place,
) -> None:
    """Bring the show and what is beside it up to date."""
    run = connection.execute
    match change:
        case ShowOpened(show=show, title=title, currency=currency):
            run("INSERT INTO shows (id, title, currency, mode) VALUES (?, ?, ?, 'off')", (show, title, currency))
        case WentLive(mode=mode):
            began = "UPDATE shows SET mode = ?, began = coalesce(began, ?), ended = NULL WHERE id = ?"
            run(began, (mode, place.at, place.show))
        case ShowEnded():
            run("UPDATE shows SET mode = 'off', ended = ? WHERE id = ?", (place.at, place.show))
            end_aired(connection, place)
            run(UNPINNED, (place.at, place.show))
        case CursorMoved(shop=shop, cursor=cursor):
            run(CURSOR, (shop, cursor))
        case ShopLinked(shop=shop, at=linked):
            run("INSERT INTO links VALUES (?, ?)", (shop, to_us(linked)))
        case FindingOpened(finding=finding):
            body = msgspec.json.encode(finding).decode()
            row = (finding.id, finding.kind, finding.subject, body)
            run("INSERT INTO findings (id, kind, subject, body) VALUES (?, ?, ?, ?)", row)
        case FindingSettled(finding=number, how=how):
            run("UPDATE findings SET settled = ? WHERE id = ?", (how, number))
        case ConnectionSet(connection=each):
            run("DELETE FROM connections WHERE name = ?", (each.name,))
            run("DELETE FROM former_connections WHERE name = ?", (each.name,))
            run(CONNECTION, (each.name, each.kind, each.address))
        case ConnectionRemoved(name=name):
            run(FORMER, (name,))
            run("DELETE FROM connections WHERE name = ?", (name,))

"""The one way to build the show: from the tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import msgspec
from rpds import HashTrieMap

from console.domain.actors import Actor
from console.domain.apply.orders import with_sold
from console.domain.apply.stock import UNDOABLE
from console.domain.changes import StockMoved
from console.domain.connections import Connection as Configured
from console.domain.connections import ConnectionKind
from console.domain.cues import Cue, CueKind
from console.domain.findings import Finding
from console.domain.orders import Order
from console.domain.queue import ItemRole, PinLoop, QueueItem
from console.domain.show import BEGINNING, Mode, Purpose, Show
from console.domain.stock import Move
from console.storage import rundown
from console.storage.claims import book
from console.storage.facts import levels_of, orders_where, owners_of, products_of
from console.storage.incidents import incidents
from console.storage.outgoing import life, outbox
from console.storage.packing import unpacked
from console.storage.proposals import proposals
from console.storage.rights import read_rights
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

PIN_LOOP = "SELECT items, every, last FROM pin_loops WHERE show = ?"
QUEUE = "SELECT item, code, product, role FROM queue WHERE show = ? ORDER BY position"
CUES = "SELECT id, kind, text, sent, noted, back FROM cues WHERE show = ? ORDER BY id"
MOVES = """SELECT at, actors.name, body FROM journal JOIN actors ON actors.id = actor
    WHERE kind = (SELECT id FROM kinds WHERE name = 'StockMoved') ORDER BY journal.id DESC"""
LEFT = "SELECT DISTINCT shop FROM outbox WHERE cause = ? AND was_left = 1 ORDER BY shop"
SERIAL = "SELECT max((SELECT serial FROM studio), (SELECT coalesce(max(id), 0) FROM findings))"
LAST = "SELECT at FROM journal ORDER BY id DESC LIMIT 1"

moved_decoder = msgspec.json.Decoder(StockMoved)
actor_decoder = msgspec.json.Decoder(Actor)


def load(connection: Connection) -> Show:
    """The current show as the file has it."""
    purpose = Purpose(connection.execute("SELECT purpose FROM studio").fetchone()[0])
    last = connection.execute(LAST).fetchone()
    moved, newest = moves(connection)
    origin, held = life(connection)
    show = Show(
        purpose=purpose,
        origin=origin,
        held=held,
        serial=max(newest, connection.execute(SERIAL).fetchone()[0]),
        moves=moved,
        connections=connections(connection),
        former=former(connection),
        findings=findings(connection),
        cursors=HashTrieMap(dict(connection.execute("SELECT shop, cursor FROM cursors"))),
        linked=HashTrieMap({shop: from_us(at) for shop, at in connection.execute("SELECT shop, at FROM links")}),
        outbox=outbox(connection),
        rights=read_rights(connection),
        rules=rundown.rundown_rules(connection),
        last_time=from_us(last[0]) if last else BEGINNING,
    )
    return with_current(connection, show)


def with_current(connection: Connection, show: Show) -> Show:
    """The show with its own queue, rundown, orders and what they use; as it is if the file has no show yet."""
    columns = "SELECT id, title, currency, mode, began, ended, next FROM shows ORDER BY id DESC LIMIT 1"
    row = connection.execute(columns).fetchone()
    if row is None:
        return show
    number, title, currency, mode, began, ended, following = row
    show = msgspec.structs.replace(
        show,
        id=number,
        title=title,
        currency=currency,
        mode=Mode(mode),
        began=from_us_or_none(began),
        ended=from_us_or_none(ended),
        next=following,
    )
    return with_goods(connection, with_lists(connection, show))


def with_lists(connection: Connection, show: Show) -> Show:
    """The show with its queue and its rundown."""
    queue = connection.execute(QUEUE, (show.id,))
    pin = connection.execute("SELECT item, began FROM pins WHERE show = ? AND ended IS NULL", (show.id,)).fetchone()
    cues = connection.execute(CUES, (show.id,))
    looped = connection.execute(PIN_LOOP, (show.id,)).fetchone()
    return msgspec.structs.replace(
        show,
        queue=tuple(QueueItem(item, code, product, ItemRole(role)) for item, code, product, role in queue),
        pinned=pin[0] if pin else None,
        pinned_at=from_us(pin[1]) if pin else None,
        loop=pin_loop(*looped) if looped else PinLoop(),
        aired=rundown.aired(connection, show.id),
        segments=rundown.segments(connection, rundown.SEGMENTS, show.id),
        skipped=rundown.skipped(connection, show.id),
        delays=rundown.delays(connection, show.id),
        as_planned=rundown.segments(connection, rundown.AS_PLANNED, show.id),
        cues=tuple(cue(*row) for row in cues),
        incidents=incidents(connection, show.id),
        proposals=proposals(connection, show.id),
    )


def pin_loop(items: str, every: int, last: int) -> PinLoop:
    """A loop from its row."""
    return PinLoop(tuple(msgspec.json.decode(items)), timedelta(microseconds=every), last)


def cue(number: int, kind: str, text: str, sent: int, noted: int | None, back: int | None) -> Cue:
    """A cue from its row."""
    return Cue(number, CueKind(kind), text, from_us(sent), from_us_or_none(noted), from_us_or_none(back))


def with_goods(connection: Connection, show: Show) -> Show:
    """The show with the products of its queue and rundown, their stock, and the orders that still matter to it."""
    wanted = {item.product for item in show.queue} | {each for segment in show.segments for each in segment.products}
    products = products_of(connection, wanted)
    orders = orders_where(connection, "open = 1 OR show = ?", (show.id,))
    claims = book(connection, show.id)
    skus = {sku for product in products.values() for sku in product.skus}
    skus |= {line.sku for order in orders.values() for line in order.snapshot.lines}
    skus |= {part.sku for claim in claims.by_id.values() for part in claim.parts}
    return msgspec.structs.replace(
        show,
        products=HashTrieMap(products),
        stock=HashTrieMap(levels_of(connection, skus)),
        owners=HashTrieMap(owners_of(connection, skus)),
        orders=HashTrieMap(orders),
        sold=sold(orders.values(), show.id),
        claims=claims,
    )


def sold(orders: Iterable[Order], show: int) -> HashTrieMap[str, int]:
    """The pieces sold in a show, by SKU."""
    tally: HashTrieMap[str, int] = HashTrieMap()
    for order in orders:
        if order.show == show:
            tally = with_sold(tally, order, +1)
    return tally


def moves(connection: Connection) -> tuple[tuple[Move, ...], int]:
    """The last changes of stock by people, oldest first, and the number of the newest that there was."""
    found: list[Move] = []
    undone: set[int] = set()
    newest = 0
    for at, name, body in connection.execute(MOVES):
        change = moved_decoder.decode(unpacked(body))
        newest = newest or change.move
        if change.undoes:
            undone.add(change.undoes)
        else:
            move = move_of(change, at, actor_decoder.decode(name).person, undone=change.move in undone)
            untold = tuple(row[0] for row in connection.execute(LEFT, (change.move,)))
            found.append(msgspec.structs.replace(move, untold=untold))
        if len(found) == UNDOABLE:
            break
    return tuple(reversed(found)), newest


def move_of(change: StockMoved, at: int, person: str, *, undone: bool) -> Move:
    """A change of stock as the list of what can be undone shows it."""
    first = change.movements[0]
    return Move(change.move, first.sku, first.counter, first.delta, first.reason, from_us(at), person, undone)


def former(connection: Connection) -> tuple[Configured, ...]:
    """The shops that were removed."""
    rows = connection.execute("SELECT name, address FROM former_connections ORDER BY name")
    return tuple(Configured(name, ConnectionKind.SHOP, address) for name, address in rows)


def connections(connection: Connection) -> tuple[Configured, ...]:
    """The configured connections, in the order in which they were set up."""
    rows = connection.execute("SELECT name, kind, address FROM connections ORDER BY position")
    return tuple(Configured(name, ConnectionKind(kind), address) for name, kind, address in rows)


def findings(connection: Connection) -> HashTrieMap[str, Finding]:
    """The newest finding of each kind about each subject."""
    rows = connection.execute("SELECT body, settled FROM findings ORDER BY id")
    found = [(msgspec.json.decode(body, type=Finding), settled) for body, settled in rows]
    return HashTrieMap(
        {
            each.key: msgspec.structs.replace(each, settled=True, offer=None) if settled else each
            for each, settled in found
        }
    )

"""The one way to build the show: from the tables."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from rpds import HashTrieMap

from console.domain.apply.orders import with_sold
from console.domain.apply.stock import UNDOABLE
from console.domain.connections import Connection as Configured
from console.domain.connections import ConnectionKind
from console.domain.cues import Cue, CueKind
from console.domain.findings import Finding
from console.domain.orders import Order
from console.domain.queue import ItemRole, QueueItem
from console.domain.show import BEGINNING, Mode, Purpose, Show
from console.domain.stock import Counter, Move
from console.storage import rundown
from console.storage.claims import book
from console.storage.facts import levels_of, orders_where, owners_of, products_of
from console.storage.incidents import incidents
from console.storage.outgoing import life, outbox
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

QUEUE = "SELECT item, code, product, role FROM queue WHERE show = ? ORDER BY position"
CUES = "SELECT id, kind, text, sent, noted, back FROM cues WHERE show = ? ORDER BY id"
MOVES = f"""SELECT move, sku, counter, delta, reason, at, person,
        EXISTS (SELECT 1 FROM movements AS later WHERE later.undoes > 0 AND later.undoes = movements.move),
        (SELECT json_group_array(shop) FROM outbox WHERE cause = movements.move AND was_left = 1)
    FROM movements WHERE move > 0 AND undoes = 0 ORDER BY id DESC LIMIT {UNDOABLE}"""  # noqa: S608 - a number of ours
SERIAL = """SELECT max(
        (SELECT serial FROM studio), (SELECT coalesce(max(move), 0) FROM movements),
        (SELECT coalesce(max(id), 0) FROM findings))"""


def load(connection: Connection) -> Show:
    """The current show as the file has it."""
    purpose = Purpose(connection.execute("SELECT purpose FROM studio").fetchone()[0])
    last = connection.execute("SELECT max(at) FROM (SELECT max(at) AS at FROM journal GROUP BY origin)").fetchone()[0]
    origin, held = life(connection)
    show = Show(
        purpose=purpose,
        origin=origin,
        held=held,
        serial=connection.execute(SERIAL).fetchone()[0],
        moves=moves(connection),
        connections=connections(connection),
        former=former(connection),
        findings=findings(connection),
        cursors=HashTrieMap(dict(connection.execute("SELECT shop, cursor FROM cursors"))),
        linked=HashTrieMap({shop: from_us(at) for shop, at in connection.execute("SELECT shop, at FROM links")}),
        outbox=outbox(connection),
        rules=rundown.rundown_rules(connection),
        last_time=from_us(last) if last else BEGINNING,
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
    return msgspec.structs.replace(
        show,
        queue=tuple(QueueItem(item, code, product, ItemRole(role)) for item, code, product, role in queue),
        pinned=pin[0] if pin else None,
        pinned_at=from_us(pin[1]) if pin else None,
        aired=rundown.aired(connection, show.id),
        segments=rundown.segments(connection, rundown.SEGMENTS, show.id),
        skipped=rundown.skipped(connection, show.id),
        delays=rundown.delays(connection, show.id),
        as_planned=rundown.segments(connection, rundown.AS_PLANNED, show.id),
        cues=tuple(cue(*row) for row in cues),
        incidents=incidents(connection, show.id),
    )


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


def moves(connection: Connection) -> tuple[Move, ...]:
    """The last changes of stock by people, oldest first."""
    rows = connection.execute(MOVES).fetchall()
    return tuple(
        Move(move, sku, Counter(counter), delta, reason, from_us(at), person, bool(undone), shops(untold))
        for move, sku, counter, delta, reason, at, person, undone, untold in reversed(rows)
    )


def shops(names: str) -> tuple[str, ...]:
    """The names of a JSON list, each once."""
    return tuple(sorted(set(msgspec.json.decode(names, type=list[str]))))


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

"""The course of the current show: how it stood when it was opened, and what happened since."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from rpds import HashTrieMap

from console.domain.actors import Actor
from console.domain.apply.stock import apply_limits
from console.domain.changes import Entry, LimitsSet, ShowOpened
from console.domain.replaying import KINDS
from console.domain.show import Show
from console.domain.stock import Level
from console.storage.explained import bodies
from console.storage.facts import levels_of
from console.storage.ids import told_command
from console.storage.packing import unpacked
from console.storage.sqlite import Connection
from console.storage.times import from_us

OF_KINDS = """SELECT journal.id, at, actors.name, command, body FROM journal
    JOIN actors ON actors.id = journal.actor JOIN kinds ON kinds.id = journal.kind
    WHERE kinds.name IN (SELECT value FROM json_each(?)) AND journal.id >= ? AND journal.id < ? ORDER BY journal.id"""
SINCE = "SELECT sku, counter, sum(delta) FROM movements WHERE entry >= ? GROUP BY sku, counter"
BEFORE = "SELECT DISTINCT sku FROM movements WHERE entry < ?"
COUNTERS = ("on_hand", "reserved", "committed")
END = 2**63 - 1

actors = msgspec.json.Decoder(Actor)


def course(connection: Connection, show: Show) -> tuple[Show, Iterator[Entry]]:
    """The stock and the products that this show began with, and its changes, as far as `replayed` wants them."""
    opened = [number for number, entry in entries(connection, ["ShowOpened"]) if is_of(entry, show.id)]
    first = opened[0] if opened else END
    base = Show(purpose=show.purpose, products=show.products, owners=show.owners, stock=stock(connection, show, first))
    for _, entry in entries(connection, ["LimitsSet"], until=first):
        if isinstance(entry.change, LimitsSet):
            base = apply_limits(base, entry.change)
    return base, (entry for _, entry in entries(connection, sorted(KINDS), since=first))


def entries(connection: Connection, kinds: list[str], since: int = 0, until: int = END) -> Iterator[tuple[int, Entry]]:
    """The rows of the journal of some kinds, with their numbers, in order."""
    rows = connection.execute(OF_KINDS, (msgspec.json.encode(kinds).decode(), since, until))
    for number, at, actor, command, body in rows:
        change = bodies().decode(unpacked(body))
        yield number, Entry(change, from_us(at), actors.decode(actor), told_command(command))


def is_of(entry: Entry, show: int) -> bool:
    """Whether a row began that show."""
    return isinstance(entry.change, ShowOpened) and entry.change.show == show


def stock(connection: Connection, show: Show, first: int) -> HashTrieMap[str, Level]:
    """The stock before that row: what is there now, less what has moved since."""
    levels = levels_of(connection, [sku for product in show.products.values() for sku in product.skus])
    known = {row[0] for row in connection.execute(BEFORE, (first,))}
    for sku, counter, delta in connection.execute(SINCE, (first,)):
        if sku in levels:
            name = COUNTERS[counter]
            levels[sku] = msgspec.structs.replace(levels[sku], **{name: getattr(levels[sku], name) - delta})
    as_then = {"buffer": 0, "low": None}
    return HashTrieMap(
        {
            sku: msgspec.structs.replace(level, opened=level.opened and sku in known, **as_then)
            for sku, level in levels.items()
        }
    )

"""The tables in the file against the tables that the journal makes."""

from collections.abc import Iterator
from typing import Any

from console.storage.ids import told_command
from console.storage.sqlite import Connection
from console.storage.verify.row import Body, Tables

KEYS = {
    "shows": ("id",),
    "stock": ("sku",),
    "movements": ("sku", "entry", "place"),
    "undone": ("move",),
    "queue": ("item",),
    "pins": ("rowid",),
    "pin_loops": ("show",),
    "segments": ("id",),
    "aired": ("number",),
    "pauses": ("number",),
    "as_planned": ("show", "position"),
    "rundown_rules": ("show",),
    "proposals": ("show", "number"),
    "orders": ("shop", "ref"),
    "order_lines": ("shop", "ref", "line"),
    "cursors": ("shop",),
    "links": ("shop",),
    "findings": ("id",),
    "outbox": ("id",),
    "releases": ("origin",),
    "connections": ("name",),
    "role_rights": ("id",),
    "cues": ("id",),
    "incidents": ("id",),
    "incident_notes": ("id",),
    "claims": ("id",),
    "claim_parts": ("claim", "sku"),
    "drafts": ("id",),
    "claim_rules": ("show",),
    "claim_terms": ("show", "sku"),
    "buyers_joined": ("identity",),
    "buyers_restricted": ("identity",),
    "former_connections": ("name",),
    "products": ("id",),
    "variants": ("sku",),
}
PARTLY = frozenset({"products", "variants"})  # the journal has an import's digest, not its products
SUMS = """SELECT sku, on_hand, reserved, committed,
        (SELECT coalesce(sum(delta), 0) FROM movements AS m WHERE m.sku = stock.sku AND counter = 0),
        (SELECT coalesce(sum(delta), 0) FROM movements AS m WHERE m.sku = stock.sku AND counter = 1),
        (SELECT coalesce(sum(delta), 0) FROM movements AS m WHERE m.sku = stock.sku AND counter = 2)
    FROM stock"""
HELD = "SELECT 'claim ' || claim, sum(iif(state = 'held', got, 0)) FROM claim_parts GROUP BY claim"
UNANSWERED = """SELECT DISTINCT command FROM journal
    WHERE command <> '' AND NOT EXISTS (SELECT 1 FROM commands WHERE id = command) LIMIT 20"""


def differences(connection: Connection, expected: Tables) -> Iterator[str]:
    """What differs, in plain words."""
    for table, keys in KEYS.items():
        yield from of_table(table, rows(connection, table, keys), expected[table])
    for sku, *numbers in connection.execute(SUMS):
        for name, number, total in zip(("on_hand", "reserved", "committed"), numbers[:3], numbers[3:], strict=True):
            if number != total:
                yield f"stock, {sku}: {name} is {number}, but its movements add up to {total}"
    for reference, held in connection.execute(HELD):
        moved = expected["held"].get(reference, {"pieces": 0})["pieces"]
        if held != moved:
            yield f"{reference}: {held} pieces are held, but its movements add up to {moved}"
    for (command,) in connection.execute(UNANSWERED):
        yield f"commands: the answer to {told_command(command)} is missing"


def rows(connection: Connection, table: str, keys: tuple[str, ...]) -> dict[Any, Body]:
    """A table by key."""
    cursor = connection.execute(f"SELECT {'rowid, ' if keys == ('rowid',) else ''}* FROM {table}")  # noqa: S608
    names = [column[0] for column in cursor.description]
    found = (dict(zip(names, row, strict=True)) for row in cursor)
    return {key_of(row, keys): row for row in found}


def key_of(row: Body, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - a key is a name, a number or several
    """A row's key."""
    key = tuple(row[name] for name in keys)
    return key[0] if len(key) == 1 else key


def of_table(table: str, found: dict[Any, Body], expected: dict[Any, Body]) -> Iterator[str]:
    """What differs in one table."""
    for key, row in expected.items():
        if key not in found:
            yield f"{table}, {named(key)}: the row is missing"
            continue
        for column, value in row.items():
            if found[key].get(column) != value:
                yield f"{table}, {named(key)}: {column} is {found[key].get(column)!r}, the journal says {value!r}"
    for key in () if table in PARTLY else found.keys() - expected.keys():
        yield f"{table}, {named(key)}: the journal knows of no such row"


def named(key: Any) -> str:  # noqa: ANN401 - as above
    """A key in words."""
    return "/".join(str(part) for part in key) if isinstance(key, tuple) else str(key)

"""The rows of a batch, gathered so that each table takes its own in one statement."""

from collections import defaultdict

from console.domain.stock import Counter
from console.storage.sqlite import Connection

ADD = """UPDATE stock SET on_hand = on_hand + ?2, reserved = reserved + ?3, committed = committed + ?4,
    opened = max(opened, ?5) WHERE sku = ?1"""
NEW = "INSERT INTO stock (sku, on_hand, reserved, committed, opened) VALUES (?, 0, 0, 0, 0) ON CONFLICT DO NOTHING"
NOTHING = dict.fromkeys(Counter, 0)


class Gathered:
    """What a batch adds to tables that are only added to, and to the numbers of stock. `flush` writes it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._rows: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        self._stock: defaultdict[str, dict[Counter, int]] = defaultdict(NOTHING.copy)
        self._opened: set[str] = set()

    def add(self, statement: str, row: tuple[object, ...]) -> None:
        """Have a row inserted with all that use the same statement."""
        self._rows[statement].append(row)

    def move(self, sku: str, counter: Counter, delta: int, *, opens: bool) -> None:
        """Have a delta added to a number of stock, with all others of its SKU."""
        self._stock[sku][counter] += delta
        if opens:
            self._opened.add(sku)

    def write(self, statement: str) -> None:
        """Write what was gathered for one statement: something of this batch goes on from there."""
        if rows := self._rows.pop(statement, None):
            self.connection.executemany(statement, rows)

    def flush(self) -> None:
        """Write what was gathered, inside the caller's transaction."""
        for statement, rows in self._rows.items():
            self.connection.executemany(statement, rows)
        self._rows.clear()
        self._write_stock()

    def _write_stock(self) -> None:
        run = self.connection.executemany
        levels = [(sku, *deltas.values(), int(sku in self._opened)) for sku, deltas in self._stock.items()]
        if levels and run(ADD, levels).rowcount < len(levels):
            new = [row for row in levels if self.connection.execute(NEW, (row[0],)).rowcount]
            run(ADD, new)
        self._stock.clear()
        self._opened.clear()

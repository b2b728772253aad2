"""Reading a studio's file beside its writer: searches, "why?", orders, chat."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Self

from console.domain.changes import HeardLine
from console.domain.claims.buyers import Told
from console.domain.claims.claim import Claim
from console.domain.claims.receipt import Receipt
from console.domain.found import FoundSku
from console.domain.orders import Order
from console.domain.products import Product
from console.domain.show import Show
from console.domain.stock import Level
from console.domain.why import Explained, Numbers
from console.storage.checks import start_checks
from console.storage.claims import claims_where
from console.storage.claims_told import ALL, claims_told, words
from console.storage.explained import explained
from console.storage.facts import levels_of, orders_where, products_of
from console.storage.heard import CHAT, heard, recent_chat, search_chat
from console.storage.load import load
from console.storage.receipts import receipt
from console.storage.search import search_skus
from console.storage.sqlite import Connection, connect_reader

if TYPE_CHECKING:
    from console.domain.replaying import Step

AT_ONCE = 500
MOST_OPTIONS = """SELECT max(
        (SELECT coalesce(max(json_array_length(option_names)), 0) FROM products),
        (SELECT coalesce(max(json_array_length(options)), 0) FROM variants))"""

COUNTS = """SELECT name, count(*) FROM chat JOIN chat_sources ON chat_sources.id = chat.source
    GROUP BY chat.source ORDER BY name"""


class Reader:
    """A read-only connection. It sees what was committed when each question is asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file for reading."""
        return cls(connect_reader(path))

    def checks(self) -> list[str]:
        """What is wrong with the file, in plain words."""
        return start_checks(self._connection)

    def lineage(self) -> str:
        """The origin of the file's first journal, which its copies share."""
        return str(self._connection.execute("SELECT origin FROM incarnations ORDER BY number LIMIT 1").fetchone()[0])

    def show(self) -> Show:
        """The show as the file has it."""
        return load(self._connection)

    def why(self, sku: str) -> list[Explained]:
        """The movements that make a SKU's numbers, oldest first."""
        return list(explained(self._connection, sku))

    def stock(self, sku: str | None = None) -> list[Numbers]:
        """The stock of all SKUs by name, or of one; empty if it is not known."""
        select = "SELECT sku FROM stock ORDER BY sku" if sku is None else "SELECT sku FROM stock WHERE sku = ?"
        skus = [row[0] for row in self._connection.execute(select, () if sku is None else (sku,))]
        levels = levels_of(self._connection, skus)
        return [numbers(each, levels[each]) for each in skus]

    def products(self, text: str = "", limit: int = 500) -> list[Product]:
        """Products whose title, id or SKU holds the text."""
        like = f"%{text.replace('%', ' ').replace('_', ' ').strip()}%"
        rows = self._connection.execute(
            """SELECT id FROM products WHERE title LIKE ?1 OR id LIKE ?1
                OR id IN (SELECT product FROM variants WHERE sku LIKE ?1 OR barcode LIKE ?1) ORDER BY title LIMIT ?2""",
            (like, limit),
        )
        ids = [row[0] for row in rows]
        found = products_of(self._connection, ids)
        return [found[each] for each in ids]

    def find_skus(self, text: str) -> list[FoundSku]:
        """SKUs whose code, SKU, barcode, title, sound or option holds the text, the best first."""
        return search_skus(self._connection, text)

    def product_of(self, name: str) -> str | None:
        """The product with that SKU, that queue code in the current show, or that id."""
        row = self._connection.execute(
            """SELECT product FROM variants WHERE sku = ?1 COLLATE NOCASE UNION ALL
               SELECT product FROM queue WHERE code = ?1 COLLATE NOCASE AND show = (SELECT max(id) FROM shows)
               UNION ALL SELECT id FROM products WHERE id = ?1 COLLATE NOCASE LIMIT 1""",
            (name,),
        ).fetchone()
        return row[0] if row else None

    def product(self, number: str) -> Product | None:
        """The product of that id."""
        return products_of(self._connection, [number]).get(number)

    def most_options(self) -> int:
        """The most options that a product of the catalogue has."""
        return int(self._connection.execute(MOST_OPTIONS).fetchone()[0])

    def catalogue(self) -> Iterator[tuple[Product, dict[str, Level]]]:
        """All products by title, each with the stock of its SKUs."""
        ids = [row[0] for row in self._connection.execute("SELECT id FROM products ORDER BY title, id")]
        for at in range(0, len(ids), AT_ONCE):
            some = ids[at : at + AT_ONCE]
            found = products_of(self._connection, some)
            levels = levels_of(self._connection, {sku for each in found.values() for sku in each.skus})
            for each in some:
                yield found[each], levels

    def all_orders(self) -> Iterator[tuple[Order, str]]:
        """All orders with their buyers' names, the newest first."""
        names = dict(self._connection.execute("SELECT id, name FROM buyers"))
        keys = self._connection.execute("SELECT shop, ref FROM orders ORDER BY placed_at DESC, shop, ref").fetchall()
        for shop, ref in keys:
            for order in orders_where(self._connection, "shop = ? AND ref = ?", (shop, ref)).values():
                yield order, names.get(order.snapshot.buyer, "")

    def all_chat(self) -> Iterator[HeardLine]:
        """All lines of the chat, oldest first."""
        for row in self._connection.execute(f"SELECT {CHAT} ORDER BY chat.id"):
            yield heard(row)

    def at_one_moment(self) -> None:
        """Answer all further questions as of now, whatever is written meanwhile."""
        self._connection.execute("BEGIN")

    def orders(self, limit: int = 500) -> list[tuple[Order, str]]:
        """The newest orders with their buyers' names."""
        newest = "(shop, ref) IN (SELECT shop, ref FROM orders ORDER BY placed_at DESC LIMIT ?)"
        orders = orders_where(self._connection, newest, (limit,))
        names = dict(self._connection.execute("SELECT id, name FROM buyers"))
        ordered = sorted(orders.values(), key=lambda each: each.snapshot.placed_at, reverse=True)
        return [(order, names.get(order.snapshot.buyer, "")) for order in ordered]

    def claims(self) -> list[tuple[Claim, str]]:
        """All claims in their order, with their buyers' names where they are known."""
        names = dict(self._connection.execute("SELECT id, name FROM buyers"))
        return [(claim, names.get(claim.buyer, "")) for claim in claims_where(self._connection, "1", ())]

    def claims_words(self) -> dict[int, str]:
        """The words of all claims that were said in a chat and not taken away."""
        return dict(words(self._connection, ALL))

    def receipt(self, claim: int) -> Receipt | None:
        """Why a claim won, waited or lost."""
        return receipt(self._connection, claim)

    def claims_told(self, show: int) -> Told:
        """What is known of claims and their buyers beside this show."""
        return claims_told(self._connection, show)

    def recent_chat(self, limit: int) -> list[HeardLine]:
        """The last lines, oldest first."""
        return recent_chat(self._connection, limit)

    def steps(self, show: Show) -> "list[Step]":
        """The current show once more, command by command, as far as it decides what may be said and sold."""
        from console.domain.replaying import replayed  # noqa: PLC0415 - afterwards: no window waits for it
        from console.storage.course import course  # noqa: PLC0415 - as above

        return list(replayed(*course(self._connection, show)))

    def chat_counts(self) -> dict[str, int]:
        """How many lines each source has in the file."""
        return dict(self._connection.execute(COUNTS))

    def search_chat(self, text: str, limit: int = 200) -> list[HeardLine]:
        """The newest lines in which the words stand, in any script; newest first."""
        return search_chat(self._connection, text, limit)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def numbers(sku: str, level: Level) -> Numbers:
    """The numbers of a SKU as they are told."""
    return Numbers(sku, level.on_hand, level.reserved, level.committed, level.available)


def reading(path: Path) -> "closing[Reader]":
    """A reader for the length of a block."""
    return closing(Reader.open(path))

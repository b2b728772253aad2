"""The tenth migration: what a SKU is found by."""

from itertools import groupby
from operator import itemgetter

import msgspec

from console.storage.sqlite import Connection

TENTH = (
    """CREATE TABLE sku_words (
        sku TEXT PRIMARY KEY REFERENCES variants (sku) ON DELETE CASCADE,
        words TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
KNOWN = """SELECT p.id, p.title, p.vendor, v.sku, v.barcode, v.options FROM products AS p
    JOIN variants AS v ON v.product = p.id ORDER BY p.id"""


def fill(connection: Connection) -> None:
    """Keep what the SKUs that a file has already are found by."""
    from console.storage.rows.search import WORDS, lines, of_product  # noqa: PLC0415 - only an old file waits for it

    for about, rows in groupby(connection.execute(KNOWN).fetchall(), key=itemgetter(0, 1, 2)):
        shared = of_product(*about)
        said = [(sku, lines([sku, code, *msgspec.json.decode(options)], shared)) for *_, sku, code, options in rows]
        connection.executemany(WORDS, said)

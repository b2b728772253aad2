"""Finding SKUs in a catalogue of 100,000, by what an assistant types.

    uv run python -m tests.bench.bench_search [SKUs]

The file is made by the console's own rows; every question goes to the read-only connection, each answer has names and
numbers. The floor is the bare query of SQLite that looks once at every row for one of the words.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from console.domain.money import Money
from console.domain.products import Product, Variant
from console.domain.show import Purpose
from console.storage.reader import Reader
from console.storage.rows.catalogue import store_products
from console.storage.sqlite import connect_reader, connect_writer
from console.storage.studio import Studio
from tests.domain.goods import NOON

SKUS, ROUNDS, SIZES = 100_000, 12, ("S", "M", "L", "XL")
LETTERS = "亚麻衬衫真丝围巾陶瓷杯香薰蜡烛羊毛毯子棉袜纯色连衣裙男女款冬季加厚保暖手工皮带"
WORDS = ("linen", "shirt", "silk", "scarf", "mug", "candle", "wool", "blanket", "cotton", "sock", "dress", "belt")
PRICE = Money(5990, "CNY")
FLOOR = "SELECT count(*) FROM sku_words WHERE words LIKE ?"
FOUND = "INSERT INTO stock (sku, on_hand, reserved, committed, opened) SELECT sku, 9, 1, 2, 1 FROM variants"
TYPED = (
    *("s", "1", "sku-0", "SKU-01234-M", "6900001234", "00042", "linen", "linen shirt", "wool m", "blanket xl red"),
    *("亚麻", "衬衫", "羊毛 白色", "yamachenshan", "ymcs", "weijin", "zzzz", "lin", "scarf l"),
)


def titles(numbers: random.Random) -> Iterator[str]:
    """Titles, every other one Chinese."""
    while True:
        yield "".join(numbers.choices(LETTERS, k=8))
        yield " ".join(numbers.choices(WORDS, k=3)).capitalize()


def catalogue(skus: int) -> Iterator[Product]:
    """Products of four variants each."""
    for number, title in zip(range(skus // 4), titles(random.Random(1)), strict=False):
        sizes = enumerate(SIZES)
        variants = (
            Variant(f"SKU-{number:05}-{s}", PRICE, None, (s, "红色"), f"69{number:08}{at:03}") for at, s in sizes
        )
        yield Product(f"p{number}", title, tuple(variants))


def made(path: Path, skus: int) -> float:
    """Make the file. Returns how many seconds its products took."""
    Studio.open(path, NOON, Purpose.REHEARSAL).close()
    with closing(connect_writer(path)) as connection:
        connection.execute("BEGIN")
        began = time.perf_counter()
        store_products(connection, catalogue(skus))
        took = time.perf_counter() - began
        connection.execute(FOUND)
        connection.execute("COMMIT")
    return took


def timed(ask: Callable[[str], object]) -> list[float]:
    """The milliseconds of each question, several times over in another order."""
    numbers, times = random.Random(2), []
    for _ in range(ROUNDS):
        for text in numbers.sample(TYPED, len(TYPED)):
            began = time.perf_counter()
            ask(text)
            times.append((time.perf_counter() - began) * 1e3)
    return times


def row(name: str, times: list[float]) -> str:
    """A row of the table."""
    cuts = statistics.quantiles(times, n=100)
    return f"| {name} | {cuts[49]:.1f} | {cuts[94]:.1f} | {cuts[98]:.1f} | {max(times):.1f} |"


def main(skus: int) -> None:
    """Make the file, ask, and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "show.cuedesk"
        took = made(path, skus)
        print(f"{skus:,} SKUs, stored in {took:.1f} s, a file of {path.stat().st_size / 1e6:.0f} MB\n")
        with closing(connect_reader(path)) as bare, closing(Reader.open(path)) as reader:
            floor = timed(lambda text: bare.execute(FLOOR, (f"%{text.split()[0]}%",)).fetchall())
            ours = timed(reader.find_skus)
        print("| ms | p50 | p95 | p99 | most |\n|---|---|---|---|---|")
        print(row("the floor: SQLite looks at every row", floor))
        print(row("found, ranked, named and counted", ours))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SKUS)

"""How long a command takes until it is durable and told, beside the least that an honest program could need.

    uv run python -m tests.bench.bench_desk

The floor writes the same rows by the same statements over the same hop to the writer's thread, with group commit and
one future each, but decides, encodes and applies nothing.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from console.desk.clock import SteadyClock
from console.desk.desk import Desk, new_id
from console.desk.store import Store
from console.domain.actors import Actor, Role
from console.domain.commands import AdjustStock, ImportCatalogue, NewShow
from console.domain.money import Money
from console.domain.products import Opening, Product, Variant
from console.domain.show import Purpose
from console.storage.journal import HEAD, ROW
from console.storage.packing import packed
from console.storage.rows.gathered import ADD
from console.storage.rows.stock import MOVEMENT
from console.storage.sqlite import connect_writer
from console.storage.studio import COMMAND

ACTOR = Actor("ana", Role.OPERATOR, "bench")
SKUS = [f"SKU-{number}" for number in range(200)]
RATES = (500, 5_000, None)
SECONDS = 1.5
ROUNDS = 5
AT_ONCE = 400
OUTCOME = packed(
    b'{"type":"Adjusted","sku":"SKU-100","level":{"on_hand":100,"reserved":0,"committed":0,"buffer":0,"opened":true,"low":null},'
    b'"move":10000}'
)
BODY = packed(
    b'{"type":"StockMoved","move":10000,"movements":[{"sku":"SKU-100","counter":"on_hand","kind":"adjust","delta":1,'
    b'"reason":"bench","reference":""}],"undoes":0}'
)

Ask = Callable[[int], Awaitable[object]]


class Floor:
    """The same rows, with group commit, and nothing else."""

    def __init__(self, path: Path) -> None:
        self._connection = connect_writer(path)
        self._thread = ThreadPoolExecutor(1)
        self._waiting: list[tuple[int, asyncio.Future[None]]] = []
        self._arrived = asyncio.Event()
        self._origin = self._connection.execute("SELECT origin FROM incarnations").fetchone()[0]
        self._seq = self._connection.execute("SELECT max(id) FROM journal").fetchone()[0]
        kind = "SELECT kind, actor FROM journal ORDER BY id DESC LIMIT 1"
        self._kind, self._actor = self._connection.execute(kind).fetchone()

    async def ask(self, number: int) -> None:
        """Have the rows of one adjustment written."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((number, future))
        self._arrived.set()
        await future

    async def run(self) -> None:
        """Write what waits, for ever."""
        loop = asyncio.get_running_loop()
        while True:
            await self._arrived.wait()
            batch, self._waiting = self._waiting, []
            self._arrived.clear()
            await loop.run_in_executor(self._thread, self._write, [number for number, _ in batch])
            for _, future in batch:
                future.set_result(None)

    def _write(self, numbers: list[int]) -> None:
        origin, at = self._origin, time.time_ns() // 1000
        seqs = range(self._seq + 1, self._seq + 1 + len(numbers))
        names = [
            (seq, bytes.fromhex(new_id()), SKUS[number % len(SKUS)]) for seq, number in zip(seqs, numbers, strict=True)
        ]
        commands = [(key, OUTCOME) for _, key, _ in names]
        hashes = [os.urandom(32) for _ in names]
        rows = [
            (seq, at, self._actor, key, self._kind, 1, BODY, hashed)
            for (seq, key, _), hashed in zip(names, hashes, strict=True)
        ]
        levels = [(sku, count, 0, 0, 0) for sku, count in Counter(sku for _, _, sku in names).items()]
        movements = [(sku, seq, 0, 0, 1) for seq, _, sku in names]
        self._connection.execute("BEGIN IMMEDIATE")
        for statement, what in ((COMMAND, commands), (ROW, rows), (ADD, levels), (MOVEMENT, movements)):
            self._connection.executemany(statement, what)
        self._seq += len(numbers)
        self._connection.execute(HEAD, (self._seq, hashes[-1], origin))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """End the thread and the connection."""
        self._thread.shutdown()
        self._connection.close()


async def load(ask: Ask, rate: int | None) -> tuple[float, list[float]]:
    """Ask at a rate, open loop, or flat out; returns how many a second were answered, and how long each took."""
    times: list[float] = []

    async def one(number: int) -> None:
        began = time.perf_counter()
        await ask(number)
        times.append(time.perf_counter() - began)

    began = time.perf_counter()
    if rate is None:
        await flat_out(one, began)
    else:
        await paced(one, rate, began)
    return len(times) / (time.perf_counter() - began), times


async def flat_out(one: Callable[[int], Awaitable[None]], began: float) -> None:
    """Some hundred askers, each asking again as soon as it is answered."""

    async def asker(first: int) -> None:
        number = first
        while time.perf_counter() - began < SECONDS:
            await one(number)
            number += AT_ONCE

    await asyncio.gather(*(asker(first) for first in range(AT_ONCE)))


async def paced(one: Callable[[int], Awaitable[None]], rate: int, began: float) -> None:
    """So many a second, whether the ones before are answered or not."""
    asked = 0
    running: set[asyncio.Task[None]] = set()
    while (passed := time.perf_counter() - began) < SECONDS:
        while asked < passed * rate:
            task = asyncio.ensure_future(one(asked))
            running.add(task)
            task.add_done_callback(running.discard)
            asked += 1
        await asyncio.sleep(0.001)
    await asyncio.gather(*running)


async def filled(path: Path) -> tuple[Store, Desk, "asyncio.Task[None]"]:
    """A desk on a new file with stock."""
    clock = SteadyClock()
    store = Store(path)
    desk = Desk(store, await store.open(clock.now(), Purpose.LIVE), (), clock)
    running = asyncio.ensure_future(desk.run())
    desk.open()
    desk.watch(lambda _news: None)
    money = Money(100, "USD")
    products = tuple(Product(sku.lower(), sku, (Variant(sku, money),)) for sku in SKUS)
    await desk.ask(NewShow("Bench", "USD"), ACTOR)
    await desk.ask(ImportCatalogue("b", "0" * 64, "file", products, tuple(Opening(sku, 0) for sku in SKUS)), ACTOR)
    return store, desk, running


async def of_desk(path: Path, rate: int | None) -> tuple[float, list[float]]:
    """The desk under load."""
    store, desk, running = await filled(path)
    result = await load(lambda number: desk.ask(AdjustStock(SKUS[number % len(SKUS)], 1, "bench"), ACTOR), rate)
    running.cancel()
    await store.close()
    return result


async def of_floor(path: Path, rate: int | None) -> tuple[float, list[float]]:
    """The floor under load, on a file of the same kind."""
    store, _, running = await filled(path)
    running.cancel()
    await store.close()
    floor = Floor(path)
    writing = asyncio.ensure_future(floor.run())
    result = await load(floor.ask, rate)
    writing.cancel()
    floor.close()
    return result


def figures(rate: float, times: list[float]) -> tuple[float, float, float]:
    """Answers a second, and the times that half and 99 of 100 stay below, in milliseconds."""
    cuts = statistics.quantiles(times, n=100)
    return rate, cuts[49] * 1e3, cuts[98] * 1e3


def row(name: str, rate: float, times: list[float]) -> str:
    """One line of a table; times in milliseconds."""
    rate, half, most = figures(rate, times)
    return f"{name:24} {rate:9,.0f}/s   p50 {half:7.2f}   p99 {most:7.2f} ms"


def middle(rounds: list[tuple[float, float, float]]) -> tuple[float, ...]:
    """The median of each figure over the rounds: what others do on this computer falls out."""
    return tuple(statistics.median(each) for each in zip(*rounds, strict=True))


def measured(folder: Path, rate: int | None) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The figures of the floor and of the desk at a rate, in turn."""
    floors, desks = [], []
    for number in range(ROUNDS):
        name = f"{rate}-{number}.cuedesk"
        floors.append(figures(*asyncio.run(of_floor(folder / f"floor-{name}", rate))))
        desks.append(figures(*asyncio.run(of_desk(folder / f"desk-{name}", rate))))
    return middle(floors), middle(desks)


def main() -> None:
    """Print the table."""
    head = f"median of {ROUNDS} rounds"
    print(f"{head:24} {'answers/s':>9}  {'p50 ms':>8} {'p99 ms':>8}   rate and p99, of the floor's")
    with tempfile.TemporaryDirectory() as folder:
        for rate in RATES:
            name = "flat out" if rate is None else f"{rate:,}/s"
            floor, desk = measured(Path(folder), rate)
            print(f"{'floor, ' + name:24} {floor[0]:9,.0f}  {floor[1]:8.2f} {floor[2]:8.2f}")
            ratios = f"{desk[0] / floor[0]:5.2f}  {desk[2] / floor[2]:5.2f}"
            print(f"{'desk,  ' + name:24} {desk[0]:9,.0f}  {desk[1]:8.2f} {desk[2]:8.2f}  {ratios}", flush=True)


if __name__ == "__main__":
    main()

"""100,000 variants taken in beside a desk that goes on answering: how long, how much memory, how late it answers.

The floor is the same desk, asked the same with no import. `python tests/bench/bench_import.py [VARIANTS] [--alone]`,
where `--alone` has the whole catalogue in one command, as if there were no parts.
"""

import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from statistics import quantiles

from console.cli.asking import opened
from console.desk.desk import Desk
from console.desk.importing import take_in
from console.desk.reading import read_products
from console.desk.store import Store
from console.domain.actors import Actor, Role
from console.domain.commands import AdjustStock, ImportCatalogue, NewShow, SaveProduct
from console.domain.money import Money
from console.domain.outcomes import Accepted, Imported
from console.domain.products import Opening, Product, Variant
from console.imports.catalogue import Catalogue
from console.imports.course import Course

WHO = Actor("", Role.ASSISTANT, "bench")
HEAD = "Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price\n"
SIZES = ("S", "M", "L", "XL")
EVERY = 0.01


def written(path: Path, variants: int) -> Path:
    """A product export of four variants a product."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for number in range(variants // len(SIZES)):
            for size in SIZES:
                about = (
                    (f"Product {number}", "<p>A thing with <b>words</b> about it.</p>", "Size")
                    if size == "S"
                    else ("",) * 3
                )
                file.write(f"p{number},{','.join(about)},{size},SKU-{number}-{size},{number % 90},{number % 99}.50\n")
    return path


@asynccontextmanager
async def asked(desk: Desk) -> AsyncIterator[list[float]]:
    """Asks for a change of stock every 10 ms while the context lasts; how long each took, in ms."""
    took: list[float] = []
    over = asyncio.Event()

    async def asking() -> None:
        while not over.is_set():
            began = time.perf_counter()
            outcome = await desk.ask(AdjustStock("CAP", 1, "bench"), WHO)
            assert isinstance(outcome, Accepted)
            took.append(1000 * (time.perf_counter() - began))
            await asyncio.sleep(EVERY)

    task = asyncio.ensure_future(asking())
    yield took
    over.set()
    await task


async def alone(desk: Desk, _: Store, catalogue: Catalogue, __: Actor, ___: Course) -> object:
    """The whole catalogue in one command."""
    command = ImportCatalogue(catalogue.name, catalogue.digest, "file", catalogue.products, catalogue.openings)
    return await desk.ask(command, WHO)


def told(name: str, took: list[float], seconds: float) -> None:
    """A line of the table."""
    cuts = quantiles(took, n=100) if len(took) > 1 else [took[0]] * 99
    late = f"p50 {cuts[49]:8.1f}  p99 {cuts[98]:8.1f}  max {max(took):8.1f} ms"
    print(f"{name:24} {seconds:6.1f} s  {len(took):5} asked  {late}")


async def measured(desk: Desk, store: Store, path: Path, *, whole: bool) -> None:
    """Print the table."""
    cap = Product("cap", "Cap", (Variant("CAP", Money(100, "USD")),))
    await desk.ask(NewShow("Bench", "USD"), WHO)
    await desk.ask(SaveProduct(cap, (Opening("CAP", 5),)), WHO)
    async with asked(desk) as floor:
        await asyncio.sleep(3)
    told("floor: no import", floor, 3)
    began = time.perf_counter()
    async with asked(desk) as reading:
        catalogue = await read_products([path], "USD", None, Course())
    told("while the file is read", reading, time.perf_counter() - began)
    began = time.perf_counter()
    async with asked(desk) as taking:
        outcome = await (alone if whole else take_in)(desk, store, catalogue, WHO, Course())
        await asyncio.sleep(EVERY)
    told("while it is taken in", taking, time.perf_counter() - began)
    assert isinstance(outcome, Imported)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{outcome.new:,} products, {outcome.opened:,} quantities; at most {most} MB resident")


def main() -> None:
    """Measure."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder) / "products.csv", numbers[0] if numbers else 100_000)
        show = Path(folder) / "bench.cuedesk"
        work = partial(measured, path=path, whole="--alone" in sys.argv)
        asyncio.run(opened(show, work, create=True))


if __name__ == "__main__":
    main()

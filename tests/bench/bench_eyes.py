"""From a stock change's being durable to its being painted on every panel, while orders and chat pour in.

    uv run python -m tests.bench.bench_eyes [seconds]

The console runs whole, its engine in its thread, on a screen that nobody sees; 200 orders and 200 lines of chat a
second go to the desk. A change counts as durable when the writer's save returns, and as painted when the window has
painted what was folded into it.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from console import app, engine_thread
from console.__main__ import main
from console.desk.desk import Desk
from console.domain.actors import Actor, Role
from console.domain.changes import Entry, OrderRecorded
from console.domain.chat import ChatLine
from console.domain.commands import HearChat, SeeOrders
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.storage.studio import Saving, Studio
from console.ui.bridge import Bridge
from console.ui.queue import panel
from console.ui.queue.view import QueueView
from tests.bench.bench_start import unseen
from tests.bench.chat.clients import made

RATE = 200
EVERY = 0.02
SECONDS = 10.0
ACTOR = Actor("shop", Role.SHOP)

durable: dict[str, float] = {}
folded: deque[float] = deque()
delays: list[float] = []


class Telling(Studio):
    """A studio that notes when an order is on the disk."""

    def save(self, batch: Sequence[Saving]) -> list[Entry]:
        """Save, and note the time."""
        entries = super().save(batch)
        now = time.perf_counter()
        durable.update({each.change.order.key: now for each in entries if isinstance(each.change, OrderRecorded)})
        return entries


class Watching(Bridge):
    """A bridge that notes which orders are in what will be painted next."""

    def _tell(self, entries: list[Entry]) -> None:
        super()._tell(entries)
        keys = [each.change.order.key for each in entries if isinstance(each.change, OrderRecorded)]
        folded.extend(durable.pop(key) for key in keys if key in durable)


class Seen(QueueView):
    """A queue that notes when it was painted: each order changes a number in it, and panels are painted at once."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and take the time in the first turn after it."""
        super().paintEvent(event)
        QTimer.singleShot(0, noted)


def noted() -> None:
    """Note what is painted now."""
    now = time.perf_counter()
    delays.extend(now - at for at in folded)
    folded.clear()


def order(number: int, sku: str, now: datetime) -> OrderSnapshot:
    """An order of one piece."""
    total, status = Money(100, "USD"), OrderStatus.PLACED
    return OrderSnapshot("bench", f"{number}", f"B{number}", status, now, 1, (OrderLine(sku, 1),), total, "")


async def pour(desk: Desk, seconds: float) -> None:
    """Have orders and chat come in at a steady rate."""
    await asyncio.sleep(3)
    skus = sorted(desk.show.stock.keys())
    began, sent = time.perf_counter(), 0
    while (passed := time.perf_counter() - began) < seconds:
        upto, now = int(passed * RATE), desk.now()
        orders = tuple(order(number, skus[number % len(skus)], now) for number in range(sent, upto))
        lines = tuple(ChatLine("T", f"{at}", "u", "Ana", f"how much is {at}", now) for at in range(sent, upto))
        if orders:
            await asyncio.gather(desk.ask(SeeOrders("bench", orders), ACTOR), desk.ask(HearChat(lines), ACTOR))
        sent = upto
        await asyncio.sleep(EVERY)
    await asyncio.sleep(0.5)
    tell(sent)


def tell(sent: int) -> None:
    """Print the table, and end."""
    cuts = [cut * 1e3 for cut in statistics.quantiles(delays, n=100)]
    print(f"durable to painted, {RATE} orders/s and {RATE} lines/s: {len(delays):,} of {sent:,} orders")
    print(
        f"p50 {cuts[49]:.1f} ms   p95 {cuts[94]:.1f} ms   p99 {cuts[98]:.1f} ms   max {max(delays) * 1e3:.1f} ms",
        flush=True,
    )
    os._exit(0)


def run(path: Path, seconds: float) -> None:
    """Run the console on the file, and pour."""
    from console.desk import store

    class Pouring(engine_thread.EngineThread):
        """The engine's thread, with the load on its loop."""

        def start(self) -> None:
            super().start()
            self._desk.add_done_callback(
                lambda desk: self._loop.call_soon_threadsafe(
                    lambda: self._loop.create_task(pour(desk.result(), seconds))
                )
            )

    for where, name, what in (
        (store, "Studio", Telling),
        (app, "Bridge", Watching),
        (panel, "QueueView", Seen),
        (engine_thread, "EngineThread", Pouring),
    ):
        setattr(where, name, what)
    main(["run", "--show", str(path)])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("QT_QPA_PLATFORM", unseen(Path(folder)))
        file = Path(folder) / "show.cuedesk"
        asyncio.run(made(file))
        run(file, float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)

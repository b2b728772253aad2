"""From the disk to the eyes while orders and chat pour in: each change of stock, and that little or nothing is left.

    uv run python -m tests.bench.bench_eyes [seconds]

The console runs whole, its engine in its thread, on a screen that nobody sees; 200 orders and 200 lines of chat a
second go to the desk. A change counts as durable when the writer's save returns, and as painted when the window has
painted what was folded into it: any number in the queue, and of what is being explained that it is low or sold out in
the stock counter, in the queue and in the anchor's window. It runs low, sells out and is filled up again in turn.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from console import app, engine_thread
from console.__main__ import main
from console.desk.desk import Desk
from console.domain.actors import Actor, Role
from console.domain.changes import Entry, OrderRecorded
from console.domain.chat import ChatLine
from console.domain.commands import AdjustStock, GoLive, HearChat, Pin, SeeOrders, SetLimits, SetNext, Take
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus, order_key
from console.domain.queue import QueueItem
from console.domain.rundown import Segment
from console.domain.show import Show
from console.domain.stock_state import StockState
from console.storage.studio import Saving, Studio
from console.ui.anchor.board import Board
from console.ui.anchor.sight import StockSign
from console.ui.bridge import Bridge
from console.ui.console_view import ConsoleView
from console.ui.queue import panel
from console.ui.queue.view import QueueView
from console.ui.stock import left
from console.ui.widgets.state_chip import ChipState, StateChip
from tests.bench.bench_start import unseen
from tests.bench.chat.clients import made

RATE = 200
EVERY = 0.02
STEP = 0.08  # seconds between two states of what is being explained
FULL, FEW = 100, 3
SECONDS = 10.0
ACTOR = Actor("shop", Role.SHOP)

durable: dict[str, float] = {}
folded: deque[float] = deque()
delays: list[float] = []
states: dict[str, StockState] = {}  # what an order makes of what is being explained
awaited: dict[str, tuple[float, StockState]] = {}  # what a place is to show, and since when that is on the disk
reached: defaultdict[tuple[str, StockState], list[float]] = defaultdict(list)


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
        keys = [each.change.order.key for each in entries if isinstance(each.change, OrderRecorded)]
        for key in keys:
            if key in states:
                awaited.update(dict.fromkeys(PLACES, (durable[key], states.pop(key))))
        super()._tell(entries)
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


def shows(place: str, state: StockState | None) -> None:
    """Note, in the first turn after a paint, that a place has shown a state that was awaited there."""
    since, wanted = awaited.get(place, (0.0, None))
    if state is wanted and state is not None:
        del awaited[place]
        QTimer.singleShot(0, lambda: reached[place, state].append(time.perf_counter() - since))


def in_queue(view: QueueView) -> StockState | None:
    """What the queue shows of what is being explained."""
    return next((row.state for row in view.rows.rows if row.pinned), None)


def in_counter(chip: StateChip) -> StockState | None:
    """What the stock counter's chip shows."""
    known = {ChipState.LOW: StockState.LOW, ChipState.SOLD_OUT: StockState.SOLD_OUT}
    return known.get(chip._value.state) if chip._value else None


def in_anchor(board: Board) -> StockState | None:
    """What the anchor's window shows."""
    known = {StockSign.LOW: StockState.LOW, StockSign.SOLD_OUT: StockState.SOLD_OUT}
    return known.get(board.sign) if board.sign else None


class SeenChip(StateChip):
    """The counter's chip: a class of its own, as others are shown elsewhere."""


PLACES: dict[str, tuple[type[QWidget], Callable[..., StockState | None]]] = {
    "stock counter": (SeenChip, in_counter),
    "queue": (Seen, in_queue),
    "anchor view": (Board, in_anchor),
}


def watch_paints() -> None:
    """Have each place looked at when it has been painted."""
    for place, (kind, state) in PLACES.items():

        def painted(
            widget: QWidget,
            event: QPaintEvent,
            place: str = place,
            paint: Callable[[QWidget, QPaintEvent], None] = kind.paintEvent,
            state: Callable[..., StockState | None] = state,
        ) -> None:
            paint(widget, event)
            shows(place, state(widget))

        setattr(kind, "paintEvent", painted)  # noqa: B010 - the measure


class WithAnchor(ConsoleView):
    """A console whose anchor's window is open."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        QTimer.singleShot(1_500, self.open_anchor)


def order(number: int, sku: str, now: datetime, pieces: int = 1) -> OrderSnapshot:
    """An order."""
    total, status = Money(100, "USD"), OrderStatus.PLACED
    return OrderSnapshot("bench", f"{number}", f"B{number}", status, now, 1, (OrderLine(sku, pieces),), total, "")


async def pour(desk: Desk, seconds: float) -> None:
    """Have orders and chat come in at a steady rate."""
    await asyncio.sleep(3)
    item, segment = explained(desk.show)
    product = desk.show.products[item.product]
    limits = SetLimits(product.skus[0], 0, FEW)
    for command in (limits, GoLive(), SetNext(segment.id), Take(), Pin(item.id)):
        await desk.ask(command, Actor("Ana", Role.OPERATOR))
    ebbing = asyncio.create_task(ebb(desk, product.skus[0]))
    skus = sorted(sku for sku in desk.show.stock if sku not in product.skus)
    began, sent = time.perf_counter(), 0
    while (passed := time.perf_counter() - began) < seconds:
        upto, now = int(passed * RATE), desk.now()
        orders = tuple(order(number, skus[number % len(skus)], now) for number in range(sent, upto))
        lines = tuple(ChatLine("T", f"{at}", "u", "Ana", f"how much is {at}", now) for at in range(sent, upto))
        if orders:
            await asyncio.gather(desk.ask(SeeOrders("bench", orders), ACTOR), desk.ask(HearChat(lines), ACTOR))
        sent = upto
        await asyncio.sleep(EVERY)
    ebbing.cancel()
    await asyncio.sleep(0.5)
    tell(sent)


def explained(show: Show) -> tuple[QueueItem, Segment]:
    """The first item of which there is one kind only, so that its SKU's state is the item's, with its segment."""
    single = (item for item in show.queue if len(show.products[item.product].variants) == 1)
    pairs = ((item, each) for item in single for each in show.segments if item.product in each.products)
    return next(pairs)


async def ebb(desk: Desk, sku: str) -> None:
    """Have a SKU filled up, run low by an order and sell out by another, for ever."""
    number = 1_000_000
    while True:
        await desk.ask(AdjustStock(sku, FULL - desk.show.stock[sku].available, "found"), Actor("Ana", Role.OPERATOR))
        for pieces, state in ((FULL - FEW, StockState.LOW), (FEW, StockState.SOLD_OUT)):
            await asyncio.sleep(STEP)
            number += 1
            states[order_key("bench", f"{number}")] = state
            await desk.ask(SeeOrders("bench", (order(number, sku, desk.now(), pieces),)), ACTOR)
        await asyncio.sleep(STEP)


def tell(sent: int) -> None:
    """Print the table, and end."""
    cuts = [cut * 1e3 for cut in statistics.quantiles(delays, n=100, method="inclusive")]
    print(f"durable to painted, {RATE} orders/s and {RATE} lines/s: {len(delays):,} of {sent:,} orders")
    print(told(cuts, delays))
    for (place, state), took in sorted(reached.items()):
        cuts = [cut * 1e3 for cut in statistics.quantiles(took, n=100, method="inclusive")]
        print(f"{state:9} in the {place:14} {len(took):4} times   {told(cuts, took)}")
    sys.stdout.flush()
    os._exit(0)


def told(cuts: Sequence[float], took: Sequence[float]) -> str:
    """The cuts, and the most."""
    return f"p50 {cuts[49]:5.1f} ms   p95 {cuts[94]:5.1f} ms   p99 {cuts[98]:5.1f} ms   max {max(took) * 1e3:5.1f} ms"


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

    watch_paints()
    for where, name, what in (
        (store, "Studio", Telling),
        (app, "Bridge", Watching),
        (app, "ConsoleView", WithAnchor),
        (panel, "QueueView", Seen),
        (left, "StateChip", SeenChip),
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

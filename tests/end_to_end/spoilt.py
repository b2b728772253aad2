"""A desk on a real file with a real sync, a proxy that spoils, and a real Vendure behind it: one row of the matrix."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from msgspec.structs import replace

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.ports import Clock
from console.desk.store import Store
from console.domain.actors import Actor, Role
from console.domain.commands import (
    AdjustStock,
    CancelOrder,
    Command,
    GoLive,
    NewShow,
    QueueProducts,
    RefundOrder,
    RetryErrand,
    SaveProduct,
    SetConnection,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.money import Money
from console.domain.orders import order_key
from console.domain.outbox import CancelTo, PriceAt, RefundTo, StockBy
from console.domain.outcomes import Accepted
from console.domain.show import Purpose, Show
from console.parts import ShopPart
from console.shop.graphql import Limits
from console.shop.sync import Pace
from console.shop.vendure import vendure_shop
from console.shop.way_out import OutPace
from console.storage.reader import reading
from console.storage.verify import verify
from tests.servers.fault_proxy import Fault, FaultProxy, Operation
from tests.servers.vendure_api import NewVariant, Staff, buy
from tests.shop.errands import money, records

SHOP = "boutique"
ADA = Actor("Ada", Role.OPERATOR)
LIMITS = Limits(total=12.0, read=3.0, body=8_000_000)
PACE = Pace(orders=0.2, watch=0.5, compare=0.5, first_pause=0.05, longest_pause=0.5)
OUT_PACE = OutPace(at_once=4, apart=1.5, first_pause=0.05, longest_pause=0.3, last_wait=1.0)
OPERATIONS = (Operation.FEED, Operation.STOCK, Operation.CANCEL, Operation.REFUND, Operation.PRICE)
STEPS = {StockBy: Operation.STOCK, CancelTo: Operation.CANCEL, RefundTo: Operation.REFUND, PriceAt: Operation.PRICE}


class Stage:
    """A console's desk and its sync with a shop behind the proxy."""

    def __init__(self, path: Path, desk: Desk, part: ShopPart) -> None:
        self.path = path
        self.desk = desk
        self._part = part

    @property
    def show(self) -> Show:
        """The show as it is on the disk."""
        return self.desk.show

    async def ask(self, command: Command) -> None:
        """Ask as the operator; refusals fail the test."""
        outcome = await self.desk.ask(command, ADA)
        assert isinstance(outcome, Accepted), outcome

    async def until(self, condition: Callable[[], object], within: float = 90) -> None:
        """Wait for a condition; a time-out fails the test and says what the shop is said to be like."""
        try:
            async with asyncio.timeout(within):
                while not condition():  # noqa: ASYNC110 - conditions of all kinds, which set no event
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError([self._part.way_out.trouble, self.show.open_errands, self.show.tray]) from None

    async def drained(self) -> None:
        """Wait until nothing is on its way any more."""
        await self.until(lambda: not self.show.open_errands)

    async def retry(self) -> None:
        """Have a person try again what is in the tray."""
        for each in self.show.tray:
            await self.ask(RetryErrand(each.errand.id))

    def rows(self) -> list[tuple[int, str, str, int]]:
        """The file's outbox: number, state, key, and which errand it tries again."""
        with reading(self.path) as reader:
            rows = reader._connection.execute("SELECT id, state, key, again FROM outbox ORDER BY id")
            return rows.fetchall()


@asynccontextmanager
async def on_stage(path: Path, proxy: FaultProxy, clock: Clock | None = None) -> AsyncIterator[Stage]:
    """A new show that is live and linked with the shop behind the proxy, as long as the block."""
    clock = clock or SteadyClock()
    store = Store(path)
    desk = Desk(store, await store.open(clock.now(), Purpose.LIVE), (), clock)
    desk.open()
    address = f"vendure+http://superadmin@127.0.0.1:{proxy.port}"
    part = ShopPart(desk, vendure_shop(SHOP, address, "superadmin", clock, LIMITS), PACE, OUT_PACE)
    stage = Stage(path, desk, part)
    deciding = asyncio.create_task(desk.run())
    for command in (NewShow("Evening", "USD"), SetConnection(Connection(SHOP, ConnectionKind.SHOP, address)), GoLive()):
        await stage.ask(command)
    syncing = asyncio.create_task(part.run())
    try:
        await stage.until(lambda: SHOP in stage.show.linked)
        yield stage
    finally:
        await part.aclose()
        for task in (syncing, deciding):
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await store.close()


class Cell(NamedTuple):
    """What became of one operation: how often it was done and asked for at the shop, and why it is in the tray."""

    effects: int
    asked: int
    tray: str = ""

    @property
    def words(self) -> str:
        """The cell of a table."""
        done = {0: "not done", 1: "once"}.get(self.effects, f"{self.effects} TIMES")
        asked = f", asked {self.asked} times" if self.asked > 1 else ""
        return f"{done}{asked}" + (", in the tray" if self.tray else "")


class Row:
    """One fault, before each of the five operations at once."""

    def __init__(self, fault: Fault, proxy: FaultProxy, staff: Staff, url: str) -> None:
        self._fault = fault
        self._proxy = proxy
        self._staff = staff
        self._url = url
        self._slug = uuid4().hex[:10]
        self._ids: dict[str, str] = {}
        self._cancelled = self._refunded = self._bought = ""
        proxy.always = fault if fault is Fault.CLOCK else None  # a wrong clock is wrong all the time

    def sku(self, operation: Operation) -> str:
        """The SKU that this operation is about."""
        return f"{self._slug}-{operation}"

    async def furnish(self) -> None:
        """Put goods into the shop, and two orders."""
        goods = [NewVariant(self.sku(each), 1000, 50, (str(each),)) for each in OPERATIONS]
        self._ids = await self._staff.add_product(self._slug, goods, option_names=("For",))
        self._cancelled = (await buy(self._url, {self._ids[self.sku(Operation.CANCEL)]: 3})).id
        self._refunded = (await buy(self._url, {self._ids[self.sku(Operation.REFUND)]: 1})).id

    async def play(self, stage: Stage) -> dict[Operation, Cell]:
        """Spoil each operation once; what became of each when nothing is on its way any more."""
        await stage.ask(QueueProducts((self._slug,)))
        for operation in OPERATIONS:
            self._proxy.plan(operation, self._fault)
        self._bought = (await buy(self._url, {self._ids[self.sku(Operation.FEED)]: 2})).id
        for command in self._commands(stage.show):
            await stage.ask(command)
        await stage.until(lambda: order_key(SHOP, self._bought) in stage.show.orders)
        await stage.until(lambda: set(OPERATIONS) <= {operation for operation, _ in self._proxy.met})
        await stage.drained()
        tray = {STEPS[type(each.errand.task)]: each.title for each in stage.show.tray}
        return {each: await self._cell(each, stage, tray.get(each, "")) for each in OPERATIONS}

    async def _cell(self, operation: Operation, stage: Stage, tray: str) -> Cell:
        asked = 1 if operation is Operation.FEED else self._proxy.asked[operation]
        return Cell(await self.effects(operation, stage), asked, tray)

    def _commands(self, show: Show) -> list[Command]:
        product = show.products[self._slug]
        variants = [
            replace(each, price=Money(1998, "USD")) if each.sku == self.sku(Operation.PRICE) else each
            for each in product.variants
        ]
        return [
            AdjustStock(self.sku(Operation.STOCK), -2, "broken"),
            CancelOrder(order_key(SHOP, self._cancelled), self.sku(Operation.CANCEL), 1),
            RefundOrder(order_key(SHOP, self._refunded), Money(500, "USD")),
            SaveProduct(replace(product, variants=tuple(variants))),
        ]

    async def effects(self, operation: Operation, stage: Stage) -> int:
        """How often it was done, by the shop's own records; by the file's where the file was to learn something."""
        match operation:
            case Operation.STOCK:
                moved = (await records(self._staff, self._ids[self.sku(operation)])).adjustments[1:]
                assert sum(moved) == -2 * len(moved)
                return len(moved)
            case Operation.CANCEL:
                history = (await money(self._staff, self._cancelled))["history"]["items"]
                return sum(entry["type"] == "ORDER_CANCELLATION" for entry in history)
            case Operation.REFUND:
                (payment,) = (await money(self._staff, self._refunded))["payments"]
                return len(payment["refunds"])
            case Operation.PRICE:
                return int((await records(self._staff, self._ids[self.sku(operation)])).price == 1998)
            case _:
                codes = Counter(order.snapshot.ref for order in stage.show.orders.values())
                return codes[self._bought] if stage.show.sold.get(self.sku(operation)) == 2 else 0

    async def differences(self, stage: Stage) -> dict[str, tuple[int, int]]:
        """The pieces on hand that are not the same here and there."""
        ours = {sku: stage.show.stock[sku].on_hand for sku in self._ids}
        theirs = {sku: sum((await records(self._staff, self._ids[sku])).places.values()) for sku in self._ids}
        return {sku: (ours[sku], theirs[sku]) for sku in self._ids if ours[sku] != theirs[sku]}


def sound(path: Path) -> None:
    """Assert that a file is what its journal says."""
    assert verify(path) == []

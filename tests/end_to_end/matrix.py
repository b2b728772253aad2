"""One row of the fault matrix: the same trouble before each of six operations at once.

A draft is three requests: it is made, named and filled. Each of them is spoilt in its turn.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple
from uuid import uuid4

from msgspec.structs import replace

from console.domain.claims.reading import Asked
from console.domain.commands import (
    AdjustStock,
    CancelOrder,
    ClaimByHand,
    Command,
    QueueProducts,
    RefundOrder,
    SaveProduct,
)
from console.domain.money import Money
from console.domain.orders import order_key
from console.domain.outbox import CancelTo, DraftTo, PriceAt, RefundTo, StockBy
from console.domain.show import Show
from tests.end_to_end.stage import SHOP, Stage
from tests.servers.fault_proxy import Fault, FaultProxy, Operation
from tests.servers.vendure_api import NewVariant, Staff, buy
from tests.shop.errands import money, records

OPERATIONS = (
    *(Operation.FEED, Operation.STOCK, Operation.CANCEL, Operation.REFUND, Operation.PRICE),
    Operation.DRAFT,
)
OF_DRAFTS = (Operation.DRAFT, Operation.NAME, Operation.LINES)
STEPS = {
    StockBy: Operation.STOCK,
    CancelTo: Operation.CANCEL,
    RefundTo: Operation.REFUND,
    PriceAt: Operation.PRICE,
    DraftTo: Operation.DRAFT,
}
DRAFTED = """
query ($b: StringOperators) { orders(options: { filter: { clientKey: $b } }) {
  items { id state lines { quantity productVariant { sku } } }
} }
"""
BUYER, PIECES = "twitch/mia", 4


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


TOLD = "fault matrix"
"""The name under which a test's report has its row."""


def told(fault: Fault, cells: Mapping[Operation, Cell]) -> str:
    """A row of the table as the README has it."""
    return f"| {fault} | {' | '.join(cells[each].words for each in OPERATIONS)} |"


def markdown(rows: Collection[str]) -> Iterator[str]:
    """The table as the README has it, in the order of the faults."""
    yield f"| fault | {' | '.join(OPERATIONS)} |"
    yield f"|---{'|---' * len(OPERATIONS)}|"
    for fault in Fault:
        yield from (row for row in rows if row.startswith(f"| {fault} |"))


class Row:
    """One fault, before each of the operations at once."""

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
        for operation in {*OPERATIONS, *OF_DRAFTS}:
            self._proxy.plan(operation, self._fault)
        self._bought = (await buy(self._url, {self._ids[self.sku(Operation.FEED)]: 2})).id
        for command in self._commands(stage.show):
            await stage.ask(command)
        await stage.until(lambda: order_key(SHOP, self._bought) in stage.show.orders)
        await stage.until(lambda: set(OPERATIONS) <= {operation for operation, _ in self._proxy.met})
        await stage.drained()
        await self._proxy.deliver()
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
            ClaimByHand(BUYER, (Asked(self.sku(Operation.DRAFT), PIECES),)),
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
            case Operation.DRAFT:
                return await self._drafts(stage)
            case _:
                codes = Counter(order.snapshot.ref for order in stage.show.orders.values())
                return codes[self._bought] if stage.show.sold.get(self.sku(operation)) == 2 else 0

    async def _drafts(self, stage: Stage) -> int:
        """How many orders there are of the claim's name; each has the lines that it should have.

        What arrives late adds its lines again, which is seen and set right.
        """
        if self._fault is Fault.LATE:
            await stage.until(lambda: all(each.mended for each in stage.show.claims.drafts.values()))
            await stage.drained()
        (draft,) = stage.show.claims.drafts.values()
        found = (await self._staff.api.call(DRAFTED, b={"eq": draft.key}))["orders"]["items"]
        lines = [[(line["productVariant"]["sku"], line["quantity"]) for line in order["lines"]] for order in found]
        assert lines == [[(self.sku(Operation.DRAFT), PIECES)]] * len(found)
        assert {order["state"] for order in found} <= {"Draft"}
        assert {order["id"] for order in found} == {draft.ref}
        return len(found)

    async def differences(self, stage: Stage) -> dict[str, tuple[int, int]]:
        """The pieces on hand that are not the same here and there."""
        ours = {sku: stage.show.stock[sku].on_hand for sku in self._ids}
        theirs = {sku: sum((await records(self._staff, self._ids[sku])).places.values()) for sku in self._ids}
        return {sku: (ours[sku], theirs[sku]) for sku in self._ids if ours[sku] != theirs[sku]}

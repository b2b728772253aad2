"""The rehearsal shop's clerk: does what the console asks of the shop, and keeps a book of it."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from console.desk.ports import Concluded, NotThere, Probe, ShopRefused
from console.domain.money import Money
from console.domain.orders import OrderSnapshot
from console.domain.outbox import CancelTo, DraftTo, Errand, Made, Prepared, PriceAt, RefundTo, StockBy, Task
from console.rehearsal.drafted import Drafts
from console.rehearsal.lifecycle import cancelled_to, refunded_to
from console.rehearsal.outcomes import Change

NOT_SOLD = Concluded("not sold there")
ALREADY = Concluded("already so")
LOOK = "Look at the order, here and there."


class Counter(Protocol):
    """What the clerk reaches over the counter of the shop."""

    def price(self, sku: str) -> Money | None:
        """The price of a SKU, if the shop sells it."""

    def on_hand(self, sku: str) -> int:
        """The pieces of a SKU on the shelf."""

    def order(self, ref: str) -> OrderSnapshot | None:
        """An order as it is now."""

    @property
    def drafted(self) -> Drafts:
        """The orders that are not placed yet."""

    def put(self, sku: str, pieces: int) -> None:
        """Put pieces on the shelf, or take them away."""

    def reprice(self, sku: str, price: Money) -> None:
        """Sell a SKU at another price from now on."""

    def move(self, ref: str, step: Callable[[OrderSnapshot], OrderSnapshot]) -> Change:
        """Take an order on."""


class Clerk:
    """The outbound half of the rehearsal shop."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._book: dict[str, str] = {}

    def prepare(self, task: Task) -> Prepared | Concluded:
        """Whether there is something to do. Raises ShopRefused for what cannot be done."""
        match task:
            case StockBy(sku=sku) | PriceAt(sku=sku):
                return self._of_sku(sku, task)
            case CancelTo(ref=ref) | RefundTo(ref=ref):
                return self._of_order(ref, task)
            case DraftTo():
                return self._of_draft(task) or Prepared(written(task), "")

    def send(self, errand: Errand) -> Concluded:
        """Do it, and write it into the book under its key."""
        match errand.task:
            case StockBy(sku=sku, delta=delta):
                self._counter.put(sku, delta)
            case PriceAt(sku=sku, price=price):
                self._counter.reprice(sku, price)
            case CancelTo(ref=ref, sku=sku, quantity=quantity):
                self._counter.move(ref, lambda order: cancelled_to(order, sku, quantity))
            case RefundTo(ref=ref, total=total):
                self._counter.move(ref, lambda order: refunded_to(order, total.minor))
            case DraftTo(key=key, lines=lines, buyer=buyer):
                self._counter.drafted.put(key, lines, buyer)
                self._book[errand.key] = errand.body
                return self._of_draft(errand.task) or Concluded("done")
        self._book[errand.key] = errand.body
        return Concluded("done")

    def probe(self, errand: Errand) -> Probe:
        """What the book says; of a draft, what lies there."""
        if isinstance(errand.task, DraftTo):
            return self._of_draft(errand.task) or NotThere()
        return Concluded("done") if errand.key in self._book else NotThere()

    def _of_sku(self, sku: str, task: StockBy | PriceAt) -> Prepared | Concluded:
        price, pieces = self._counter.price(sku), self._counter.on_hand(sku)
        if price is None:
            return NOT_SOLD
        match task:
            case StockBy(expect=int() as expect) if expect != pieces:
                raise ShopRefused(f"The shop counts {pieces} of {sku} now, no longer {expect}.", "Compare again.")
            case StockBy(delta=delta) if pieces + delta < 0:
                raise ShopRefused(f"The shop has only {pieces} of {sku}.", "Count it, here and there.")
            case PriceAt(price=wanted) if wanted == price:
                return ALREADY
            case _:
                return Prepared(written(task), str(pieces))

    def _of_draft(self, task: DraftTo) -> Concluded | None:
        """What there is of a draft, if it is as it should be, or past changing."""
        drafts = self._counter.drafted
        draft, ref = drafts.get(task.key), drafts.ref(task.key)
        if draft is None and self._counter.order(ref) is not None:
            return Concluded("it is placed", Made(ref, ref, placed=True))
        if draft is None and ref and task.lines:
            raise ShopRefused(f"Order {ref} is no more.", LOOK)
        if draft is None:
            return None if task.lines else Concluded("there is none")
        return Concluded("drafted", Made(ref, ref)) if draft.lines == task.lines else None

    def _of_order(self, ref: str, task: CancelTo | RefundTo) -> Prepared | Concluded:
        order = self._counter.order(ref)
        if order is None:
            raise ShopRefused(f"The shop has no order {ref}.", LOOK)
        match task:
            case RefundTo(total=total) if total.minor > order.paid:
                raise ShopRefused(f"Less was paid for order {ref}.", LOOK)
            case RefundTo(total=total):
                so = total.minor <= order.refunded
            case CancelTo(sku=sku, quantity=quantity):
                so = all(line.sold <= quantity for line in order.lines if line.sku == sku)
        return ALREADY if so else Prepared(written(task), written(order))


def written(value: Task | OrderSnapshot) -> str:
    """Something as its JSON."""
    return msgspec.json.encode(value).decode()

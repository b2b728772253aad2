"""A shop in memory whose line lies: it does what it is asked, or not, or later, and answers otherwise."""

import asyncio
import json
from collections import Counter, deque
from enum import Enum, auto

from console.desk.ports import (
    Concluded,
    NotThere,
    Probe,
    ShopDenied,
    ShopRefused,
    ShopUnreachable,
    Unclear,
)
from console.domain.outbox import CancelTo, Errand, Prepared, PriceAt, RefundTo, StockBy

DONE = Concluded("done")


class Fate(Enum):
    """What becomes of a call. `before` and `after` say whether the shop did it by then; what is late arrives later."""

    OK = auto()
    LOST_BEFORE = auto()
    LOST_AFTER = auto()
    LATE = auto()
    BROKEN_BEFORE = auto()
    BROKEN_AFTER = auto()
    TOO_MANY = auto()
    REFUSED = auto()
    DENIED = auto()
    HANGS_BEFORE = auto()
    HANGS_AFTER = auto()
    CRASH_BEFORE = auto()
    CRASH_AFTER = auto()


ERRORS: dict[Fate, Exception] = {
    Fate.LOST_BEFORE: ShopUnreachable("The shop did not answer in time.", "It is tried again."),
    Fate.LOST_AFTER: ShopUnreachable("The connection was reset.", "It is tried again."),
    Fate.LATE: ShopUnreachable("The shop did not answer in time.", "It is tried again."),
    Fate.BROKEN_BEFORE: ShopUnreachable("The shop is broken (500).", "Wait."),
    Fate.BROKEN_AFTER: ShopUnreachable("The shop is broken (500).", "Wait."),
    Fate.TOO_MANY: ShopUnreachable("The shop is busy (429).", "Wait.", retry_after=0.001, nothing_done=True),
    Fate.REFUSED: ShopRefused("The shop said no.", "Look there."),
    Fate.DENIED: ShopDenied("The shop does not accept the sign-in.", "Check the password."),
    Fate.CRASH_BEFORE: RuntimeError("a fault of ours"),
    Fate.CRASH_AFTER: RuntimeError("a fault of ours"),
}
DOING = frozenset({Fate.OK, Fate.LOST_AFTER, Fate.BROKEN_AFTER, Fate.HANGS_AFTER, Fate.CRASH_AFTER})
HANGING = frozenset({Fate.HANGS_BEFORE, Fate.HANGS_AFTER})
ASKING = tuple(fate for fate in Fate if fate is not Fate.LATE)


class LyingShop:
    """The outbound half of a shop that can only SET numbers. `fates` are those of the next calls; then all is well.
    Those in `sendings` are of the next requests that change something.

    `effects` are the keys under which it did something, each time that it did, `done` what that was; `sent` the
    requests that it was sent.
    `unclear` makes it unable to tell what it did.
    """

    name = "shop"

    def __init__(self, stock: dict[str, int]) -> None:
        self.stock = Counter(stock)
        self.cancelled: dict[tuple[str, str], int] = {}
        self.refunded: Counter[str] = Counter()
        self.prices: dict[str, int] = {}
        self.fates: deque[Fate] = deque()
        self.sendings: deque[Fate] = deque()
        self.effects: list[str] = []
        self.done: list[Errand] = []
        self.sent: list[tuple[str, str]] = []
        self.calls: list[tuple[str, str]] = []
        self.late: dict[str, tuple[Errand, Prepared]] = {}
        self.unclear = False
        self.hung = asyncio.Event()

    def fail(self, *fates: Fate) -> None:
        self.fates.extend(fates)

    async def prepare(self, errand: Errand) -> Prepared | Concluded:
        await self._answer("prepare", errand)
        match errand.task:
            case StockBy(sku=sku) | PriceAt(sku=sku) if sku not in self.stock:
                return Concluded("not sold there")
            case StockBy(expect=int() as expect) if expect != self.stock[errand.task.sku]:
                raise ShopRefused("The shop counts another number now.", "Compare again.")
            case RefundTo(ref=ref, total=total) if total.minor <= self.refunded[ref]:
                return Concluded("already so")
            case CancelTo(ref=ref, sku=sku, quantity=quantity) if self.cancelled.get((ref, sku), 99) <= quantity:
                return Concluded("already so")
            case StockBy(sku=sku):
                return Prepared(errand.body, json.dumps(self.stock[sku]))
            case _:
                return Prepared(errand.body, "{}")

    async def send(self, errand: Errand, prepared: Prepared) -> Concluded:
        fates = self.sendings or self.fates
        fate = fates.popleft() if fates else Fate.OK
        self.sent.append((errand.key, prepared.request))
        self.calls.append(("send", errand.key))
        if fate is Fate.LATE:
            self.late[errand.key] = (errand, prepared)
        await asyncio.sleep(0)
        if fate in DOING:
            self._do(errand, prepared)
        await self._end(fate)
        return DONE

    async def probe(self, errand: Errand, _: Prepared) -> Probe:
        await self._answer("probe", errand)
        if self.unclear:
            return Unclear("The shop does not tell.", "Look there.")
        found = DONE if errand.key in self.effects else NotThere()
        if (late := self.late.pop(errand.key, None)) is not None:
            self._do(*late)
        return found

    def _do(self, errand: Errand, prepared: Prepared) -> None:
        self.effects.append(errand.key)
        self.done.append(errand)
        match errand.task:
            case StockBy(sku=sku, delta=delta):
                self.stock[sku] = json.loads(prepared.seen) + delta
            case CancelTo(ref=ref, sku=sku, quantity=quantity):
                self.cancelled[ref, sku] = min(quantity, self.cancelled.get((ref, sku), 99))
            case RefundTo(ref=ref, total=total):
                self.refunded[ref] = max(total.minor, self.refunded[ref])
            case PriceAt(sku=sku, price=price):
                self.prices[sku] = price.minor

    async def _answer(self, call: str, errand: Errand) -> None:
        self.calls.append((call, errand.key))
        await asyncio.sleep(0)
        await self._end(self.fates.popleft() if self.fates else Fate.OK)

    async def _end(self, fate: Fate) -> None:
        if fate in HANGING:
            self.hung.set()
            await asyncio.Event().wait()
        if fate in ERRORS:
            raise ERRORS[fate]

"""A shop in memory: it counts, sells, cancels and ships as a real one does, and reaches no network."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from console.desk.ports import CataloguePage, Clock, Concluded, OrderPage, Probe, ShopInfo, ShopUnreachable
from console.domain.claims.draft import Draft, DraftFate, DraftSeen
from console.domain.money import Money
from console.domain.orders import Buyer, OrderLine, OrderSnapshot, OrderStatus, StockLevel
from console.domain.outbox import Errand, Prepared
from console.domain.products import Opening, Product
from console.rehearsal.clerk import Clerk
from console.rehearsal.drafted import Drafts
from console.rehearsal.lifecycle import cancelled, shipped
from console.rehearsal.outcomes import Change, Changed, NoSuchOrder, NotSold, Placed, Placement, SoldOut, Unchanged
from console.rehearsal.stockroom import Stockroom

PAGE = 100
SILENT = ("The shop does not answer.", "It is tried again by itself; what it sells meanwhile is counted then.")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class RehearsalShop:
    """A Shop that satisfies the console's protocol and is moved by `place`, `cancel` and `ship`.

    `on_hand` counts the pieces on the shelf now, and `orders` are those that this shop has taken so far: a rehearsal
    goes on from its file. While it is `silent`, its buyers go on, and the console gets no answer.
    """

    def __init__(
        self,
        name: str,
        currency: str,
        clock: Clock,
        products: Sequence[Product],
        on_hand: Mapping[str, int],
        orders: Iterable[OrderSnapshot] = (),
        buyers: Iterable[Buyer] = (),
        drafts: Iterable[Draft] = (),
    ) -> None:
        self.silent = False
        self._name = name
        self._currency = currency
        self._clock = clock
        self._products = tuple(products)
        self._prices = {variant.sku: variant.price for product in products for variant in product.variants}
        self._orders = {order.ref: order for order in orders if order.shop == name}
        self._buyers = {buyer.id: buyer for buyer in buyers}
        self._room = Stockroom({sku: on_hand.get(sku, 0) for sku in self._prices}, self._orders.values())
        self.drafted = Drafts(each for each in drafts if each.shop == name)
        self._number = max((_number(ref) for ref in self._orders), default=0)
        first = _microseconds(clock.now()) + 1
        self._changed = {ref: first + i for i, ref in enumerate(self._orders)}
        self._count = first + len(self._orders)
        self._clerk = Clerk(self)
        self._version = max((order.version for order in self._orders.values()), default=0)

    @property
    def name(self) -> str:
        """The connection's name."""
        return self._name

    @property
    def open_refs(self) -> tuple[str, ...]:
        """The orders of which pieces are still promised, oldest first."""
        return tuple(ref for ref, order in self._orders.items() if any(line.committed for line in order.lines))

    async def connect(self) -> ShopInfo:
        """What this shop says of itself; its clock is the console's."""
        self._speak()
        return ShopInfo(self._name, self._currency, self._clock.now())

    async def catalogue(self) -> AsyncIterator[CataloguePage]:
        """All products with the pieces on hand, a page at a time."""
        self._speak()
        for start in range(0, len(self._products), PAGE):
            page = self._products[start : start + PAGE]
            counts = (Opening(sku, self._room.level(sku).on_hand) for product in page for sku in product.skus)
            yield CataloguePage(page, tuple(counts))

    async def levels(self, skus: Sequence[str]) -> list[StockLevel]:
        """The numbers of these SKUs as they are now; an unknown SKU is left out."""
        self._speak()
        return [self._room.level(sku) for sku in dict.fromkeys(skus) if sku in self._prices]

    async def changes(self, cursor: str) -> OrderPage:
        """Orders changed after the cursor, oldest change first.

        The cursor counts changes and begins at the microsecond of the shop's making, so that one kept from an earlier
        run shows every order again and hides none.
        """
        self._speak()
        after = int(cursor) if cursor.isdecimal() else 0
        refs = [ref for ref, count in self._changed.items() if count > after]
        page = refs[:PAGE]
        end = self._changed[page[-1]] if page else after
        return self._page(page, str(end), more=len(page) < len(refs))

    async def orders(self, refs: Sequence[str]) -> OrderPage:
        """These orders as they are now; one that this shop never took is left out."""
        self._speak()
        return self._page([ref for ref in dict.fromkeys(refs) if ref in self._orders], "", more=False)

    async def drafts(self, keys: Sequence[str]) -> list[DraftSeen]:
        """What these drafts are now."""
        self._speak()
        return [seen for key in keys if (seen := self._draft(key))]

    async def prepare(self, errand: Errand) -> Prepared | Concluded:
        """Whether there is something to do."""
        self._speak()
        return self._clerk.prepare(errand.task)

    async def send(self, errand: Errand, prepared: Prepared) -> Concluded:  # noqa: ARG002 - as the protocol has it
        """Do it."""
        self._speak()
        return self._clerk.send(errand)

    async def probe(self, errand: Errand, prepared: Prepared) -> Probe:  # noqa: ARG002 - as the protocol has it
        """Whether it was done, by the clerk's book."""
        self._speak()
        return self._clerk.probe(errand)

    async def aclose(self) -> None:
        """End the connection: nothing is held that would have to be let go."""

    def place(self, wanted: Mapping[str, int], buyer: Buyer) -> Placement:
        """Take an order for so many pieces of each SKU, all of it or nothing. Raises ValueError for no pieces."""
        if not wanted or min(wanted.values()) < 1:
            raise ValueError("An order is for one piece at least of each SKU")
        for sku, quantity in wanted.items():
            if sku not in self._prices:
                return NotSold(sku)
            if quantity > (left := self._room.available(sku) - self.drafted.kept()[sku]):
                return SoldOut(sku, max(0, left))
        self._buyers[buyer.id] = buyer
        return Placed(self._take(wanted, buyer.id))

    def pay(self, key: str) -> OrderSnapshot:
        """Place the draft of that name as an order, under the id that it has."""
        draft = self.drafted.take(key)
        return self._take({line.sku: line.pieces for line in draft.lines}, draft.buyer, draft.ref)

    def cancel(self, ref: str) -> Change:
        """Cancel all of an order: what was not shipped is promised no more, what was shipped is back on the shelf."""
        return self.move(ref, cancelled)

    def ship(self, ref: str) -> Change:
        """Send what an order still promises: it leaves the shelf."""
        return self.move(ref, shipped)

    def price(self, sku: str) -> Money | None:
        """The price of a SKU, if it is sold here."""
        return self._prices.get(sku)

    def reprice(self, sku: str, price: Money) -> None:
        """Sell a SKU at another price from now on."""
        self._prices[sku] = price

    def on_hand(self, sku: str) -> int:
        """The pieces of a SKU on the shelf."""
        return self._room.level(sku).on_hand

    def put(self, sku: str, pieces: int) -> None:
        """Put pieces on the shelf, or take them away."""
        self._room.add(sku, pieces)

    def order(self, ref: str) -> OrderSnapshot | None:
        """An order as it is now, if this shop took it."""
        return self._orders.get(ref)

    def move(self, ref: str, step: Callable[[OrderSnapshot], OrderSnapshot]) -> Change:
        """Take an order a step on, with what that does to the shelf."""
        if (before := self._orders.get(ref)) is None:
            return NoSuchOrder(ref)
        if (after := step(before)) == before:
            return Unchanged(before)
        self._room.follow(before.lines, after.lines)
        self._keep(after)
        return Changed(after)

    def _speak(self) -> None:
        """Answer, unless the shop is silent. Raises ShopUnreachable."""
        if self.silent:
            raise ShopUnreachable(*SILENT, nothing_done=True)

    def _draft(self, key: str) -> DraftSeen | None:
        ref = self.drafted.ref(key)
        if draft := self.drafted.get(key):
            return DraftSeen(key, DraftFate.DRAFT, ref, ref, lines=draft.lines)
        if ref in self._orders:
            return DraftSeen(key, DraftFate.PLACED, ref, ref)
        return DraftSeen(key, DraftFate.CANCELLED, ref, ref) if ref else None

    def _take(self, wanted: Mapping[str, int], buyer: str, ref: str = "") -> OrderSnapshot:
        self._number += 0 if ref else 1
        code = ref or f"R{self._number:04d}"
        total = sum(self._prices[sku].minor * quantity for sku, quantity in wanted.items())
        order = OrderSnapshot(
            shop=self._name,
            ref=code,
            code=code,
            status=OrderStatus.PLACED,
            placed_at=self._clock.now(),
            version=self._reading(),
            lines=tuple(OrderLine(sku, quantity) for sku, quantity in wanted.items()),
            total=Money(total, self._currency),
            buyer=buyer,
            paid=total,
        )
        self._room.promise(order.lines)
        self._keep(order)
        return order

    def _keep(self, order: OrderSnapshot) -> None:
        self._orders[order.ref] = order
        self._count += 1
        self._changed.pop(order.ref, None)
        self._changed[order.ref] = self._count

    def _page(self, refs: Sequence[str], cursor: str, *, more: bool) -> OrderPage:
        version = self._reading()
        orders = tuple(msgspec.structs.replace(self._orders[ref], version=version) for ref in refs)
        ids = dict.fromkeys(order.buyer for order in orders)
        return OrderPage(orders, tuple(self._buyers[i] for i in ids if i in self._buyers), cursor, more)

    def _reading(self) -> int:
        self._version = max(self._version + 1, _microseconds(self._clock.now()))
        return self._version


def _microseconds(instant: datetime) -> int:
    return (instant - _EPOCH) // _MICROSECOND


def _number(ref: str) -> int:
    return int(ref[1:]) if ref[:1] == "R" and ref[1:].isdecimal() else 0

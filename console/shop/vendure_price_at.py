"""Setting Vendure's price of a SKU, with tax, although it may keep prices without."""

import math
from collections.abc import Awaitable, Callable, Mapping, Sequence

import msgspec

from console.desk.ports import Concluded, NotThere, Probe, ShopRefused, ShopUnreachable, Unclear
from console.domain.money import Money, plain
from console.domain.outbox import Prepared, PriceAt
from console.shop.graphql import request_text
from console.shop.vendure_money import amount, money
from console.shop.vendure_out_answers import Changed, NewPriceRow, PriceRow, PricesAnswer
from console.shop.vendure_out_documents import PRICES, SET_PRICES
from console.shop.vendure_out_line import ALREADY, NOT_SOLD, OutLine, of_sku


class PriceSeen(msgspec.Struct, frozen=True):
    """The prices with tax that were there, by variant, and the one that is wanted."""

    wanted: int
    before: dict[str, int]


class PriceStep:
    """One PriceAt at the shop. Variants that share the SKU get the price together."""

    def __init__(self, line: OutLine, task: PriceAt, decimals: Callable[[], Awaitable[int]]) -> None:
        self._line = line
        self._task = task
        self._decimals = decimals

    async def prepare(self) -> Prepared | Concluded:
        """Read prices and tax, and write what sets them. Raises ShopRefused for a price that the tax does not allow."""
        told = await self._line.ask(PRICES, PricesAnswer, of_sku(self._task.sku))
        rows = self._ours(told.product_variants.items)
        if not rows:
            return NOT_SOLD
        if (other := rows[0].currency_code) != self._task.price.currency:
            raise ShopRefused(f"The shop's prices are in {other}", "Set the price in the shop.")
        wanted = amount(self._task.price, await self._decimals())
        if all(row.price_with_tax == wanted for row in rows):
            return ALREADY
        with_tax = told.active_channel.prices_include_tax
        prices = [
            {"id": row.id, "price": wanted if with_tax else await self._net(wanted, row.tax_rate_applied.value)}
            for row in rows
        ]
        seen = PriceSeen(wanted, _prices(rows))
        return Prepared(request_text(SET_PRICES, {"input": prices}), msgspec.json.encode(seen).decode())

    async def send(self, prepared: Prepared) -> Concluded:
        """Set the price, and see it in the answer."""
        told = await self._line.send(prepared.request, Changed[NewPriceRow])
        found = _judge(self._task.sku, _seen(prepared), _prices(told.update_product_variants))
        if isinstance(found, Concluded):
            return found
        raise ShopUnreachable(f"The shop shows another price of {self._task.sku}", "It is looked at again.")

    async def probe(self, prepared: Prepared) -> Probe:
        """Look at the price that is there now."""
        told = await self._line.ask(PRICES, PricesAnswer, of_sku(self._task.sku))
        return _judge(self._task.sku, _seen(prepared), _prices(self._ours(told.product_variants.items)))

    def _ours(self, rows: Sequence[PriceRow]) -> list[PriceRow]:
        return [row for row in rows if row.sku == self._task.sku]

    async def _net(self, wanted: int, rate: float) -> int:
        net = net_price(wanted, rate)
        if net is None:
            near = [
                plain(await self._money(_gross(math.floor(wanted / (1 + rate / 100)) + more, rate))) for more in (0, 1)
            ]
            raise ShopRefused(
                f"With {rate:g} % tax the shop can only show {near[0]} or {near[1]} for {self._task.sku}",
                "Choose one of them, or have the shop keep its prices with tax.",
            )
        return net

    async def _money(self, shown: int) -> Money:
        return money(shown, self._task.price.currency, await self._decimals())


def net_price(gross: int, rate: float) -> int | None:
    """The price without tax that Vendure makes this one of, or None: with tax, not each amount comes about."""
    below = math.floor(gross / (1 + rate / 100))
    return next((net for net in (below, below + 1) if _gross(net, rate) == gross), None)


def _gross(net: int, rate: float) -> int:
    """What Vendure makes of a price without tax: JavaScript's doubles, halves rounded up."""
    return math.floor(net + net * (rate / 100) + 0.5)


def _judge(sku: str, seen: PriceSeen, now: Mapping[str, int]) -> Probe:
    if now and all(price == seen.wanted for price in now.values()):
        return Concluded("the price is so")
    if now == seen.before:
        return NotThere()
    return Unclear(f"The price of {sku} was changed in the shop too", "Look at it there, then set it again.")


def _prices(rows: Sequence[PriceRow] | Sequence[NewPriceRow]) -> dict[str, int]:
    return {row.id: row.price_with_tax for row in rows}


def _seen(prepared: Prepared) -> PriceSeen:
    return msgspec.json.decode(prepared.seen, type=PriceSeen)

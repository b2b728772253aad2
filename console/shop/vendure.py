"""Vendure 3 as a Shop. Facts about its behaviour were tried on 3.7.3 with SQLite."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from console.desk.ports import CataloguePage, Clock, Concluded, OrderPage, Probe, ShopInfo, ShopRefused
from console.domain.addresses import ShopAddress
from console.domain.claims.draft import DraftSeen
from console.domain.orders import StockLevel
from console.domain.outbox import Errand, Prepared
from console.domain.secret import Secret
from console.shop.address import parse_address
from console.shop.chunks import chunks
from console.shop.credentials import ApiKey, Login
from console.shop.graphql import GraphQL, Limits
from console.shop.refusals import NotUnderstood
from console.shop.vendure_answers import (
    LevelRow,
    LevelsAnswer,
    OrderRow,
    OrdersAnswer,
    ProductRows,
    ProductsAnswer,
    ShopAnswer,
)
from console.shop.vendure_cursor import Change, advance, order_filter, read_cursor, write_cursor
from console.shop.vendure_documents import LEVELS, NAMED_ORDERS, ORDERS, PRODUCTS, SHOP
from console.shop.vendure_levels import add_level
from console.shop.vendure_orders import Reading, order_page
from console.shop.vendure_out import VendureOut
from console.shop.vendure_products import catalogue_page
from console.shop.vendure_session import VendureSession
from console.shop.words import one_line

ADMIN_API = "/admin-api"
DEFAULT_CHANNEL = "__default_channel__"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
PAGE = 100
PRODUCT_PAGE = 25
MOST_SWEEPS = 3
MOST_NAME = 100


class VendureShop:
    """A Vendure server's channel, as the `Shop` protocol wants it."""

    def __init__(self, name: str, host: str, session: VendureSession, clock: Clock) -> None:
        self._name = name
        self._host = host
        self._session = session
        self._clock = clock
        self._precision: int | None = None
        self._names_orders: bool | None = None
        self._out = VendureOut(session, self._decimals)

    @property
    def name(self) -> str:
        """The connection's name."""
        return self._name

    async def connect(self) -> ShopInfo:
        """Sign in and read the channel's name, currency and clock."""
        told = await self._session.ask(SHOP, ShopAnswer)
        self._precision = told.answer.global_settings.server_config.money_strategy_precision
        channel = told.answer.active_channel
        title = self._host if channel.code == DEFAULT_CHANNEL else one_line(channel.code, MOST_NAME)
        products = told.answer.products.total_items if told.answer.products else None
        self._names_orders = None
        return ShopInfo(title, channel.default_currency_code, told.clock, products)

    async def catalogue(self) -> AsyncIterator[CataloguePage]:
        """All products, 25 at a time with all their variants.

        Products that come or go while it reads move the others across pages: then it sweeps again for those it missed.
        """
        precision = await self._decimals()
        seen: set[str] = set()
        for _ in range(MOST_SWEEPS):
            totals: set[int] = set()
            async for page in self._product_pages():
                totals.add(page.total_items)
                yield catalogue_page([row for row in page.items if row.id not in seen], precision)
                seen.update(row.id for row in page.items)
            if len(totals) <= 1:
                return

    async def levels(self, skus: Sequence[str]) -> list[StockLevel]:
        """Pieces on hand and allocated of these SKUs, at all locations; variants that share a SKU are added up."""
        sums: dict[str, StockLevel] = {}
        for some in chunks(skus, PAGE):
            async for row in self._level_rows(some):
                if row.sku in some:  # some databases look for text without regard to its case
                    sums[row.sku] = add_level(sums.get(row.sku), row)
        return list(sums.values())

    async def changes(self, cursor: str) -> OrderPage:
        """Up to 100 placed orders changed since the cursor, with an overlap of 6 s of the shop's time.

        Vendure does not count shipping, refunding or notes as a change: read open orders again with `orders`.
        """
        stand = read_cursor(cursor)
        reading = await self._reading()
        options = {"take": PAGE, "sort": {"updatedAt": "ASC"}, "filter": order_filter(stand)}
        rows = await self._order_rows(options)
        full = len(rows) >= PAGE
        further = advance(stand, [Change(row.id, row.updated_at) for row in rows], full=full)
        return order_page(rows, reading, write_cursor(further), more=full)

    async def orders(self, refs: Sequence[str]) -> OrderPage:
        """These orders as they are now."""
        pages = [await self._orders(some) for some in chunks(refs, PAGE)]
        buyers = {buyer.id: buyer for page in pages for buyer in page.buyers}
        return OrderPage(tuple(order for page in pages for order in page.orders), tuple(buyers.values()), "")

    async def drafts(self, keys: Sequence[str]) -> list[DraftSeen]:
        """What these drafts, by our names, are now."""
        return [seen for some in chunks(keys, PAGE) for seen in await self._out.drafts(some)]

    async def prepare(self, errand: Errand) -> Prepared | Concluded:
        """Read what the shop has now and write the exact request."""
        return await self._out.prepare(errand)

    async def send(self, errand: Errand, prepared: Prepared) -> Concluded:
        """Send exactly that request, once."""
        return await self._out.send(errand, prepared)

    async def probe(self, errand: Errand, prepared: Prepared) -> Probe:
        """Whether it was carried out, by the shop's own records."""
        return await self._out.probe(errand, prepared)

    async def aclose(self) -> None:
        """Let go of the connection."""
        await self._session.aclose()

    async def _orders(self, refs: Sequence[str]) -> OrderPage:
        reading = await self._reading()
        options = {"take": len(refs), "filter": {"id": {"in": refs}}}
        return order_page(await self._order_rows(options), reading)

    async def _order_rows(self, options: Mapping[str, object]) -> list[OrderRow]:
        """Orders, with the names that we gave them where the shop keeps those."""
        if self._names_orders is not False:
            try:
                told = await self._session.ask(NAMED_ORDERS, OrdersAnswer, {"options": options})
            except NotUnderstood:
                self._names_orders = False
            else:
                self._names_orders = True
                return told.answer.orders.items
        return (await self._session.ask(ORDERS, OrdersAnswer, {"options": options})).answer.orders.items

    async def _product_pages(self) -> AsyncIterator[ProductRows]:
        skip = 0
        while True:
            options = {"take": PRODUCT_PAGE, "skip": skip, "sort": {"id": "ASC"}}
            page = (await self._session.ask(PRODUCTS, ProductsAnswer, {"options": options})).answer.products
            yield page
            skip += PRODUCT_PAGE
            if skip >= page.total_items or not page.items:
                return

    async def _level_rows(self, skus: Sequence[str]) -> AsyncIterator[LevelRow]:
        skip = 0
        while True:
            options = {"take": PAGE, "skip": skip, "sort": {"id": "ASC"}, "filter": {"sku": {"in": skus}}}
            page = (await self._session.ask(LEVELS, LevelsAnswer, {"options": options})).answer.product_variants
            for row in page.items:
                yield row
            skip += PAGE
            if skip >= page.total_items or not page.items:
                return

    async def _reading(self) -> Reading:
        precision = await self._decimals()
        return Reading(self._name, (self._clock.now() - EPOCH) // MICROSECOND, precision)

    async def _decimals(self) -> int:
        if self._precision is None:
            told = await self._session.ask(SHOP, ShopAnswer)
            self._precision = told.answer.global_settings.server_config.money_strategy_precision
        return self._precision


def vendure_shop(name: str, address: str, secret: str, clock: Clock, limits: Limits | None = None) -> VendureShop:
    """The shop at an address such as `vendure+https://user@shop.example`; without a user, `secret` is an API key.

    Raises ShopRefused for an address that is not one, holds a password, or is neither encrypted nor on this machine.
    """
    place = parse_address(address)
    if place.backend != "vendure":
        raise ShopRefused("The shop's address is not Vendure's", "Write it as vendure+https://user@shop.example")
    graphql = GraphQL(f"{place.root.removesuffix(ADMIN_API)}{ADMIN_API}", limits or Limits())
    session = VendureSession(graphql, _credentials(place, secret))
    return VendureShop(name, urlsplit(place.root).netloc, session, clock)


def _credentials(place: ShopAddress, secret: str) -> Login | ApiKey:
    if place.user:
        return Login(place.user, Secret(secret))
    if not (secret.isascii() and secret.isprintable() and secret):
        raise ShopRefused("The shop's key is not a key", "Copy it again, without spaces or line ends.")
    return ApiKey(Secret(secret))

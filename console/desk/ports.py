"""What the desk's surroundings must offer: a clock, a shop, a chat source."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from console.domain.chat import ChatLine, Erasure
from console.domain.claims.draft import DraftSeen
from console.domain.orders import Buyer, OrderSnapshot, StockLevel
from console.domain.outbox import Errand, Made, Prepared
from console.domain.products import Opening, Product
from console.errors import CuedeskError


class Clock(Protocol):
    """Time that never runs backwards."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds of this clock."""


class ShopInfo(msgspec.Struct, frozen=True):
    """What a shop says of itself: its own time, for the comparison with ours, and how many products it has."""

    name: str
    currency: str
    clock: datetime | None = None
    products: int | None = None


class CataloguePage(msgspec.Struct, frozen=True):
    """Some products of a shop with the pieces on hand that it counts."""

    products: tuple[Product, ...]
    openings: tuple[Opening, ...]


class OrderPage(msgspec.Struct, frozen=True):
    """Some orders, oldest change first. `cursor` is where the next reading begins, at once if there is `more`."""

    orders: tuple[OrderSnapshot, ...]
    buyers: tuple[Buyer, ...]
    cursor: str
    more: bool = False


class ShopError(CuedeskError):
    """A shop did not do what it was asked. `retry_after` is its own word, in seconds.

    `nothing_done`: it is certain that the request changed nothing, as when no connection came about.
    """

    def __init__(
        self, title: str, next_step: str = "", *, retry_after: float | None = None, nothing_done: bool = False
    ) -> None:
        super().__init__(title, next_step)
        self.retry_after = retry_after
        self.nothing_done = nothing_done


class ShopUnreachable(ShopError):
    """No usable answer came: try again later."""


class ShopRefused(ShopError):
    """The shop understood and said no, or its answer breaks the protocol: trying again will not help by itself."""


class ShopDenied(ShopError):
    """The shop does not accept the credentials."""


class ShopIn(Protocol):
    """What one shop backend tells. Every call may raise ShopError."""

    @property
    def name(self) -> str:
        """The connection's name; orders and cursors are kept under it."""

    async def connect(self) -> ShopInfo:
        """Sign in and read what the shop says of itself."""

    def catalogue(self) -> AsyncIterator[CataloguePage]:
        """All products, a page at a time."""

    async def levels(self, skus: Sequence[str]) -> list[StockLevel]:
        """The shop's numbers of these SKUs; a SKU that it does not know is left out."""

    async def changes(self, cursor: str) -> OrderPage:
        """Placed orders changed since the cursor ("" = the beginning), with overlap: at least once, whole snapshots."""

    async def orders(self, refs: Sequence[str]) -> OrderPage:
        """These orders as they are now; its cursor is empty. An order that is gone is left out."""

    async def drafts(self, keys: Sequence[str]) -> list[DraftSeen]:
        """What these drafts, by the names that we gave them, are now; one that is gone is left out.

        Raises ShopRefused where the shop cannot keep such names, so that it cannot take the orders of claims.
        """

    async def aclose(self) -> None:
        """Let go of the connection."""


class Concluded(msgspec.Struct, frozen=True):
    """What an errand asked for is so at the shop, or needs no doing; `answer` says in the shop's terms why.

    `made` is the order that it led to, if it drafted one.
    """

    answer: str
    made: Made | None = None


class NotThere(msgspec.Struct, frozen=True):
    """The shop's own records show that nothing arrived. It takes two looks, apart: a request may be on its way."""


class Unclear(msgspec.Struct, frozen=True):
    """The shop's records do not tell whether it was done: a person has to look."""

    title: str
    next_step: str


Probe = Concluded | NotThere | Unclear


class ShopOut(Protocol):
    """What one shop backend can be asked to do, once each. Every call may raise ShopError."""

    @property
    def name(self) -> str:
        """The connection's name; errands are kept under it."""

    async def prepare(self, errand: Errand) -> Prepared | Concluded:
        """Read what the shop has now and write the exact request; nothing is changed yet.

        Raises ShopRefused if it cannot be done; after any other ShopError it is prepared again later.
        """

    async def send(self, errand: Errand, prepared: Prepared) -> Concluded:
        """Send exactly `prepared.request`, once.

        Raises ShopRefused if the shop understood and said no, so that nothing happened; any other error leaves it
        unknown whether it was done, unless it says `nothing_done`: then a fresh try needs no look.
        """

    async def probe(self, errand: Errand, prepared: Prepared) -> Probe:
        """Whether the request was carried out, by the shop's own records."""


class Shop(ShopIn, ShopOut, Protocol):
    """One shop backend, both ways."""


class ChatError(CuedeskError):
    """A source's connection ended. `retry`: come back by itself; `at_once`: without waiting."""

    def __init__(self, title: str, next_step: str = "", *, retry: bool = True, at_once: bool = False) -> None:
        super().__init__(title, next_step)
        self.retry = retry
        self.at_once = at_once


class Alive(msgspec.Struct, frozen=True):
    """The connection works, although nobody said anything: the answer to a ping, our join, or somebody's `arrival`."""

    arrival: bool = False


ChatEvent = ChatLine | Erasure | Alive


class ChatSource(Protocol):
    """One chat room. `events` is one connection: it ends with the room, and raises ChatError on loss."""

    @property
    def name(self) -> str:
        """The configured source, such as `twitch:myshop`; lines are kept under it."""

    def events(self) -> AsyncIterator[ChatEvent]:
        """Connect, join and yield what happens. Closing the iterator closes the connection."""


class Part(Protocol):
    """Something that runs beside the desk: a sync with a shop, the chats, the director of a rehearsal."""

    @property
    def name(self) -> str:
        """What it is called when it fails."""

    async def run(self) -> None:
        """Work until closed or cancelled, or until there is nothing more to do."""

    def retry(self, connection: str) -> None:
        """Try that connection again now, if it is one of this part's."""

    async def aclose(self) -> None:
        """Finish what is in hand; `run` ends soon after, or is cancelled."""

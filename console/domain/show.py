"""The show as it is now: one immutable value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import msgspec
from rpds import HashTrieMap

from console.domain.claims.book import Claims
from console.domain.claims.claim import Claim
from console.domain.claims.draft import Draft
from console.domain.connections import Connection
from console.domain.cues import Cue
from console.domain.findings import Finding
from console.domain.incidents import Incident
from console.domain.orders import Order
from console.domain.outbox import ErrandState, Outgoing
from console.domain.products import Product
from console.domain.proposals import Offered
from console.domain.queue import PinLoop, QueueItem
from console.domain.rights import Rights
from console.domain.rundown import Aired, RundownRules, Segment
from console.domain.stock import Level, Move

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Purpose(StrEnum):
    """What a file is for. A rehearsal's file never sells, a live file is never rehearsed on."""

    LIVE = "live"
    REHEARSAL = "rehearsal"


class Mode(StrEnum):
    """Whether the show runs."""

    OFF = "off"
    REHEARSAL = "rehearsal"
    ON_AIR = "on_air"


class Show(msgspec.Struct, frozen=True):
    """The current show of a studio's file, with what it uses of the catalogue and the stock.

    `origin` names the present life of the file; `held` says that it is a copy's and sends nothing yet. `serial` is the
    last number given to an item, a segment, a move, a finding, an errand or a claim. `delays` lie over the plan, by the
    segment that they are before; `next` was set by a person; `as_planned` is the rundown as it was when the show began.
    `former` are the shops that were removed: their orders stay under their names. `outbox` holds the errands that are
    open or in the tray. `products`, `stock`, `owners` (SKU to product) and `orders` hold what the show has used so far;
    the file holds the rest.
    """

    purpose: Purpose = Purpose.LIVE
    origin: str = ""
    held: bool = False
    id: int = 0
    title: str = ""
    currency: str = ""
    mode: Mode = Mode.OFF
    began: datetime | None = None
    ended: datetime | None = None
    serial: int = 0
    queue: tuple[QueueItem, ...] = ()
    pinned: int | None = None
    pinned_at: datetime | None = None
    loop: PinLoop = PinLoop()
    segments: tuple[Segment, ...] = ()
    aired: tuple[Aired, ...] = ()
    skipped: frozenset[int] = frozenset()
    delays: HashTrieMap[int, timedelta] = HashTrieMap()
    next: int | None = None
    as_planned: tuple[Segment, ...] = ()
    rules: RundownRules = RundownRules()
    moves: tuple[Move, ...] = ()
    connections: tuple[Connection, ...] = ()
    former: tuple[Connection, ...] = ()
    products: HashTrieMap[str, Product] = HashTrieMap()
    stock: HashTrieMap[str, Level] = HashTrieMap()
    owners: HashTrieMap[str, str] = HashTrieMap()
    orders: HashTrieMap[str, Order] = HashTrieMap()
    sold: HashTrieMap[str, int] = HashTrieMap()
    findings: HashTrieMap[str, Finding] = HashTrieMap()
    cursors: HashTrieMap[str, str] = HashTrieMap()
    linked: HashTrieMap[str, datetime] = HashTrieMap()
    outbox: HashTrieMap[int, Outgoing] = HashTrieMap()
    rights: Rights = Rights()
    claims: Claims = Claims()
    cues: tuple[Cue, ...] = ()
    incidents: tuple[Incident, ...] = ()
    proposals: tuple[Offered, ...] = ()
    last_time: datetime = BEGINNING

    @property
    def live(self) -> Aired | None:
        """The segment that is live, as played so far."""
        return self.aired[-1] if self.aired and self.aired[-1].ended is None else None

    @property
    def open_findings(self) -> list[Finding]:
        """The findings that wait for a person, oldest first."""
        return sorted((f for f in self.findings.values() if not f.settled), key=lambda finding: finding.id)

    @property
    def open_errands(self) -> list[Outgoing]:
        """What is to be done at shops, or whose end is to be found out, in the order in which it is taken up."""
        return sorted(
            (each for each in self.outbox.values() if each.open), key=lambda each: (each.errand.turn, each.errand.id)
        )

    @property
    def tray(self) -> list[Outgoing]:
        """The rejected errands that wait for a person, oldest first."""
        rejected = (each for each in self.outbox.values() if each.state is ErrandState.REJECTED)
        return sorted(rejected, key=lambda each: each.errand.id)

    @property
    def explained(self) -> QueueItem | None:
        """The queue item that is being explained now."""
        return self.item(self.pinned) if self.pinned is not None else None

    def item(self, item: int) -> QueueItem | None:
        """The queue item with that id."""
        return next((each for each in self.queue if each.id == item), None)

    def item_of(self, product: str) -> QueueItem | None:
        """The first queue item that presents that product."""
        return next((each for each in self.queue if each.product == product), None)

    def segment(self, segment: int) -> Segment | None:
        """The segment with that id."""
        return next((each for each in self.segments if each.id == segment), None)

    def available(self, skus: Iterable[str]) -> int:
        """The pieces of these SKUs that may still be promised, none counted below zero."""
        return sum(max(0, self.stock[sku].available) for sku in skus if sku in self.stock)


class Facts(msgspec.Struct, frozen=True):
    """What the file knows of things that the show has not used yet."""

    products: dict[str, Product] = {}
    stock: dict[str, Level] = {}
    owners: dict[str, str] = {}
    orders: dict[str, Order] = {}
    lines: dict[str, int] = {}
    drafts: tuple[Draft, ...] = ()
    claims: tuple[Claim, ...] = ()


def informed(show: Show, facts: Facts) -> Show:
    """The show with these facts in memory."""
    return msgspec.structs.replace(
        show,
        products=show.products.update(facts.products),
        stock=show.stock.update(facts.stock),
        owners=show.owners.update(facts.owners),
        orders=show.orders.update(facts.orders),
        claims=show.claims.knowing(facts.lines).recalling(facts.drafts, facts.claims, show.id),
    )

"""What happened: a closed union. All but the fleeting ones are rows of the journal, with the version below."""

from datetime import datetime, timedelta

import msgspec

from console.domain.actors import Actor
from console.domain.chat import ChatGap, ChatLine, Erasure
from console.domain.claims.claim import Claim, Part, Why
from console.domain.claims.draft import Draft
from console.domain.claims.rules import ClaimRules
from console.domain.connections import Connection
from console.domain.cues import CueKind
from console.domain.findings import Finding, Settlement
from console.domain.gates import Gate
from console.domain.incidents import IncidentKind
from console.domain.orders import Buyer, Order
from console.domain.outbox import Errand, Prepared
from console.domain.products import Opening, Product
from console.domain.proposals import Answer, Proposal
from console.domain.queue import ItemRole, QueueItem
from console.domain.rights import Rights
from console.domain.rundown import RundownRules, Segment
from console.domain.show import Facts, Mode
from console.domain.stock import Movement

VERSION = 1


class ShowOpened(msgspec.Struct, frozen=True, tag=True):
    """A new show became the current one."""

    show: int
    title: str
    currency: str


class WentLive(msgspec.Struct, frozen=True, tag=True):
    """The show was started; `despite` holds the words of what was not in order then."""

    mode: Mode
    despite: tuple[str, ...] = ()


class ShowEnded(msgspec.Struct, frozen=True, tag=True):
    """The show ended."""


class StockMoved(msgspec.Struct, frozen=True, tag=True, gc=False):
    """A person moved stock; `undoes` is the move that this one makes good, or 0."""

    move: int
    movements: tuple[Movement, ...]
    undoes: int = 0


class LimitsSet(msgspec.Struct, frozen=True, tag=True):
    """A person set how many pieces of a SKU are kept back, and at how many it is low."""

    sku: str
    buffer: int
    low: int | None = None


class CatalogueImported(msgspec.Struct, frozen=True, tag=True):
    """A catalogue was taken in. `shown` are the products of it that the show uses; all of them are in the table."""

    name: str
    digest: str
    source: str
    products: int
    opened: tuple[Opening, ...]
    shown: tuple[Product, ...]


class ProductSaved(msgspec.Struct, frozen=True, tag=True):
    """A person added or changed a product."""

    product: Product
    opened: tuple[Opening, ...] = ()


class Queued(msgspec.Struct, frozen=True, tag=True):
    """An item joined the end of the queue."""

    item: QueueItem
    product: Product


class Unqueued(msgspec.Struct, frozen=True, tag=True):
    """An item left the queue."""

    item: int


class ItemMoved(msgspec.Struct, frozen=True, tag=True):
    """An item went to a position of the queue."""

    item: int
    to: int


class CodeSet(msgspec.Struct, frozen=True, tag=True):
    """An item got a code."""

    item: int
    code: str


class Pinned(msgspec.Struct, frozen=True, tag=True):
    """An item began to be explained."""

    item: int


class Unpinned(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """The explaining of an item ended; by itself, where it had `sold_out` and the show says so."""

    item: int
    sold_out: bool = False


class PinLoopSet(msgspec.Struct, frozen=True, tag=True):
    """These items are explained in turn from now on, each for so long; none: the loop ended."""

    items: tuple[int, ...]
    every: timedelta


class SegmentAdded(msgspec.Struct, frozen=True, tag=True):
    """A segment joined the rundown at a position."""

    segment: Segment
    at: int


class SegmentChanged(msgspec.Struct, frozen=True, tag=True):
    """A segment was changed."""

    segment: Segment


class SegmentRemoved(msgspec.Struct, frozen=True, tag=True):
    """A segment left the rundown."""

    segment: int


class SegmentMoved(msgspec.Struct, frozen=True, tag=True):
    """A segment went to a position of the rundown."""

    segment: int
    to: int


class RundownImported(msgspec.Struct, frozen=True, tag=True):
    """The whole rundown was replaced from a file."""

    name: str
    digest: str
    segments: tuple[Segment, ...]


class SegmentSkipped(msgspec.Struct, frozen=True, tag=True):
    """A segment was left out of the show, or taken in again."""

    segment: int
    skip: bool


class Taken(msgspec.Struct, frozen=True, tag=True):
    """A segment went live as `copy` says (None in journals of before); the one before ended."""

    segment: int
    copy: Segment | None = None


class PlanKept(msgspec.Struct, frozen=True, tag=True):
    """The rundown as it stands was kept as the plan of this show."""


class NextSet(msgspec.Struct, frozen=True, tag=True):
    """A person set what comes next (None: what follows in the order)."""

    segment: int | None


class Paused(msgspec.Struct, frozen=True, tag=True):
    """The clock of the live segment was held."""


class Resumed(msgspec.Struct, frozen=True, tag=True):
    """The clock of the live segment went on."""


class TimeAdded(msgspec.Struct, frozen=True, tag=True):
    """The live segment was given time; below zero, time was taken from it."""

    by: timedelta


class EditsTaken(msgspec.Struct, frozen=True, tag=True):
    """What was edited of the live segment went on air."""

    segment: Segment


class DelaySet(msgspec.Struct, frozen=True, tag=True):
    """A delay before a segment lies over the plan; 0 is none."""

    segment: int
    delay: timedelta


class Proposed(msgspec.Struct, frozen=True, tag=True):
    """The queue proposed something; proposals are counted from 1 in each show."""

    number: int
    proposal: Proposal


class ProposalAnswered(msgspec.Struct, frozen=True, tag=True):
    """A proposal was taken up or not, or its reason had gone; the show was `over` by so much then."""

    proposal: int
    answer: Answer
    over: timedelta


class AiredDespite(msgspec.Struct, frozen=True, tag=True):
    """A person let something air that might not, for a reason; what it was follows as a change of its own."""

    name: str
    gates: tuple[Gate, ...]
    reason: str


class RundownRulesSet(msgspec.Struct, frozen=True, tag=True):
    """The rundown is kept by these rules from now on."""

    rules: RundownRules


class RoleSet(msgspec.Struct, frozen=True, tag=True):
    """An item of the queue got a role."""

    item: int
    role: ItemRole


class OrderRecorded(msgspec.Struct, frozen=True, tag=True):
    """An order was new or had changed; the movements are what that did to stock."""

    order: Order
    movements: tuple[Movement, ...]


class CursorMoved(msgspec.Struct, frozen=True, tag=True):
    """A shop's orders have been read up to here."""

    shop: str
    cursor: str


class ShopLinked(msgspec.Struct, frozen=True, tag=True):
    """A shop was connected for the first time: what its orders before that instant shipped is not counted here."""

    shop: str
    at: datetime


class FindingOpened(msgspec.Struct, frozen=True, tag=True):
    """Something does not add up."""

    finding: Finding


class FindingSettled(msgspec.Struct, frozen=True, tag=True):
    """A finding ended."""

    finding: int
    how: Settlement


class ErrandQueued(msgspec.Struct, frozen=True, tag=True):
    """Something is to be done at a shop."""

    errand: Errand


class ErrandSent(msgspec.Struct, frozen=True, tag=True):
    """An errand's request is about to leave."""

    errand: int
    prepared: Prepared


class ErrandDoubted(msgspec.Struct, frozen=True, tag=True):
    """No usable answer came to an errand: it may have been done or not."""

    errand: int
    title: str


class ErrandDone(msgspec.Struct, frozen=True, tag=True):
    """An errand is done, or needed no doing: `answer` says which."""

    errand: int
    answer: str


class ErrandRejected(msgspec.Struct, frozen=True, tag=True):
    """An errand ended undone, or in doubt: it waits in the tray for a person."""

    errand: int
    title: str
    next_step: str


class ErrandSettled(msgspec.Struct, frozen=True, tag=True):
    """A rejected errand is done with: a person `left` it undone, or it was taken back or is tried again."""

    errand: int
    left: bool = False


class SendingResumed(msgspec.Struct, frozen=True, tag=True):
    """A person let a copied file send again."""


class Claimed(msgspec.Struct, frozen=True, tag=True):
    """A buyer claimed something: the claim as it was decided; the movements are what is held for it."""

    claim: Claim
    movements: tuple[Movement, ...] = ()


class ClaimMoved(msgspec.Struct, frozen=True, tag=True):
    """A claim went on: its parts, its review and its order as they are now, and what that did to stock."""

    claim: int
    parts: tuple[Part, ...]
    movements: tuple[Movement, ...] = ()
    review: Why = Why.NONE
    order: str = ""


class DraftSet(msgspec.Struct, frozen=True, tag=True):
    """The order of a buyer's claims was begun, or went on: this is how it stands."""

    draft: Draft


class ClaimRulesSet(msgspec.Struct, frozen=True, tag=True):
    """Claims are granted by these rules from now on."""

    rules: ClaimRules


class BuyerJoined(msgspec.Struct, frozen=True, tag=True):
    """Two identities turned out to be one buyer's."""

    buyer: str
    other: str


class BuyersParted(msgspec.Struct, frozen=True, tag=True):
    """Some identities of one buyer turned out to be another's."""

    identities: tuple[str, ...]


class BuyerMarked(msgspec.Struct, frozen=True, tag=True):
    """A person looks at a buyer's claims first, or does so no longer."""

    buyer: str
    restricted: bool


class SaleStopped(msgspec.Struct, frozen=True, tag=True):
    """Claims get no more of these SKUs (none: of any) until the sale goes on; `notice` is what is said about it."""

    skus: tuple[str, ...]
    notice: str


class SaleResumed(msgspec.Struct, frozen=True, tag=True):
    """The sale of these SKUs (none: of all together) goes on."""

    skus: tuple[str, ...]


class ReleaseSet(msgspec.Struct, frozen=True, tag=True):
    """Claims may have so many pieces of a SKU in all (None: what there is)."""

    sku: str
    pieces: int | None


class RingFenced(msgspec.Struct, frozen=True, tag=True):
    """So many pieces of a SKU are kept for this show's claims."""

    sku: str
    pieces: int


class CueSent(msgspec.Struct, frozen=True, tag=True):
    """The operator has the anchor know something."""

    cue: int
    kind: CueKind
    text: str


class CueNoted(msgspec.Struct, frozen=True, tag=True):
    """The anchor has taken note of a cue."""

    cue: int


class CueTakenBack(msgspec.Struct, frozen=True, tag=True):
    """A cue was taken back before the anchor had taken note of it."""

    cue: int


class IncidentOpened(msgspec.Struct, frozen=True, tag=True):
    """Something went wrong."""

    incident: int
    kind: IncidentKind


class IncidentNoted(msgspec.Struct, frozen=True, tag=True):
    """Something was done or seen about an incident."""

    incident: int
    text: str


class IncidentEnded(msgspec.Struct, frozen=True, tag=True):
    """An incident is over."""

    incident: int


class RightsSet(msgspec.Struct, frozen=True, tag=True):
    """An assistant and an anchor may do this from now on."""

    rights: Rights


class ConnectionSet(msgspec.Struct, frozen=True, tag=True):
    """A connection was set up."""

    connection: Connection


class ConnectionRemoved(msgspec.Struct, frozen=True, tag=True):
    """A connection was forgotten."""

    name: str


class HeardLine(msgspec.Struct, frozen=True, gc=False):
    """A chat line with its row in the file; 0 until it is saved."""

    line: ChatLine
    row: int = 0
    erased: bool = False


class ChatHeard(msgspec.Struct, frozen=True, tag=True):
    """Lines, erasures and gaps of the chat, in order. Fleeting: in tables of its own."""

    events: tuple[HeardLine | Erasure | ChatGap, ...]


class CatalogueStored(msgspec.Struct, frozen=True, tag=True):
    """The products of an import. Fleeting: the journal has the digest."""

    products: tuple[Product, ...]


class BuyersNamed(msgspec.Struct, frozen=True, tag=True):
    """Names of buyers. Fleeting: they can be erased."""

    buyers: tuple[Buyer, ...]


class Recalled(msgspec.Struct, frozen=True, tag=True):
    """The show began to use things that the file knew. Fleeting: told to watchers, never saved."""

    facts: Facts


Journaled = (
    ShowOpened
    | WentLive
    | ShowEnded
    | StockMoved
    | LimitsSet
    | CatalogueImported
    | ProductSaved
    | Queued
    | Unqueued
    | ItemMoved
    | CodeSet
    | Pinned
    | Unpinned
    | PinLoopSet
    | SegmentAdded
    | SegmentChanged
    | SegmentRemoved
    | SegmentMoved
    | RundownImported
    | SegmentSkipped
    | Taken
    | PlanKept
    | NextSet
    | Paused
    | Resumed
    | TimeAdded
    | EditsTaken
    | DelaySet
    | AiredDespite
    | Proposed
    | ProposalAnswered
    | RundownRulesSet
    | RoleSet
    | OrderRecorded
    | CursorMoved
    | ShopLinked
    | FindingOpened
    | FindingSettled
    | ErrandQueued
    | ErrandSent
    | ErrandDoubted
    | ErrandDone
    | ErrandRejected
    | ErrandSettled
    | SendingResumed
    | Claimed
    | ClaimMoved
    | DraftSet
    | ClaimRulesSet
    | BuyerJoined
    | BuyersParted
    | BuyerMarked
    | SaleStopped
    | SaleResumed
    | ReleaseSet
    | RingFenced
    | CueSent
    | CueNoted
    | CueTakenBack
    | RightsSet
    | IncidentOpened
    | IncidentNoted
    | IncidentEnded
    | ConnectionSet
    | ConnectionRemoved
)
Fleeting = ChatHeard | CatalogueStored | BuyersNamed | Recalled
Change = Journaled | Fleeting


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A change with when, by whom and by which command it came about."""

    change: Change
    at: datetime
    actor: Actor
    command: str

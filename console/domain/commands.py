"""What a person or a source may ask of the desk: a closed union."""

from datetime import datetime, timedelta

import msgspec

from console.domain.chat import ChatGap, ChatLine, Erasure
from console.domain.claims.draft import DraftSeen
from console.domain.claims.reading import Asked, LineClaim
from console.domain.claims.rules import ClaimRules
from console.domain.connections import Connection
from console.domain.cues import CueKind
from console.domain.findings import Cut, Settlement
from console.domain.incidents import IncidentKind
from console.domain.money import Money
from console.domain.orders import Buyer, OrderSnapshot, StockLevel
from console.domain.outbox import Made, Prepared
from console.domain.products import Opening, Product
from console.domain.queue import ItemRole, QueueItem
from console.domain.rights import Rights
from console.domain.rundown import RundownRules, Segment


class NewShow(msgspec.Struct, frozen=True):
    """Begin another show in this file; the one before must have ended."""

    title: str
    currency: str


class GoLive(msgspec.Struct, frozen=True):
    """Start the show: on air in a live file, as a rehearsal in a rehearsal's; `despite` what was not in order."""

    despite: tuple[str, ...] = ()


class EndShow(msgspec.Struct, frozen=True):
    """End the show: nothing is live or pinned any more."""


class AdjustStock(msgspec.Struct, frozen=True):
    """Add or take pieces on hand, for a reason."""

    sku: str
    delta: int
    reason: str


class CountStock(msgspec.Struct, frozen=True):
    """Set the pieces on hand to what was counted, provided that they are still what the person saw."""

    sku: str
    counted: int
    seen: int
    reason: str


class UndoMove(msgspec.Struct, frozen=True):
    """Make good a person's change of stock by the opposite one."""

    move: int


class HoldStock(msgspec.Struct, frozen=True):
    """Reserve pieces for somebody."""

    sku: str
    quantity: int
    reason: str


class ReleaseStock(msgspec.Struct, frozen=True):
    """Give reserved pieces free."""

    sku: str
    quantity: int
    reason: str


class SetLimits(msgspec.Struct, frozen=True):
    """Keep so many pieces of a SKU back, and call it low at so many available ones (None: by the common rule)."""

    sku: str
    buffer: int
    low: int | None = None


class ImportCatalogue(msgspec.Struct, frozen=True):
    """Take products into the catalogue. `source` is "file" or a shop's name; stock is opened for new SKUs only."""

    name: str
    digest: str
    source: str
    products: tuple[Product, ...]
    openings: tuple[Opening, ...]


class SaveProduct(msgspec.Struct, frozen=True):
    """Add or change one product by hand; `openings` count for SKUs that are new."""

    product: Product
    openings: tuple[Opening, ...] = ()


class QueueProducts(msgspec.Struct, frozen=True):
    """Add products to the end of the queue; those that are in it stay where they are."""

    products: tuple[str, ...]


class RemoveItem(msgspec.Struct, frozen=True):
    """Take an item out of the queue."""

    item: int


class RestoreItem(msgspec.Struct, frozen=True):
    """Put an item that was in the queue back to a position of it, under its number and code."""

    item: QueueItem
    at: int


class MoveItem(msgspec.Struct, frozen=True):
    """Put an item at a position of the queue, counted from 0."""

    item: int
    to: int


class SetCode(msgspec.Struct, frozen=True):
    """Give a queue item another code."""

    item: int
    code: str


class SetRole(msgspec.Struct, frozen=True):
    """Say what a queue item is for."""

    item: int
    role: ItemRole


class Pin(msgspec.Struct, frozen=True):
    """Make an item the one that is being explained now; what may not air only if a person says why, `despite` that."""

    item: int
    despite: str = ""


class Unpin(msgspec.Struct, frozen=True):
    """Explain nothing for now."""


class SetPinLoop(msgspec.Struct, frozen=True):
    """Explain these items in turn, each for so long; none: end the loop."""

    items: tuple[int, ...]
    every: timedelta


class PinNextLooped(msgspec.Struct, frozen=True):
    """Explain the next item of the loop, if its time has come."""


class SaveSegment(msgspec.Struct, frozen=True):
    """Change a segment, or add one (id 0) at position `at` (None: the end)."""

    segment: Segment
    at: int | None = None


class RemoveSegment(msgspec.Struct, frozen=True):
    """Take a segment out of the rundown."""

    segment: int


class RestoreSegment(msgspec.Struct, frozen=True):
    """Put a segment that was in the rundown back to a position of it, under its number."""

    segment: Segment
    at: int
    skipped: bool = False
    delay: timedelta = timedelta(0)


class MoveSegment(msgspec.Struct, frozen=True):
    """Put a row at a position of the rundown, counted from 0; a group takes its segments along.

    What is put among the segments of a group belongs to it from then on, what is taken out of them no longer. With
    `group` the row goes there alone, and belongs to just that group (0: to none).
    """

    segment: int
    to: int
    group: int | None = None


class AddSegments(msgspec.Struct, frozen=True):
    """Put new rows before position `at` of the rundown (the number of its rows: at the end).

    They have no numbers yet: `group` and `loops_to` are places among them, counted from 1. Without a group among them,
    they belong to the one in whose midst they are put.
    """

    segments: tuple[Segment, ...]
    at: int


class MoveSegments(msgspec.Struct, frozen=True):
    """Put these rows together before position `to` of the rundown, in their order; groups take their segments along.

    Which group they belong to then goes by what they stand between, as of one row; see MoveSegment.
    """

    segments: tuple[int, ...]
    to: int


class ImportRundown(msgspec.Struct, frozen=True):
    """Replace the rundown; refused once a segment has been live.

    The segments have no numbers yet: `group` and `loops_to`, and what is `skipped` and delayed, are places in the
    list, counted from 1.
    """

    name: str
    digest: str
    segments: tuple[Segment, ...]
    skipped: tuple[int, ...] = ()
    delays: tuple[tuple[int, timedelta], ...] = ()


class RestoreRundown(msgspec.Struct, frozen=True):
    """Put the rundown of before in place of an imported one; refused once a segment has been live."""

    segments: tuple[Segment, ...]
    skipped: frozenset[int]
    delays: tuple[tuple[int, timedelta], ...] = ()


class Take(msgspec.Struct, frozen=True):
    """Put a segment live (None: the next one) and, if it `explains`, pin its first product.

    What may not air is refused, unless a person says why it is taken `despite` that.
    """

    segment: int | None = None
    explains: bool = True
    despite: str = ""


class Back(msgspec.Struct, frozen=True):
    """Put the segment before the live one live again; see Take."""

    despite: str = ""


class SkipSegment(msgspec.Struct, frozen=True):
    """Leave a segment out of this show, or (`skip` false) take it in again."""

    segment: int
    skip: bool = True


class SetNext(msgspec.Struct, frozen=True):
    """Let this segment come next, whatever the order says (None: what follows in the order)."""

    segment: int | None


class PauseSegment(msgspec.Struct, frozen=True):
    """Hold the clock of the live segment."""


class ResumeSegment(msgspec.Struct, frozen=True):
    """Let the clock of the live segment go on."""


class AddTime(msgspec.Struct, frozen=True):
    """Give the live segment time, or take some from it."""

    by: timedelta


class TakeEdits(msgspec.Struct, frozen=True):
    """Put on air what was edited of the live segment since it was taken."""


class Propose(msgspec.Struct, frozen=True):
    """Look whether there is reason to skip, shorten, extend or swap something, and let go of what has none any more."""


class AnswerProposal(msgspec.Struct, frozen=True):
    """Do what was proposed, or leave it."""

    proposal: int
    accept: bool


class SetDelay(msgspec.Struct, frozen=True):
    """Lay a delay before a segment over the plan; 0 takes it back."""

    segment: int
    delay: timedelta


class ApplyDelay(msgspec.Struct, frozen=True):
    """Write the delay before a segment into the plan: soft starts from there on move, hard ones stay."""

    segment: int


class ApproveScript(msgspec.Struct, frozen=True):
    """Approve the script of a segment as it stands, or take that back."""

    segment: int
    approved: bool = True


class SetRundownRules(msgspec.Struct, frozen=True):
    """Keep the rundown by these rules from now on."""

    rules: RundownRules


class SeeOrders(msgspec.Struct, frozen=True):
    """Take in a page of a shop's orders and remember where the next one begins.

    `linked` is given with the first page of all: orders placed before that instant are adopted, since what they shipped
    had left before the stock on hand was read. It should hold all orders that are still open.
    """

    shop: str
    orders: tuple[OrderSnapshot, ...]
    buyers: tuple[Buyer, ...] = ()
    cursor: str = ""
    linked: datetime | None = None


class LinkShop(msgspec.Struct, frozen=True):
    """Begin to count with a shop: its goods and its orders, as they were at one moment, both or neither."""

    goods: ImportCatalogue
    orders: SeeOrders


class SeeLevels(msgspec.Struct, frozen=True):
    """Compare a shop's numbers with ours; what differs becomes a finding."""

    shop: str
    levels: tuple[StockLevel, ...]


class SettleFinding(msgspec.Struct, frozen=True):
    """End a finding: take what the shop says, or stay with ours."""

    finding: int
    how: Settlement


class CancelOversold(msgspec.Struct, frozen=True):
    """Have the shops cancel what an oversold finding proposes: these cuts, as far as it still proposes them."""

    finding: int
    cuts: tuple[Cut, ...]


class CancelOrder(msgspec.Struct, frozen=True):
    """Have the shop cancel of an order's SKU what exceeds `quantity` pieces. `order` is its key here, `shop/ref`."""

    order: str
    sku: str
    quantity: int


class RefundOrder(msgspec.Struct, frozen=True):
    """Have the shop give money back until the order's refunds come to `total`."""

    order: str
    total: Money


class SendErrand(msgspec.Struct, frozen=True):
    """Put on record that an errand's request leaves now. Refused unless it is pending."""

    errand: int
    prepared: Prepared


class DoubtErrand(msgspec.Struct, frozen=True):
    """Put on record that no usable answer came to what was sent."""

    errand: int
    title: str


class FinishErrand(msgspec.Struct, frozen=True):
    """Put on record that an errand is done, or needs no doing; `made` is the order that it led to, if it was one."""

    errand: int
    answer: str
    made: Made | None = None


class RejectErrand(msgspec.Struct, frozen=True):
    """Put on record that an errand ended undone; with `again`, queue it anew under another key."""

    errand: int
    title: str
    next_step: str
    again: bool = False


class RetryErrand(msgspec.Struct, frozen=True):
    """Queue a rejected errand anew under another key."""

    errand: int


class LeaveErrand(msgspec.Struct, frozen=True):
    """Take a rejected errand out of the tray, or one back that has not left, and leave it at that."""

    errand: int


class PutAside(msgspec.Struct, frozen=True):
    """Try an errand that gets nowhere no more: it waits in the tray, done or not."""

    errand: int


class ResumeSending(msgspec.Struct, frozen=True):
    """Let a copied file send again. What it had open when it was copied is not sent: it goes to the tray."""


class SetConnection(msgspec.Struct, frozen=True):
    """Remember a shop or a chat; one of the same name is replaced."""

    connection: Connection


class RemoveConnection(msgspec.Struct, frozen=True):
    """Forget a shop or a chat."""

    name: str


class HearChat(msgspec.Struct, frozen=True):
    """Keep what was said, in order. Lines that are in the file already are left out there.

    `asked` is what some of the lines were read as, in the order of the lines: each may claim once, for good.
    """

    events: tuple[ChatLine | Erasure | ChatGap, ...]
    asked: tuple[LineClaim, ...] = ()


class ClaimByHand(msgspec.Struct, frozen=True):
    """Claim something for a buyer, an identity such as `twitch/123`; `source` is where the words were, if a chat."""

    buyer: str
    items: tuple[Asked, ...]
    source: str = ""
    name: str = ""


class ReviewClaim(msgspec.Struct, frozen=True):
    """Accept or reject a claim that waits for a person; with `items`, those are what was meant."""

    claim: int
    accept: bool
    items: tuple[Asked, ...] = ()


class ExtendHold(msgspec.Struct, frozen=True):
    """Hold a claim's pieces for longer."""

    claim: int
    by: timedelta


class ReleaseClaim(msgspec.Struct, frozen=True):
    """End a claim: what it holds is free again, and it waits no longer."""

    claim: int


class MarkPaid(msgspec.Struct, frozen=True):
    """Put on record that the buyer has paid what a claim holds, where no shop tells."""

    claim: int


class DueNow(msgspec.Struct, frozen=True):
    """Release all holds whose time is over, in their order."""


class SendOrders(msgspec.Struct, frozen=True):
    """Have what a buyer has got (none named: what all have) become an order at the shop."""

    buyer: str = ""


class SeeDrafts(msgspec.Struct, frozen=True):
    """Take in what has become of drafts at a shop."""

    shop: str
    drafts: tuple[DraftSeen, ...]


class SetClaimRules(msgspec.Struct, frozen=True):
    """Grant claims by these rules from now on."""

    rules: ClaimRules


class JoinBuyers(msgspec.Struct, frozen=True):
    """Take two identities for one buyer's from now on."""

    buyer: str
    other: str


class PartBuyers(msgspec.Struct, frozen=True):
    """Take these identities of one buyer for another buyer's from now on."""

    identities: tuple[str, ...]


class MarkBuyer(msgspec.Struct, frozen=True):
    """Have a person look at a buyer's claims first, or no longer."""

    buyer: str
    restricted: bool


class StopSale(msgspec.Struct, frozen=True):
    """Give claims no more of these SKUs, or of any if none is named; `notice` is what is said about it."""

    skus: tuple[str, ...] = ()
    notice: str = ""


class ResumeSale(msgspec.Struct, frozen=True):
    """Go on with the sale of these SKUs, or take back what stopped all of them."""

    skus: tuple[str, ...] = ()


class SetRelease(msgspec.Struct, frozen=True):
    """Let claims have so many pieces of a SKU in all, or, with None, what there is."""

    sku: str
    pieces: int | None


class RingFence(msgspec.Struct, frozen=True):
    """Keep so many pieces of a SKU for this show's claims: other holds leave them alone."""

    sku: str
    pieces: int


class SendCue(msgspec.Struct, frozen=True):
    """Have the anchor know something, in silence; a question and a free cue have words."""

    kind: CueKind
    text: str = ""


class NoteCue(msgspec.Struct, frozen=True):
    """Take note of a cue, as the anchor."""

    cue: int


class TakeCueBack(msgspec.Struct, frozen=True):
    """Take back a cue that the anchor has not taken note of."""

    cue: int


class OpenIncident(msgspec.Struct, frozen=True):
    """Begin to write down what is done about something that goes wrong, unless one of its kind is open."""

    kind: IncidentKind


class NoteIncident(msgspec.Struct, frozen=True):
    """Write down what was done or seen about the open incident of a kind."""

    kind: IncidentKind
    text: str


class EndIncident(msgspec.Struct, frozen=True):
    """The open incident of a kind is over."""

    kind: IncidentKind


class SetRights(msgspec.Struct, frozen=True):
    """Let an assistant and an anchor do this, and no more."""

    rights: Rights


class Together(msgspec.Struct, frozen=True):
    """Do all of these in their order, or none: the first refusal is the answer."""

    commands: "tuple[Command, ...]"


Command = (
    NewShow
    | GoLive
    | EndShow
    | AdjustStock
    | CountStock
    | UndoMove
    | HoldStock
    | ReleaseStock
    | SetLimits
    | ImportCatalogue
    | SaveProduct
    | QueueProducts
    | RemoveItem
    | RestoreItem
    | MoveItem
    | SetCode
    | SetRole
    | Pin
    | Unpin
    | SetPinLoop
    | PinNextLooped
    | SaveSegment
    | RemoveSegment
    | RestoreSegment
    | MoveSegment
    | AddSegments
    | MoveSegments
    | ImportRundown
    | RestoreRundown
    | Take
    | Back
    | SkipSegment
    | SetNext
    | PauseSegment
    | ResumeSegment
    | AddTime
    | TakeEdits
    | Propose
    | AnswerProposal
    | SetDelay
    | ApplyDelay
    | ApproveScript
    | SetRundownRules
    | SeeOrders
    | LinkShop
    | SeeLevels
    | SettleFinding
    | CancelOversold
    | CancelOrder
    | RefundOrder
    | SendErrand
    | DoubtErrand
    | FinishErrand
    | RejectErrand
    | RetryErrand
    | LeaveErrand
    | PutAside
    | ResumeSending
    | SetConnection
    | RemoveConnection
    | HearChat
    | ClaimByHand
    | ReviewClaim
    | ExtendHold
    | ReleaseClaim
    | MarkPaid
    | DueNow
    | SendOrders
    | SeeDrafts
    | SetClaimRules
    | JoinBuyers
    | PartBuyers
    | MarkBuyer
    | StopSale
    | ResumeSale
    | SetRelease
    | RingFence
    | SendCue
    | NoteCue
    | TakeCueBack
    | SetRights
    | OpenIncident
    | NoteIncident
    | EndIncident
    | Together
)

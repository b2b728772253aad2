"""How a change makes the next show out of this one: the same fold for the desk, the window and a reload."""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce

from msgspec.structs import replace

from console.domain.actors import DESK
from console.domain.apply.catalogue import apply_catalogue, apply_stored
from console.domain.apply.claims import apply_chat, apply_claims
from console.domain.apply.cues import apply_cues
from console.domain.apply.incidents import apply_incidents
from console.domain.apply.on_air import apply_on_air
from console.domain.apply.orders import apply_order
from console.domain.apply.outbox import apply_outbox
from console.domain.apply.proposals import apply_proposals
from console.domain.apply.queue import apply_queue
from console.domain.apply.rundown import apply_rundown
from console.domain.apply.show import apply_show
from console.domain.apply.stock import apply_limits, apply_stock
from console.domain.changes import (
    AiredDespite,
    BuyerJoined,
    BuyerMarked,
    BuyersNamed,
    BuyersParted,
    CatalogueImported,
    CatalogueStored,
    Change,
    ChatHeard,
    Claimed,
    ClaimMoved,
    ClaimRulesSet,
    CodeSet,
    ConnectionRemoved,
    ConnectionSet,
    CueNoted,
    CueSent,
    CueTakenBack,
    CursorMoved,
    DelaySet,
    DraftSet,
    EditsTaken,
    Entry,
    ErrandDone,
    ErrandDoubted,
    ErrandQueued,
    ErrandRejected,
    ErrandSent,
    ErrandSettled,
    FindingOpened,
    FindingSettled,
    IncidentEnded,
    IncidentNoted,
    IncidentOpened,
    ItemMoved,
    LimitsSet,
    NextSet,
    OrderRecorded,
    Paused,
    PinLoopSet,
    Pinned,
    PlanKept,
    ProductSaved,
    ProposalAnswered,
    Proposed,
    Queued,
    Recalled,
    ReleaseSet,
    Resumed,
    RightsSet,
    RingFenced,
    RoleSet,
    RundownImported,
    RundownRulesSet,
    SaleResumed,
    SaleStopped,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
    SegmentSkipped,
    SendingResumed,
    ShopLinked,
    ShowEnded,
    ShowOpened,
    StockMoved,
    Taken,
    TimeAdded,
    Unpinned,
    Unqueued,
    WentLive,
)
from console.domain.show import Show, informed


def folded(show: Show, changes: Iterable[Change], at: datetime) -> Show:
    """The show that follows from changes which nobody has made yet."""
    return reduce(apply, (Entry(change, at, DESK, "") for change in changes), show)


def apply(show: Show, entry: Entry) -> Show:
    """The show after the entry's change. Names, and what was aired despite something, leave it as it is."""
    match entry.change:
        case StockMoved() as change:
            after = apply_stock(show, change, entry)
        case ChatHeard() as change:
            after = apply_chat(show, change)
        case (
            Claimed()
            | ClaimMoved()
            | DraftSet()
            | ClaimRulesSet()
            | BuyerJoined()
            | BuyerMarked()
            | BuyersParted()
            | SaleStopped()
            | SaleResumed()
            | ReleaseSet()
            | RingFenced() as change
        ):
            after = apply_claims(show, change)
        case LimitsSet() as change:
            after = apply_limits(show, change)
        case OrderRecorded() as change:
            after = apply_order(show, change)
        case CatalogueImported() | ProductSaved() as change:
            after = apply_catalogue(show, change)
        case (
            Queued() | Unqueued() | ItemMoved() | CodeSet() | RoleSet() | Pinned() | Unpinned() | PinLoopSet() as change
        ):
            after = apply_queue(show, change, entry.at)
        case (
            SegmentAdded()
            | SegmentChanged()
            | SegmentRemoved()
            | SegmentMoved()
            | RundownImported()
            | SegmentSkipped()
            | DelaySet()
            | RundownRulesSet() as change
        ):
            after = apply_rundown(show, change)
        case Taken() | PlanKept() | NextSet() | Paused() | Resumed() | TimeAdded() | EditsTaken() as change:
            after = apply_on_air(show, change, entry.at)
        case (
            ShowOpened()
            | WentLive()
            | ShowEnded()
            | CursorMoved()
            | ShopLinked()
            | FindingOpened()
            | FindingSettled()
            | ConnectionSet()
            | ConnectionRemoved() as change
        ):
            after = apply_show(show, change, entry.at)
        case (
            ErrandQueued()
            | ErrandSent()
            | ErrandDoubted()
            | ErrandDone()
            | ErrandRejected()
            | ErrandSettled()
            | SendingResumed() as change
        ):
            after = apply_outbox(show, change, entry.at)
        case CatalogueStored(products=products):
            after = apply_stored(show, products)
        case Recalled(facts=facts):
            after = informed(show, facts)
        case CueSent() | CueNoted() | CueTakenBack() as change:
            after = apply_cues(show, change, entry.at)
        case IncidentOpened() | IncidentNoted() | IncidentEnded() as change:
            after = apply_incidents(show, change, entry)
        case RightsSet(rights=rights):
            after = replace(show, rights=rights)
        case Proposed() | ProposalAnswered() as change:
            after = apply_proposals(show, change, entry.at)
        case BuyersNamed() | AiredDespite():
            after = show
    return after

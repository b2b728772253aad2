"""What each change does to the tables."""

from console.domain.changes import (
    AiredDespite,
    BuyerJoined,
    BuyerMarked,
    BuyersParted,
    CatalogueImported,
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
    Journaled,
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
from console.storage.rows.catalogue import write_import, write_product
from console.storage.rows.claims import write_claims
from console.storage.rows.cues import write_cue
from console.storage.rows.gathered import Gathered
from console.storage.rows.incidents import write_incident
from console.storage.rows.on_air import write_on_air
from console.storage.rows.orders import write_order
from console.storage.rows.outbox import write_errand
from console.storage.rows.place import Place
from console.storage.rows.proposals import write_proposal
from console.storage.rows.queue import write_queue
from console.storage.rows.rights import write_rights
from console.storage.rows.rundown import write_rundown
from console.storage.rows.show import write_show
from console.storage.rows.stock import write_limits, write_moved


def write(gathered: Gathered, change: Journaled, place: Place) -> None:
    """Bring the tables up to date with one change."""
    match change:
        case StockMoved():
            write_moved(gathered, change, place)
        case LimitsSet():
            write_limits(gathered.connection, change)
        case Proposed() | ProposalAnswered():
            write_proposal(gathered.connection, change, place)
        case AiredDespite():
            pass  # the journal alone has it
        case OrderRecorded():
            write_order(gathered, change, place)
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
            | RingFenced()
        ):
            write_claims(gathered, change, place)
        case CueSent() | CueNoted() | CueTakenBack():
            write_cue(gathered.connection, change, place)
        case IncidentOpened() | IncidentNoted() | IncidentEnded():
            write_incident(gathered.connection, change, place)
        case RightsSet(rights=rights):
            write_rights(gathered.connection, rights)
        case CatalogueImported():
            write_import(gathered, change, place)
        case ProductSaved():
            write_product(gathered, change, place)
        case Queued() | Unqueued() | ItemMoved() | CodeSet() | RoleSet() | Pinned() | Unpinned() | PinLoopSet():
            write_queue(gathered.connection, change, place)
        case (
            SegmentAdded()
            | SegmentChanged()
            | SegmentRemoved()
            | SegmentMoved()
            | RundownImported()
            | SegmentSkipped()
            | DelaySet()
            | RundownRulesSet()
        ):
            write_rundown(gathered.connection, change, place)
        case Taken() | PlanKept() | NextSet() | Paused() | Resumed() | TimeAdded() | EditsTaken():
            write_on_air(gathered.connection, change, place)
        case (
            ErrandQueued()
            | ErrandSent()
            | ErrandDoubted()
            | ErrandDone()
            | ErrandRejected()
            | ErrandSettled()
            | SendingResumed()
        ):
            write_errand(gathered, change, place)
        case (
            ShowOpened()
            | WentLive()
            | ShowEnded()
            | CursorMoved()
            | ShopLinked()
            | FindingOpened()
            | FindingSettled()
            | ConnectionSet()
            | ConnectionRemoved()
        ):
            write_show(gathered.connection, change, place)

"""What a command leads to: an outcome and the changes, from the show as it is. Pure; `now` is an argument."""

from datetime import datetime

from console.domain.changes import Change
from console.domain.commands import (
    AddSegments,
    AddTime,
    AdjustStock,
    AnswerProposal,
    ApplyDelay,
    ApproveScript,
    Back,
    CancelOrder,
    CancelOversold,
    ClaimByHand,
    Command,
    CountStock,
    DoubtErrand,
    DueNow,
    EndIncident,
    EndShow,
    ExtendHold,
    FinishErrand,
    GoLive,
    HearChat,
    HoldStock,
    ImportCatalogue,
    ImportRundown,
    JoinBuyers,
    LeaveErrand,
    LinkShop,
    MarkBuyer,
    MarkPaid,
    MoveItem,
    MoveSegment,
    MoveSegments,
    NewShow,
    NoteCue,
    NoteIncident,
    OpenIncident,
    PartBuyers,
    PauseSegment,
    Pin,
    PinNextLooped,
    Propose,
    PutAside,
    QueueProducts,
    RefundOrder,
    RejectErrand,
    ReleaseClaim,
    ReleaseStock,
    RemoveConnection,
    RemoveItem,
    RemoveSegment,
    RestoreItem,
    RestoreRundown,
    RestoreSegment,
    ResumeSale,
    ResumeSegment,
    ResumeSending,
    RetryErrand,
    ReviewClaim,
    RingFence,
    SaveProduct,
    SaveSegment,
    SeeDrafts,
    SeeLevels,
    SeeOrders,
    SendCue,
    SendErrand,
    SendOrders,
    SetClaimRules,
    SetCode,
    SetConnection,
    SetDelay,
    SetLimits,
    SetNext,
    SetPinLoop,
    SetRelease,
    SetRights,
    SetRole,
    SetRundownRules,
    SettleFinding,
    SkipSegment,
    StopSale,
    Take,
    TakeCueBack,
    TakeEdits,
    Together,
    UndoMove,
    Unpin,
)
from console.domain.decide.at_shop import at_shop
from console.domain.decide.catalogue import decide_catalogue
from console.domain.decide.claims import decide_claims
from console.domain.decide.cues import decide_cues
from console.domain.decide.decision import Decision
from console.domain.decide.drafts import see_drafts, send_orders
from console.domain.decide.findings import decide_findings
from console.domain.decide.hearing import hear
from console.domain.decide.incidents import decide_incidents
from console.domain.decide.linking import link_shop
from console.domain.decide.looping import decide_by_the_clock
from console.domain.decide.moving_up import with_moved_up
from console.domain.decide.on_air import decide_on_air
from console.domain.decide.ordering import with_orders
from console.domain.decide.orders import decide_orders
from console.domain.decide.outbox import decide_outbox
from console.domain.decide.proposing import cancel_oversold
from console.domain.decide.queue import decide_queue
from console.domain.decide.rights import set_rights
from console.domain.decide.rundown import decide_rundown
from console.domain.decide.selling_out import with_sold_out
from console.domain.decide.show import decide_show
from console.domain.decide.stock import decide_stock
from console.domain.outcomes import Accepted, Done, Missing
from console.domain.show import Show


def decide(show: Show, command: Command, now: datetime) -> Decision:
    """The outcome of a command on this show, and what changes by it: who moves up, what is ordered, what sells out."""
    alone = decide_alone(show, command, now)
    return with_sold_out(show, with_orders(show, with_moved_up(show, alone, now), now), now)


def decide_alone(show: Show, command: Command, now: datetime) -> Decision:
    """The outcome of a command, and what it changes by itself."""
    match command:
        case AdjustStock() | CountStock() | UndoMove() | HoldStock() | ReleaseStock() | SetLimits():
            decision = decide_stock(show, command)
        case ImportCatalogue() | SaveProduct():
            decision = decide_catalogue(show, command)
        case QueueProducts() | SaveSegment() | AddSegments() | ImportRundown() | SetRundownRules() if show.id == 0:
            decision = Decision(Missing("show", ""))
        case QueueProducts() | RemoveItem() | RestoreItem() | MoveItem() | SetCode() | SetRole() | Pin() | Unpin():
            decision = decide_queue(show, command)
        case SaveSegment() | RemoveSegment() | MoveSegment() | SkipSegment() | ImportRundown() | RestoreRundown():
            decision = decide_rundown(show, command)
        case RestoreSegment() | AddSegments() | MoveSegments():
            decision = decide_rundown(show, command)
        case SetDelay() | ApplyDelay() | ApproveScript() | SetRundownRules():
            decision = decide_rundown(show, command)
        case Propose() | AnswerProposal() | SetPinLoop() | PinNextLooped():
            decision = decide_by_the_clock(show, command, now)
        case Take() | Back() | SetNext() | PauseSegment() | ResumeSegment() | AddTime() | TakeEdits():
            decision = decide_on_air(show, command)
        case SeeOrders():
            decision = decide_orders(show, command, now)
        case LinkShop():
            decision = link_shop(show, command, now)
        case SeeLevels() | SettleFinding():
            decision = decide_findings(show, command)
        case CancelOversold():
            decision = cancel_oversold(show, command)
        case CancelOrder() | RefundOrder():
            decision = at_shop(show, command)
        case (
            SendErrand()
            | DoubtErrand()
            | FinishErrand()
            | RejectErrand()
            | RetryErrand()
            | LeaveErrand()
            | PutAside()
            | ResumeSending()
        ):
            decision = decide_outbox(show, command, now)
        case NewShow() | GoLive() | EndShow() | SetConnection() | RemoveConnection():
            decision = decide_show(show, command)
        case SendOrders(buyer=buyer):
            decision = send_orders(show, buyer)
        case SeeDrafts():
            decision = see_drafts(show, command, now)
        case SendCue() | NoteCue() | TakeCueBack():
            decision = decide_cues(show, command)
        case OpenIncident() | NoteIncident() | EndIncident():
            decision = decide_incidents(show, command)
        case SetRights(rights=rights):
            decision = set_rights(show, rights)
        case HearChat():
            decision = hear(show, command, now)
        case (
            ClaimByHand()
            | ReviewClaim()
            | ExtendHold()
            | ReleaseClaim()
            | MarkPaid()
            | DueNow()
            | SetClaimRules()
            | JoinBuyers()
            | PartBuyers()
            | MarkBuyer()
            | StopSale()
            | ResumeSale()
            | SetRelease()
            | RingFence()
        ):
            decision = decide_claims(show, command, now)
        case Together():
            decision = decide_together(show, command, now)
    return decision


def decide_together(show: Show, command: Together, now: datetime) -> Decision:
    """Decide each on the show that the ones before it produced."""
    changes: list[Change] = []
    for each in command.commands:
        decision = decide(show, each, now)
        if not isinstance(decision.outcome, Accepted):
            return Decision(decision.outcome)
        show = decision.following(show, now)
        changes += decision.changes
    return Decision(Done(), tuple(changes))

"""Undoing: the command that makes good what one command has changed, worked out from the show before it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from console.domain.apply import folded
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
from console.domain.claims.book import ALL
from console.domain.claims.rules import Terms
from console.domain.commands import (
    AddTime,
    AdjustStock,
    Command,
    HoldStock,
    JoinBuyers,
    MarkBuyer,
    MoveItem,
    MoveSegment,
    PartBuyers,
    PauseSegment,
    Pin,
    ReleaseStock,
    RemoveItem,
    RemoveSegment,
    RestoreItem,
    RestoreRundown,
    RestoreSegment,
    ResumeSale,
    ResumeSegment,
    RingFence,
    SaveProduct,
    SaveSegment,
    SetClaimRules,
    SetCode,
    SetDelay,
    SetLimits,
    SetNext,
    SetPinLoop,
    SetRelease,
    SetRights,
    SetRole,
    SetRundownRules,
    SkipSegment,
    StopSale,
    Take,
    TakeCueBack,
    Together,
    UndoMove,
    Unpin,
)
from console.domain.outbox import CancelTo, DraftTo, RefundTo
from console.domain.rundown import NOTHING
from console.domain.show import Show
from console.domain.stock import Counter, Level

TAKEN_BACK = "undone"


class Lasting(StrEnum):
    """Why something cannot be undone."""

    SHOW = "show"
    FIRST_TAKE = "first_take"
    CATALOGUE = "catalogue"
    NEW_PRODUCT = "new_product"
    OPENED = "opened"
    SETTLED = "settled"
    CONNECTION = "connection"
    ORDER = "order"
    SENT = "sent"
    ON_AIR = "on_air"
    CLAIM = "claim"
    CUE = "cue"
    INCIDENT = "incident"


def inverse(before: Show, changes: Sequence[Change], at: datetime) -> Command | Lasting | None:
    """The command that undoes what one command changed at an instant, or why there is none; None of no change.

    What happened is looked at, not what was asked: a product that was in the queue already is not taken out of it.
    """
    own = [change for change in changes if not follows(before, change)]
    if own and all(isinstance(change, ClaimMoved) for change in own):
        return Lasting.CLAIM
    steps: list[Command] = []
    show = before
    if any(isinstance(change, StockMoved) for change in changes):
        changes = [each for each in changes if not isinstance(each, ErrandSettled)]  # of shops that need not be told
    for change in changes:
        match step := opposite(show, change):
            case Lasting():
                return step
            case _:
                steps = [*step, *steps]
        show = folded(show, (change,), at)
    return together(steps)


def follows(before: Show, change: Change) -> bool:
    """Whether a change only has an order follow its claims."""
    match change:
        case ErrandQueued(errand=errand):
            return isinstance(errand.task, DraftTo)
        case ErrandDone(errand=number) | ErrandSettled(errand=number):
            return number in before.outbox and isinstance(before.outbox[number].errand.task, DraftTo)
        case DraftSet():
            return True
        case _:
            return False


def together(steps: Sequence[Command]) -> Command | None:
    """These as one command; to stop explaining before something else is explained is no step."""
    kept = [
        step
        for number, step in enumerate(steps)
        if not (isinstance(step, Unpin) and any(isinstance(each, Pin) for each in steps[number + 1 :]))
    ]
    if len(kept) > 1:
        return Together(tuple(kept))
    return kept[0] if kept else None


def opposite(show: Show, change: Change) -> tuple[Command, ...] | Lasting:
    """What takes one change back to the show before it."""
    match change:
        case StockMoved():
            return (unmoved(show, change),)
        case LimitsSet(sku=sku):
            level = show.stock.get(sku) or Level()
            return (SetLimits(sku, level.buffer, level.low),)
        case Queued() | Unqueued() | ItemMoved() | CodeSet() | RoleSet() | Pinned() | Unpinned() | PinLoopSet():
            return (opposite_of_queue(show, change),)
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
            return (opposite_of_rundown(show, change),)
        case Taken() | NextSet() | Paused() | Resumed() | TimeAdded() | EditsTaken():
            return opposite_on_air(show, change)
        case ProductSaved(product=product, opened=opened):
            known = show.products.get(product.id)
            if opened:
                return Lasting.OPENED
            return (SaveProduct(known),) if known else Lasting.NEW_PRODUCT
        case CatalogueImported() | CatalogueStored():
            return Lasting.CATALOGUE
        case ShowOpened() | WentLive() | ShowEnded():
            return Lasting.SHOW
        case FindingSettled():
            return Lasting.SETTLED
        case ConnectionSet() | ConnectionRemoved():
            return Lasting.CONNECTION
        case OrderRecorded():
            return Lasting.ORDER
        case ErrandQueued(errand=errand):
            return Lasting.SENT if isinstance(errand.task, CancelTo | RefundTo) else ()
        case ErrandSettled() if follows(show, change):
            return ()
        case ErrandSettled() | SendingResumed():
            return Lasting.SENT
        case Claimed():
            return Lasting.CLAIM
        case BuyerJoined(other=other):
            return (PartBuyers(show.claims.identities(other)),)
        case BuyersParted(identities=identities):
            stays = next(each for each in show.claims.identities(identities[0]) if each not in identities)
            return (JoinBuyers(stays, identities[0]),)
        case CueSent(cue=number):
            return (TakeCueBack(number),)
        case RightsSet():
            return (SetRights(show.rights),)
        case IncidentOpened() | IncidentNoted() | IncidentEnded():
            return Lasting.INCIDENT
        case CueNoted() | CueTakenBack():
            return Lasting.CUE
        case ClaimRulesSet() | BuyerMarked() | SaleStopped() | SaleResumed() | ReleaseSet() | RingFenced():
            return opposite_of_sale(show, change)
        case DraftSet():
            return ()
        case ErrandSent() | ErrandDoubted() | ErrandDone() | ErrandRejected() | ClaimMoved():
            return ()
        case (
            FindingOpened()
            | CursorMoved()
            | ShopLinked()
            | ChatHeard()
            | BuyersNamed()
            | Recalled()
            | PlanKept()
            | AiredDespite()
            | Proposed()
            | ProposalAnswered()
        ):
            return ()
        case _:
            assert_never(change)


def unmoved(show: Show, change: StockMoved) -> Command:
    """The opposite movement; of an undoing, the same movement again, for its reason of then."""
    if not change.undoes:
        return UndoMove(change.move)
    movement = change.movements[0]
    reason = next((move.reason for move in show.moves if move.id == change.undoes), movement.reason)
    if movement.counter is Counter.ON_HAND:
        return AdjustStock(movement.sku, -movement.delta, reason)
    if movement.delta < 0:
        return HoldStock(movement.sku, -movement.delta, reason)
    return ReleaseStock(movement.sku, movement.delta, reason)


def opposite_of_sale(
    show: Show, change: ClaimRulesSet | BuyerMarked | SaleStopped | SaleResumed | ReleaseSet | RingFenced
) -> tuple[Command, ...]:
    """What takes a change of how claims are granted back. Who has moved up by it keeps what is held."""
    terms = show.claims.terms
    match change:
        case ClaimRulesSet():
            return (SetClaimRules(show.claims.rules),)
        case BuyerMarked(buyer=buyer, restricted=restricted):
            return (MarkBuyer(buyer, not restricted),)
        case SaleStopped(skus=skus) | SaleResumed(skus=skus):
            return tuple(sold_as(sku, terms.get(sku) or Terms()) for sku in skus or (ALL,))
        case ReleaseSet(sku=sku):
            return (SetRelease(sku, (terms.get(sku) or Terms()).released),)
        case RingFenced(sku=sku):
            return (RingFence(sku, (terms.get(sku) or Terms()).fenced),)
        case _:
            assert_never(change)


def sold_as(sku: str, terms: Terms) -> Command:
    """The command that has the sale of a SKU, or of all, stopped or not, as these terms say."""
    skus = (sku,) if sku else ()
    return ResumeSale(skus) if terms.stopped is None else StopSale(skus, terms.stopped)


def opposite_of_queue(
    show: Show, change: Queued | Unqueued | ItemMoved | CodeSet | RoleSet | Pinned | Unpinned | PinLoopSet
) -> Command:
    """What takes a change of the queue back."""
    places = {item.id: (place, item) for place, item in enumerate(show.queue)}
    match change:
        case Queued(item=item):
            return RemoveItem(item.id)
        case Unqueued(item=number):
            place, item = places[number]
            return RestoreItem(item, place)
        case ItemMoved(item=number):
            return MoveItem(number, places[number][0])
        case CodeSet(item=number):
            return SetCode(number, places[number][1].code)
        case RoleSet(item=number):
            return SetRole(number, places[number][1].role)
        case Pinned():
            return Unpin()
        case Unpinned(item=number):
            return Pin(number, despite=TAKEN_BACK)
        case PinLoopSet():
            return SetPinLoop(show.loop.items, show.loop.every)
        case _:
            assert_never(change)


def opposite_of_rundown(
    show: Show,
    change: SegmentAdded
    | SegmentChanged
    | SegmentRemoved
    | SegmentMoved
    | RundownImported
    | SegmentSkipped
    | DelaySet
    | RundownRulesSet,
) -> Command:
    """What takes a change of the plan, or of what lies over it, back."""
    places = {segment.id: (place, segment) for place, segment in enumerate(show.segments)}
    match change:
        case SegmentAdded(segment=segment):
            return RemoveSegment(segment.id)
        case SegmentChanged(segment=segment):
            return SaveSegment(places[segment.id][1])
        case SegmentRemoved(segment=number):
            place, segment = places[number]
            return RestoreSegment(segment, place, number in show.skipped, show.delays.get(number) or NOTHING)
        case SegmentMoved(segment=number):
            place, segment = places[number]
            return MoveSegment(number, place, segment.group)
        case RundownImported():
            return RestoreRundown(show.segments, show.skipped, tuple(show.delays.items()))
        case SegmentSkipped(segment=number, skip=skip):
            return SkipSegment(number, not skip)
        case DelaySet(segment=number):
            return SetDelay(number, show.delays.get(number) or NOTHING)
        case RundownRulesSet():
            return SetRundownRules(show.rules)
        case _:
            assert_never(change)


def opposite_on_air(
    show: Show, change: Taken | NextSet | Paused | Resumed | TimeAdded | EditsTaken
) -> tuple[Command, ...] | Lasting:
    """What takes back what happened to the live segment. What was played stays on record."""
    match change:
        case Taken(segment=number):
            if show.live is None:
                return Lasting.FIRST_TAKE
            again = (SkipSegment(number),) if number in show.skipped else ()
            came = (SetNext(show.next),) if show.next else ()
            held = (PauseSegment(),) if show.live.paused else ()
            return (Take(show.live.segment, explains=False, despite=TAKEN_BACK), *again, *came, *held)
        case NextSet():
            return (SetNext(show.next),)
        case Paused():
            return (ResumeSegment(),)
        case Resumed():
            return (PauseSegment(),)
        case TimeAdded(by=by):
            return (AddTime(-by),)
        case EditsTaken():
            return Lasting.ON_AIR
        case _:
            assert_never(change)


def touched(show: Show, changes: Sequence[Change]) -> tuple[object, ...]:
    """What of a show these changes were about. If it is not what it was after them, something newer depends on it."""
    return tuple(touched_by(show, change) for change in changes)


def touched_by(show: Show, change: Change) -> object:
    """What of a show one change was about; the desk itself looks after numbers and orders of things."""
    match change:
        case Queued(item=item):
            return show.item(item.id)
        case Unqueued(item=number) | CodeSet(item=number) | RoleSet(item=number):
            return show.item(number)
        case ItemMoved(item=number):
            return show.item(number) is None
        case Pinned() | Unpinned():
            return show.pinned
        case PinLoopSet():
            return show.loop.items, show.loop.every
        case SegmentAdded(segment=segment) | SegmentChanged(segment=segment):
            return show.segment(segment.id)
        case SegmentRemoved(segment=number):
            return show.segment(number)
        case SegmentMoved(segment=number):
            return show.segment(number) is None
        case SegmentSkipped(segment=number):
            return (number in show.skipped, show.live and show.live.segment == number)
        case RundownImported():
            return show.segments
        case Taken():
            return show.live and show.live.segment
        case Paused() | Resumed() | TimeAdded():
            return show.live and (show.live.began, show.live.paused, show.live.added)
        case NextSet():
            return show.next
        case DelaySet(segment=number):
            return show.delays.get(number)
        case RundownRulesSet():
            return show.rules
        case ProductSaved(product=product):
            return show.products.get(product.id)
        case LimitsSet(sku=sku):
            level = show.stock.get(sku) or Level()
            return level.buffer, level.low
        case _:
            return None

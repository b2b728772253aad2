"""What a person did, in words, and why something cannot be undone."""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from console.domain.changes import (
    BuyerJoined,
    BuyerMarked,
    BuyersParted,
    CatalogueImported,
    Change,
    Claimed,
    ClaimMoved,
    ClaimRulesSet,
    CodeSet,
    ConnectionRemoved,
    ConnectionSet,
    CueNoted,
    CueSent,
    CueTakenBack,
    DelaySet,
    EditsTaken,
    ErrandQueued,
    ErrandSettled,
    FindingSettled,
    IncidentEnded,
    IncidentNoted,
    IncidentOpened,
    ItemMoved,
    LimitsSet,
    NextSet,
    Paused,
    PinLoopSet,
    Pinned,
    ProductSaved,
    ProposalAnswered,
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
    ShowEnded,
    ShowOpened,
    StockMoved,
    Taken,
    TimeAdded,
    Unpinned,
    Unqueued,
    WentLive,
)
from console.domain.proposals import Answer
from console.domain.show import Show
from console.domain.stock import Counter, MovementKind
from console.domain.undo import Lasting
from console.ui.act import QT_TRANSLATE_NOOP
from console.ui.widgets.plain_text import one_line
from console.ui.words.cues import cue_words
from console.ui.words.incidents import incident_words
from console.ui.words.pieces import signed
from console.ui.words.times import signed_text

MOST_NAME = 60


def deed_words(before: Show, changes: Sequence[Change]) -> str:
    """What one command did, by the change that matters most; nothing of what is nobody's deed."""
    for kind, many in _MANY.items():
        if (count := sum(isinstance(change, kind) for change in changes)) > 1:
            return _plural(many, count)
    if len(changes) > 1 and all(isinstance(change, SegmentChanged) for change in changes):
        return _plural("Edit %n rows of the rundown", len(changes))
    for kind in _FIRST:
        for change in changes:
            if isinstance(change, kind):
                return _words(before, change)
    return next((words for change in changes if (words := _words(before, change))), "")


_FIRST = (FindingSettled, Taken, Pinned)
_MANY: dict[type, str] = {
    Queued: QT_TRANSLATE_NOOP("Deeds", "Add %n products to the queue"),
    SegmentAdded: QT_TRANSLATE_NOOP("Deeds", "Add %n rows to the rundown"),
    SegmentRemoved: QT_TRANSLATE_NOOP("Deeds", "Remove %n rows from the rundown"),
    SegmentMoved: QT_TRANSLATE_NOOP("Deeds", "Move %n rows of the rundown"),
}


def _words(show: Show, change: Change) -> str:
    match change:
        case StockMoved():
            return _of_stock(change)
        case LimitsSet(sku=sku, buffer=buffer):
            return _tr("Keep {0} of {1} back").format(buffer, _name(sku))
        case Queued() | Unqueued() | ItemMoved() | CodeSet() | RoleSet() | Pinned() | Unpinned() | PinLoopSet():
            return _of_queue(show, change)
        case SegmentAdded() | SegmentChanged() | SegmentRemoved() | SegmentMoved() | SegmentSkipped() | Taken():
            return _of_segment(show, change)
        case DelaySet() | NextSet() | Paused() | Resumed() | TimeAdded() | EditsTaken():
            return _of_time(show, change)
        case ProposalAnswered(answer=answer):
            return _tr("Do what was proposed") if answer is Answer.ACCEPTED else _tr("Leave what was proposed")
        case ProductSaved(product=product):
            known = product.id in show.products
            told = _tr("Change {0}") if known else _tr("New product: {0}")
            return told.format(_name(product.title))
        case FindingSettled(finding=number):
            found = next((each.subject for each in show.findings.values() if each.id == number), "")
            return _tr("Settle a finding: {0}").format(_name(found))
        case _:
            return _of_show(change)


def _of_show(change: Change) -> str:
    match change:
        case RundownImported(name=name):
            return _tr("Import a rundown: {0}").format(_name(name)) if name else _tr("Put the rundown back")
        case CatalogueImported(name=name):
            return _tr("Import products: {0}").format(_name(name))
        case WentLive():
            return _tr("Begin the show")
        case RundownRulesSet():
            return _tr("Change the rules of the rundown")
        case ShowEnded():
            return _tr("End the show")
        case ShowOpened(title=title):
            return _tr("New show: {0}").format(_name(title))
        case ConnectionSet(connection=connection):
            return _tr("Set up a connection: {0}").format(_name(connection.name))
        case ConnectionRemoved(name=name):
            return _tr("Remove a connection: {0}").format(_name(name))
        case ErrandQueued() | ErrandSettled() | SendingResumed():
            return _tr("Sent to the shop")
        case _:
            return _of_claims(change)


def _of_claims(change: Change) -> str:
    match change:
        case Claimed(claim=claim):
            return _tr("Enter claim {0}").format(claim.id)
        case ClaimMoved(claim=number):
            return _tr("Change claim {0}").format(number)
        case ClaimRulesSet():
            return _tr("Change the rules of claims")
        case BuyerJoined(buyer=buyer):
            return _tr("Join {0} with another buyer").format(_name(buyer))
        case BuyersParted(identities=identities):
            return _tr("Part {0} from another buyer").format(_name(identities[0]))
        case BuyerMarked(buyer=buyer, restricted=restricted):
            told = _tr("Look at the claims of {0} first") if restricted else _tr("Trust the claims of {0} again")
            return told.format(_name(buyer))
        case _:
            return _of_sale(change)


def _of_sale(change: Change) -> str:
    match change:
        case SaleStopped(skus=skus):
            return _tr("Stop the sale of {0}").format(_name(", ".join(skus))) if skus else _tr("Stop all sales")
        case SaleResumed(skus=skus):
            return _tr("Go on with {0}").format(_name(", ".join(skus))) if skus else _tr("Go on with all sales")
        case ReleaseSet(sku=sku, pieces=None):
            return _tr("Release all of {0}").format(_name(sku))
        case ReleaseSet(sku=sku, pieces=pieces):
            return _tr("Release {0} of {1}").format(pieces, _name(sku))
        case RingFenced(sku=sku, pieces=pieces):
            return _tr("Keep {0} of {1} for this show").format(pieces, _name(sku))
        case _:
            return _of_cue(change)


def _of_cue(change: Change) -> str:
    match change:
        case CueSent(kind=kind, text=text):
            return _tr("Cue the anchor: {0}").format(_name(cue_words(kind, text)))
        case CueNoted():
            return _tr("Take note of a cue")
        case CueTakenBack():
            return _tr("Take a cue back")
        case RightsSet():
            return _tr("Change what roles may do")
        case IncidentOpened(kind=kind):
            return _tr("Runbook: {0}").format(incident_words(kind))
        case IncidentNoted(text=text):
            return _tr("Write down: {0}").format(_name(text))
        case IncidentEnded():
            return _tr("End an incident")
        case _:
            return ""


def _of_stock(change: StockMoved) -> str:
    movement = change.movements[0]
    pieces = signed(movement.delta)
    if movement.kind is MovementKind.COUNT:
        return _tr("Count of {1}: {0}").format(pieces, _name(movement.sku))
    if movement.counter is Counter.RESERVED:
        return _tr("{0} reserved of {1}").format(pieces, _name(movement.sku))
    return _tr("{0} of {1}").format(pieces, _name(movement.sku))


def _of_queue(
    show: Show, change: Queued | Unqueued | ItemMoved | CodeSet | RoleSet | Pinned | Unpinned | PinLoopSet
) -> str:
    if isinstance(change, PinLoopSet):
        return _plural("Loop of %n item(s)", len(change.items)) if change.items else _tr("End the loop")
    if isinstance(change, Queued):
        return _tr("Add {0} to the queue").format(_name(change.product.title))
    name = _item(show, change.item)
    match change:
        case Unqueued():
            return _tr("Remove {0} from the queue").format(name)
        case ItemMoved():
            return _tr("Move {0} in the queue").format(name)
        case CodeSet(code=code):
            return _tr("Code {1} for {0}").format(name, code)
        case RoleSet():
            return _tr("Say what {0} is for").format(name)
        case Pinned():
            return _tr("Explain {0}").format(name)
        case Unpinned():
            return _tr("Stop explaining {0}").format(name)
        case _:
            assert_never(change)


def _of_segment(
    show: Show,
    change: SegmentAdded | SegmentChanged | SegmentRemoved | SegmentMoved | SegmentSkipped | Taken,
) -> str:
    match change:
        case SegmentAdded(segment=segment):
            return _tr("Add segment “{0}”").format(_name(segment.title))
        case SegmentChanged(segment=segment):
            return _tr("Edit segment “{0}”").format(_name(segment.title))
        case SegmentRemoved(segment=number):
            return _tr("Remove segment “{0}”").format(_segment(show, number))
        case SegmentMoved(segment=number):
            return _tr("Move segment “{0}”").format(_segment(show, number))
        case SegmentSkipped(segment=number, skip=skip):
            told = _tr("Skip “{0}”") if skip else _tr("Take “{0}” in again")
            return told.format(_segment(show, number))
        case Taken(segment=number):
            return _tr("Take “{0}”").format(_segment(show, number))
        case _:
            assert_never(change)


def _of_time(show: Show, change: DelaySet | NextSet | Paused | Resumed | TimeAdded | EditsTaken) -> str:
    match change:
        case DelaySet(segment=number, delay=delay):
            told = _tr("Delay “{0}” by {1}") if delay else _tr("Take the delay of “{0}” back")
            return told.format(_segment(show, number), signed_text(delay))
        case NextSet(segment=number):
            in_order = _tr("Go on in order")
            return in_order if number is None else _tr("Let “{0}” come next").format(_segment(show, number))
        case Paused():
            return _tr("Hold the clock of the segment")
        case Resumed():
            return _tr("Let the clock of the segment go on")
        case TimeAdded(by=by):
            return _tr("Change the time of the live segment: {0}").format(signed_text(by))
        case EditsTaken(segment=segment):
            return _tr("Put what was edited of “{0}” on air").format(_name(segment.title))
        case _:
            assert_never(change)


def lasting_words(why: Lasting) -> str:
    """Why it cannot be undone, and what can be done instead."""
    return {
        Lasting.SHOW: _tr("What went on air stays on record. End the show, or begin it again."),
        Lasting.FIRST_TAKE: _tr("The first segment was live: that stays on record. Take another one."),
        Lasting.CATALOGUE: _tr("An import stays. Import the file of before, or edit the products."),
        Lasting.NEW_PRODUCT: _tr("A product stays in the catalogue. Take it out of the queue instead."),
        Lasting.OPENED: _tr("A first quantity stays on record. Count the stock instead."),
        Lasting.SETTLED: _tr("A settled finding stays settled. Change the number or the product instead."),
        Lasting.CONNECTION: _tr("Set the connection up again among the connections."),
        Lasting.ORDER: _tr("A shop's order is a fact. Cancel it at the shop."),
        Lasting.CLAIM: _tr("What a buyer was told stays on record. Release the claim, or enter another one."),
        Lasting.ON_AIR: _tr("What went on air stays on record. Edit the segment, and put that on air."),
        Lasting.INCIDENT: _tr("What was written down of an incident stays."),
        Lasting.CUE: _tr("What the anchor was told stays said: send another cue."),
        Lasting.SENT: _tr("It is on its way to the shop. Look among the orders and what goes to the shop."),
    }[why]


def _item(show: Show, number: int) -> str:
    item = show.item(number)
    product = show.products.get(item.product) if item else None
    return _name(product.title) if product else str(number)


def _segment(show: Show, number: int) -> str:
    segment = show.segment(number)
    return _name(segment.title) if segment else str(number)


def _name(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= MOST_NAME else f"{line[:MOST_NAME]}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Deeds", text)


def _plural(text: str, count: int) -> str:
    return QCoreApplication.translate("Deeds", text, None, count)

"""Refusals in words: what happened, and what to do next."""

from typing import assert_never

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.gates import Gate, NoPrice, SaleHalted, ScriptUnapproved, SoldOut, StockUnconfirmed
from console.domain.outcomes import (
    Added,
    Adjusted,
    AlreadyRunning,
    ClaimOver,
    CodeTaken,
    CountedMeanwhile,
    Done,
    ErrandMoved,
    Held,
    Imported,
    InUse,
    Invalid,
    MayNotAir,
    Missing,
    NotAllowed,
    NotEnough,
    NothingNext,
    NotRunning,
    Outcome,
    UnknownSku,
    Unsaved,
)
from console.domain.saving import why_not
from console.ui.words.rights import right_words, role_word
from console.ui.words.rules import rule_words

_tr = QCoreApplication.translate


class Words(msgspec.Struct, frozen=True):
    """A title and the next step, for a person."""

    title: str
    next_step: str


def words_for(outcome: Outcome) -> Words | None:
    """What to tell of a refusal; None of what was accepted."""
    match outcome:
        case Done() | Added() | Adjusted() | Imported():
            return None
        case NotEnough() | CountedMeanwhile() | UnknownSku():
            return of_stock(outcome)
        case Missing() | Invalid() | CodeTaken() | InUse():
            return of_things(outcome)
        case NotAllowed(role=role, right=right):
            return Words(
                _tr("Outcomes", "{0}: this role may not {1}.").format(role_word(role), right_words(right)),
                _tr("Outcomes", "Ask the operator, or take another role: among all commands, “role”."),
            )
        case NotRunning() | AlreadyRunning() | NothingNext():
            return of_show(outcome)
        case MayNotAir(name=name, gates=gates):
            return Words(
                _tr("Outcomes", "“{0}” may not air: {1}.").format(name, ", ".join(map(gate_word, gates))),
                _tr(
                    "Outcomes",
                    "Put that right, or say why it airs all the same: among all commands, after an exclamation mark.",
                ),
            )
        case ErrandMoved() | Held() | ClaimOver():
            return of_errands(outcome)
        case Unsaved(reason=reason):
            why = why_not(reason)
            title = _tr("Outcomes", "That was not saved, nothing has changed. {0}").format(why.title)
            return Words(title, _tr("Outcomes", "{0} The reason: {1}").format(why.next_step, reason))
        case _:
            assert_never(outcome)


def of_stock(outcome: NotEnough | CountedMeanwhile | UnknownSku) -> Words:
    """Refusals about numbers."""
    match outcome:
        case NotEnough(sku=sku, available=available):
            return Words(
                _tr("Outcomes", "Only {0} of {1} can still be promised.").format(available, sku),
                _tr("Outcomes", "Take fewer, or count the stock again."),
            )
        case CountedMeanwhile(sku=sku, seen=seen, on_hand=on_hand):
            title = _tr("Outcomes", "{0} moved while you counted: it was {1}, now it is {2}.")
            return Words(
                title.format(sku, seen, on_hand), _tr("Outcomes", "Look at the new number, then count once more.")
            )
        case UnknownSku(sku=sku):
            return Words(
                _tr("Outcomes", "No product here has the SKU {0}.").format(sku),
                _tr("Outcomes", "Check the SKU, or import the product first."),
            )
        case _:
            assert_never(outcome)


def of_things(outcome: Missing | Invalid | CodeTaken | InUse) -> Words:
    """Refusals about one thing of the show."""
    match outcome:
        case Missing(what="show"):
            return Words(_tr("Outcomes", "There is no show yet."), _tr("Outcomes", "Begin a new show first."))
        case Missing(what=what):
            return Words(
                _tr("Outcomes", "This is no longer there: {0}.").format(thing_word(what)),
                _tr("Outcomes", "Somebody may have removed it. Look at the list and choose again."),
            )
        case Invalid(field=field):
            return Words(
                _tr("Outcomes", "This cannot be kept as it is: {0}.").format(field_word(field)),
                _tr("Outcomes", "The rule: {0}. Correct it and try again.").format(rule_words(outcome)),
            )
        case CodeTaken(code=code):
            return Words(
                _tr("Outcomes", "Another item has the code {0}.").format(code),
                _tr("Outcomes", "Give this one another code, or change the other one first."),
            )
        case InUse(what=what):
            return in_use(what)
        case _:
            assert_never(outcome)


def in_use(what: str) -> Words:
    """What is pinned or was played stays."""
    if what == "pinned":
        return Words(
            _tr("Outcomes", "This item is being explained now."), _tr("Outcomes", "Unpin it first, then remove it.")
        )
    if what in {"queued", "there"}:
        return Words(_tr("Outcomes", "It is there again already."), _tr("Outcomes", "There is nothing to do."))
    return Words(
        _tr("Outcomes", "The rundown has been played already."),
        _tr("Outcomes", "What was played stays on record. Add or change the segments that come next."),
    )


def of_show(outcome: NotRunning | AlreadyRunning | NothingNext) -> Words:
    """Refusals about the run of the show."""
    match outcome:
        case NotRunning():
            return Words(
                _tr("Outcomes", "The show has not been started."), _tr("Outcomes", "Start it, then try again.")
            )
        case AlreadyRunning():
            return Words(_tr("Outcomes", "The show is running."), _tr("Outcomes", "End it first."))
        case NothingNext():
            return Words(
                _tr("Outcomes", "There is no segment in that direction."),
                _tr("Outcomes", "Choose a segment in the rundown, or add one."),
            )
        case _:
            assert_never(outcome)


def gate_word(gate: Gate) -> str:
    """Why something may not air, in a few words."""
    match gate:
        case StockUnconfirmed():
            return _tr("Outcomes", "its stock was never counted")
        case SoldOut():
            return _tr("Outcomes", "it is sold out")
        case NoPrice(sku=sku):
            return _tr("Outcomes", "{0} has no price").format(sku)
        case ScriptUnapproved():
            return _tr("Outcomes", "its script is not approved")
        case SaleHalted(notice=notice):
            halted = _tr("Outcomes", "its sale is stopped")
            return _tr("Outcomes", "its sale is stopped: {0}").format(notice) if notice else halted
        case _:
            assert_never(gate)


def of_errands(outcome: ErrandMoved | Held | ClaimOver) -> Words:
    """Refusals about what goes to a shop, or went on without it."""
    match outcome:
        case ErrandMoved() | ClaimOver():
            return Words(
                _tr("Outcomes", "This has gone on meanwhile."),
                _tr("Outcomes", "Look at how it stands now, then choose again."),
            )
        case Held():
            return Words(
                _tr("Outcomes", "This file is a copy: nothing is sent from it yet."),
                _tr("Outcomes", "Look at what differs at the shop, then let it send again."),
            )
        case _:
            assert_never(outcome)


def thing_word(what: str) -> str:
    """What is missing, as people call it."""
    words = {
        "item": _tr("Outcomes", "the item of the queue"),
        "segment": _tr("Outcomes", "the segment"),
        "proposal": _tr("Outcomes", "the proposal"),
        "product": _tr("Outcomes", "the product"),
        "move": _tr("Outcomes", "the change of stock"),
        "finding": _tr("Outcomes", "the finding"),
        "connection": _tr("Outcomes", "the connection"),
        "order": _tr("Outcomes", "the order"),
        "claim": _tr("Outcomes", "the claim"),
        "errand": _tr("Outcomes", "what was to be done at the shop"),
    }
    return words.get(what, what)


def field_word(field: str) -> str:
    """A field, as its label calls it."""
    words = {
        "title": _tr("Outcomes", "the title"),
        "currency": _tr("Outcomes", "the currency"),
        "description": _tr("Outcomes", "the description"),
        "sku": _tr("Outcomes", "the SKU"),
        "price": _tr("Outcomes", "the price"),
        "quantity": _tr("Outcomes", "the quantity"),
        "code": _tr("Outcomes", "the code"),
        "planned": _tr("Outcomes", "the planned time"),
        "owner": _tr("Outcomes", "the owner"),
        "notes": _tr("Outcomes", "the notes"),
        "script": _tr("Outcomes", "the script"),
        "coupon": _tr("Outcomes", "the coupon"),
        "gift": _tr("Outcomes", "the gift"),
        "delta": _tr("Outcomes", "the change of stock"),
        "reason": _tr("Outcomes", "the reason"),
        "counted": _tr("Outcomes", "the count"),
        "buyer": _tr("Outcomes", "the buyer"),
        "hold": _tr("Outcomes", "the time of a hold"),
        "by": _tr("Outcomes", "the time to add"),
        "limit": _tr("Outcomes", "the limit a buyer"),
        "pieces": _tr("Outcomes", "the pieces"),
        "notice": _tr("Outcomes", "the notice"),
        "total": _tr("Outcomes", "the sum to give back"),
        "segment": _tr("Outcomes", "the segment"),
        "delay": _tr("Outcomes", "the delay"),
        "planned_end": _tr("Outcomes", "the planned end"),
        "colour": _tr("Outcomes", "the colour"),
        "group": _tr("Outcomes", "the group"),
        "loops_to": _tr("Outcomes", "the loop"),
        "kind": _tr("Outcomes", "the kind of row"),
        "mix": _tr("Outcomes", "the mix of roles"),
        "errand": _tr("Outcomes", "what was to be done at the shop"),
        "orders": _tr("Outcomes", "the orders to cancel"),
    }
    return words.get(field, field)

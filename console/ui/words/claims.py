"""Claims in words: what was asked for, how it stands, why, and what to know of the buyer."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.claims.book import Claims
from console.domain.claims.buyers import Tag, Tagged
from console.domain.claims.claim import Claim, ClaimState, Part, PartState, Why
from console.domain.claims.reading import ReasonCode
from console.ui.style.palette import Palette
from console.ui.widgets.shapes import Shape
from console.ui.words.reasons import reason_words

_tr = QCoreApplication.translate
BETWEEN = " · "
SHAPES = {
    ClaimState.REVIEW: (Shape.TRIANGLE, "low"),
    ClaimState.GRANTED: (Shape.DISC, "good"),
    ClaimState.PARTLY: (Shape.HALF, "good"),
    ClaimState.PAYABLE: (Shape.RING, "good"),
    ClaimState.WAITING: (Shape.DOTS, "accent"),
    ClaimState.PAID: (Shape.TICK, "good"),
    ClaimState.EXPIRED: (Shape.STRUCK, "low"),
    ClaimState.RELEASED: (Shape.RING, "muted"),
    ClaimState.CANCELLED: (Shape.CROSSED, "muted"),
    ClaimState.REFUSED: (Shape.CROSSED, "out"),
}
"""The shape of each state, and the name of its colour in a palette."""


def items_words(claim: Claim) -> str:
    """What was asked for; of a claim that does not say it, just that."""
    items = (f"{QLocale().toString(part.quantity)} × {part.sku}" for part in claim.parts)
    return ", ".join(items) or _tr("Claims", "not said which")


def state_word(state: ClaimState) -> str:
    """How a claim stands, in a word or two."""
    words = {
        ClaimState.REVIEW: _tr("Claims", "needs you"),
        ClaimState.GRANTED: _tr("Claims", "held"),
        ClaimState.PARTLY: _tr("Claims", "held in part"),
        ClaimState.PAYABLE: _tr("Claims", "may pay"),
        ClaimState.WAITING: _tr("Claims", "waiting"),
        ClaimState.PAID: _tr("Claims", "paid"),
        ClaimState.EXPIRED: _tr("Claims", "not paid in time"),
        ClaimState.RELEASED: _tr("Claims", "released"),
        ClaimState.CANCELLED: _tr("Claims", "not accepted"),
        ClaimState.REFUSED: _tr("Claims", "refused"),
    }
    return words[state]


def mark_of(state: ClaimState, palette: Palette) -> tuple[Shape, str]:
    """The shape of a claim's state, in a colour that says the same."""
    shape, tone = SHAPES[state]
    return shape, str(getattr(palette, tone))


def became(book: Claims, claim: Claim) -> str:
    """What became of a claim, SKU by SKU, short enough for a chat line."""
    if claim.state is ClaimState.REVIEW:
        return _tr("Claims", "in the tray: {0}").format(review_words(claim))
    return ", ".join(part_words(part, book.rank(claim.id, part.sku)) for part in claim.parts)


def review_words(claim: Claim) -> str:
    """Why a claim waits for a person, and what in its line made it so."""
    if claim.review is not Why.UNSURE or claim.reason not in set(ReasonCode):
        return why_words(claim.review)
    sure = _tr("Claims", "{0} % sure").format(QLocale().toString(claim.sure))
    return told(reason_words(ReasonCode(claim.reason)), sure)


def part_words(part: Part, rank: int) -> str:
    """What became of one SKU; `rank` is its place among those who wait now."""
    number = QLocale().toString
    match part.state:
        case PartState.PAYABLE:
            return _tr("Claims", "{0} × {1} to whoever pays first").format(number(part.got), part.sku)
        case PartState.HELD:
            return _tr("Claims", "{0} × {1} held").format(number(part.got), part.sku)
        case PartState.PAID:
            return _tr("Claims", "{0} × {1} paid").format(number(part.got), part.sku)
        case PartState.WAITING:
            return _tr("Claims", "{0} waiting as number {1}").format(part.sku, number(rank))
        case PartState.ASKED:
            return _tr("Claims", "{0} × {1} not decided").format(number(part.quantity), part.sku)
        case PartState.EXPIRED:
            return _tr("Claims", "{0} not paid in time").format(part.sku)
        case PartState.RELEASED:
            return _tr("Claims", "{0} released").format(part.sku)
        case PartState.CANCELLED:
            return _tr("Claims", "{0} not accepted").format(part.sku)
        case PartState.REFUSED:
            return _tr("Claims", "{0} refused: {1}").format(part.sku, why_words(part.why))
        case _:
            assert_never(part.state)


def part_word(state: PartState) -> str:
    """How one SKU of a claim stands, in a word or two."""
    words = {
        PartState.ASKED: _tr("Claims", "not decided yet"),
        PartState.PAYABLE: _tr("Claims", "may be paid"),
        PartState.WAITING: _tr("Claims", "waiting"),
        PartState.HELD: _tr("Claims", "held"),
        PartState.PAID: _tr("Claims", "paid"),
        PartState.EXPIRED: _tr("Claims", "not paid in time"),
        PartState.RELEASED: _tr("Claims", "released"),
        PartState.CANCELLED: _tr("Claims", "not accepted"),
        PartState.REFUSED: _tr("Claims", "refused"),
    }
    return words[state]


def why_words(why: Why) -> str:
    """A reason, as the second half of a sentence; nothing where the state says it all."""
    words = {
        Why.NONE: "",
        Why.PAID: "",
        Why.ENOUGH_LEFT: _tr("Claims", "there were enough left"),
        Why.WHAT_WAS_LEFT: _tr("Claims", "that was what could still be given"),
        Why.PAYS_FIRST: _tr("Claims", "whoever pays first has the pieces"),
        Why.PAID_BEFORE: _tr("Claims", "others had paid before"),
        Why.TOO_FEW_LEFT: _tr("Claims", "too few were left"),
        Why.STOPPED: _tr("Claims", "the sale was stopped"),
        Why.NOT_RELEASED: _tr("Claims", "no more had been released yet"),
        Why.OVER_LIMIT: _tr("Claims", "it is more than one buyer may have"),
        Why.UNKNOWN_SKU: _tr("Claims", "it is not sold here"),
        Why.MOVED_UP: _tr("Claims", "pieces became free and it was next"),
        Why.DUE: _tr("Claims", "it was not paid in time"),
        Why.BY_HAND: _tr("Claims", "the studio ended it"),
        Why.REJECTED: _tr("Claims", "the studio did not accept it"),
        Why.ORDER_CANCELLED: _tr("Claims", "the order was cancelled"),
        Why.ORDER_GONE: _tr("Claims", "its order was taken away at the shop"),
        Why.NOT_ORDERED: _tr("Claims", "the buyer ordered without it"),
        Why.UNSURE: _tr("Claims", "it is not clear what is meant"),
        Why.RESTRICTED: _tr("Claims", "the buyer is restricted"),
        Why.NO_IDENTITY: _tr("Claims", "the chat does not tell who asks"),
        Why.DELETED: _tr("Claims", "its line was deleted"),
    }
    return words[why]


def tags_words(known: Tagged) -> str:
    """What to know of a buyer."""
    return BETWEEN.join(_tag_words(tag, known.unpaid) for tag in known.tags)


def _tag_words(tag: Tag, unpaid: int) -> str:
    match tag:
        case Tag.FIRST:
            return _tr("Claims", "first time")
        case Tag.REPEAT:
            return _tr("Claims", "repeat")
        case Tag.OWES:
            return _tr("Claims", "%n left unpaid", "", unpaid)
        case Tag.RESTRICTED:
            return _tr("Claims", "restricted")
        case _:
            assert_never(tag)


def told(*words: str) -> str:
    """What there is to tell of these, in a row."""
    return BETWEEN.join(each for each in words if each)


def lines(words: Iterable[str]) -> str:
    """What there is to tell of these, a line each."""
    return "\n".join(each for each in words if each)

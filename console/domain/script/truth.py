"""Whether what a line says is so: the ledger, the price and the offer decide."""

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

import msgspec

from console.domain.money import Money, exponent
from console.domain.script.facts import Known, Prices, Subject, before, prices
from console.domain.script.sayings import Kind, Saying
from console.domain.stock_state import StockState, state_of


class Why(StrEnum):
    """Why a line is struck."""

    LEFT = "left"
    NOT_COUNTED = "not_counted"
    SOLD_OUT = "sold_out"
    STOPPED = "stopped"
    NOT_SOLD_OUT = "not_sold_out"
    FEW = "few"
    NO_RECORD = "no_record"
    BEEN_LOWER = "been_lower"
    WAS = "was"
    NEVER_MORE = "never_more"
    COSTS = "costs"
    NO_COUPON = "no_coupon"
    NO_GIFT = "no_gift"
    NO_END = "no_end"
    ENDED = "ended"


class Strike(msgspec.Struct, frozen=True):
    """What of a line is not so (`said`), why, and what is so instead."""

    why: Why
    said: str
    pieces: int = 0
    prices: Prices | None = None
    at: datetime | None = None


Judged = Strike | None


def strike_of(sayings: Iterable[Saying], known: Known, subjects: tuple[Subject, ...]) -> Judged:
    """The first thing that is not so; None where everything is, or nothing is said.

    What is so of any of the subjects is let be, and what needs a subject says nothing where there is none.
    """
    return next((strike for saying in sayings if (strike := judged(saying, known, subjects))), None)


def judged(saying: Saying, known: Known, subjects: tuple[Subject, ...]) -> Judged:
    """Whether one saying is struck."""
    if saying.kind in _OF_OFFER:
        return _OF_OFFER[saying.kind](saying, known)
    strikes = [_OF_SUBJECT[saying.kind](saying, known, subject) for subject in subjects]
    return strikes[0] if all(strikes) and strikes else None


def _pieces(saying: Saying, known: Known, subject: Subject) -> Judged:
    """So many are left, or fewer, or more."""
    left, said = known.left(subject), Decimal(1) if saying.number is None else saying.number
    if left is None:
        return Strike(Why.NOT_COUNTED, saying.words)
    if left <= 0:
        return Strike(Why.SOLD_OUT, saying.words)
    so = {Kind.LEFT: left == said, Kind.FEWER: left < said, Kind.MORE: left >= said}[saying.kind]
    return None if so else Strike(Why.LEFT, saying.words, pieces=left)


def _gone(saying: Saying, known: Known, subject: Subject) -> Judged:
    left = known.left(subject)
    return Strike(Why.NOT_SOLD_OUT, saying.words, pieces=left) if left is not None and left > 0 else None


def _there(saying: Saying, known: Known, subject: Subject) -> Judged:
    left = known.left(subject)
    if left is not None and left <= 0:
        return Strike(Why.SOLD_OUT, saying.words)
    return Strike(Why.STOPPED, saying.words) if known.stopped(subject) else None


def _plenty(saying: Saying, known: Known, subject: Subject) -> Judged:
    if strike := _there(saying, known, subject):
        return strike
    levels = [level for sku in subject.skus if (level := known.show.stock.get(sku))]
    left = known.left(subject)
    if left is None:
        return Strike(Why.NOT_COUNTED, saying.words)
    return Strike(Why.FEW, saying.words, pieces=left) if state_of(levels) is StockState.LOW else None


def _lowest(saying: Saying, known: Known, subject: Subject) -> Judged:
    """A price is the lowest only if a record says so of every variant."""
    records = [known.lowest.get(sku) for sku in subject.skus]
    if not all(records):
        return Strike(Why.NO_RECORD, saying.words)
    lower = [low for low, each in zip(records, subject.variants, strict=True) if low and low < each.price]
    return Strike(Why.BEEN_LOWER, saying.words, prices=prices(lower)) if lower else None


def _was(saying: Saying, _known: Known, subject: Subject) -> Judged:
    before_now = before(subject)
    if not before_now:
        return Strike(Why.NEVER_MORE, saying.words)
    return None if _among(saying, before_now) else Strike(Why.WAS, saying.words, prices=prices(before_now))


def _costs(saying: Saying, _known: Known, subject: Subject) -> Judged:
    now = [each.price for each in subject.variants]
    return None if _among(saying, now) else Strike(Why.COSTS, saying.words, prices=prices(now))


def _among(saying: Saying, amounts: Iterable[Money]) -> bool:
    return any(Decimal(each.minor).scaleb(-exponent(each.currency)) == saying.number for each in amounts)


def _offered(saying: Saying, known: Known) -> Judged:
    """A coupon or a gift is there, and holds."""
    coupon = saying.kind is Kind.COUPON
    if not (known.segment.coupon if coupon else known.segment.gift).strip():
        return Strike(Why.NO_COUPON if coupon else Why.NO_GIFT, saying.words)
    return _ended(saying, known)


def _limited(saying: Saying, known: Known) -> Judged:
    """A limited time has an end on record, and that is to come."""
    return _ended(saying, known) if known.segment.offer_until else Strike(Why.NO_END, saying.words)


def _ended(saying: Saying, known: Known) -> Judged:
    return Strike(Why.ENDED, saying.words, at=known.segment.offer_until) if known.offer_ended else None


_OF_SUBJECT: dict[Kind, Callable[[Saying, Known, Subject], Judged]] = {
    Kind.LEFT: _pieces,
    Kind.FEWER: _pieces,
    Kind.MORE: _pieces,
    Kind.GONE: _gone,
    Kind.THERE: _there,
    Kind.PLENTY: _plenty,
    Kind.LOWEST: _lowest,
    Kind.WAS: _was,
    Kind.COSTS: _costs,
}
_OF_OFFER: dict[Kind, Callable[[Saying, Known], Judged]] = {
    Kind.COUPON: _offered,
    Kind.GIFT: _offered,
    Kind.LIMITED: _limited,
}

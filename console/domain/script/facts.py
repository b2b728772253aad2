"""The facts that a script may name, from the ledger and the show."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from console.domain.health import State
from console.domain.money import Money
from console.domain.products import Product, Variant
from console.domain.rundown import Segment
from console.domain.show import Show
from console.domain.standings import Standing, state_of
from console.domain.status import FileState, FileStatus
from console.domain.stock_state import pieces_left
from console.domain.timing import timing


class Fact(StrEnum):
    """What can be named in braces."""

    PRICE = "price"
    COMPARE_AT = "compare_at"
    STOCK = "stock"
    SOLD = "sold"
    COUPON = "coupon"
    GIFT = "gift"
    TIME_LEFT = "time_left"


class Lack(StrEnum):
    """Why there is nothing to put in its place."""

    NO_SUCH_FACT = "no_such_fact"
    NO_PRODUCT = "no_product"
    NOT_KNOWN = "not_known"
    NO_COMPARE_AT = "no_compare_at"
    NOT_COUNTED = "not_counted"
    FILE_UNKNOWN = "file_unknown"
    NO_COUPON = "no_coupon"
    NO_GIFT = "no_gift"
    OFFER_ENDED = "offer_ended"


class Trust(msgspec.Struct, frozen=True):
    """How far the numbers can be relied on: not at all while the file is not `known`; `since`: they are as of then."""

    known: bool = True
    since: datetime | None = None


def trust_in(file: FileStatus | None, shops: Iterable[Standing], now: datetime) -> Trust:
    """How far the numbers can be relied on, by how the file and the shops stand."""
    if file is not None and file.state is not FileState.SAVED:
        return Trust(known=False)
    late = [each.fresh or each.began for each in shops if state_of(each, now) in {State.BAD, State.ATTENTION}]
    return Trust(since=min(late, default=None))


class Prices(msgspec.Struct, frozen=True):
    """A price, or the lowest and the highest of several variants."""

    low: Money
    high: Money


class Pieces(msgspec.Struct, frozen=True):
    """So many pieces; `since` is given where that is the number of then and may have changed."""

    count: int
    since: datetime | None = None


class Words(msgspec.Struct, frozen=True):
    """Words that a person wrote for it."""

    text: str


class Left(msgspec.Struct, frozen=True):
    """The time that the segment has left; below zero it runs over."""

    time: timedelta


class Lacking(msgspec.Struct, frozen=True):
    """Nothing can be said: `named` is what the script asked for."""

    named: str
    why: Lack


Value = Prices | Pieces | Words | Left | Lacking


class Subject(msgspec.Struct, frozen=True):
    """What a line is about: a product, or some of its variants."""

    product: Product
    variants: tuple[Variant, ...]

    @property
    def skus(self) -> tuple[str, ...]:
        """The SKUs that count."""
        return tuple(each.sku for each in self.variants)


class Known(msgspec.Struct, frozen=True):
    """The show at an instant, with the segment whose script is read. `lowest` is the lowest price on record, by SKU."""

    show: Show
    segment: Segment
    now: datetime
    trust: Trust = Trust()
    lowest: dict[str, Money] = {}

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The products that the segment is about, what is pinned first; without any, what is pinned."""
        show = self.show
        item = show.explained
        pinned = (item.product,) if item else ()
        mine = self.segment.products or pinned
        ordered = dict.fromkeys((*(each for each in pinned if each in mine), *mine))
        return tuple(whole(show.products[each]) for each in ordered if each in show.products)

    def named(self, name: str) -> Subject | None:
        """The product that has this code or id, or the variant that has this SKU."""
        show = self.show
        item = next((each for each in show.queue if each.code == name), None)
        if item and (product := show.products.get(item.product)):
            return whole(product)
        product = show.products.get(show.owners.get(name) or name)
        if product is None:
            return None
        return Subject(product, tuple(each for each in product.variants if each.sku == name) or product.variants)

    def left(self, subject: Subject) -> int | None:
        """The pieces of a subject that may still be promised; None while nothing was counted."""
        return pieces_left(level for sku in subject.skus if (level := self.show.stock.get(sku)))

    def stopped(self, subject: Subject) -> bool:
        """Whether the sale of all of it is stopped."""
        return all(map(self.show.claims.closed, subject.skus))

    @property
    def offer_ended(self) -> bool:
        """Whether coupon and gift of the segment hold no longer."""
        until = self.segment.offer_until
        return until is not None and until <= self.now

    @property
    def time_left(self) -> timedelta:
        """What is left of the segment; all of it unless it is live."""
        live = self.show.live
        told = timing(self.show, self.now) if live and live.segment == self.segment.id else None
        return told.remaining if told else self.segment.planned


def whole(product: Product) -> Subject:
    """All of a product."""
    return Subject(product, product.variants)


def value_of(known: Known, name: str, of: str) -> Value:
    """What stands for `{name}`, or `{name:of}` with a code or SKU."""
    fact = next((each for each in Fact if each == name), None)
    if fact is None:
        return Lacking(name, Lack.NO_SUCH_FACT)
    if fact in _OF_SEGMENT:
        return _OF_SEGMENT[fact](known)
    subject = known.named(of) if of else next(iter(known.subjects), None)
    if subject is None:
        return Lacking(of or name, Lack.NOT_KNOWN if of else Lack.NO_PRODUCT)
    return _OF_SUBJECT[fact](known, subject)


def prices(variants: Iterable[Money]) -> Prices | None:
    """The span of some prices; None of none."""
    ordered = sorted(variants)
    return Prices(ordered[0], ordered[-1]) if ordered else None


def price(_known: Known, subject: Subject) -> Value:
    """What it costs."""
    return prices(each.price for each in subject.variants) or Lacking(Fact.PRICE, Lack.NO_PRODUCT)


def compare_at(_known: Known, subject: Subject) -> Value:
    """What it cost before, where that was more."""
    return prices(before(subject)) or Lacking(Fact.COMPARE_AT, Lack.NO_COMPARE_AT)


def before(subject: Subject) -> list[Money]:
    """The prices of before that are above those of now."""
    return [each.compare_at for each in subject.variants if each.compare_at and each.compare_at > each.price]


def stock(known: Known, subject: Subject) -> Value:
    """What is left of it; none counted below zero."""
    if not known.trust.known:
        return Lacking(Fact.STOCK, Lack.FILE_UNKNOWN)
    left = known.left(subject)
    return Lacking(Fact.STOCK, Lack.NOT_COUNTED) if left is None else Pieces(max(0, left), known.trust.since)


def sold(known: Known, subject: Subject) -> Value:
    """What was sold of it in this show."""
    if not known.trust.known:
        return Lacking(Fact.SOLD, Lack.FILE_UNKNOWN)
    return Pieces(sum(known.show.sold.get(sku) or 0 for sku in subject.skus), known.trust.since)


def coupon(known: Known) -> Value:
    """The coupon, while it holds."""
    return _offered(known, Fact.COUPON, known.segment.coupon, Lack.NO_COUPON)


def gift(known: Known) -> Value:
    """The gift, while it is given."""
    return _offered(known, Fact.GIFT, known.segment.gift, Lack.NO_GIFT)


def _offered(known: Known, fact: Fact, text: str, none: Lack) -> Value:
    if not text.strip():
        return Lacking(fact, none)
    return Lacking(fact, Lack.OFFER_ENDED) if known.offer_ended else Words(text.strip())


_OF_SUBJECT: dict[Fact, Callable[[Known, Subject], Value]] = {
    Fact.PRICE: price,
    Fact.COMPARE_AT: compare_at,
    Fact.STOCK: stock,
    Fact.SOLD: sold,
}
_OF_SEGMENT: dict[Fact, Callable[[Known], Value]] = {
    Fact.COUPON: coupon,
    Fact.GIFT: gift,
    Fact.TIME_LEFT: lambda known: Left(known.time_left),
}

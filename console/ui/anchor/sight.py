"""What the anchor sees, as words: where the show is, what it costs, what is left, what is asked."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.questions import Question
from console.domain.rundown import Segment
from console.domain.script.facts import Known, Lacking, Pieces, Prices, Subject, Trust, compare_at, price, stock
from console.domain.show import Show
from console.domain.stock_state import StockState, state_of
from console.domain.timing import following, on_air, timing
from console.ui.widgets.plain_text import one_line
from console.ui.words.money import money_text
from console.ui.words.script import DASH, prices_text
from console.ui.words.times import age_text, length_text, remaining_text, whole_remaining

MOST_WORDS = 300
SOON = 30


class StockSign(StrEnum):
    """The states of stock, each with a word and a shape of its own."""

    PLENTY = "plenty"
    LOW = "low"
    SOLD_OUT = "sold_out"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class TimeSight(msgspec.Struct, frozen=True):
    """The time: its figures, what they are, and whether the segment runs over or will soon end."""

    figures: str = ""
    words: str = ""
    over: bool = False
    soon: bool = False


class StockSight(msgspec.Struct, frozen=True):
    """The stock: a number, its state in a word, and how old the number is, if it is."""

    figures: str = DASH
    sign: StockSign = StockSign.UNKNOWN
    words: str = ""
    age: str = ""


class Sight(msgspec.Struct, frozen=True):
    """All of it. `price` has a shorter form for where it does not fit; `was` is the price before."""

    segment: str = ""
    product: str = ""
    price: str = ""
    price_from: str = ""
    was: str = ""
    time: TimeSight = TimeSight()
    stock: StockSight | None = None
    next: str = ""
    next_length: str = ""
    question: str = ""
    asked_by: str = ""


def live_segment(show: Show) -> Segment | None:
    """The segment that is live, as it went on air; before the first one, the one that comes."""
    return on_air(show) or show.segment(following(show) or 0)


def sight_of(show: Show, now: datetime, trust: Trust, question: Question | None) -> Sight:
    """What the anchor sees at `now`."""
    segment = live_segment(show)
    coming = show.segment(following(show) or 0) if show.live else None
    known, subject = shown_in(show, now, trust)
    costs = price(known, subject) if subject else None
    before = compare_at(known, subject) if subject else None
    return Sight(
        segment=_short(segment.title) if segment else _tr("Nothing comes next"),
        product=_short(subject.product.title) if subject else "",
        price=prices_text(costs) if isinstance(costs, Prices) else "",
        price_from=_tr("from {0}").format(money_text(costs.low)) if isinstance(costs, Prices) else "",
        was=prices_text(before) if isinstance(before, Prices) else "",
        time=time_of(show, segment, now),
        stock=stock_of(known, subject) if subject else None,
        next=_short(coming.title) if coming else "",
        next_length=length_text(coming.planned) if coming else "",
        question=_short(question.text) if question else "",
        asked_by=_tr("ASKED BY {0}").format(QLocale().toString(question.people)) if question else "",
    )


def shown_in(show: Show, now: datetime, trust: Trust) -> tuple[Known, Subject | None]:
    """What is known, and the product that is shown."""
    known = Known(show, live_segment(show) or Segment("", timedelta()), now, trust)
    return known, next(iter(known.subjects), None)


def sign_of(show: Show, now: datetime, trust: Trust) -> StockSign | None:
    """The state of the stock that is shown; None where none is."""
    known, subject = shown_in(show, now, trust)
    return stock_of(known, subject).sign if subject else None


def time_of(show: Show, segment: Segment | None, now: datetime) -> TimeSight:
    """What is left of the live segment, or how long the one that comes will be."""
    told = timing(show, now)
    if told is None or told.live is None:
        return TimeSight(length_text(segment.planned), _tr("PLANNED")) if segment else TimeSight()
    left = whole_remaining(told.remaining)
    words = _tr("HELD") if told.paused else _tr("OVER") if left < 0 else _tr("LEFT")
    return TimeSight(remaining_text(told.remaining), words, over=left < 0, soon=0 <= left <= SOON)


def stock_of(known: Known, subject: Subject) -> StockSight:
    """What is left, and what that means."""
    value = stock(known, subject)
    if known.stopped(subject):
        figures = QLocale().toString(value.count) if isinstance(value, Pieces) else DASH
        return StockSight(figures, StockSign.STOPPED, sign_words(StockSign.STOPPED), _age(value, known.now))
    if isinstance(value, Lacking) or not isinstance(value, Pieces):
        return StockSight(words=sign_words(StockSign.UNKNOWN))
    levels = [level for sku in subject.skus if (level := known.show.stock.get(sku))]
    signs = {StockState.SOLD_OUT: StockSign.SOLD_OUT, StockState.LOW: StockSign.LOW}
    sign = signs.get(state_of(levels), StockSign.PLENTY)
    return StockSight(QLocale().toString(value.count), sign, sign_words(sign), _age(value, known.now))


def sign_words(sign: StockSign) -> str:
    """The word of a state."""
    return {
        StockSign.PLENTY: _tr("IN STOCK"),
        StockSign.LOW: _tr("LOW"),
        StockSign.SOLD_OUT: _tr("SOLD OUT"),
        StockSign.STOPPED: _tr("SALE STOPPED"),
        StockSign.UNKNOWN: _tr("NOT KNOWN"),
    }[sign]


def _age(value: object, now: datetime) -> str:
    since = value.since if isinstance(value, Pieces) else None
    return _tr("{0} old").format(age_text(now - since)) if since else ""


def _short(text: str) -> str:
    return one_line(text[:MOST_WORDS])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Anchor", text)

"""A script in words: what stands for each fact, what is missing, and why a line is struck."""

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.script.facts import Fact, Lack, Lacking, Left, Pieces, Prices, Value, Words
from console.domain.script.lines import Filled, ScriptLine, Text
from console.domain.script.truth import Strike, Why
from console.ui.words.money import money_text
from console.ui.words.times import age_text, clock_text, remaining_text

DASH = "–"


class Written(msgspec.Struct, frozen=True):
    """A line as it is shown. `filled` and `missing` are stretches of its text, in UTF-16 units: (begin, length).

    `why` says why it is struck; nothing if it stands. A `marker` is a heading, not to be said.
    """

    text: str
    filled: tuple[tuple[int, int], ...] = ()
    missing: tuple[tuple[int, int], ...] = ()
    why: str = ""
    marker: bool = False


def written(line: ScriptLine, now: datetime) -> Written:
    """The line with all that it names in words."""
    text = ""
    filled: list[tuple[int, int]] = []
    missing: list[tuple[int, int]] = []
    for part in line.parts:
        match part:
            case Text(words=words):
                text += words
            case Filled(value=value):
                words = value_text(value, now)
                here = missing if isinstance(value, Lacking) else filled
                here.append((_units(text), _units(words)))
                text += words
    strike = strike_text(line.strike) if line.strike else ""
    return Written(text, tuple(filled), tuple(missing), strike, marker=line.marker)


def _units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def value_text(value: Value, now: datetime) -> str:
    """What stands for a fact; an old number tells its age, and what is missing is named."""
    match value:
        case Prices():
            return prices_text(value)
        case Pieces(count=count, since=None):
            return QLocale().toString(count)
        case Pieces(count=count, since=datetime() as since):
            return _tr("{count} ({age} old)").format(count=QLocale().toString(count), age=age_text(now - since))
        case Words(text=text):
            return text
        case Left(time=time):
            return remaining_text(time)
        case Lacking(why=Lack.FILE_UNKNOWN):
            return DASH
        case Lacking():
            return f"[{lack_text(value)}]"
    return DASH


def prices_text(prices: Prices) -> str:
    """A price, or the lowest and the highest."""
    low, high = money_text(prices.low), money_text(prices.high)
    return low if low == high else f"{low} {DASH} {high}"


def lack_text(lacking: Lacking) -> str:
    """What is missing."""
    words = {
        Lack.NO_SUCH_FACT: _tr("“{name}” is no fact"),
        Lack.NO_PRODUCT: _tr("no product"),
        Lack.NOT_KNOWN: _tr("no product {name}"),
        Lack.NO_COMPARE_AT: _tr("no price before"),
        Lack.NOT_COUNTED: _tr("not counted"),
        Lack.FILE_UNKNOWN: DASH,
        Lack.NO_COUPON: _tr("no coupon"),
        Lack.NO_GIFT: _tr("no gift"),
        Lack.OFFER_ENDED: _tr("{fact} ended"),
    }
    names = {Fact.COUPON: _tr("coupon"), Fact.GIFT: _tr("gift")}
    fact = next((word for each, word in names.items() if each == lacking.named), lacking.named)
    return words[lacking.why].format(name=lacking.named, fact=fact)


def strike_text(strike: Strike) -> str:
    """Why a line is struck, in a few words."""
    words = {
        Why.LEFT: _tr("{pieces} left"),
        Why.NOT_COUNTED: _tr("the stock was never counted"),
        Why.SOLD_OUT: _tr("sold out"),
        Why.STOPPED: _tr("the sale is stopped"),
        Why.NOT_SOLD_OUT: _tr("{pieces} are left"),
        Why.FEW: _tr("only {pieces} are left"),
        Why.NO_RECORD: _tr("no record of prices bears it out"),
        Why.BEEN_LOWER: _tr("it has been {prices}"),
        Why.WAS: _tr("it was {prices}"),
        Why.NEVER_MORE: _tr("no higher price is on record"),
        Why.COSTS: _tr("it costs {prices}"),
        Why.NO_COUPON: _tr("there is no coupon"),
        Why.NO_GIFT: _tr("there is no gift"),
        Why.NO_END: _tr("no end of the offer is set"),
        Why.ENDED: _tr("it ended at {time}"),
    }
    return words[strike.why].format(
        pieces=QLocale().toString(strike.pieces),
        prices=prices_text(strike.prices) if strike.prices else "",
        time=clock_text(strike.at) if strike.at else "",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Script", text)

"""Money: an integer of minor units and a currency, exact."""

import re
from decimal import Decimal, InvalidOperation
from functools import cache

import msgspec

MOST_MINOR = 2**53 - 1
EXPONENTS = {
    **dict.fromkeys(("JPY", "KRW", "VND"), 0),
    **dict.fromkeys(("USD", "EUR", "GBP", "CNY", "TWD", "HKD", "SGD", "MYR", "THB", "PHP", "AUD", "CAD", "INR"), 2),
}  # as CLDR has them: with these, a first paint does not wait for Babel's tables


class Money(msgspec.Struct, frozen=True, order=True, gc=False):
    """An amount: `minor` units (cents, yen, fils) of an ISO 4217 `currency`."""

    minor: int
    currency: str


class MoneyError(ValueError):
    """A text that is not an exact amount of its currency; the message says why, in plain words."""


@cache
def exponent(currency: str) -> int:
    """The number of decimal places of a currency: USD 2, JPY 0, KWD 3 (CLDR's table, by way of Babel)."""
    if currency in EXPONENTS:
        return EXPONENTS[currency]
    from babel.numbers import get_currency_precision  # noqa: PLC0415 - 40 ms that the window's start need not pay

    return get_currency_precision(currency)


def is_currency(currency: str) -> bool:
    """Whether `currency` is a code that CLDR knows, in capitals."""
    from babel.numbers import is_currency as known  # noqa: PLC0415 - as above

    return bool(known(currency))


def parse_money(text: str, currency: str) -> Money:
    """Read an amount written with a decimal point, as shops export it: `59.90`, `500`.

    Raises MoneyError for anything else: signs, exponents, separators of thousands, or more decimal places than the
    currency has (a zero there is allowed).
    """
    text = text.strip()
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,10})?", text):
        raise MoneyError(f"“{text[:40]}” is not an amount such as 59.90")
    try:
        minor = Decimal(text).scaleb(exponent(currency))
    except InvalidOperation as error:  # pragma: no cover - the pattern above admits no such text
        raise MoneyError(str(error)) from error
    if minor != minor.to_integral_value():
        raise MoneyError(f"“{text}” has more than {exponent(currency)} decimal places, which {currency} does not have")
    if minor > MOST_MINOR:
        raise MoneyError(f"“{text}” is too large")
    return Money(int(minor), currency)


def plain(money: Money) -> str:
    """The amount in digits with a decimal point and no currency, as a file wants it: `59.90`."""
    return f"{Decimal(money.minor).scaleb(-exponent(money.currency)):f}"

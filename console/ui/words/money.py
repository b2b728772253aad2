"""Money as people write it: `$59.90`, `59,90 €`, `SGD 59.90`, exact to the last unit."""

from functools import cache

from PySide6.QtCore import QLocale

from console.domain.money import Money, exponent

MINUS = "\N{MINUS SIGN}"
_SPACE = "\N{NO-BREAK SPACE}"
_SIGN = "\N{CURRENCY SIGN}"
_PLAIN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def money_text(money: Money, locale: QLocale | None = None) -> str:
    """The amount with its currency's sign, in the manner of the locale (the program's, if none is given)."""
    locale = locale or QLocale()
    if locale.language() is QLocale.Language.C:
        locale = _PLAIN
    places = exponent(money.currency)
    whole, part = divmod(abs(money.minor), 10**places)
    amount = locale.toString(whole) + (locale.decimalPoint() + _padded(part, places, locale) if places else "")
    pattern = locale.toCurrencyString(1, _SIGN).replace(locale.toString(1), amount, 1)
    text = pattern.replace(_SIGN, _symbol(money.currency, locale)).strip()
    return f"{MINUS}{text}" if money.minor < 0 else text


def _padded(part: int, places: int, locale: QLocale) -> str:
    return "".join(locale.toString(int(digit)) for digit in f"{part:0{places}d}")


def _symbol(currency: str, locale: QLocale) -> str:
    """The currency's sign in a locale; one that ends in a letter stands off from the digits."""
    own = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == currency
    sign = (locale.currencySymbol() if own else "") or _foreign_symbol(currency, locale.name())
    return f"{sign}{_SPACE}" if sign[-1:].isalpha() else sign


@cache
def _foreign_symbol(currency: str, name: str) -> str:
    """The sign of a currency that is not the locale's own."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 40 ms that the window's start need not pay
    from babel.numbers import get_currency_symbol  # noqa: PLC0415 - as above

    try:
        known = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        known = Locale("en", "US")
    return get_currency_symbol(currency, known)

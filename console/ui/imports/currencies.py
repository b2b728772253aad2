"""The currencies to choose from."""

from PySide6.QtCore import QLocale

COMMON = (
    "USD",
    "EUR",
    "GBP",
    "CNY",
    "HKD",
    "TWD",
    "JPY",
    "KRW",
    "SGD",
    "MYR",
    "THB",
    "VND",
    "IDR",
    "PHP",
    "AUD",
    "CAD",
)


def currencies() -> tuple[str, ...]:
    """ISO 4217 codes: those of large live markets first, then all that some country uses."""
    every = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    codes = {locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) for locale in every}
    return COMMON + tuple(sorted(codes - set(COMMON) - {""}))

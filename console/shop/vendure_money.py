"""Vendure's amounts, which have the same decimal places in every currency, as exact Money."""

from decimal import ROUND_HALF_EVEN, Decimal

from console.desk.ports import ShopRefused
from console.domain.money import Money, exponent, plain
from console.shop.bounds import payable


def money(amount: int, currency: str, precision: int) -> Money:
    """An amount of `precision` decimal places in the currency's own minor units; what it cannot hold is rounded.

    Raises ShopRefused for an absurd amount.
    """
    places = exponent(currency) - precision
    if places >= 0:
        return Money(payable(amount * 10**places), currency)
    return Money(int(Decimal(amount).scaleb(places).quantize(Decimal(1), ROUND_HALF_EVEN)), currency)


def amount(money: Money, precision: int) -> int:
    """Money as an amount of `precision` decimal places; raises ShopRefused for what they cannot hold."""
    exact = Decimal(money.minor).scaleb(precision - exponent(money.currency))
    if exact != exact.to_integral_value():
        raise ShopRefused(f"The shop cannot hold {plain(money)} {money.currency} exactly", "Choose a rounder amount.")
    return int(exact)

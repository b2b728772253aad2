"""Sums of what a shop tells, which may be absurd although each of their parts is not."""

from console.desk.ports import ShopRefused
from console.domain.money import MOST_MINOR
from console.domain.stock import MOST


def countable(pieces: int) -> int:
    """The pieces, if stock can count so many; raises ShopRefused."""
    return _within(pieces, MOST)


def payable(minor: int) -> int:
    """The amount in minor units, if money can be so much; raises ShopRefused."""
    return _within(minor, MOST_MINOR)


def _within(number: int, most: int) -> int:
    if abs(number) > most:
        raise ShopRefused("The shop tells an absurd number", "Tell the shop's administrator.")
    return number

"""How lively a simulated show is at each second: pure curves, drawn from the seed."""

import math
import random

from console.rehearsal.viewers import Kind

QUIETEST, LIVELIEST = 0.5, 6.0
CLAIMS_OPEN = 12
"""Seconds after a pin before the first claim and the first purchase."""

_OPENING, _CLOSING = 180, 120
_QUIET_STRETCH, _QUIET_SHARE = 25, 0.15


def swell(age: int, fades: float = 45.0) -> float:
    """The excitement about a product: 0 until claims open, 1 half a minute after the pin, fading afterwards."""
    if age < CLAIMS_OPEN:
        return 0.0
    rise = min(1.0, (age - CLAIMS_OPEN + 1) / 18)
    return rise * math.exp(-max(0, age - CLAIMS_OPEN - 18) / fades)


def lines_per_second(seed: int, n: int, age: int | None) -> float:
    """The mean number of lines in second `n`; `age` is how many seconds ago the product was pinned (None: nothing is).

    Waves, a welcome for each new product, the swell of its claims, and quiet stretches in between.
    """
    if (age is None or age > 2 * _QUIET_STRETCH) and _quiet(seed, n):
        return QUIETEST
    waves = 1.5 + 0.5 * math.sin(n / 17 + seed % 7) + 0.4 * math.sin(n / 53 + seed % 11)
    fresh = 0.0 if age is None else 1.2 * math.exp(-age / 12) + 3.2 * swell(age)
    return min(LIVELIEST, max(QUIETEST, waves + fresh))


def purchases_per_second(age: int | None) -> float:
    """The mean number of purchases a second: a burst of about ten a pin over a low and steady floor."""
    if age is None:
        return 0.01
    return 0.035 + 0.11 * swell(age)


def moods(n: int, age: int | None, length: int) -> dict[Kind, float]:
    """What is said at second `n` of `length`, each kind with its weight."""
    return _of_the_hour(n, length) | ({} if age is None else _of_the_product(age))


def _of_the_hour(n: int, length: int) -> dict[Kind, float]:
    return {
        Kind.GREET: 8.0 if n < _OPENING else 0.15,
        Kind.BYE: 10.0 if n >= length - _CLOSING else 0.0,
        Kind.CHAT: 2.0,
        Kind.JOKE: 1.0,
        Kind.PRAISE: 0.9,
        Kind.COMPLAIN: 0.25,
    }


def _of_the_product(age: int) -> dict[Kind, float]:
    heat = swell(age)
    return {
        Kind.NOTICE: 4.0 * math.exp(-age / 10),
        Kind.ASK: 1.6,
        Kind.ASK_SIZE: 1.2,
        Kind.ASK_PRICE: 0.5,
        Kind.CLAIM: 0.1 + 2.0 * heat,
        Kind.CLAIM_VARIANT: 0.4 + 9.0 * heat,
    }


def _quiet(seed: int, n: int) -> bool:
    return random.Random(f"{seed}/quiet/{n // _QUIET_STRETCH}").random() < _QUIET_SHARE

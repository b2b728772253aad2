"""Whether there is enough left: the rule behind the words LOW and SOLD OUT."""

from collections.abc import Iterable
from enum import StrEnum

from console.domain.stock import Level

FEW = 5
SHARE = 10


class StockState(StrEnum):
    """What the pieces that are left mean."""

    UNCOUNTED = "uncounted"
    ENOUGH = "enough"
    LOW = "low"
    SOLD_OUT = "sold_out"


def counted(level: Level) -> bool:
    """Whether anything is known of this SKU: it was opened, or something has moved it."""
    return level.opened or bool(level.on_hand or level.reserved or level.committed)


def pieces_left(levels: Iterable[Level]) -> int | None:
    """The pieces that may still be promised, none counted below zero; all of them at or below: their sum.

    None if nothing is known of any. A variant that is oversold takes nothing from another one.
    """
    each = [level.available for level in levels if counted(level)]
    if not each:
        return None
    return sum(max(0, pieces) for pieces in each) or sum(each)


def state_of(levels: Iterable[Level]) -> StockState:
    """SOLD OUT is none; LOW is at the number set for a SKU, or for the others: 5 or fewer, or a tenth of the pieces."""
    known = tuple(levels)
    left = pieces_left(known)
    if left is None:
        return StockState.UNCOUNTED
    if left <= 0:
        return StockState.SOLD_OUT
    if any(level.low is not None and counted(level) and level.available <= level.low for level in known):
        return StockState.LOW
    return StockState.LOW if few([level for level in known if level.low is None]) else StockState.ENOUGH


def few(levels: Iterable[Level]) -> bool:
    """Whether the pieces of SKUs without a number of their own are few, taken together."""
    known = tuple(levels)
    left = pieces_left(known)
    on_hand = sum(level.on_hand for level in known)
    return left is not None and (left <= FEW or left * SHARE <= on_hand)

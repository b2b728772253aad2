"""The product queue: what is to be presented, in order."""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

import msgspec

MOST_CODE = 12
MOST_LOOPED = 50
LEAST_EVERY, MOST_EVERY = timedelta(seconds=30), timedelta(hours=1)

T = TypeVar("T")


class ItemRole(StrEnum):
    """What an item is for: to bring viewers in, to be the star, to earn, or to give back."""

    NONE = ""
    TRAFFIC = "traffic"
    HERO = "hero"
    PROFIT = "profit"
    WELFARE = "welfare"


class QueueItem(msgspec.Struct, frozen=True):
    """A product in the queue under a short code (1, 2, …) that viewers and staff use."""

    id: int
    code: str
    product: str
    role: ItemRole = ItemRole.NONE


class PinLoop(msgspec.Struct, frozen=True):
    """Items that are explained in turn, each for so long; none: there is no loop. `last` is the one explained last."""

    items: tuple[int, ...] = ()
    every: timedelta = timedelta(minutes=5)
    last: int = 0


def next_code(queue: Sequence[QueueItem]) -> str:
    """The number after the largest one in use."""
    return str(max((int(item.code) for item in queue if item.code.isdecimal()), default=0) + 1)


def moved_to(items: Sequence[T], index: int, to: int) -> tuple[T, ...]:
    """The items in the order that follows when the one at `index` is put at position `to`."""
    rest = [*items[:index], *items[index + 1 :]]
    rest.insert(to, items[index])
    return tuple(rest)

"""What sold out in a show, for how long, and for how long it was explained all the same."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from console.domain.replaying import Step
from console.domain.rundown import NOTHING
from console.domain.show import Mode, Show
from console.domain.stock_state import pieces_left

SECOND = timedelta(seconds=1)


class SoldOut(msgspec.Struct, frozen=True):
    """A product of the queue of which nothing could be promised: first `at`, so many `times`, for so long in all.

    `segment` was live when it first sold out (0: none). It was `explained` for so long while it was sold out; at the
    end it was `still` so, or not.
    """

    product: str
    at: datetime
    segment: int
    times: int = 0
    lasted: timedelta = NOTHING
    explained: timedelta = NOTHING
    still: bool = False


def sold_outs(steps: Iterable[Step]) -> list[SoldOut]:
    """What sold out between the beginning and the end of a show, by its steps, in its order; not for moments."""
    found: dict[str, SoldOut] = {}
    before: Show | None = None
    last: datetime | None = None
    for at, skus, show in steps:
        if before and last and before.mode is not Mode.OFF:
            age(found, before, at - last)
        if before and before.mode is not Mode.OFF and show.mode is not Mode.OFF:
            for product in {show.owners[sku] for sku in skus if sku in show.owners}:
                turn(found, before, show, product, at)
        before, last = show, at
    kept = (each for each in found.values() if each.still or each.lasted >= SECOND)
    return sorted(kept, key=lambda each: (each.at, each.product))


def age(found: dict[str, SoldOut], show: Show, by: timedelta) -> None:
    """What is sold out was so for longer."""
    pinned = show.explained.product if show.explained else ""
    for name, each in found.items():
        if each.still:
            explained = each.explained + (by if name == pinned else NOTHING)
            found[name] = replace(each, lasted=each.lasted + by, explained=explained)


def turn(found: dict[str, SoldOut], before: Show, after: Show, product: str, at: datetime) -> None:
    """A product of the queue has just sold out, or is there again."""
    if not gone(before, product) and gone(after, product) and after.item_of(product):
        known = found.get(product) or SoldOut(product, at, after.live.segment if after.live else 0)
        found[product] = replace(known, times=known.times + 1, still=True)
    elif product in found and gone(before, product) and not gone(after, product):
        found[product] = replace(found[product], still=False)


def gone(show: Show, product: str) -> bool:
    """Whether nothing of a product may be promised."""
    known = show.products.get(product)
    left = pieces_left(show.stock[sku] for sku in known.skus if sku in show.stock) if known else None
    return left is not None and left <= 0

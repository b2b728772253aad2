"""Telling from Vendure's stock movements whether a number was set by us, once, and over nobody else's change."""

from collections.abc import Iterable, Sequence

import msgspec

from console.desk.ports import Concluded, NotThere, Probe, Unclear
from console.shop.vendure_out_answers import MovedRow, MovementRow, PlaceRow

ADJUSTMENT = "ADJUSTMENT"
PROMISES = frozenset({"ALLOCATION", "RELEASE"})
"""Movements that leave the pieces on hand where they are."""


class StockSeen(msgspec.Struct, frozen=True):
    """A variant before its number was set to `target` at one `location`, and its pieces `elsewhere`.

    `known` are the latest movements that there were; `before` more came before them.
    """

    sku: str
    delta: int
    variant: str
    location: str
    target: int
    elsewhere: dict[str, int]
    before: int
    known: tuple[str, ...]


def judge(seen: StockSeen, now: MovedRow) -> Probe:
    """What the movements since then say.

    Setting a number leaves exactly that number behind it, in a movement of our size unless it went over another change.
    """
    since = _since(seen, now)
    if since is None:
        return Unclear(f"The shop's list of stock movements of {seen.sku} is not in order", _look(seen))
    adjustments = [movement for movement in since if movement.type == ADJUSTMENT]
    if not adjustments:
        return NotThere()
    ours = [movement for movement in _leading_to(seen.target, since, _on_hand(seen, now)) if movement in adjustments]
    for movement in ours:
        if movement.quantity == seen.delta:
            return Concluded(f"stock movement {movement.id}")
    if ours:
        return _over_another(seen, seen.delta - ours[0].quantity)
    if elsewhere(now.stock_levels, seen.location) == seen.elsewhere and all(
        movement.quantity != seen.delta for movement in adjustments
    ):
        return NotThere()
    return Unclear(f"Somebody else changed {seen.sku} in the shop at the same time", _look(seen))


def elsewhere(places: Iterable[PlaceRow], location: str) -> dict[str, int]:
    """The pieces at all other locations: while these stand still, all movements were at this one."""
    return {place.stock_location_id: place.stock_on_hand for place in places if place.stock_location_id != location}


def _since(seen: StockSeen, now: MovedRow) -> Sequence[MovementRow] | None:
    """The movements that came later, or None if the list does not go on where it was."""
    items = now.stock_movements.items
    length = len(seen.known)
    whole = len(items) == now.stock_movements.total_items - seen.before
    if not whole or tuple(movement.id for movement in items[:length]) != seen.known:
        return None
    return items[length:]


def _on_hand(seen: StockSeen, now: MovedRow) -> int | None:
    return next((place.stock_on_hand for place in now.stock_levels if place.stock_location_id == seen.location), None)


def _leading_to(target: int, movements: Sequence[MovementRow], level: int | None) -> list[MovementRow]:
    """The movements after which the number was the target, counted back from what it is now.

    Where a variant's inventory is not tracked, only adjustments move the number: it is counted both ways.
    """
    if level is None:
        return []
    all_move = adjusted = level
    found = []
    for movement in reversed(movements):
        if target in {all_move, adjusted}:
            found.append(movement)
        all_move -= 0 if movement.type in PROMISES else movement.quantity
        adjusted -= movement.quantity if movement.type == ADJUSTMENT else 0
    return found


def _over_another(seen: StockSeen, lost: int) -> Unclear:
    """Ours is done, but it set the number over a change that the shop had made since it was read."""
    return Unclear(
        f"{seen.delta:+d} of {seen.sku} is done, but over a change of {lost:+d} in the shop",
        f"Leave this, and change {seen.sku} in the shop by {lost:+d}, or settle the difference that will be found.",
    )


def _look(seen: StockSeen) -> str:
    return f"Count {seen.sku}, here and in the shop; {seen.delta:+d} was meant to go there."

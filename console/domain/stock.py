"""Stock: four numbers a SKU, each the sum of its movements."""

from datetime import datetime
from enum import StrEnum

import msgspec

MOST = 2**31 - 1
MOST_REASON = 200


class Level(msgspec.Struct, frozen=True, gc=False):
    """The numbers of one SKU, in pieces. `opened`: a catalogue or a person has named its first quantity on hand.

    `buffer` pieces are never promised; at `low` available pieces or fewer it is low (None: by the common rule).
    """

    on_hand: int = 0
    reserved: int = 0
    committed: int = 0
    buffer: int = 0
    opened: bool = False
    low: int | None = None

    @property
    def available(self) -> int:
        """What may still be promised. Below zero only by a shop's order."""
        return self.on_hand - self.reserved - self.committed - self.buffer


class Counter(StrEnum):
    """The numbers that movements make."""

    ON_HAND = "on_hand"
    RESERVED = "reserved"
    COMMITTED = "committed"


class MovementKind(StrEnum):
    """Why a number moved."""

    OPENING = "opening"
    ADJUST = "adjust"
    COUNT = "count"
    UNDO = "undo"
    HOLD = "hold"
    RELEASE = "release"
    ORDER = "order"
    CANCEL = "cancel"
    SHIP = "ship"
    RETURN = "return"


class Movement(msgspec.Struct, frozen=True, gc=False):
    """One counter of one SKU moved by `delta` pieces. `reference` names the order, the import or the move behind it."""

    sku: str
    counter: Counter
    kind: MovementKind
    delta: int
    reason: str = ""
    reference: str = ""


class Move(msgspec.Struct, frozen=True, gc=False):
    """A change of stock by a person, as the list of what can be undone shows it.

    `untold` are the shops, by name, at which it was left undone.
    """

    id: int
    sku: str
    counter: Counter
    delta: int
    reason: str
    at: datetime
    person: str
    undone: bool = False
    untold: tuple[str, ...] = ()


def moved(level: Level, movement: Movement) -> Level:
    """The level after the movement."""
    match movement.counter:
        case Counter.ON_HAND:
            opened = level.opened or movement.kind is MovementKind.OPENING
            return msgspec.structs.replace(level, on_hand=level.on_hand + movement.delta, opened=opened)
        case Counter.RESERVED:
            return msgspec.structs.replace(level, reserved=level.reserved + movement.delta)
        case Counter.COMMITTED:
            return msgspec.structs.replace(level, committed=level.committed + movement.delta)

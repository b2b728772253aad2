"""A claim: what one buyer asked for, what was decided about each SKU of it, and until when that holds."""

from datetime import datetime
from enum import StrEnum

import msgspec

from console.domain.claims.reading import Asked

MOST_PIECES = 10_000
MOST_ITEMS = 50


class PartState(StrEnum):
    """Where one SKU of a claim stands. Forwards only: asked, then payable, then waiting, then held, then an end.

    Of what is payable nothing is held: whoever pays first has the pieces.
    """

    ASKED = "asked"
    PAYABLE = "payable"
    WAITING = "waiting"
    HELD = "held"
    PAID = "paid"
    EXPIRED = "expired"
    RELEASED = "released"
    CANCELLED = "cancelled"
    REFUSED = "refused"


class ClaimState(StrEnum):
    """Where a claim stands as a whole, in the words of the list."""

    REVIEW = "review"
    GRANTED = "granted"
    PARTLY = "partly"
    PAYABLE = "payable"
    WAITING = "waiting"
    PAID = "paid"
    EXPIRED = "expired"
    RELEASED = "released"
    CANCELLED = "cancelled"
    REFUSED = "refused"


class Why(StrEnum):
    """Why a part stands where it does, or why a claim waits for a person. Names are kept in the journal."""

    NONE = ""
    ENOUGH_LEFT = "enough_left"
    WHAT_WAS_LEFT = "what_was_left"
    PAYS_FIRST = "pays_first"
    PAID_BEFORE = "paid_before"
    TOO_FEW_LEFT = "too_few_left"
    STOPPED = "stopped"
    NOT_RELEASED = "not_released"
    OVER_LIMIT = "over_limit"
    UNKNOWN_SKU = "unknown_sku"
    MOVED_UP = "moved_up"
    DUE = "due"
    BY_HAND = "by_hand"
    PAID = "paid"
    REJECTED = "rejected"
    ORDER_CANCELLED = "order_cancelled"
    ORDER_GONE = "order_gone"
    NOT_ORDERED = "not_ordered"
    UNSURE = "unsure"
    RESTRICTED = "restricted"
    NO_IDENTITY = "no_identity"
    DELETED = "deleted"


class Part(msgspec.Struct, frozen=True):
    """One SKU of a claim: the sum asked for, in pieces, and how many it `got`, or may pay for.

    `left` is what could be granted when it was decided, `rank` the place at which it joined the wait-list (0: it never
    did), `until` the end of its hold, `draft` the number of the order that it is a part of (0: of none).
    """

    sku: str
    quantity: int
    state: PartState = PartState.ASKED
    got: int = 0
    left: int = 0
    rank: int = 0
    until: datetime | None = None
    why: Why = Why.NONE
    draft: int = 0

    @property
    def open(self) -> bool:
        """Whether something may still come of it."""
        return self.state in OPEN

    @property
    def orderable(self) -> int:
        """The pieces that its buyer may order now."""
        return self.got if self.state in ORDERABLE else 0

    @property
    def counted(self) -> int:
        """The pieces that count towards a buyer's limit."""
        match self.state:
            case PartState.PAYABLE | PartState.HELD | PartState.PAID:
                return self.got
            case PartState.WAITING:
                return self.quantity
            case _:
                return 0


OPEN = frozenset({PartState.ASKED, PartState.PAYABLE, PartState.WAITING, PartState.HELD})
ORDERABLE = frozenset({PartState.PAYABLE, PartState.HELD})
IN_ORDER = (
    (PartState.ASKED, ClaimState.REVIEW),
    (PartState.PAYABLE, ClaimState.PAYABLE),
    (PartState.WAITING, ClaimState.WAITING),
    (PartState.PAID, ClaimState.PAID),
    (PartState.EXPIRED, ClaimState.EXPIRED),
    (PartState.RELEASED, ClaimState.RELEASED),
    (PartState.CANCELLED, ClaimState.CANCELLED),
)


class Claim(msgspec.Struct, frozen=True):
    """What one buyer asked for with one line of a source (`line` "" = by hand), decided as one.

    `id` orders all claims: earlier arrivals at the desk have lower numbers, and of one arrival the line that its source
    told first, `place` 0. `buyer` is an identity of a platform, never a name. `review` says why it waits for a person,
    if it does; what it holds stays held meanwhile. `order` is the shop's order that it became, by its key here.
    `reason` is the code of why its line was read as it was, `sure` how surely, in per cent.
    """

    id: int
    show: int
    buyer: str
    source: str
    line: str
    at: datetime
    place: int
    parts: tuple[Part, ...]
    review: Why = Why.NONE
    form: str = ""
    order: str = ""
    reason: str = ""
    sure: int = 0

    @property
    def open(self) -> bool:
        """Whether something may still come of it."""
        return is_open(self.parts, self.review)

    @property
    def state(self) -> ClaimState:
        """Where it stands as a whole."""
        states = {part.state for part in self.parts}
        if PartState.ASKED in states or (self.review and self.open):
            return ClaimState.REVIEW
        if PartState.HELD in states:
            return ClaimState.PARTLY if states - {PartState.HELD, PartState.PAID} else ClaimState.GRANTED
        return next((whole for part, whole in IN_ORDER if part in states), ClaimState.REFUSED)

    @property
    def deadline(self) -> datetime | None:
        """When the first of its holds ends."""
        return min((part.until for part in self.parts if part.state is PartState.HELD and part.until), default=None)

    @property
    def reference(self) -> str:
        """How movements of stock name it."""
        return f"claim {self.id}"


def is_open(parts: tuple[Part, ...], review: Why) -> bool:
    """Whether something may still come of these parts; where there are none, of what a person finds was meant."""
    return any(part.open for part in parts) if parts else review is not Why.NONE


def summed(items: tuple[Asked, ...]) -> tuple[Part, ...]:
    """The parts that items ask for: several of one SKU take their sum."""
    sums: dict[str, int] = {}
    for item in items:
        sums[item.sku] = sums.get(item.sku, 0) + item.quantity
    return tuple(Part(sku, quantity) for sku, quantity in sums.items())

"""The outbox: what is to be done at a shop, once each, and what became of it."""

from datetime import datetime
from enum import StrEnum

import msgspec

from console.domain.money import Money


class StockBy(msgspec.Struct, frozen=True, tag=True):
    """Change the shop's number on hand by so many pieces; with `expect`, only if it is still that number."""

    sku: str
    delta: int
    expect: int | None = None


class CancelTo(msgspec.Struct, frozen=True, tag=True):
    """Of that order's SKU at most so many pieces stay sold: never "cancel so many"."""

    ref: str
    sku: str
    quantity: int


class RefundTo(msgspec.Struct, frozen=True, tag=True):
    """The sum of the money given back of that order is this: never "another so much"."""

    ref: str
    total: Money


class PriceAt(msgspec.Struct, frozen=True, tag=True):
    """The price of a SKU, with tax."""

    sku: str
    price: Money


class Wanted(msgspec.Struct, frozen=True):
    """So many pieces of a SKU in an order."""

    sku: str
    pieces: int


class DraftTo(msgspec.Struct, frozen=True, tag=True):
    """The draft order of that name has exactly these lines; without any there is no such draft.

    `buyer` is an identity of a platform, `customer` the shop's own id of them, where it is known.
    """

    key: str
    lines: tuple[Wanted, ...]
    buyer: str
    customer: str = ""


class Made(msgspec.Struct, frozen=True):
    """The draft that an errand led to, by the shop's id and code; `placed`: it is an order by now, and stays so."""

    ref: str
    code: str
    link: str = ""
    placed: bool = False


Task = StockBy | CancelTo | RefundTo | PriceAt | DraftTo


class Errand(msgspec.Struct, frozen=True):
    """One thing to be done at a shop.

    `key` names it at the shop, for life. `body` is the task's exact JSON as it was decided. `again` is the errand that
    this one tries again, or 0. `turn` is its place in the line: its own number, or that of the one that it replaces.
    `cause` is the change of stock that it tells of, or 0. `undoes` is the errand that it takes back, or 0: that one
    has to be done first, and if it ends undone, there is nothing to take back.
    """

    id: int
    shop: str
    key: str
    task: Task
    body: str
    again: int = 0
    turn: int = 0
    cause: int = 0
    undoes: int = 0


class ErrandState(StrEnum):
    """How far an errand is. It only goes forwards: sent may be done, rejected, or unknown first."""

    PENDING = "pending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DONE = "done"
    REJECTED = "rejected"


OPEN = frozenset({ErrandState.PENDING, ErrandState.SENT, ErrandState.UNKNOWN})


class Prepared(msgspec.Struct, frozen=True):
    """The exact request that is about to be sent, and what the shop `seen` before it: evidence for a later look."""

    request: str
    seen: str


class Outgoing(msgspec.Struct, frozen=True):
    """An errand and how it stands; `title` and `next_step` are words for people where it is in doubt or rejected.

    `undone`: the change of stock that it tells of was made good here meanwhile, so it is not tried again.
    """

    errand: Errand
    queued_at: datetime
    state: ErrandState = ErrandState.PENDING
    sent_at: datetime | None = None
    prepared: Prepared | None = None
    title: str = ""
    next_step: str = ""
    undone: bool = False

    @property
    def open(self) -> bool:
        """Whether it is still to be done, or its end to be found out."""
        return self.state in OPEN


encoder = msgspec.json.Encoder()


def new_errand(number: int, shop: str, origin: str, task: Task, cause: int = 0, undoes: int = 0) -> Errand:
    """An errand under a key that is never given twice: numbers are not within an origin, nor origins at all."""
    body = encoder.encode(task).decode()
    return Errand(number, shop, f"{origin}-{number}", task, body, turn=number, cause=cause, undoes=undoes)


def subjects(task: Task) -> frozenset[str]:
    """What a task touches at its shop: tasks that share a subject go one after the other."""
    match task:
        case StockBy(sku=sku) | PriceAt(sku=sku):
            return frozenset({f"SKU {sku}"})
        case CancelTo(ref=ref, sku=sku):
            return frozenset({f"order {ref}", f"SKU {sku}"})
        case RefundTo(ref=ref):
            return frozenset({f"order {ref}"})
        case DraftTo(key=key):
            return frozenset({f"draft {key}"})


def is_of(errand: Errand, origin: str) -> bool:
    """Whether an errand was queued in that life of the file."""
    return errand.key == f"{origin}-{errand.id}"

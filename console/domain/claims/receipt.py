"""A receipt: why a claim won, waited or lost, so that it can be told to the buyer."""

from datetime import datetime

import msgspec

from console.domain.claims.claim import Claim, PartState, Why


class Before(msgspec.Struct, frozen=True):
    """An earlier claim of the same SKU, by its number only: how many pieces it asked for, and how it stood then."""

    claim: int
    quantity: int
    got: int
    state: PartState


class Step(msgspec.Struct, frozen=True):
    """Something that became of a part: when, and to what."""

    at: datetime
    state: PartState
    got: int
    why: Why
    until: datetime | None = None


class Line(msgspec.Struct, frozen=True):
    """One SKU of a receipt: what was asked and decided first, what was left then, and all that became of it.

    `before` are the claims with lower numbers that had or waited for this SKU at that moment: the order is by number,
    and numbers are given by arrival at the desk, within one arrival in the order of the source. Where nothing was held,
    `paid` are the claims that paid for this SKU before this one did or came too late, in the order of payment, and
    `still` is what they had left.
    """

    sku: str
    quantity: int
    left: int
    rank: int
    before: tuple[Before, ...]
    steps: tuple[Step, ...]
    paid: tuple[Before, ...] = ()
    still: int = 0

    @property
    def by_payment(self) -> bool:
        """Whether it was the payment that counted."""
        return any(each.state is PartState.PAYABLE for each in self.steps)


class Receipt(msgspec.Struct, frozen=True):
    """All that decided about one claim, from the file alone. `place` is its line's place in what arrived together."""

    claim: Claim
    lines: tuple[Line, ...]

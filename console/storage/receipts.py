"""Receipts of claims, worked out from the journal alone."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from console.domain.changes import Claimed, ClaimMoved
from console.domain.claims.claim import Claim, Part, PartState
from console.domain.claims.receipt import Before, Line, Receipt, Step
from console.storage.packing import unpacked
from console.storage.sqlite import Connection
from console.storage.times import from_us

ROWS = """SELECT at, body FROM journal WHERE kind IN (SELECT id FROM kinds WHERE name IN ('Claimed', 'ClaimMoved'))
    ORDER BY id"""
IN_THE_WAY = frozenset({PartState.HELD, PartState.PAID, PartState.WAITING, PartState.PAYABLE})

bodies = msgspec.json.Decoder(Claimed | ClaimMoved)


def receipt(connection: Connection, number: int) -> Receipt | None:
    """The receipt of a claim; None if there is no such claim."""
    story = Story(number)
    for at, body in connection.execute(ROWS):
        story.take(from_us(at), bodies.decode(unpacked(body)))
    return story.receipt()


class Story:
    """What the journal says of one claim, and of all others for the same SKUs."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._claim: Claim | None = None
        self._parts: dict[str, dict[int, Part]] = {}
        self._lines: dict[str, Line] = {}
        self._paid: dict[str, list[Before]] = {}

    def take(self, at: datetime, change: Claimed | ClaimMoved) -> None:
        """Read one more row."""
        number, parts = (
            (change.claim.id, change.claim.parts) if isinstance(change, Claimed) else (change.claim, change.parts)
        )
        if number == self._number:
            self._claim = change.claim if isinstance(change, Claimed) else self._moved(change)
            self._lines = {part.sku: self._line(at, part) for part in parts}
        for part in parts:
            known = self._parts.setdefault(part.sku, {})
            before, known[number] = known.get(number), part
            if part.state is PartState.PAID and not (before and before.state is PartState.PAID):
                self._paid.setdefault(part.sku, []).append(Before(number, part.quantity, part.got, part.state))

    def _moved(self, change: ClaimMoved) -> Claim | None:
        known = self._claim
        return known and msgspec.structs.replace(known, parts=change.parts, review=change.review, order=change.order)

    def _line(self, at: datetime, part: Part) -> Line:
        """The SKU's line with one more step, if there was one; what stood before it is noted when it is decided."""
        known = self._lines.get(part.sku)
        before = self._parts.get(part.sku, {}).get(self._number)
        if known is None or before is None or before.state is PartState.ASKED:
            steps = known.steps if known else ()
            about = tuple(self._before(part.sku))
            return Line(part.sku, part.quantity, part.left, part.rank, about, (*steps, step(at, part)))
        if step(at, part) == step(at, before):
            return known
        steps = (*known.steps, step(at, part))
        if before.state is PartState.PAYABLE:
            paid = tuple(self._paid.get(part.sku, ()))
            return msgspec.structs.replace(known, steps=steps, rank=part.rank, paid=paid, still=part.left)
        return msgspec.structs.replace(known, steps=steps)

    def _before(self, sku: str) -> Iterator[Before]:
        """The other claims that had pieces of a SKU, and the earlier ones that waited for it."""
        for number, part in sorted(self._parts.get(sku, {}).items()):
            ahead = number < self._number or part.got > 0
            if number != self._number and ahead and part.state in IN_THE_WAY:
                yield Before(number, part.quantity, part.got, part.state)

    def receipt(self) -> Receipt | None:
        """What was found out."""
        return Receipt(self._claim, tuple(self._lines.values())) if self._claim else None


def step(at: datetime, part: Part) -> Step:
    """What became of a part at an instant."""
    return Step(at, part.state, part.got, part.why, part.until)

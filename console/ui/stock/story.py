"""The story behind a number: its movements with their running total."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from console.domain.show import Show
from console.domain.stock import Counter
from console.domain.why import Explained
from console.ui.stock.numbers import VariantRow


class Asked(StrEnum):
    """The numbers that can be asked about."""

    AVAILABLE = "available"
    RESERVED = "reserved"
    COMMITTED = "committed"
    ON_HAND = "on_hand"
    WAITING = "waiting"


HELD, ORDERED, WAITS, BY_HAND = "claim", "order", "waits", "by_hand"
REFERENCES = (HELD, ORDERED)


class StoryLine(msgspec.Struct, frozen=True):
    """One movement as it changed the number that is asked about, and the number after it.

    What is reserved or committed has a line for each claim or order that makes it; who waits, one with the place.
    """

    at: datetime
    delta: int
    total: int
    kind: str
    reason: str
    reference: str
    actor: str
    role: str
    sku: str


def number_of(row: VariantRow, asked: Asked) -> int:
    """The number as it is shown."""
    return {
        Asked.AVAILABLE: row.available or 0,
        Asked.RESERVED: row.reserved,
        Asked.COMMITTED: row.committed,
        Asked.ON_HAND: row.on_hand,
        Asked.WAITING: row.waiting,
    }[asked]


def story_of(told: Iterable[tuple[str, Sequence[Explained]]], asked: Asked) -> list[StoryLine]:
    """The movements of some SKUs that changed the number, newest first."""
    moves = [(datetime.fromisoformat(each.time), sku, each) for sku, several in told for each in several]
    lines: list[StoryLine] = []
    total = 0
    for at, sku, each in sorted(moves, key=lambda move: move[0]):
        delta = effect(each, asked)
        if delta:
            total += delta
            line = StoryLine(at, delta, total, each.kind, each.reason, each.reference, each.actor, each.role, sku)
            lines.append(line)
    return lines[::-1]


def made_of(told: Iterable[tuple[str, Sequence[Explained]]], asked: Asked) -> list[StoryLine]:
    """The claims, orders and other holds that make what is reserved or committed, newest first."""
    groups: dict[tuple[str, str], list[StoryLine]] = {}
    for line in reversed(story_of(told, asked)):
        kind = line.reference.partition(" ")[0]
        named = kind in REFERENCES
        name = (line.reference, line.sku) if named else (BY_HAND, line.sku)
        groups.setdefault(name, []).append(replace(line, kind=kind if named else BY_HAND))
    total, lines = 0, []
    for several in sorted(groups.values(), key=lambda lines: lines[-1].at):
        pieces = sum(line.delta for line in several)
        if pieces:
            total += pieces
            lines.append(replace(several[-1], delta=pieces, total=total))
    return lines[::-1]


def waiting_of(show: Show, skus: Iterable[str], *, several: bool) -> list[StoryLine]:
    """The claims that wait for these SKUs, in their order."""
    return [
        StoryLine(claim.at, part.quantity, rank, WAITS, "", claim.reference, "", "", sku if several else "")
        for sku in skus
        for rank, number in enumerate(show.claims.waiting.get(sku) or (), start=1)
        for claim in (show.claims.by_id[number],)
        for part in claim.parts
        if part.sku == sku
    ]


def about(show: Show, line: StoryLine, names: Mapping[str, str]) -> str:
    """Whose claim or order a line is, and how that stands; nothing of what is no claim or order."""
    kind, _, key = line.reference.partition(" ")
    claim = show.claims.by_id.get(int(key)) if kind == HELD and key.isdecimal() else None
    if claim is not None:
        return names.get(claim.buyer) or claim.buyer
    order = show.orders.get(key) if kind == ORDERED else None
    return order.snapshot.code if order is not None else ""


def effect(move: Explained, asked: Asked) -> int:
    """What a movement did to the number: what is reserved or committed is no longer available."""
    if asked is Asked.AVAILABLE:
        return move.delta if move.counter == Counter.ON_HAND else -move.delta
    return move.delta if move.counter == asked.value else 0

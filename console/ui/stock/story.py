"""The story behind a number: its movements with their running total."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from console.domain.stock import Counter
from console.domain.why import Explained
from console.ui.stock.numbers import VariantRow


class Asked(StrEnum):
    """The numbers that can be asked about."""

    AVAILABLE = "available"
    RESERVED = "reserved"
    COMMITTED = "committed"
    ON_HAND = "on_hand"


class StoryLine(msgspec.Struct, frozen=True):
    """One movement as it changed the number that is asked about, and the number after it."""

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


def effect(move: Explained, asked: Asked) -> int:
    """What a movement did to the number: what is reserved or committed is no longer available."""
    if asked is Asked.AVAILABLE:
        return move.delta if move.counter == Counter.ON_HAND else -move.delta
    return move.delta if move.counter == asked.value else 0

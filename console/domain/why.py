"""What stands behind a number."""

import msgspec


class Explained(msgspec.Struct, frozen=True):
    """One movement behind a number, in words. `time` is an ISO instant in UTC."""

    counter: str
    kind: str
    delta: int
    reason: str
    reference: str
    actor: str
    role: str
    time: str


class Numbers(msgspec.Struct, frozen=True):
    """The stock of one SKU in all its numbers, in pieces."""

    sku: str
    on_hand: int
    reserved: int
    committed: int
    available: int

"""What can be found: commands, what is in queue, catalogue, rundown, orders and script, and what may not air."""

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What an entry is."""

    ACT = "act"
    ITEM = "item"
    SEGMENT = "segment"
    ORDER = "order"
    PRODUCT = "product"
    LINE = "line"
    DESPITE = "despite"


class Entry(msgspec.Struct, frozen=True):
    """Something that can be found. `name` tells it from all others of its kind.

    `codes` are its exact names (a queue code, SKUs, a barcode), `why` says why it cannot be done now.
    """

    kind: Kind
    name: str
    words: str
    detail: str = ""
    keys: str = ""
    why: str = ""
    codes: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

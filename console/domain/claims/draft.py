"""The one order of a buyer's claims of a show, from when it is asked for at a shop until it stands or is gone."""

from enum import StrEnum

import msgspec

from console.domain.outbox import Wanted


class DraftState(StrEnum):
    """How far it has come: it goes forwards only, but that what was paid across our end of it stands after all."""

    OPEN = "open"
    ENDED = "ended"
    PLACED = "placed"


class Draft(msgspec.Struct, frozen=True):
    """A draft order at a shop. `key` is its name there, given once; `buyer` the identity that began it.

    `lines` are what was asked for last, with errand `errand`; `offered` what the shop has said it has. `ref` is the
    shop's id, `code` what its people call it, `link` where it can be paid, if the shop has that. `mended`: the shop had
    other lines than these and was asked once more.
    """

    id: int
    show: int
    shop: str
    buyer: str
    key: str
    lines: tuple[Wanted, ...] = ()
    offered: tuple[Wanted, ...] = ()
    ref: str = ""
    code: str = ""
    link: str = ""
    state: DraftState = DraftState.OPEN
    errand: int = 0
    mended: bool = False


class DraftFate(StrEnum):
    """What has become of a draft at its shop."""

    DRAFT = "draft"
    PLACED = "placed"
    CANCELLED = "cancelled"
    GONE = "gone"


class DraftSeen(msgspec.Struct, frozen=True):
    """A draft as its shop has it now."""

    key: str
    fate: DraftFate
    ref: str = ""
    code: str = ""
    link: str = ""
    lines: tuple[Wanted, ...] = ()


def new_draft(number: int, origin: str, show: int, shop: str, buyer: str) -> Draft:
    """A draft under a name that is never given twice."""
    return Draft(number, show, shop, buyer, f"{origin}-{number}")

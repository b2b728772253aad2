"""Who did it."""

from enum import StrEnum

import msgspec


class Role(StrEnum):
    """The part in which somebody acts."""

    OPERATOR = "operator"
    ASSISTANT = "assistant"
    ANCHOR = "anchor"
    SHOP = "shop"
    VIEWER = "viewer"
    DESK = "desk"


class Actor(msgspec.Struct, frozen=True):
    """A person (or a shop, or the desk itself), the part played, and the station it was done at."""

    person: str
    role: Role
    station: str = ""


DESK = Actor("", Role.DESK)
"""Who does what nobody asks for, and what is worked out before anybody does it."""

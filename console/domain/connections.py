"""Connections: the shop and the chats that a studio has set up, without their secrets."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec


class ConnectionKind(StrEnum):
    """What is at the other end."""

    SHOP = "shop"
    CHAT = "chat"


class Connection(msgspec.Struct, frozen=True):
    """One configured connection. `address` is an address such as `twitch:myshop` and never holds a secret."""

    name: str
    kind: ConnectionKind
    address: str

    @property
    def source(self) -> str:
        """The name under which the desk reports and keeps what comes from there."""
        return self.name if self.kind is ConnectionKind.SHOP else source_name(self.address)


def source_name(chat: str) -> str:
    """The name of a chat's source, from its address: Twitch knows no capitals."""
    return chat.lower() if chat.startswith("twitch:") else chat


class ShopState(StrEnum):
    """What the console knows of a shop."""

    CONNECTING = "connecting"
    READY = "ready"
    TROUBLE = "trouble"
    DENIED = "denied"


DUE = timedelta(seconds=2.75)
"""A shop is asked every 2 s and answers in less than one: what is later is shown within 3 s."""


class ShopStatus(msgspec.Struct, frozen=True):
    """A shop as the window shows it; `trouble` and `next_step` are words for people.

    `ahead` is how far its clock was ahead of the show's at the last sign-in (None: it did not tell). `unsent` says why
    what is to be done there does not go out at the moment; `stuck` is since when something there fails again and again.
    Its next news should come within `due`.
    """

    shop: str
    state: ShopState
    trouble: str = ""
    next_step: str = ""
    ahead: timedelta | None = None
    compared: datetime | None = None
    unsent: str = ""
    stuck: datetime | None = None
    due: timedelta = DUE

"""What a trial of a connection found: a real one, made and ended for the person who sets it up."""

from datetime import datetime, timedelta

import msgspec


class ShopFound(msgspec.Struct, frozen=True, tag=True):
    """The shop let us in and let us read. `ahead` is how far its clock is ahead of this computer's (None: not told).

    `drafts`: it can take the orders of claims.
    """

    name: str
    currency: str
    wanted: str
    ahead: timedelta | None = None
    products: int | None = None
    drafts: bool = True


class RoomJoined(msgspec.Struct, frozen=True, tag=True):
    """The room let us in. `said_at` is when somebody last spoke there, as far as it told; silence is no fault."""

    said_at: datetime | None = None


class TrialFailed(msgspec.Struct, frozen=True, tag=True):
    """It did not work, in words for people."""

    title: str
    next_step: str


Verdict = ShopFound | RoomJoined | TrialFailed

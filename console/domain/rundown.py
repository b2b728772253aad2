"""The rundown: what is planned, segment by segment, and what was played."""

from datetime import datetime, timedelta

import msgspec


class Segment(msgspec.Struct, frozen=True):
    """A stretch of the show as planned. `products` are ids of products; `id` is 0 until the desk has given one.

    A segment with a `planned_start` begins then; one without follows on the one before. `coupon` and `gift` are what is
    offered with its products, in words, until `offer_until` (None: for as long as it lasts).
    """

    title: str
    planned: timedelta
    id: int = 0
    planned_start: datetime | None = None
    owner: str = ""
    notes: str = ""
    script: str = ""
    products: tuple[str, ...] = ()
    coupon: str = ""
    gift: str = ""
    offer_until: datetime | None = None


class Aired(msgspec.Struct, frozen=True):
    """A stretch of the show as played: a segment that was live from `began` until `ended` (None: it still is)."""

    segment: int
    began: datetime
    ended: datetime | None = None

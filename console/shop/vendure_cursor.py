"""Where the reading of changed orders stands, in the shop's own time.

Vendure orders by the time of change alone, some servers know it to the second only, and offsets move while one reads.
So a page is asked for by a time, and the orders already read since that time are left out by their ids: a full page
always brings new ones, however many share a second. The last page of a sweep drops the ids, so that the next sweep
sees again what changed within the overlap.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from console.desk.ports import ShopRefused

OVERLAP = timedelta(seconds=6)
RESOLUTION = timedelta(seconds=1)
MOST_SEEN = 5000
MOST_LETTERS = 60_000


class Cursor(msgspec.Struct, frozen=True):
    """Changes later than `after` are to be read (None: all), but not those of the orders `seen` in this sweep."""

    after: datetime | None = None
    seen: dict[str, datetime] = {}


class Change(msgspec.Struct, frozen=True):
    """That an order changed at a time of the shop."""

    ref: str
    at: datetime


def read_cursor(text: str) -> Cursor:
    """The cursor that `write_cursor` wrote; "" is the beginning. Raises ShopRefused for any other text."""
    try:
        return msgspec.json.decode(text, type=Cursor) if text else Cursor()
    except msgspec.DecodeError as error:
        raise ShopRefused(
            "The note of where reading stopped is damaged", "Read the shop from the beginning."
        ) from error


def write_cursor(cursor: Cursor) -> str:
    """The cursor as text."""
    return msgspec.json.encode(cursor).decode()


def order_filter(cursor: Cursor) -> dict[str, object]:
    """The cursor as a filter of placed orders."""
    wanted: dict[str, object] = {"orderPlacedAt": {"isNull": False}}
    if cursor.after is not None:
        wanted["updatedAt"] = {"after": cursor.after.astimezone(UTC).isoformat(timespec="milliseconds")}
    if cursor.seen:
        wanted["id"] = {"notIn": list(cursor.seen)}
    return wanted


def advance(cursor: Cursor, changes: Iterable[Change], *, full: bool) -> Cursor:
    """The cursor after a page with these changes; a page that is not `full` ends the sweep.

    Raises ShopRefused if more orders share a second than a request can name, or if the shop repeats itself.
    """
    told = {change.ref: change.at for change in changes}
    if full and told.keys() <= cursor.seen.keys():
        raise ShopRefused("The shop tells the same orders again and again", "Tell the shop's administrator.")
    known = cursor.seen | told
    if not known:
        return Cursor(cursor.after)
    latest = max(known.values())
    wide = _since(cursor, latest - OVERLAP)
    if not full:
        return Cursor(wide)
    narrow = wide if _fits(_left(known, wide)) else _since(cursor, latest - RESOLUTION)
    if not _fits(_left(known, narrow)):
        raise ShopRefused("Too many orders changed in one second", "Tell the shop's administrator.")
    return Cursor(narrow, _left(known, narrow))


def _since(cursor: Cursor, floor: datetime) -> datetime:
    return floor if cursor.after is None else max(cursor.after, floor)


def _left(known: dict[str, datetime], floor: datetime) -> dict[str, datetime]:
    return {ref: at for ref, at in known.items() if at >= floor}


def _fits(seen: dict[str, datetime]) -> bool:
    return len(seen) <= MOST_SEEN and sum(map(len, seen)) <= MOST_LETTERS

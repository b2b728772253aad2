"""The rundown as planned and as played."""

from datetime import timedelta

from console.domain.changes import (
    RundownImported,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
    SegmentSkipped,
    Taken,
)
from console.domain.rundown import Segment
from console.storage.rows.catalogue import text
from console.storage.rows.place import Place
from console.storage.rows.positions import close_gap, make_room, shift
from console.storage.sqlite import Connection
from console.storage.times import to_us_or_none

ADDED = """INSERT INTO segments (id, show, position, title, planned, planned_start, owner, notes, script, products,
    coupon, gift, offer_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
CHANGED = """UPDATE segments SET title = ?, planned = ?, planned_start = ?, owner = ?, notes = ?, script = ?,
    products = ?, coupon = ?, gift = ?, offer_until = ? WHERE id = ?"""
AIRED = "INSERT INTO aired (show, segment, began) VALUES (?, ?, ?)"
ENDED = "UPDATE aired SET ended = ? WHERE show = ? AND ended IS NULL"
SKIPPED = "UPDATE segments SET skipped = ? WHERE id = ?"


def planned(segment: Segment) -> tuple[object, ...]:
    """The columns of a segment's plan."""
    length = segment.planned // timedelta(microseconds=1)
    texts = (segment.owner, segment.notes, segment.script, text(segment.products))
    offer = (segment.coupon, segment.gift, to_us_or_none(segment.offer_until))
    return (segment.title, length, to_us_or_none(segment.planned_start), *texts, *offer)


def write_rundown(
    connection: Connection,
    change: SegmentAdded | SegmentChanged | SegmentRemoved | SegmentMoved | RundownImported | SegmentSkipped | Taken,
    place: Place,
) -> None:
    """Bring the rundown up to date."""
    match change:
        case SegmentAdded(segment=segment, at=at):
            make_room(connection, "segments", place.show, at)
            connection.execute(ADDED, (segment.id, place.show, at, *planned(segment)))
        case SegmentChanged(segment=segment):
            connection.execute(CHANGED, (*planned(segment), segment.id))
        case SegmentRemoved(segment=number):
            close_gap(connection, "segments", "id", number)
            connection.execute("DELETE FROM segments WHERE id = ?", (number,))
        case SegmentMoved(segment=number, to=to):
            shift(connection, "segments", "id", number, to)
        case RundownImported(segments=segments):
            connection.execute("DELETE FROM segments WHERE show = ?", (place.show,))
            rows = [(each.id, place.show, at, *planned(each)) for at, each in enumerate(segments)]
            connection.executemany(ADDED, rows)
        case SegmentSkipped(segment=number, skip=skip):
            connection.execute(SKIPPED, (int(skip), number))
        case Taken(segment=number):
            connection.execute(ENDED, (place.at, place.show))
            connection.execute(AIRED, (place.show, number, place.at))
            connection.execute(SKIPPED, (0, number))

"""The rundown as planned, and what lies over it."""

from datetime import timedelta

import msgspec

from console.domain.changes import (
    DelaySet,
    RundownImported,
    RundownRulesSet,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
    SegmentSkipped,
)
from console.domain.rundown import Segment
from console.storage.rows.catalogue import text
from console.storage.rows.place import Place
from console.storage.rows.positions import close_gap, make_room, shift
from console.storage.sqlite import Connection
from console.storage.times import to_us_or_none

COLUMNS = (
    *("title", "planned", "planned_start", "owner", "notes", "script", "products"),
    *("coupon", "gift", "offer_until", "kind", "group_row"),
    *("hard", "planned_end", "count_to_end", "flag", "colour", "loops_to", "approved"),
)
PLAN = ", ".join(COLUMNS)
ADDED = f"""INSERT INTO segments (id, show, position, {PLAN})
    VALUES (?, ?, ?, {", ".join("?" * len(COLUMNS))})"""  # noqa: S608 - columns of this package's own
CHANGED = f"UPDATE segments SET {', '.join(f'{each} = ?' for each in COLUMNS)} WHERE id = ?"  # noqa: S608 - as above
SKIPPED = "UPDATE segments SET skipped = ? WHERE id = ?"
DELAYED = "UPDATE segments SET delay = ? WHERE id = ?"
NO_NEXT = "UPDATE shows SET next = NULL WHERE id = ?"
RULES = "INSERT INTO rundown_rules VALUES (?, ?) ON CONFLICT (show) DO UPDATE SET body = excluded.body"

US = timedelta(microseconds=1)


def planned(segment: Segment) -> tuple[object, ...]:
    """The columns of a row's plan, in their order."""
    texts = (segment.owner, segment.notes, segment.script, text(segment.products))
    times = (segment.planned // US, to_us_or_none(segment.planned_start))
    ends = (int(segment.hard), to_us_or_none(segment.planned_end), int(segment.count_to_end))
    rest = (int(segment.flag), segment.colour, segment.loops_to, int(segment.approved))
    offer = (segment.coupon, segment.gift, to_us_or_none(segment.offer_until))
    return (segment.title, *times, *texts, *offer, segment.kind, segment.group, *ends, *rest)


def write_rundown(
    connection: Connection,
    change: SegmentAdded
    | SegmentChanged
    | SegmentRemoved
    | SegmentMoved
    | RundownImported
    | SegmentSkipped
    | DelaySet
    | RundownRulesSet,
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
            connection.execute(NO_NEXT, (place.show,))
        case SegmentSkipped(segment=number, skip=skip):
            connection.execute(SKIPPED, (int(skip), number))
        case DelaySet(segment=number, delay=delay):
            connection.execute(DELAYED, (delay // US, number))
        case RundownRulesSet(rules=rules):
            connection.execute(RULES, (place.show, msgspec.json.encode(rules).decode()))

"""What was played, what comes next, and the plan as it was."""

from datetime import timedelta

import msgspec

from console.domain.changes import EditsTaken, NextSet, Paused, PlanKept, Resumed, Taken, TimeAdded
from console.domain.rundown import Segment
from console.storage.rows.place import Place
from console.storage.rows.rundown import NO_NEXT, PLAN, SKIPPED
from console.storage.sqlite import Connection

AIRED = "INSERT INTO aired (show, segment, began, copy) VALUES (?, ?, ?, ?)"
ENDED = "UPDATE aired SET ended = ? WHERE show = ? AND ended IS NULL"
PAUSED = """INSERT INTO pauses (show, aired, began)
    SELECT show, number, ? FROM aired WHERE show = ? AND ended IS NULL"""
RESUMED = "UPDATE pauses SET ended = ? WHERE show = ? AND ended IS NULL"
ADDED = "UPDATE aired SET added = added + ? WHERE show = ? AND ended IS NULL"
EDITED = "UPDATE aired SET copy = ? WHERE show = ? AND ended IS NULL"
NEXT = "UPDATE shows SET next = ? WHERE id = ?"
KEPT = f"""INSERT INTO as_planned (show, position, id, {PLAN})
    SELECT show, position, id, {PLAN} FROM segments WHERE show = ?"""  # noqa: S608 - columns of this package's own


def write_on_air(
    connection: Connection, change: Taken | PlanKept | NextSet | Paused | Resumed | TimeAdded | EditsTaken, place: Place
) -> None:
    """Bring what was played up to date."""
    run = connection.execute
    match change:
        case Taken(segment=number, copy=copy):
            end_aired(connection, place)
            run(AIRED, (place.show, number, place.at, copied(copy)))
            run(SKIPPED, (0, number))
            run(NO_NEXT, (place.show,))
        case PlanKept():
            run(KEPT, (place.show,))
        case NextSet(segment=number):
            run(NEXT, (number, place.show))
        case Paused():
            run(PAUSED, (place.at, place.show))
        case Resumed():
            run(RESUMED, (place.at, place.show))
        case TimeAdded(by=by):
            run(ADDED, (by // timedelta(microseconds=1), place.show))
        case EditsTaken(segment=segment):
            run(EDITED, (copied(segment), place.show))


def end_aired(connection: Connection, place: Place) -> None:
    """End what is live, and its pause."""
    connection.execute(RESUMED, (place.at, place.show))
    connection.execute(ENDED, (place.at, place.show))


def copied(segment: Segment | None) -> str | None:
    """A segment as it went on air, in one column."""
    return msgspec.json.encode(segment).decode() if segment else None

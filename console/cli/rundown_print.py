"""`cuedesk rundown print FILE`: the plan and the forecast of a show, at a moment."""

from datetime import UTC, datetime, timedelta
from typing import Any

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.cli.times import at_or_now, clock, length, signed
from console.domain.planning import plan
from console.domain.rundown import Kind
from console.domain.show import Show
from console.domain.timing import Timing, edited_on_air, following, spans, timing
from console.errors import CuedeskError
from console.storage.reader import reading
from console.storage.recognised import readable

MARKS = {Kind.SEGMENT: " ", Kind.GROUP: "#", Kind.MILESTONE: "-", Kind.AD_LIB: "+"}


def main(options: Options) -> int:
    """Print the rundown, also while a console has the file open."""
    readable(options.show)
    with reading(options.show) as reader:
        show = reader.show()
    now = at_or_now(options.at, show)
    told = timing(show, now)
    if told is None:
        raise CuedeskError("This show has no rundown.", f"Try cuedesk import rundown FILE --show {options.show}")
    if options.json:
        print_json(as_data(show, told, now))
    else:
        print_table(show, told, now)
    return 0


def as_data(show: Show, told: Timing, now: datetime) -> dict[str, Any]:
    """All that is told, as data: instants in UTC, lengths in seconds."""
    groups = spans(show, told, now)
    rows = []
    for slot in plan(show, show.began or now):
        row = slot.segment
        expected = told.expected.get(row.id) or (groups[row.id].begins if row.id in groups else None)
        rows.append(
            {
                "id": row.id,
                "kind": row.kind.value,
                "title": row.title,
                "owner": row.owner,
                "group": row.group,
                "planned_begin": slot.begins.isoformat() if row.kind is not Kind.AD_LIB else None,
                "planned_end": slot.ends.isoformat() if row.kind is not Kind.AD_LIB else None,
                "expected_begin": expected.isoformat() if expected else None,
                "seconds": (slot.length if row.timed else row.planned).total_seconds(),
                "delay": (show.delays.get(row.id) or timedelta(0)).total_seconds(),
                "hard": row.hard,
                "count_to_end": row.count_to_end,
                "flag": row.flag,
                "skipped": row.id in show.skipped,
                "live": bool(told.live and told.live.id == row.id),
            }
        )
    return {
        "show": show.title,
        "mode": show.mode.value,
        "at": now.astimezone(UTC).isoformat(),
        "live": told.live.id if told.live else None,
        "next": following(show),
        "elapsed": told.elapsed.total_seconds(),
        "remaining": told.remaining.total_seconds(),
        "held": told.paused,
        "edited_on_air": edited_on_air(show) is not None,
        "over": told.over.total_seconds(),
        "planned_end": told.planned_end.isoformat(),
        "expected_end": told.ends.isoformat(),
        "rows": rows,
    }


def print_table(show: Show, told: Timing, now: datetime) -> None:
    """Print for people, on this computer's clocks."""
    ends = f"planned end {clock(told.planned_end)}, expected {clock(told.ends)}, {signed(told.over)}"
    print(f"{one_line(show.title)}: {show.mode.value.replace('_', ' ')}, at {clock(now, day=True)}; {ends}")
    print("  planned   expected  length    title")
    coming = following(show)
    for slot in plan(show, show.began or now):
        row = slot.segment
        live = told.live is not None and told.live.id == row.id
        mark = ">" if live else "*" if row.id == coming else MARKS[row.kind]
        planned = clock(slot.begins) if row.kind is not Kind.AD_LIB else ""
        expected = clock(told.expected[row.id]) if row.id in told.expected else ""
        took = length(slot.length if row.timed or row.kind is Kind.GROUP else row.planned)
        print(f"{mark} {planned:9} {expected:9} {took:>8}  {words(show, told, row.id)}".rstrip())


def words(show: Show, told: Timing, number: int) -> str:
    """A row's title, and what is to be said of it."""
    row = show.segment(number)
    if row is None:
        return ""
    left = f"{'held, ' if told.paused else ''}{signed(told.remaining, plus='')} left"
    said = (
        f"({one_line(row.owner)})" if row.owner else "",
        "skipped" if row.id in show.skipped else "",
        "flag" if row.flag else "",
        "hard start" if row.hard else "",
        f"delay {signed(delay)}" if (delay := show.delays.get(row.id)) else "",
        f"live, {left}" if told.live and told.live.id == row.id else "",
        "changed while on air" if told.live and told.live.id == row.id and edited_on_air(show) else "",
    )
    inside = "  " if row.group else ""
    return "  ".join((inside + one_line(row.title), *(each for each in said if each)))

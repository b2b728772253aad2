"""`cuedesk rundown report FILE`: what was planned, what was played, and which segment made the delay."""

from datetime import UTC, datetime
from typing import Any

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.cli.times import clock, length, signed
from console.domain.played import Line, Report, as_played, report
from console.domain.proposals import Offered
from console.domain.show import Show
from console.errors import CuedeskError
from console.storage.reader import reading
from console.storage.recognised import readable


def main(options: Options) -> int:
    """Print the report of the current show, also while it runs."""
    readable(options.show)
    with reading(options.show) as reader:
        show = reader.show()
    now = datetime.now(UTC)
    told = report(show, now)
    if not told.lines:
        raise CuedeskError("This show has no rundown.", f"Try cuedesk import rundown FILE --show {options.show}")
    if options.json:
        print_json(as_data(show, told, now))
    else:
        print_table(show, told)
    return 0


def as_data(show: Show, told: Report, now: datetime) -> dict[str, Any]:
    """The report as data: instants in UTC, lengths in seconds; the plan and what was played apart."""
    return {
        "show": show.title,
        "began": told.began.isoformat() if told.began else None,
        "ended": told.ended.isoformat() if told.ended else None,
        "planned_end": told.planned_end.isoformat() if told.planned_end else None,
        "late": told.late.total_seconds(),
        "over": told.over.total_seconds(),
        "rest": told.rest.total_seconds(),
        "made_it_late": told.made_it_late or None,
        "segments": [line_data(line) for line in told.lines],
        "proposals": [offered_data(each) for each in show.proposals],
        "as_played": [
            {
                "segment": each.segment,
                "began": each.began.isoformat(),
                "ended": each.ended.isoformat(),
                "held": each.held,
            }
            for each in as_played(show, now)
        ],
    }


def offered_data(offered: Offered) -> dict[str, Any]:
    """A proposal with the numbers that it was made from, and how late the show was when it was answered."""
    proposal = offered.proposal
    return {
        "at": offered.at.isoformat(),
        "advice": proposal.advice.value,
        "reason": proposal.reason.value,
        "segment": proposal.segment,
        "other": proposal.other or None,
        "by": proposal.by.total_seconds(),
        "pace": proposal.numbers.pace,
        "stock": proposal.numbers.stock,
        "left": proposal.numbers.left.total_seconds(),
        "over": proposal.numbers.over.total_seconds(),
        "answer": offered.answer.value if offered.answer else None,
        "over_then": offered.over_then.total_seconds(),
    }


def line_data(line: Line) -> dict[str, Any]:
    """A segment as data."""
    return {
        "id": line.segment,
        "title": line.title,
        "kind": line.kind.value,
        "owner": line.owner,
        "planned_begin": line.begins.isoformat() if line.begins else None,
        "planned": line.planned.total_seconds() if line.planned is not None else None,
        "began": line.began.isoformat() if line.began else None,
        "took": line.took.total_seconds(),
        "held": line.held.total_seconds(),
        "added": line.added.total_seconds(),
        "difference": line.difference.total_seconds(),
        "rounds": line.rounds,
        "skipped": line.skipped,
    }


def print_table(show: Show, told: Report) -> None:
    """Print for people, on this computer's clocks."""
    print("  planned   began      planned      took      held  difference  title")
    for line in told.lines:
        mark = "!" if line.segment == told.made_it_late else " "
        begins = clock(line.begins) if line.begins else ""
        began = clock(line.began) if line.began else ""
        planned = length(line.planned) if line.planned is not None else ""
        took = length(line.took) if line.rounds else ""
        held = length(line.held) if line.held else ""
        times = f"{begins:9} {began:9} {planned:>8}  {took:>8}  {held:>8}  {signed(line.difference):>10}"
        print(f"{mark} {times}  {title(line)}")
    if told.planned_end and told.ended:
        print(f"Began {signed(told.late)}, {'ended' if show.ended else 'now'} {signed(told.over)}.")


def title(line: Line) -> str:
    """A segment's title, and what is to be said of it."""
    said = (
        "not planned" if line.planned is None else "",
        "skipped" if line.skipped else "not played" if not line.rounds else "",
        f"taken {line.rounds} times" if line.rounds > 1 else "",
        f"given {signed(line.added)}" if line.added else "",
    )
    return "  ".join((one_line(line.title), *(each for each in said if each)))

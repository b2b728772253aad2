"""`cuedesk rundown report FILE`: what was planned, what was played, what made the delay, and what happened besides."""

from datetime import UTC, datetime, timedelta
from typing import Any

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.cli.times import clock, length, signed
from console.domain.played import Line, Report, as_played, report
from console.domain.show import Show
from console.errors import CuedeskError
from console.exports.afterwards import afterwards
from console.imports.script_sayings import script_sayings
from console.storage.reader import reading
from console.storage.recognised import readable


def main(options: Options) -> int:
    """Print the report of the current show, also while it runs."""
    readable(options.show)
    with reading(options.show) as reader:
        reader.at_one_moment()
        show = reader.show()
        steps = reader.steps(show)
    now = datetime.now(UTC)
    told = report(show, now)
    if not told.lines:
        raise CuedeskError("This show has no rundown.", f"Try cuedesk import rundown FILE --show {options.show}")
    after = afterwards(show, steps, script_sayings(), now, datetime.isoformat)
    if options.json:
        print_json(as_data(show, told, after, now))
    else:
        print_table(show, told)
        print_after(show, after)
    return 0


def as_data(show: Show, told: Report, after: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The report as data: instants in UTC, lengths in seconds; the plan and what was played apart.

    `after` is what else there is to say of the show.
    """
    return {
        "show": show.title,
        "began": told.began.isoformat() if told.began else None,
        "ended": told.ended.isoformat() if told.ended else None,
        "planned_end": told.planned_end.isoformat() if told.planned_end else None,
        **after["rundown"],
        **{name: each for name, each in after.items() if name != "rundown"},
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


def print_after(show: Show, after: dict[str, Any]) -> None:
    """Print what else there is to say, each under a heading of its own if there is any of it."""
    lines = {
        "Proposals": [proposal_line(show, each) for each in after["proposals"]],
        "Cues": [cue_line(each) for each in after["cues"]["each"]],
        "Sold out": [sold_out_line(show, each) for each in after["sold_outs"]],
        "Struck from the script": [struck_line(each) for each in after["strikes"]],
        "Incidents": [incident_line(each) for each in after["incidents"]],
    }
    for heading, some in lines.items():
        if some:
            print(f"\n{heading}")
            print("\n".join(f"  {each}" for each in some))


def proposal_line(show: Show, told: dict[str, Any]) -> str:
    """A proposal, its answer, and what was foretold beside what came."""
    came = told["came"]
    segment = show.segment(told["segment"])
    what = (
        f"{told['advice']} “{one_line(segment.title, 40) if segment else told['segment']}”: {words_of(told['reason'])}"
    )
    really = difference(came["really"]) if came["really"] is not None else "not over"
    foretold = f"foretold {difference(came['foretold'])}, came to {really}" if told["advice"] != "swap" else ""
    sold = f"sold {came['sold']} in {length(timedelta(seconds=came['within']))}"
    over = f"show {difference(told['over_then'])} then, {difference(came['over'])} at the end"
    parts = (told["answer"] or "open", foretold, sold, over)
    return f"{at(told['at'])}  {what}; {', '.join(each for each in parts if each)}"


def cue_line(told: dict[str, Any]) -> str:
    """A cue, and how long it took to be noted."""
    took = f"noted after {told['took']:.0f} s" if told["took"] is not None else ""
    how = took or ("taken back" if told["taken_back"] else "never noted")
    text = f": {one_line(told['text'])}" if told["text"] else ""
    return f"{at(told['sent'])}  {words_of(told['kind'])}{text}; {how}"


def sold_out_line(show: Show, told: dict[str, Any]) -> str:
    """A product that sold out, and for how long."""
    product = show.products.get(told["product"])
    name = one_line(product.title, 60) if product else told["product"]
    lasted = f"for {length(timedelta(seconds=told['lasted']))}"
    explained = f"explained meanwhile for {length(timedelta(seconds=told['explained']))}" if told["explained"] else ""
    times = f"{told['times']} times" if told["times"] > 1 else ""
    return "  ".join(each for each in (at(told["at"]), name, times, lasted, explained) if each)


def struck_line(told: dict[str, Any]) -> str:
    """A struck line, and why."""
    until = f" until {at(told['until'])}" if told["until"] else ""
    where = f"“{one_line(told['title'], 40)}”, line {told['line']}"
    return f"{at(told['at'])}{until}  {where}: “{one_line(told['said'], 60)}” ({words_of(told['why'])})"


def incident_line(told: dict[str, Any]) -> str:
    """An incident, until when it lasted, and what was written down."""
    until = f"until {at(told['ended'])}" if told["ended"] else "open"
    notes = "; ".join(one_line(note["text"]) for note in told["notes"])
    return f"{at(told['began'])} {until}  {words_of(told['kind'])}: {notes}"


def at(instant: str) -> str:
    """An instant on this computer's clocks."""
    return clock(datetime.fromisoformat(instant))


def difference(took: float) -> str:
    """So many seconds, as a difference."""
    return signed(timedelta(seconds=took))


def words_of(name: str) -> str:
    """A name as words."""
    return name.replace("_", " ")


def title(line: Line) -> str:
    """A segment's title, and what is to be said of it."""
    said = (
        "not planned" if line.planned is None else "",
        "skipped" if line.skipped else "not played" if not line.rounds else "",
        f"taken {line.rounds} times" if line.rounds > 1 else "",
        f"given {signed(line.added)}" if line.added else "",
    )
    return "  ".join((one_line(line.title), *(each for each in said if each)))

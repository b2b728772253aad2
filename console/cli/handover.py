"""`cuedesk handover FILE`: what whoever takes the shift has to know, also while a console has the file open."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.cli.times import clock, length, signed
from console.domain.handover import Handover, Promised, Scarce, handover
from console.storage.reader import reading
from console.storage.recognised import readable


def main(options: Options) -> int:
    """Print the brief of the show as it is now."""
    readable(options.show)
    with reading(options.show) as reader:
        show = reader.show()
    brief = handover(show, datetime.now(UTC))
    if options.json:
        print_json(as_data(brief))
        return 0
    for line in lines(brief):
        print(one_line(line))
    return 0


def as_data(brief: Handover) -> dict[str, object]:
    """The brief as data, lengths in seconds."""
    data: dict[str, object] = msgspec.to_builtins(brief)
    for name, each in (("remaining", brief.remaining), ("over", brief.over)):
        data[name] = None if each is None else each.total_seconds()
    return data


def lines(brief: Handover) -> Iterator[str]:
    """The brief for people, a line for each thing."""
    yield f"{brief.show}, {clock(brief.at)}"
    if brief.live and brief.remaining is not None:
        left = (
            f"{length(brief.remaining)} left" if brief.remaining >= timedelta(0) else f"{length(-brief.remaining)} over"
        )
        yield f"Live: {brief.live}, {left}"
    if brief.over is not None:
        yield f"Show: {signed(brief.over)}"
    yield f"Next: {brief.next or 'nothing'}"
    yield from (promised_line(each) for each in brief.promised)
    yield f"Claims for a person: {brief.tray}"
    yield f"Buyers without an order yet: {brief.unsent}"
    yield f"To the shop: {brief.sending} open, {brief.refused} refused"
    yield from (f"Open finding: {each.kind.value} {each.subject}" for each in brief.findings)
    yield from (f"Open incident: {each.kind.value} since {clock(each.began)}" for each in brief.incidents)
    yield from (f"Open cue: {each.kind.value} {each.text}".rstrip() for each in brief.cues)
    yield from (scarce_line(each) for each in brief.scarce)


def promised_line(each: Promised) -> str:
    """What is promised of one product."""
    ends = f", first hold ends {clock(each.until)}" if each.until else ""
    named = f"{each.code} {each.title}".strip()
    return f"Promised: {named}: pieces {each.held}, buyers {each.buyers}, waiting {each.waiting}{ends}"


def scarce_line(each: Scarce) -> str:
    """What is wrong with the stock of one item."""
    said = [each.state.value.replace("_", " "), "stopped" if each.stopped else ""]
    left = "" if each.left is None else f", {each.left} left"
    return f"Stock: {each.code} {each.title}: {', '.join(filter(None, said))}{left}"

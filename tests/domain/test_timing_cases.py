"""The cases of timing_cases.txt: what a running rundown tells, worked out by hand."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from console.domain.commands import (
    AddTime,
    ApplyDelay,
    Back,
    Command,
    EndShow,
    GoLive,
    ImportRundown,
    NewShow,
    PauseSegment,
    ResumeSegment,
    SaveSegment,
    SetDelay,
    SetNext,
    SetRundownRules,
    SkipSegment,
    Take,
    TakeEdits,
)
from console.domain.rundown import NOTHING, Kind, RundownRules, Segment
from console.domain.show import Show
from console.domain.timing import Timing, edited_on_air, following, spans, timing
from tests.domain.goods import after

FILE = Path(__file__).with_name("timing_cases.txt")


class Case(NamedTuple):
    """One case as it is written."""

    name: str
    lines: dict[str, str]

    @property
    def zone(self) -> tuple[ZoneInfo, date]:
        name, day = self.lines.get("zone", "UTC 2026-11-05").split()
        return ZoneInfo(name), date.fromisoformat(day)


def cases() -> Iterator[Case]:
    """The cases of the file."""
    for block in re.split(r"^== ", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.strip().splitlines()
        yield Case(name, dict(re.split(r":\s*", line, maxsplit=1) for line in lines if not line.startswith("#")))


def minutes(text: str) -> timedelta:
    """`5`, `2:30` or `-3`."""
    whole, _, seconds = text.removeprefix("-").partition(":")
    length = timedelta(minutes=int(whole), seconds=int(seconds or 0))
    return -length if text.startswith("-") else length


def instant(text: str, case: Case) -> datetime:
    """`20:00`, `20:01:10`, `00:10+` on the next day, or `02:30*` the second time."""
    zone, day = case.zone
    hour, minute, second = (int(part) for part in (*text.rstrip("+*").split(":"), "0")[:3])
    there = day + timedelta(days=text.count("+"))
    local = datetime(there.year, there.month, there.day, hour, minute, second, tzinfo=zone, fold=text.count("*"))
    return local.astimezone(UTC)


def row(text: str, places: dict[str, int], case: Case) -> Segment:
    """A row such as `B 10 @20:10 hard`."""
    words = text.split()
    kinds = {"group": Kind.GROUP, "milestone": Kind.MILESTONE, "adlib": Kind.AD_LIB}
    kind = kinds.get(words[0], Kind.SEGMENT)
    title, *rest = words if kind is Kind.SEGMENT else words[1:]
    made = Segment(title, minutes(rest.pop(0)) if kind in {Kind.SEGMENT, Kind.AD_LIB} else NOTHING, kind=kind)
    told = iter(rest)
    for word in told:
        match word:
            case "hard":
                made = replace(made, hard=True)
            case "toend":
                made = replace(made, count_to_end=True)
            case "until":
                made = replace(made, planned_end=instant(next(told), case))
            case "in":
                made = replace(made, group=places[next(told)])
            case "loop":
                made = replace(made, loops_to=places[next(told)])
            case _:
                made = replace(made, planned_start=instant(word.removeprefix("@"), case))
    return made


def asked(show: Show, words: list[str]) -> Command:
    """What is done, such as `delay B 3`."""
    ids = {segment.title: segment.id for segment in show.segments}
    what, *rest = words
    simple: dict[str, Command] = {
        "live": GoLive(),
        "end": EndShow(),
        "pause": PauseSegment(),
        "resume": ResumeSegment(),
        "back": Back(),
        "edits": TakeEdits(),
    }
    match what, rest:
        case "take", _:
            return Take(ids[rest[0]] if rest else None)
        case "next", [name]:
            return SetNext(ids[name])
        case "skip", [name]:
            return SkipSegment(ids[name])
        case "add", [by]:
            return AddTime(minutes(by))
        case "delay", [name, by]:
            return SetDelay(ids[name], minutes(by))
        case "apply", [name]:
            return ApplyDelay(ids[name])
        case "edit", [name, planned]:
            segment = show.segment(ids[name])
            assert segment
            return SaveSegment(replace(segment, planned=minutes(planned)))
        case _:
            return simple[what]


def played(case: Case) -> Show:
    """The show after what is done in a case."""
    texts = [text.strip() for text in case.lines["rows"].split("|")]
    names = [text.split()[0 if text.split()[0] not in {"group", "milestone", "adlib"} else 1] for text in texts]
    places = {name: place for place, name in enumerate(names, start=1)}
    rules = RundownRules(relative=case.lines.get("rules") == "relative")
    rundown = ImportRundown("plan.csv", "d", tuple(row(text, places, case) for text in texts))
    show = after(Show(), NewShow("Friday", "USD"), rundown, SetRundownRules(rules))
    for step in filter(None, (each.strip() for each in case.lines.get("done", "").split(";"))):
        at, *words = step.split()
        show = after(show, asked(show, words), now=instant(at, case))
    return show


def told(show: Show, now: datetime, words: list[str], case: Case) -> tuple[object, object]:
    """What is told of one thing, and what should be."""
    ids = {segment.title: segment.id for segment in show.segments}
    titles = {number: title for title, number in ids.items()}
    times = timing(show, now)
    assert times
    what, *rest = words
    values: dict[str, object] = {
        "elapsed": times.elapsed,
        "left": times.remaining,
        "over": times.over,
        "planned": times.planned_end,
        "ends": times.ends,
    }
    match what, rest:
        case "live", [name]:
            return times.live.title if times.live else "-", name
        case "next", [name]:
            return titles.get(following(show) or 0, "-"), name
        case "no", [name]:
            return ids[name] in times.expected, False
        case "held", []:
            return times.paused, True
        case "edited", []:
            return edited_on_air(show) is not None, True
        case "group", [name, begins, ends]:
            span = spans(show, times, now)[ids[name]]
            return (span.begins, span.ends), (instant(begins, case), instant(ends, case))
        case (("elapsed" | "left" | "over"), [length]):
            return values[what], minutes(length)
        case (("planned" | "ends"), [at]):
            return values[what], instant(at, case)
        case _:
            return times.expected.get(ids[what]), instant(rest[0], case)


ALL = list(cases())


def test_there_are_enough_cases_and_each_has_its_own_name() -> None:
    assert len({case.name for case in ALL}) == len(ALL) >= 40


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_case_worked_out_by_hand(case: Case) -> None:
    show, now = played(case), instant(case.lines["at"], case)
    found = {words: told(show, now, words.split(), case) for words in map(str.strip, case.lines["told"].split(";"))}
    assert {words: pair[0] for words, pair in found.items()} == {words: pair[1] for words, pair in found.items()}


def test_a_show_that_stands_still_says_the_same_twice() -> None:
    show = played(ALL[1])
    now = instant("20:02", ALL[1])
    first: Timing | None = timing(show, now)
    assert first == timing(show, now)

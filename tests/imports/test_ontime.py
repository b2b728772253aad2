"""Projects and sheets of Ontime come in, go out and come back with all that both know."""

import asyncio
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from console.domain.commands import Command, NewShow
from console.domain.outcomes import Accepted
from console.domain.rundown import Kind, Segment
from console.exports.kinds import Export
from console.exports.writing import export
from console.imports.clock_times import Studio
from console.imports.course import Course
from console.imports.findings import ImportRefused
from console.imports.plan import Rundown
from console.imports.rundown import read_rundown
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, stocked

BERLIN = ZoneInfo("Europe/Berlin")
PROJECT = Path(__file__).with_name("ontime_project.json")
EVENING = Studio(date(2026, 11, 5), BERLIN)
MINUTE = timedelta(minutes=1)


def read(path: Path) -> Rundown:
    return read_rundown(path, EVENING, {"cap": "cap"}.get)


def clock(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def test_a_project_is_read_as_a_person_would() -> None:
    found = read(PROJECT)
    assert [(segment.title, segment.kind, segment.group) for segment in found.segments] == [
        ("Doors", Kind.MILESTONE, 0),
        ("Part 1", Kind.GROUP, 0),
        ("Caps", Kind.SEGMENT, 2),
        ("Mugs", Kind.SEGMENT, 2),
        ("Tea", Kind.SEGMENT, 0),
        ("Bye", Kind.SEGMENT, 0),
    ]
    _, group, caps, mugs, tea, bye = found.segments
    assert (group.planned, group.notes) == (20 * MINUTE, "calm")
    assert caps == Segment(
        "Caps",
        10 * MINUTE,
        planned_start=clock(5, 23, 45),
        owner="Mei",
        notes="=1+1",
        script="Say hello",
        products=("cap",),
        group=2,
        hard=True,
        flag=True,
        colour="#339E4E",
    )
    assert (mugs.planned_start, mugs.planned_end, mugs.count_to_end) == (None, clock(6, 0, 15), True)
    assert (tea.planned_start, tea.hard, bye.planned_start) == (clock(6, 0, 30), True, None)
    assert (found.skipped, found.delays) == ((4,), ((6, 2 * MINUTE),))


def test_what_there_is_no_place_for_is_told() -> None:
    found = read(PROJECT)
    assert [(problem.line, problem.column, problem.withholds) for problem in found.problems] == [
        (3, "products", False),
        (4, "colour", False),
    ]
    (told,) = found.remarks
    for what in ("end actions (1)", "timer types (1)", "cues (2)", "the field “Camera” (1)"):
        assert what in told


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_what_both_know_comes_back(tmp_path: Path, ending: str) -> None:
    found = read(PROJECT)
    first, again = tmp_path / "one.cuedesk", tmp_path / f"again.{ending}"

    async def fill() -> None:
        commands: tuple[Command, ...] = (NewShow("Evening", "USD"), stocked("cap", 3), found.command)
        async with desk_on(first) as desk:
            for command in commands:
                assert isinstance(await desk.ask(command, ANNA), Accepted)

    asyncio.run(fill())
    export(Export.RUNDOWN, first, again, BERLIN, Course())
    back = read(again)
    assert (back.problems, back.skipped, back.delays) == ((), found.skipped, found.delays)
    assert back.segments == found.segments


def test_a_project_that_we_write_has_what_ontime_asks_for(tmp_path: Path) -> None:
    test_what_both_know_comes_back(tmp_path, "json")
    made = json.loads((tmp_path / "again.json").read_text())
    assert made.keys() >= {
        "rundowns",
        "project",
        "settings",
        "viewSettings",
        "urlPresets",
        "customFields",
        "automation",
    }
    assert all(key == field["label"] for key, field in made["customFields"].items())  # another key is thrown away
    rundown = made["rundowns"]["default"]
    assert set(rundown["flatOrder"]) == set(rundown["entries"])
    assert all(entry["id"] == name for name, entry in rundown["entries"].items())
    events = [entry for entry in rundown["entries"].values() if entry["type"] == "event"]
    assert [(each["title"], each["timeStart"], each["linkStart"]) for each in events][:2] == [
        ("Caps", 85_500_000, False),
        ("Mugs", 86_100_000, True),
    ]


def test_a_sheet_under_ontimes_names_is_read(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "Timer type,Time start,Link start,Time end,Duration,Cue,Title,Count to end,Skip,Note,Colour,Flag\n"
        "group,,,,,,Part 1,,,,#c4232b,\n"
        "count-down,20:00:00,,20:05:00,,1,Caps,,,hello,,x\n"
        "count-down,20:05:00,true,20:15:00,0:10:00,2,Mugs,x,x,,,\n"
        "group-end,,,,,,,,,,,\n"
        "milestone,,,,,,Break,,,,,\n"
        "count-down,20:20:00,false,20:30:00,0:10:00,3,Tea,,,,,\n"
        "skip-import,,,,,,Draft,,,,,\n"
    )
    found = read(sheet)
    assert found.problems == ()
    assert [(s.title, s.group, s.planned, s.planned_start, s.hard) for s in found.segments] == [
        ("Part 1", 0, timedelta(), None, False),
        ("Caps", 1, 5 * MINUTE, clock(5, 20, 0), False),
        ("Mugs", 1, 10 * MINUTE, None, False),
        ("Break", 0, timedelta(), None, False),
        ("Tea", 0, 10 * MINUTE, clock(5, 20, 20), True),
    ]
    assert (found.skipped, found.segments[1].flag, found.segments[2].count_to_end) == ((3,), True, True)
    assert "Cue" in found.remarks[-1]


HOSTILE = {
    "nothing": b"",
    "no JSON": b"PK\x03\x04",
    "a list": b"[]",
    "no rundowns": b"{}",
    "empty": b'{"rundowns": {"a": {"order": []}}}',
    "deep": b"[" * 100_000,
    "a word for a number": b'{"rundowns": {"a": {"entries": {"x": {"type": "event", "duration": "5"}}}}}',
    "not a number": b'{"rundowns": {"a": {"entries": {"x": {"type": "event", "duration": 1e999}}}}}',
    "broken text": b'{"rundowns": {"\xff": {}}}',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_project_is_said_so(tmp_path: Path, what: str) -> None:
    file = tmp_path / "project.json"
    file.write_bytes(HOSTILE[what])
    with pytest.raises(ImportRefused) as refused:
        read(file)
    assert refused.value.next_step
    assert "\n" not in str(refused.value)


def test_entries_that_lie_hold_up_nothing(tmp_path: Path) -> None:
    event = {"type": "event", "title": "A\u202eB\u0000", "duration": -5, "timeStart": 10**12, "linkStart": False}
    entries = {
        "x": event,
        "g": {"type": "group", "title": "", "entries": ["x", "g", "x"]},
        "h": {
            "type": "event",
            "title": "x" * 5_000,
            "duration": 10**14,
            "colour": "javascript:",
            "custom": {"owner": "y" * 999},
        },
    }
    file = tmp_path / "project.json"
    file.write_text(json.dumps({"rundowns": {"a": {"order": ["g", "g", "h", "h"], "entries": entries}}}))
    found = read(file)
    assert [(segment.title, segment.group) for segment in found.segments] == [
        ("Untitled", 0),
        ("A B", 1),
        ("Untitled", 0),
    ]
    assert {problem.column for problem in found.problems} == {"timeStart", "duration", "title", "colour", "owner"}

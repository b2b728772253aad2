"""A rundown with its forecast, and what became of it, from the file alone."""

import asyncio
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.domain.commands import (
    Command,
    EndShow,
    GoLive,
    ImportRundown,
    NewShow,
    PauseSegment,
    ResumeSegment,
    SetDelay,
    SkipSegment,
    Take,
)
from console.domain.rundown import NOTHING, Kind, Segment
from console.domain.show import Purpose
from console.storage.studio import Studio
from tests.cli.conftest import Cuedesk
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, FIVE, NOON
from tests.storage.keeping import keep

ROWS = (
    Segment("Part\x1b[2J 1", NOTHING, kind=Kind.GROUP),
    Segment("Caps", FIVE, planned_start=NOON, group=1, owner="Mei", flag=True),
    Segment("Mugs", 2 * FIVE),
    Segment("Joke", FIVE, kind=Kind.AD_LIB),
    Segment("Tea", FIVE),
)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "show.cuedesk"
    studio = Studio.open(file, NOON, Purpose.LIVE)
    keep(studio, (NewShow("Friday", "USD"), ImportRundown("plan.csv", "d", ROWS), SetDelay(3, FIVE)))
    keep(studio, (GoLive(), Take()), "live")
    studio.close()
    return file


def at(minutes: float) -> str:
    return (NOON + minutes * MINUTE).isoformat()


def test_the_forecast_at_a_moment(path: Path, cuedesk: Cuedesk) -> None:
    ran = cuedesk("rundown", "print", path, "--at", at(7))
    assert (ran.code, "\x1b" in ran.out) == (0, False)
    told = json.loads(cuedesk("rundown", "print", path, "--at", at(7), "--json").out)
    assert (told["remaining"], told["over"], told["next"]) == (-120, 420, 3)
    assert [(row["title"].split()[-1], row["expected_begin"]) for row in told["rows"]] == [
        ("1", at(0)),
        ("Caps", None),
        ("Mugs", at(12)),
        ("Joke", None),
        ("Tea", at(22)),
    ]


def test_a_time_of_day_is_the_one_nearest_to_the_show(path: Path, cuedesk: Cuedesk) -> None:
    local = NOON.astimezone()
    ran = cuedesk("rundown", "print", path, "--at", f"{local:%H}:01:30", "--json")
    assert datetime.fromisoformat(json.loads(ran.out)["at"]) == NOON + 1.5 * MINUTE


def test_what_is_no_time_or_no_rundown_is_said_so(path: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    assert "is no time" in cuedesk("rundown", "print", path, "--at", "25:99").err
    bare = tmp_path / "bare.cuedesk"
    studio = Studio.open(bare, NOON, Purpose.LIVE)
    keep(studio, (NewShow("Friday", "USD"),))
    studio.close()
    for verb in ("print", "report"):
        ran = cuedesk("rundown", verb, bare)
        assert (ran.code, "has no rundown" in ran.err) == (1, True)


def test_the_report_names_what_made_the_delay(tmp_path: Path, cuedesk: Cuedesk) -> None:
    file = tmp_path / "show.cuedesk"
    course: tuple[Command, ...] = (
        *(NewShow("Friday", "USD"), ImportRundown("plan.csv", "d", ROWS), GoLive(), Take(), Take()),
        *(PauseSegment(), ResumeSegment(), Take(4), SkipSegment(5), EndShow()),
    )

    async def work() -> None:
        async with desk_on(file) as desk:
            for command in course:
                await desk.ask(command, ANNA)

    asyncio.run(work())
    told = json.loads(cuedesk("rundown", "report", file, "--json").out)
    assert [(line["title"], line["rounds"], line["skipped"]) for line in told["segments"]] == [
        ("Caps", 1, False),
        ("Mugs", 1, False),
        ("Tea", 0, True),
        ("Joke", 1, False),
    ]
    assert sum(line["difference"] for line in told["segments"]) + told["late"] + told["rest"] == pytest.approx(
        told["over"]
    )
    assert [each["held"] for each in told["as_played"]] == [False, False, True, False, False]
    printed = cuedesk("rundown", "report", file).out
    assert "not planned" in printed
    assert "skipped" in printed

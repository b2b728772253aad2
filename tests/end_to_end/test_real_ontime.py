"""What we export is a project to a real Ontime, and what Ontime makes of it comes back as it was."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.domain.commands import NewShow
from console.exports.kinds import Export
from console.exports.writing import export
from console.imports.course import Course
from console.imports.plan import Rundown
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, stocked
from tests.imports.test_ontime import BERLIN, PROJECT, read
from tests.servers.ontime import Ontime, ontime

KEPT = ("type", "title", "note", "colour", "custom", "parent", "entries", "targetDuration")
OF_EVENTS = ("timeStart", "timeEnd", "duration", "linkStart", "timeStrategy", "skip", "flag", "countToEnd")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Ontime]:
    folder = tmp_path / "ontime"
    folder.mkdir()
    with ontime(folder) as running:
        yield running


def exported(folder: Path, plan: Rundown) -> Path:
    """A show with that rundown, exported as a project."""
    show, project = folder / "show.cuedesk", folder / "show.json"

    async def fill() -> None:
        async with desk_on(show) as desk:
            for command in (NewShow("Evening", "USD"), stocked("cap", 3), plan.command):
                await desk.ask(command, ANNA)

    asyncio.run(fill())
    export(Export.RUNDOWN, show, project, BERLIN, Course())
    return project


def rundown_of(project: dict[str, Any]) -> dict[str, Any]:
    (rundown,) = project["rundowns"].values()
    found: dict[str, Any] = rundown
    return found


def test_a_project_of_ours_is_loaded_as_it_was_written_and_comes_back(tmp_path: Path, server: Ontime) -> None:
    plan = read(PROJECT)
    project = exported(tmp_path, plan)
    server.take(project)
    ours, theirs = rundown_of(json.loads(project.read_text("utf-8"))), rundown_of(server.project())
    assert (theirs["order"], theirs["flatOrder"]) == (ours["order"], ours["flatOrder"])
    for name, entry in ours["entries"].items():
        names = KEPT if entry["type"] == "group" else (*KEPT, *OF_EVENTS)  # a group's times it works out by itself
        kept = {key: entry[key] for key in names if key in entry}
        assert {key: theirs["entries"][name].get(key) for key in kept} == kept

    back = tmp_path / "back.json"
    back.write_text(json.dumps(server.project()))
    again = read(back)
    assert (again.segments, again.skipped, again.delays) == (plan.segments, plan.skipped, plan.delays)
    assert again.problems == ()

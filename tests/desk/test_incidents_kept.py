"""Incidents are in the file as they happened, and can be exported."""

import asyncio
import csv
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from console.domain.commands import EndIncident, EndShow, GoLive, NewShow, NoteIncident, OpenIncident
from console.domain.incidents import Incident, IncidentKind
from console.exports.kinds import Export
from console.exports.writing import export
from console.imports.course import Course
from console.storage.sqlite import IntegrityError, connect_writer
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.goods import ANNA

TROLLS, PRICE = IncidentKind.TROLLS, IncidentKind.WRONG_PRICE
EVENING = (
    *(
        NewShow("Friday", "USD"),
        GoLive(),
        OpenIncident(PRICE),
        NoteIncident(PRICE, "=stopped 12"),
        OpenIncident(TROLLS),
    ),
    *(NoteIncident(TROLLS, "三个人"), NoteIncident(PRICE, "put right"), EndIncident(PRICE)),
)


async def an_evening(path: Path) -> tuple[Incident, ...]:
    async with desk_on(path) as desk:
        for command in EVENING:
            await desk.ask(command, ANNA)
        return desk.show.incidents


async def loaded(path: Path, *, anew: bool) -> tuple[Incident, ...]:
    async with desk_on(path) as desk:
        for command in (EndShow(), NewShow("Saturday", "USD")) if anew else ():
            await desk.ask(command, ANNA)
        return desk.show.incidents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.cuedesk"


def test_incidents_come_back_as_they_were_and_stay_with_their_show(path: Path) -> None:
    told = asyncio.run(an_evening(path))
    assert [len(each.notes) for each in told] == [2, 1]
    assert asyncio.run(loaded(path, anew=False)) == told
    assert asyncio.run(loaded(path, anew=True)) == ()
    assert verify(path) == []


def test_what_was_written_down_stays_and_another_text_is_named(path: Path) -> None:
    asyncio.run(an_evening(path))
    connection = connect_writer(path)
    with pytest.raises(IntegrityError, match="stays"):
        connection.execute("UPDATE incident_notes SET text = ''")
    connection.execute("INSERT INTO incident_notes (incident, at, person, text) SELECT id, 1, '', 'x' FROM incidents")
    connection.commit()
    connection.close()
    assert any("incident_notes" in difference for difference in verify(path))


def test_the_timeline_is_exported_in_order_and_as_text(path: Path, tmp_path: Path) -> None:
    asyncio.run(an_evening(path))
    to = tmp_path / "incidents.csv"
    assert export(Export.INCIDENTS, path, to, ZoneInfo("UTC"), Course()) == 6
    with to.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [(kind, text) for _, kind, _, text in rows[1:]] == [
        ("wrong_price", "began"),
        ("wrong_price", "'=stopped 12"),
        ("trolls", "began"),
        ("trolls", "三个人"),
        ("wrong_price", "put right"),
        ("wrong_price", "over"),
    ]

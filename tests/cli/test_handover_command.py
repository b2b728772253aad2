"""The hand-over brief on the command line."""

import asyncio
import json
from pathlib import Path

import pytest

from console.domain.claims.reading import Asked
from console.domain.commands import GoLive, NewShow, OpenIncident, QueueProducts
from console.domain.incidents import IncidentKind
from tests.cli.conftest import Cuedesk
from tests.desk.house import desk_on
from tests.domain.claiming import claiming
from tests.domain.goods import ANNA, stocked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "show.cuedesk"

    async def work() -> None:
        async with desk_on(path) as desk:
            said = claiming("m1", "u1", Asked("cap", 2))
            evening = (NewShow("Friday", "USD"), stocked("cap", 3), QueueProducts(("cap",)), GoLive(), said)
            for command in (*evening, OpenIncident(IncidentKind.TROLLS)):
                await desk.ask(command, ANNA)

    asyncio.run(work())
    return path


def test_the_brief_is_printed_for_people_and_for_programs(path: Path, cuedesk: Cuedesk) -> None:
    out = cuedesk("handover", path).out
    assert "Promised: 1 Cap: pieces 2, buyers 1, waiting 0" in out
    assert "Stock: 1 Cap: low, 1 left" in out
    assert "Open incident: trolls" in out
    told = json.loads(cuedesk("handover", path, "--json").out)
    assert (told["show"], told["promised"][0]["held"], told["unsent"]) == ("Friday", 2, 1)

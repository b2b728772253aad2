"""What does not add up, from the file alone."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

from console.domain.commands import Command, GoLive, NewShow, SeeOrders, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.orders import OrderLine
from tests.cli.conftest import Cuedesk
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, NOON, SHOP, seen, snapshot, stocked

EVENING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example")),
    SeeOrders(SHOP, (), linked=NOON - timedelta(hours=1)),
    stocked("cap", 3),
    GoLive(),
    seen(snapshot("1", OrderLine("cap", 3)), snapshot("2", OrderLine("cap", 2), placed_at=NOON + timedelta(minutes=1))),
)


def worked(path: Path, *commands: Command) -> None:
    async def work() -> None:
        async with desk_on(path) as desk:
            for command in commands:
                await desk.ask(command, ANNA)

    asyncio.run(work())


def test_an_oversold_sku_names_the_orders_to_cancel(tmp_path: Path, cuedesk: Cuedesk) -> None:
    path = tmp_path / "show.cuedesk"
    worked(path, *EVENING)
    told = cuedesk("findings", path)
    assert told.code == 0
    assert "2 sold more than there is" in told.out
    assert "cancel 2 of 2 of order #2, buyer b1" in told.out
    (finding,) = json.loads(cuedesk("findings", path, "--json").out)
    assert finding["proposal"]["cuts"] == [
        {"order": "shop/2", "sku": "cap", "keep": 0, "pieces": 2, "code": "#2", "buyer": "b1"}
    ]


def test_a_file_in_which_all_adds_up_has_none(tmp_path: Path, cuedesk: Cuedesk) -> None:
    path = tmp_path / "show.cuedesk"
    worked(path, *EVENING[:-1])
    assert json.loads(cuedesk("findings", path, "--json").out) == []

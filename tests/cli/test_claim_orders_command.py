"""The pick list: what each buyer has got, and the order that it is a part of."""

import asyncio
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from console.domain.claims.reading import Asked
from console.domain.commands import Command, FinishErrand, GoLive, NewShow, QueueProducts, SeeOrders
from console.domain.orders import OrderLine
from console.domain.outbox import Made
from tests.cli.conftest import Cuedesk
from tests.desk.house import desk_on
from tests.domain.claiming import claiming
from tests.domain.drafting import LINKED
from tests.domain.goods import ANNA, NOON, SHOP, snapshot, stocked

EVENING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    LINKED,
    SeeOrders(SHOP, (), linked=NOON),
    stocked("cap", 9),
    stocked("mug", 9),
    QueueProducts(("cap", "mug")),
    GoLive(),
    claiming("m1", "u1", Asked("cap", 2), name="=Mia()"),
    claiming("m2", "u1", Asked("cap", 1), Asked("mug", 1), name="=Mia()"),
    claiming("m3", "u2", Asked("cap", 1), name="Tom"),
    claiming("m4", "u3", Asked("mug", 9)),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Mia's order is drafted, Tom's is paid, and who waits has none."""
    path = tmp_path / "show.cuedesk"

    async def work() -> None:
        async with desk_on(path) as desk:
            for command in EVENING:
                await desk.ask(command, ANNA)
            for number, each in enumerate(desk.show.open_errands, start=1):
                await desk.ask(FinishErrand(each.errand.id, "drafted", Made(f"o{number}", f"CODE{number}")), ANNA)
            tom = replace(snapshot("o2", OrderLine("cap", 1)), code="CODE2")
            await desk.ask(SeeOrders(SHOP, (tom,)), ANNA)

    asyncio.run(work())
    return path


def test_each_buyer_and_sku_has_a_row_with_the_orders_code_and_state(path: Path, cuedesk: Cuedesk) -> None:
    told = json.loads(cuedesk("claims", "orders", path, "--json").out)
    assert [(each["name"], each["sku"], each["held"], each["paid"], each["order"], each["state"]) for each in told] == [
        ("=Mia()", "cap", 3, 0, "CODE1", "draft"),
        ("=Mia()", "mug", 1, 0, "CODE1", "draft"),
        ("Tom", "cap", 0, 1, "CODE2", "paid"),
    ]
    lines = cuedesk("claims", "orders", path).out.splitlines()
    assert [line.split() for line in lines][2] == ["1", "cap", "CODE2", "paid", "Tom"]


def test_the_pick_list_is_safe_to_open_in_a_spreadsheet(path: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    to = tmp_path / "picks.csv"
    assert cuedesk("export", "picklist", to, "--show", path).code == 0
    head, first, *rest = to.read_text("utf-8-sig").splitlines()
    assert head.startswith("Buyer,Identity,SKU,Product,Options,Pieces,Held,Paid")
    assert first.startswith("'=Mia(),twitch/u1,cap,Cap,")
    assert len(rest) == 2

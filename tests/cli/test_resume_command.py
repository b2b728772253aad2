"""A copied file goes on from the command line, once its differences were seen."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from console.domain.commands import AdjustStock, Command, NewShow, SeeOrders, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.orders import StockLevel
from console.storage.reader import reading
from tests.cli.conftest import Cuedesk
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, NOON, SHOP, stocked

EVENING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example")),
    SeeOrders(SHOP, (), linked=NOON),
    stocked("cap", 3),
    stocked("mug", 4),
    AdjustStock("cap", -1, "broken"),
)


class Shelf:
    """A shop that counts."""

    async def connect(self) -> None:
        return None

    async def levels(self, skus: Sequence[str]) -> list[StockLevel]:
        return [StockLevel(sku, {"cap": 3, "mug": 4}[sku], 0) for sku in skus]

    async def aclose(self) -> None:
        return None


@pytest.fixture
def copied(tmp_path: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A restored file, whose shop can be asked."""

    async def work() -> None:
        async with desk_on(tmp_path / "show.cuedesk") as desk:
            for command in EVENING:
                await desk.ask(command, ANNA)

    asyncio.run(work())
    assert cuedesk("backup", tmp_path / "show.cuedesk", tmp_path / "kept.cuedesk").code == 0
    assert cuedesk("restore", tmp_path / "kept.cuedesk", tmp_path / "again.cuedesk").code == 0
    monkeypatch.setenv("CUEDESK_SECRET_SHOP", "dragon-4711")
    monkeypatch.setattr("console.cli.resume.connected", lambda *_: Shelf())
    return tmp_path / "again.cuedesk"


def held(path: Path) -> bool:
    with reading(path) as reader:
        return reader.show().held


def test_the_differences_are_shown_and_nothing_is_sent(copied: Path, cuedesk: Cuedesk) -> None:
    told = cuedesk("resume", copied)
    assert told.code == 1
    assert "cap: 3 on hand at shop, 2 here" in told.out
    assert "mug" not in told.out
    assert "on its way when it was copied: shop: StockBy" in told.out
    assert "--yes" in told.out
    assert held(copied)


def test_with_a_yes_it_sends_again(copied: Path, cuedesk: Cuedesk) -> None:
    told = cuedesk("resume", copied, "--yes", "--json")
    assert told.code == 0
    found = json.loads(told.out)
    assert found["differences"] == [{"shop": "shop", "sku": "cap", "theirs": 3, "ours": 2}]
    assert found["resumed"]
    assert not held(copied)
    assert cuedesk("resume", copied).code == 0


def test_without_its_shop_it_stays_held_and_the_next_step_is_said(
    copied: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUEDESK_SECRET_SHOP")
    told = cuedesk("resume", copied, "--yes")
    assert told.code == 1
    assert "password is not known" in told.err
    assert held(copied)

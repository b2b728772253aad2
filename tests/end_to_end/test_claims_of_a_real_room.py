"""Claims of a real room of InspIRCd by the hundreds a second: each decided once, in order, and all stock sells."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from console.domain.claims.claim import Claim, PartState
from console.storage.reader import reading
from tests.end_to_end.claim_flood import BUYERS, RATE, ROOM, flood, prepared
from tests.end_to_end.conftest import Starter
from tests.end_to_end.consoles import ask, until
from tests.servers.inspircd import InspIrcd, Person

SECONDS, SHORT = 10, 2


@pytest.fixture
async def buyers(real_chat: InspIrcd) -> AsyncIterator[list[Person]]:
    """Four in the room, none of whom is its host, and none of whom the server slows down."""
    async with AsyncExitStack() as leaving:
        host = await Person.join(real_chat.plain, "seller", ROOM)
        leaving.push_async_callback(host.leave)
        there = []
        for nick in BUYERS:
            buyer = await Person.join(real_chat.plain, nick, ROOM)
            leaving.push_async_callback(buyer.leave)
            await buyer.send("OPER staff staff")
            await buyer.heard(" 381 ")
            there.append(buyer)
        yield there


def claims_in(studio: Path) -> list[Claim]:
    with reading(studio) as reader:
        return [claim for claim, _ in reader.claims()]


async def test_a_flood_of_claims_is_decided_once_each_and_all_stock_sells(
    real_chat: InspIrcd, buyers: list[Person], start: Starter, tmp_path: Path, full: bool
) -> None:
    studio, lines = tmp_path / "studio.cuedesk", RATE * (SECONDS if full else SHORT)
    await prepared(studio, lines // 2, by_chat=True)
    console = start("run", "--headless", "--show", str(studio), "--chat", real_chat.url(ROOM))
    await buyers[-1].heard(" JOIN ")  # of the console: all the others were there before this buyer
    await flood(buyers, lines)
    await until(lambda: len(claims_in(studio)) >= lines, console, within=40)
    assert console.end() == 0
    assert console.said == ""
    claims = claims_in(studio)
    (parts,) = zip(*(claim.parts for claim in claims), strict=True)
    assert Counter(part.state for part in parts) == {PartState.HELD: lines // 2, PartState.WAITING: lines - lines // 2}
    held = [part.state is PartState.HELD for part in parts]
    assert held == sorted(held, reverse=True)
    assert [part.rank for part in parts if part.rank] == list(range(1, lines - lines // 2 + 1))
    assert len({claim.line for claim in claims}) == lines
    with reading(studio) as reader:
        assert reader.stock("cap")[0].available == 0
    assert ask(tmp_path, "verify", str(studio)).returncode == 0

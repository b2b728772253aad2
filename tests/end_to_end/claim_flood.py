"""A room in which four buyers claim by the hundreds a second."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from console.domain.claims.rules import ClaimRules
from console.domain.commands import GoLive, NewShow, QueueProducts, SetClaimRules
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, stocked
from tests.servers.inspircd import Person

RATE = 500
ROOM = "#shop"
BUYERS = ("mia", "noor", "wei", "tom")


async def prepared(studio: Path, pieces: int, *, by_chat: bool) -> None:
    """A show on air whose item 1 has so many pieces."""
    rules = SetClaimRules(ClaimRules(by_chat=by_chat))
    async with desk_on(studio) as desk:
        for command in (NewShow("Friday", "USD"), stocked("cap", pieces), QueueProducts(("cap",)), rules, GoLive()):
            await desk.ask(command, ANNA)


async def flood(buyers: Sequence[Person], lines: int) -> None:
    """Claim one piece with each line, the buyers in turn, at the rate."""
    loop = asyncio.get_running_loop()
    began, sent = loop.time(), 0
    while sent < lines:
        due = min(lines, int((loop.time() - began) * RATE) + 1)
        for number in range(sent, due):
            await buyers[number % len(buyers)].say("SOLD 1")
        sent = due
        await asyncio.sleep(0.005)

"""What the file knows of claims beside the show: names, words, and what was before."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from console.domain.claims.buyers import Past
from console.domain.claims.reading import Asked
from console.domain.claims.rules import ClaimRules
from console.domain.commands import Command, DueNow, EndShow, FinishErrand, GoLive, NewShow, SeeOrders, SetClaimRules
from console.domain.outbox import Made
from console.storage.reader import reading
from tests.desk.house import desk_on
from tests.domain.claiming import claiming
from tests.domain.goods import ANNA, NOON, SHOP, stocked
from tests.shop.sending import LINKED

FRIDAY: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    LINKED,
    SeeOrders(SHOP, (), linked=NOON),
    stocked("cap", 9),
    SetClaimRules(ClaimRules(hold=timedelta(microseconds=1))),
    GoLive(),
    claiming("m1", "u1", Asked("cap", 2), name="Mia"),
    DueNow(),
    SetClaimRules(ClaimRules()),
    claiming("m2", "u1", Asked("cap", 1), name="Mia"),
)
DRAFTED = Made("7", "ABC")
SATURDAY: tuple[Command, ...] = (
    EndShow(),
    NewShow("Saturday", "USD"),
    GoLive(),
    claiming("m3", "u2", Asked("cap", 1), name="Tom"),
)


@pytest.mark.parametrize(("drafted", "unpaid"), [(True, 1), (False, 0)])
def test_names_and_words_come_from_the_file_and_other_shows_are_counted(
    drafted: bool, unpaid: int, tmp_path: Path
) -> None:
    """Who never had an order to pay has left none unpaid."""
    path = tmp_path / "show.cuedesk"

    async def work() -> int:
        async with desk_on(path) as desk:
            for command in FRIDAY:
                await desk.ask(command, ANNA)
                for errand in desk.show.outbox if drafted else ():
                    await desk.ask(FinishErrand(errand, "drafted", DRAFTED), ANNA)
            for command in SATURDAY:
                await desk.ask(command, ANNA)
            return desk.show.id

    saturday = asyncio.run(work())
    with reading(path) as reader:
        told = reader.claims_told(saturday)
        numbers = [claim.id for claim, _ in reader.claims()]
    assert told.names == {"twitch/u1": "Mia", "twitch/u2": "Tom"}
    assert told.words == dict.fromkeys(numbers, "SOLD 12")
    assert told.past == {"twitch/u1": Past(claims=2, unpaid=unpaid)}

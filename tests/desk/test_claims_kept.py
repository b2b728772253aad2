"""What the file knows of a line is known for good: after a restart, in another show, from another transport."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from console.domain.chat import LineDeleted
from console.domain.claims.claim import ClaimState
from console.domain.claims.draft import Draft
from console.domain.claims.reading import Asked
from console.domain.commands import Command, EndShow, GoLive, HearChat, NewShow, SeeOrders
from console.domain.orders import OrderLine, OrderStatus
from console.storage.reader import reading
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.claiming import OTHER_WAY, TWITCH, claiming
from tests.domain.drafting import LINKED, placed
from tests.domain.goods import ANNA, NOON, SHOP, stocked

CAP = Asked("cap", 1)
EVENING: tuple[Command, ...] = (NewShow("Friday", "USD"), stocked("cap", 9), GoLive())
CLAIM = claiming("m1", "mia", CAP)


async def asked(path: Path, commands: Sequence[Command]) -> None:
    async with desk_on(path) as desk:
        for command in commands:
            await desk.ask(command, ANNA)


@pytest.mark.parametrize("restarts", [True, False], ids=["after a restart", "at once"])
def test_an_order_that_is_cancelled_in_a_later_show_is_cancelled_for_its_claims(tmp_path: Path, restarts: bool) -> None:
    path = tmp_path / "show.cuedesk"

    async def evening() -> Draft:
        async with desk_on(path) as desk:
            for command in (*EVENING, LINKED, SeeOrders(SHOP, (), linked=NOON), CLAIM):
                await desk.ask(command, ANNA)
            (draft,) = desk.show.claims.drafts.values()
            for command in (placed(draft), EndShow(), NewShow("Saturday", "USD"), GoLive()):
                await desk.ask(command, ANNA)
            if not restarts:
                await desk.ask(cancelled(draft), ANNA)
            return draft

    draft = asyncio.run(evening())
    if restarts:
        asyncio.run(asked(path, (cancelled(draft),)))
    with reading(path) as reader:
        assert [claim.state for claim, _ in reader.claims()] == [ClaimState.CANCELLED]
        assert reader.stock("cap")[0].available == 9
    assert verify(path) == []


def cancelled(draft: Draft) -> Command:
    return placed(draft, OrderLine("cap", 1, 1), version=2, status=OrderStatus.CANCELLED)


@pytest.mark.parametrize(
    ("before", "again", "claims"),
    [
        ((CLAIM,), CLAIM, 1),
        ((CLAIM,), claiming("m1", "mia", CAP, source=OTHER_WAY), 1),
        ((CLAIM, EndShow(), NewShow("Saturday", "USD"), GoLive()), CLAIM, 1),
        ((HearChat(CLAIM.events),), CLAIM, 0),
        ((HearChat((LineDeleted(TWITCH, "m1"),)),), CLAIM, 0),
        ((CLAIM,), claiming("m2", "mia", CAP), 2),
    ],
    ids=["replayed", "another way", "another show", "kept as no claim", "taken away before it came", "another line"],
)
def test_after_a_restart_a_line_claims_only_if_it_is_new(
    tmp_path: Path, before: tuple[Command, ...], again: HearChat, claims: int
) -> None:
    path = tmp_path / "show.cuedesk"
    asyncio.run(asked(path, (*EVENING, *before)))
    asyncio.run(asked(path, (again, again)))
    with reading(path) as reader:
        assert len(reader.claims()) == claims
        assert reader.stock("cap")[0].reserved == claims
    assert verify(path) == []

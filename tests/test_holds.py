"""Holds end by themselves, in their order, whatever the wall's clock does."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.store import Store
from console.domain.claims.claim import ClaimState
from console.domain.claims.reading import Asked
from console.domain.claims.rules import ClaimRules
from console.domain.commands import Command, ExtendHold, GoLive, NewShow, SetClaimRules
from console.domain.show import Purpose
from console.holds import Holds
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.claiming import claiming
from tests.domain.goods import ANNA, NOON, stocked
from tests.end_to_end.syncing import until

SECOND = timedelta(seconds=1)
EVENING: tuple[Command, ...] = (NewShow("Friday", "USD"), stocked("cap", 1), GoLive())
TWO = (claiming("m1", "mia", Asked("cap", 1)), claiming("m2", "tom", Asked("cap", 1)))


def states(desk: Desk) -> list[ClaimState]:
    return [claim.state for _, claim in sorted(desk.show.claims.by_id.items())]


async def opened(path: Path, clock: SteadyClock) -> tuple[Store, Desk]:
    store = Store(path)
    show = await store.open(NOON, Purpose.LIVE)
    desk = Desk(store, show, (), clock)
    desk.open()
    return store, desk


@pytest.mark.asyncio
async def test_a_hold_ends_when_its_time_is_over_and_the_next_one_gets_the_pieces(tmp_path: Path) -> None:
    store, desk = await opened(tmp_path / "show.cuedesk", SteadyClock(NOON, speed=1_000))
    work = [asyncio.create_task(each) for each in (desk.run(), Holds(desk).run())]
    for command in (*EVENING, SetClaimRules(ClaimRules(60 * SECOND)), *TWO):
        await desk.ask(command, ANNA)
    await until(lambda: states(desk) == [ClaimState.EXPIRED, ClaimState.EXPIRED], within=30)
    for task in work:
        task.cancel()
    await asyncio.gather(*work, return_exceptions=True)
    await store.close()
    assert verify(tmp_path / "show.cuedesk") == []


@pytest.mark.asyncio
async def test_a_sooner_end_wakes_the_timer_and_an_extended_one_does_not_end_early(tmp_path: Path) -> None:
    store, desk = await opened(tmp_path / "show.cuedesk", SteadyClock(NOON, speed=1_000))
    work = [asyncio.create_task(each) for each in (desk.run(), Holds(desk).run())]
    for command in (*EVENING, TWO[0]):
        await desk.ask(command, ANNA)
    (first,) = desk.show.claims.by_id
    await desk.ask(ExtendHold(first, timedelta(days=7)), ANNA)
    for command in (SetClaimRules(ClaimRules(30 * SECOND)), stocked("mug", 1), claiming("m3", "ann", Asked("mug", 1))):
        await desk.ask(command, ANNA)
    await until(lambda: states(desk) == [ClaimState.GRANTED, ClaimState.EXPIRED], within=30)
    for task in work:
        task.cancel()
    await asyncio.gather(*work, return_exceptions=True)
    await store.close()


def test_what_became_due_while_the_console_was_closed_comes_before_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"

    async def evening() -> None:
        async with desk_on(path) as desk:
            for command in (*EVENING, SetClaimRules(ClaimRules(30 * SECOND)), *TWO):
                await desk.ask(command, ANNA)

    async def morning() -> list[ClaimState]:
        store, desk = await opened(path, SteadyClock(NOON + timedelta(days=1)))
        asking = asyncio.create_task(desk.ask(claiming("m3", "ann", Asked("cap", 1)), ANNA))
        await asyncio.sleep(0)
        work = asyncio.create_task(desk.run())
        await asking
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await store.close()
        return states(desk)

    asyncio.run(evening())
    assert asyncio.run(morning()) == [ClaimState.EXPIRED, ClaimState.GRANTED, ClaimState.WAITING]

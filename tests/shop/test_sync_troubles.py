"""What the sync does when its shop cannot be asked: it waits as it should, and says so."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from console.desk.ports import ShopDenied, ShopUnreachable
from console.domain.connections import ShopState
from console.shop.sync import Pace
from tests.end_to_end.syncing import FarShop, Rig, TickingClock, rig_on, until

DOWN = ShopUnreachable("The shop does not answer.", "Check the network.")
PACE = Pace(orders=2.0, watch=0.0, compare=None, first_pause=1.0, longest_pause=60.0)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    clock = TickingClock()
    async with rig_on(tmp_path / "studio.cuedesk", FarShop(clock), clock) as rig:
        yield rig


async def pauses_of(rig: Rig, monkeypatch: pytest.MonkeyPatch, count: int) -> list[float]:
    """The first pauses of a running sync, in seconds, none of them waited for."""
    sync = rig.sync(PACE)
    pauses: list[float] = []

    async def noting(seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    monkeypatch.setattr(sync, "_wait", noting)
    task = asyncio.create_task(sync.run())
    await until(lambda: len(pauses) >= count)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return pauses[:count]


async def test_pauses_double_to_a_longest_and_begin_anew_after_a_success(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.shop.fail(*[DOWN] * 8)
    pauses = await pauses_of(rig, monkeypatch, 9)
    for pause, whole in zip(pauses, [1, 2, 4, 8, 16, 32, 60, 60], strict=False):
        assert 0.5 * whole <= pause <= 1.5 * whole
    assert pauses[8] == PACE.orders
    rig.shop.fail(DOWN)
    assert (await pauses_of(rig, monkeypatch, 1))[0] <= 1.5


async def test_the_shops_own_word_for_a_pause_is_obeyed(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.shop.fail(ShopUnreachable("Too many requests.", retry_after=37.0), DOWN)
    first, second = await pauses_of(rig, monkeypatch, 2)
    assert first == 37.0
    assert second != 37.0


@pytest.mark.parametrize("call", ["connect", "changes", "catalogue"])
async def test_a_loss_at_any_call_of_the_first_link_is_told_and_made_good(rig: Rig, call: str) -> None:
    rig.shop.sell(CAP_S=1)
    rig.shop.broken[call] = DOWN
    await rig.link()
    [told] = [each for each in rig.statuses if each.state is ShopState.TROUBLE]
    assert (told.trouble, told.next_step) == ("The shop does not answer.", "Check the network.")
    assert await rig.numbers() == await rig.theirs()


@pytest.mark.parametrize("call", ["changes", "orders"])
async def test_a_loss_at_any_call_of_a_running_sync_is_told_and_made_good(rig: Rig, call: str) -> None:
    async with rig.running():
        rig.shop.sell(CAP_S=1)
        await until(lambda: rig.desk.show.orders)
        rig.shop.broken[call] = DOWN
        rig.shop.sell(CAP_S=1)
        await until(lambda: ShopState.TROUBLE in [each.state for each in rig.statuses])
        await until(lambda: rig.statuses[-1].state is ShopState.READY and len(rig.desk.show.orders) == 2)
    assert await rig.numbers() == await rig.theirs()


async def test_a_retry_ends_a_pause(rig: Rig) -> None:
    rig.shop.fail(ShopUnreachable("Closed for an hour.", retry_after=3600.0))
    async with rig.running() as sync:
        await until(lambda: rig.statuses and rig.statuses[-1].state is ShopState.TROUBLE)
        sync.retry()
        await until(lambda: rig.statuses[-1].state is ShopState.READY)


async def test_refused_credentials_wait_for_a_person(rig: Rig) -> None:
    rig.shop.fail(ShopDenied("The shop does not know this password.", "Enter it again."))
    async with rig.running() as sync:
        await until(lambda: rig.statuses and rig.statuses[-1].state is ShopState.DENIED)
        with pytest.raises(TimeoutError):
            await until(lambda: len(rig.shop.calls) > 1, within=0.2)
        sync.retry()
        await until(lambda: rig.statuses[-1].state is ShopState.READY)


async def test_a_shop_in_another_currency_is_refused_in_words(tmp_path: Path) -> None:
    clock = TickingClock()
    async with rig_on(tmp_path / "studio.cuedesk", FarShop(clock, "USD"), clock) as rig:
        async with rig.running():
            await until(lambda: rig.statuses and rig.statuses[-1].state is ShopState.TROUBLE)
        assert rig.statuses[-1].trouble == "The shop sells in USD, this show in EUR."
        assert rig.statuses[-1].next_step
        assert not rig.desk.show.linked
        assert await rig.numbers() == {}


async def test_the_end_of_a_sync_lets_go_of_the_shop(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []

    async def aclose() -> None:
        closed.append(True)

    monkeypatch.setattr(rig.shop, "aclose", aclose)
    async with rig.running():
        await until(lambda: rig.statuses and rig.statuses[-1].state is ShopState.READY)
    assert closed == [True]


async def test_an_unexpected_error_is_told_and_tried_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken() -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(rig.shop, "connect", broken)
        async with rig.running() as sync:
            await until(lambda: rig.statuses and "ZeroDivisionError" in rig.statuses[-1].trouble)
            patched.undo()
            sync.retry()
            await until(lambda: rig.statuses[-1].state is ShopState.READY)

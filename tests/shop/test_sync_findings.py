"""What the feed misses, what differs from the shop's numbers, and what waits for a person."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from console.domain.changes import Entry, ErrandQueued
from console.domain.commands import (
    AdjustStock,
    FinishErrand,
    GoLive,
    QueueProducts,
    SeeOrders,
    SetConnection,
    SettleFinding,
)
from console.domain.connections import Connection, ConnectionKind, ShopState
from console.domain.findings import FindingKind, Settlement
from console.domain.money import Money
from console.domain.outbox import RefundTo, new_errand
from console.shop.sync import Pace
from console.storage.reader import reading
from console.storage.verify import verify
from tests.end_to_end.syncing import OPERATOR, FarShop, Rig, TickingClock, priced, rig_on, until

NEVER = 1e9


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """A linked shop whose products are in the queue."""
    clock = TickingClock()
    async with rig_on(tmp_path / "studio.cuedesk", FarShop(clock), clock) as rig:
        await rig.link()
        await rig.ask(QueueProducts(("cap", "mug")))
        yield rig


def found(rig: Rig) -> list[tuple[FindingKind, str, int, int]]:
    return [(each.kind, each.subject, each.theirs, each.ours) for each in rig.desk.show.open_findings]


async def test_the_watch_list_finds_what_the_feed_does_not_tell(rig: Rig) -> None:
    sync = rig.sync()
    ref = rig.shop.sell(MUG=4)
    await sync.poll()
    rig.shop.ship_silently(ref)
    await sync.poll()
    assert (await rig.numbers())["MUG"] == (30, 4)
    await sync.watch()
    assert (await rig.numbers())["MUG"] == (26, 0)


async def test_a_running_sync_keeps_its_watch(rig: Rig) -> None:
    ref = rig.shop.sell(MUG=4)
    await rig.sync().poll()
    rig.shop.ship_silently(ref)
    async with rig.running():
        await until(lambda: rig.desk.show.stock["MUG"].on_hand == 26)


async def test_what_shipped_while_the_console_was_off_is_known_at_its_start(rig: Rig) -> None:
    ref = rig.shop.sell(MUG=4)
    await rig.sync().poll()
    rig.shop.ship_silently(ref)
    async with rig.running(Pace(orders=0.01, watch=NEVER, compare=None)):
        await until(lambda: rig.desk.show.stock["MUG"].on_hand == 26)


async def test_orders_that_are_done_with_are_not_watched(rig: Rig) -> None:
    sync = rig.sync()
    rig.shop.ship(rig.shop.sell(MUG=4))
    rig.shop.cancel(rig.shop.sell(MUG=1))
    await sync.poll()
    rig.shop.calls.clear()
    await sync.watch()
    assert rig.shop.calls == []


async def test_a_comparison_on_demand_is_made_twice_at_once_and_its_time_is_told(rig: Rig) -> None:
    async with rig.running(Pace(orders=0.01, watch=NEVER, compare=NEVER)) as sync:
        await until(lambda: rig.statuses and rig.statuses[-1].state is ShopState.READY)
        rig.shop.shelf["MUG"] = 28
        assert rig.statuses[-1].compared is None
        sync.retry()
        await until(lambda: rig.statuses[-1].compared is not None)
        assert found(rig) == [(FindingKind.STOCK_DIFFERS, "MUG", 28, 30)]


async def test_a_rehearsals_shop_is_not_compared_on_demand(rig: Rig) -> None:
    async with rig.running(Pace(orders=0.01, watch=NEVER, compare=None)) as sync:
        await until(lambda: rig.statuses and rig.statuses[-1].state is ShopState.READY)
        rig.shop.shelf["MUG"] = 28
        sync.retry()
        seen = len(rig.statuses)
        await until(lambda: len(rig.statuses) > seen + 3)
        assert found(rig) == []


async def test_a_difference_is_told_after_two_equal_readings(rig: Rig) -> None:
    sync = rig.sync()
    rig.shop.shelf["MUG"] = 28
    await sync.compare()
    assert found(rig) == []
    await sync.compare()
    assert found(rig) == [(FindingKind.STOCK_DIFFERS, "MUG", 28, 30)]
    await sync.compare()
    assert len(found(rig)) == 1


async def test_a_difference_on_its_way_is_not_told(rig: Rig) -> None:
    sync = rig.sync()
    rig.shop.shelf["MUG"] = 28
    await sync.compare()
    rig.shop.shelf["MUG"] = 27
    await sync.compare()
    rig.shop.shelf.clear()
    await sync.compare()
    assert found(rig) == []


async def test_a_difference_that_is_gone_is_settled_by_itself(rig: Rig) -> None:
    sync = rig.sync()
    rig.shop.shelf["MUG"] = 28
    await sync.compare()
    await sync.compare()
    rig.shop.shelf.clear()
    await sync.compare()
    assert found(rig) == []


async def test_the_shops_number_is_taken_when_a_person_says_so(rig: Rig) -> None:
    sync = rig.sync()
    rig.shop.shelf["MUG"] = 28
    await sync.compare()
    await sync.compare()
    [finding] = rig.desk.show.open_findings
    await rig.ask(SettleFinding(finding.id, Settlement.THEIRS))
    assert (await rig.numbers())["MUG"] == (28, 0)
    await sync.compare()
    assert found(rig) == []


async def test_the_catalogue_read_again_moves_no_stock(rig: Rig) -> None:
    rig.shop.shelf.update({"MUG": 3, "CAP-S": 99})
    before = await rig.numbers()
    await rig.link()
    assert await rig.numbers() == before


async def test_a_price_changes_at_once_while_nothing_runs(rig: Rig) -> None:
    rig.shop.goods = priced(1800)
    await rig.link()
    assert rig.desk.show.products["cap"].variants[0].price.minor == 1800
    assert found(rig) == []


async def test_a_price_changed_on_air_waits_for_a_person(rig: Rig) -> None:
    await rig.ask(GoLive())
    rig.shop.goods = priced(1800)
    await rig.link()
    await rig.link()
    assert rig.desk.show.products["cap"].variants[0].price.minor == 1500
    [finding] = rig.desk.show.open_findings
    assert (finding.kind, finding.subject) == (FindingKind.PRODUCT_DIFFERS, "cap")
    await rig.ask(SettleFinding(finding.id, Settlement.THEIRS))
    assert rig.desk.show.products["cap"].variants[0].price.minor == 1800


async def test_more_sold_than_there_is_is_a_fact_and_a_finding(rig: Rig) -> None:
    await rig.ask(QueueProducts(("mug",)))
    rig.shop._room._on_hand["MUG"] = 50
    rig.shop.sell(MUG=45)
    await rig.sync().poll()
    assert (await rig.numbers())["MUG"] == (30, 45)
    assert found(rig) == [(FindingKind.OVERSOLD, "MUG", 0, -15)]


async def test_what_is_on_its_way_to_the_shop_is_no_difference(rig: Rig) -> None:
    await rig.ask(SetConnection(Connection(rig.shop.name, ConnectionKind.SHOP, "vendure+https://ann@shop.example")))
    sync = rig.sync()
    rig.shop.shelf["MUG"] = 28
    await sync.compare()
    await rig.ask(AdjustStock("MUG", -1, "broken"))
    for _ in range(3):
        await sync.compare()
    assert found(rig) == []
    (errand,) = rig.desk.show.open_errands
    await rig.ask(FinishErrand(errand.errand.id, "done"))
    await sync.compare()
    assert found(rig) == []
    await sync.compare()
    assert found(rig) == [(FindingKind.STOCK_DIFFERS, "MUG", 28, 29)]


async def test_an_order_whose_money_goes_back_is_watched_until_it_has(rig: Rig) -> None:
    ref = rig.shop.sell(MUG=1)
    sync = rig.sync()
    rig.shop.ship(ref)
    await sync.poll()
    (order,) = rig.desk.show.orders.values()
    going = replace(order.snapshot, version=order.snapshot.version + 1, refunding=100)
    await rig.ask(SeeOrders(rig.shop.name, (going,)))
    assert not rig.desk.show.orders[order.key].final
    with reading(rig.store.path) as reader:
        assert reader.show().orders[order.key].snapshot == going
    await sync.watch()
    assert rig.desk.show.orders[order.key].final
    assert verify(rig.store.path) == []


async def test_an_order_is_read_once_more_after_its_money_was_asked_back(rig: Rig) -> None:
    ref = rig.shop.sell(MUG=1)
    sync = rig.sync()
    rig.shop.ship(ref)
    await sync.poll()
    task = RefundTo(ref, Money(100, "EUR"))
    asked = ErrandQueued(new_errand(99, rig.shop.name, "a", task))
    sync.told((Entry(asked, rig.clock.now(), OPERATOR, "c"),))
    for calls in (["orders"], []):
        rig.shop.calls.clear()
        await sync.watch()
        assert rig.shop.calls == calls

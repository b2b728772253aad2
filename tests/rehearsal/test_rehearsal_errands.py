"""A rehearsal shows the whole way out: what people change is done at its shop, and comes back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from console.desk.desk import Desk
from console.domain.commands import (
    AdjustStock,
    CancelOrder,
    Command,
    NewShow,
    QueueProducts,
    RefundOrder,
    RejectErrand,
    SaveProduct,
    SetConnection,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.decide.errands import REHEARSAL_SHOP
from console.domain.money import Money
from console.domain.orders import Buyer, OrderStatus
from console.domain.outcomes import Accepted
from console.domain.show import Purpose
from console.engine import Engine
from console.parts import ShopPart
from console.rehearsal.outcomes import Placed
from console.rehearsal.shop import RehearsalShop
from console.settings import resources
from console.setup_rehearsal import Rehearsal, Wishes, rehearsal_shop
from console.shop.sync import Pace
from console.shop.way_out import OutPace
from console.storage.files import copy_for_rehearsal
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, NOON, SHOP, product, seen, stocked
from tests.end_to_end.syncing import until
from tests.storage.keeping import keep

MIA = Buyer("b1", "Mia")


class Rehearsing:
    """A desk and a rehearsal shop that a sync keeps together."""

    def __init__(self, desk: Desk, shop: RehearsalShop) -> None:
        self.desk = desk
        self.shop = shop

    async def ask(self, *commands: Command) -> None:
        for command in commands:
            outcome = await self.desk.ask(command, ANNA)
            assert isinstance(outcome, Accepted), outcome

    async def settle(self) -> None:
        await until(lambda: not self.desk.show.open_errands)

    def order(self) -> str:
        placed = self.shop.place({"cap": 3}, MIA)
        assert isinstance(placed, Placed)
        return placed.order.ref


@asynccontextmanager
async def rehearsing(path: Path, *, running: bool = True) -> AsyncIterator[Rehearsing]:
    """A rehearsal's file with a cap and a mug; `running` has its shop kept up with."""
    Studio.open(path, NOON, Purpose.REHEARSAL).close()
    async with desk_on(path) as desk:
        if desk.show.id == 0:
            for command in (*rehearsed(),):
                await desk.ask(command, ANNA)
        products = [desk.show.products[each] for each in sorted(desk.show.products)]
        shop = rehearsal_shop(desk.show, products, desk.clock)
        part = ShopPart(desk, shop, Pace(orders=0.01, compare=0.0), OutPace(apart=0.0))
        task = asyncio.create_task(part.run()) if running else None
        try:
            if running:
                await until(lambda: REHEARSAL_SHOP in desk.show.linked)
            yield Rehearsing(desk, shop)
        finally:
            if task:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
    assert verify(path) == []


def rehearsed() -> list[Command]:
    return [NewShow("Try", "USD"), stocked("cap", 10), stocked("mug", 5), QueueProducts(("cap", "mug"))]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "try.cuedesk"


async def test_what_people_change_is_done_at_the_rehearsals_shop(path: Path) -> None:
    async with rehearsing(path) as house:
        await house.ask(AdjustStock("cap", -2, "broken"), SaveProduct(product("cap", price=500)))
        await house.settle()
        assert house.shop.on_hand("cap") == 8
        assert house.shop.price("cap") == Money(500, "USD")
        assert house.desk.show.open_findings == []


async def test_an_order_that_is_cancelled_and_paid_back_comes_back_so(path: Path) -> None:
    async with rehearsing(path) as house:
        key = f"{REHEARSAL_SHOP}/{house.order()}"
        await until(lambda: key in house.desk.show.orders)
        paid = house.desk.show.orders[key].snapshot.paid
        assert paid == 3 * 1990
        await house.ask(CancelOrder(key, "cap", 1), RefundOrder(key, Money(paid, "USD")))
        await until(lambda: house.desk.show.orders[key].snapshot.status is OrderStatus.REFUNDED)
        order = house.desk.show.orders[key].snapshot
        assert (order.lines[0].sold, order.refunded) == (1, paid)
        assert house.desk.show.stock["cap"].committed == 1


async def test_what_the_shop_cannot_do_is_told(path: Path) -> None:
    async with rehearsing(path) as house:
        house.shop.put("cap", -9)
        await house.ask(AdjustStock("cap", -2, "broken"))
        await until(lambda: house.desk.show.tray)
        assert "only 1 of cap" in house.desk.show.tray[0].title


async def test_a_rehearsal_that_was_killed_goes_on_with_what_was_on_its_way(path: Path) -> None:
    async with rehearsing(path):
        pass
    async with rehearsing(path, running=False) as house:
        await house.ask(AdjustStock("cap", -2, "broken"))
    async with rehearsing(path) as house:
        await house.settle()
        assert house.shop.on_hand("cap") == house.desk.show.stock["cap"].on_hand == 8
        await until(lambda: not house.desk.show.open_findings)


async def test_a_copy_of_a_live_file_rehearses_without_what_its_shop_was_to_do(tmp_path: Path) -> None:
    live, copy = tmp_path / "live.cuedesk", tmp_path / "copy.cuedesk"
    studio = Studio.open(live, NOON, Purpose.LIVE)
    connected = SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example"))
    keep(studio, [*rehearsed(), connected, seen(linked=NOON), AdjustStock("cap", 1, "a"), AdjustStock("cap", 1, "b")])
    keep(studio, [RejectErrand(studio.load().open_errands[0].errand.id, "No.", "Look.")], "r")
    studio.close()
    copy_for_rehearsal(live, copy)
    ended: list[BaseException] = []
    engine = Engine(copy, Rehearsal(resources() / "sample", Wishes()), lambda _, error: ended.append(error))
    desks: list[Desk] = []
    stop = asyncio.Event()
    task = asyncio.create_task(engine.run(desks.append, stop))
    await until(lambda: desks and REHEARSAL_SHOP in desks[0].show.linked)
    show = desks[0].show
    stop.set()
    await task
    assert (show.held, list(show.outbox), ended) == (False, [], [])
    assert verify(copy) == []


async def test_nothing_goes_out_to_a_shop_that_turns_out_to_be_another(path: Path) -> None:
    async with rehearsing(path):
        pass
    async with desk_on(path) as desk:
        await desk.ask(AdjustStock("cap", -2, "broken"), ANNA)
        shop = RehearsalShop(REHEARSAL_SHOP, "EUR", desk.clock, [product("cap")], {"cap": 10})
        part = ShopPart(desk, shop, Pace(orders=0.01, first_pause=0.01, compare=None), OutPace(apart=0.0))
        task = asyncio.create_task(part.run())
        await until(lambda: any("EUR" in getattr(each, "trouble", "") for each in desk.copy().statuses))
        assert not part.sync.connected.is_set()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert shop.on_hand("cap") == 10
        assert len(desk.show.open_errands) == 1

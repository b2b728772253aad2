"""The first link with a shop, the later ones, and what a page and its cursor are worth together."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from console.domain.changes import CursorMoved, OrderRecorded
from console.domain.connections import ShopState
from console.domain.outcomes import Unsaved
from console.domain.stock import Counter
from console.storage.reader import reading
from console.storage.studio import Saving
from console.storage.verify import verify
from tests.end_to_end.syncing import ON_HAND, FarShop, Rig, TickingClock, rig_on, until
from tests.storage.journals import journal


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    clock = TickingClock()
    async with rig_on(tmp_path / "studio.cuedesk", FarShop(clock), clock) as rig:
        yield rig


async def test_the_first_link_opens_the_stock_that_the_shop_counts(rig: Rig) -> None:
    await rig.link()
    assert await rig.numbers() == {sku: (pieces, 0) for sku, pieces in ON_HAND.items()}
    assert [each.state for each in rig.statuses] == [ShopState.CONNECTING, ShopState.READY]


async def test_the_first_link_adopts_open_orders_without_counting_what_was_shipped_before(rig: Rig) -> None:
    rig.shop.ship(rig.shop.sell(CAP_S=2))
    rig.shop.sell(CAP_S=3, MUG=1)
    rig.shop.cancel(rig.shop.sell(MUG=4))
    await rig.link()
    assert await rig.numbers() == await rig.theirs() == {"CAP-S": (8, 3), "CAP-M": (20, 0), "MUG": (30, 1)}
    assert not rig.desk.show.sold


async def test_an_adopted_order_counts_when_it_ships(rig: Rig) -> None:
    ref = rig.shop.sell(CAP_S=3)
    await rig.link()
    rig.shop.ship(ref)
    await rig.link()
    assert (await rig.numbers())["CAP-S"] == (7, 0)


async def test_what_was_shipped_before_the_link_comes_back_when_it_is_returned_after_it(rig: Rig) -> None:
    ref = rig.shop.sell(CAP_S=3)
    rig.shop.ship(ref)
    await rig.link()
    assert (await rig.numbers())["CAP-S"] == (7, 0)
    rig.shop.cancel(ref)
    await rig.link()
    assert (await rig.numbers())["CAP-S"] == (10, 0)


async def test_what_was_returned_before_the_link_is_on_hand_once(rig: Rig) -> None:
    ref = rig.shop.sell(CAP_S=3)
    rig.shop.ship(ref)
    rig.shop.cancel(ref)
    await rig.link()
    await rig.link()
    assert (await rig.numbers())["CAP-S"] == (10, 0)


async def test_a_later_link_takes_in_what_happened_meanwhile_and_moves_no_stock_twice(rig: Rig) -> None:
    await rig.link()
    ship = rig.shop.sell(MUG=5)
    cancel = rig.shop.sell(MUG=6)
    await rig.link()
    rig.shop.ship(ship)
    rig.shop.cancel(cancel)
    rig.shop.sell(CAP_M=2)
    await rig.link()
    await rig.link()
    assert await rig.numbers() == await rig.theirs() == {"CAP-S": (10, 0), "CAP-M": (20, 2), "MUG": (25, 0)}


async def test_the_catalogue_is_read_once_a_start(rig: Rig) -> None:
    async with rig.running():
        await until(lambda: rig.shop.calls.count("changes") > 5)
    assert rig.shop.calls.count("catalogue") == 1
    await rig.link()
    assert rig.shop.calls.count("catalogue") == 2


async def test_a_file_that_goes_to_another_start_knows_what_it_counted(tmp_path: Path) -> None:
    clock = TickingClock()
    shop = FarShop(clock)
    path = tmp_path / "studio.cuedesk"
    async with rig_on(path, shop, clock) as rig:
        shop.sell(CAP_S=2)
        await rig.link()
        shop.sell(CAP_S=1)
        await rig.link()
    async with rig_on(path, shop, clock) as rig:
        await rig.link()
        assert (await rig.numbers())["CAP-S"] == (10, 3)
    assert verify(path) == []
    with reading(path) as reader:
        moves = [each.delta for each in reader.why("CAP-S") if each.counter == Counter.COMMITTED]
    assert moves == [2, 1]


async def test_one_poll_reads_all_pages(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.rehearsal.shop.PAGE", 3)
    await rig.link()
    refs = {rig.shop.sell(MUG=1) for _ in range(10)}
    await rig.sync().poll()
    assert {order.snapshot.ref for order in rig.desk.show.orders.values()} == refs


async def test_an_old_page_that_comes_late_changes_nothing(rig: Rig) -> None:
    await rig.link()
    sync = rig.sync()
    before = rig.desk.show.cursors["boutique"]
    ref = rig.shop.sell(MUG=4)
    page = await rig.shop.changes(before)
    rig.shop.ship(ref)
    await sync.poll()
    await sync._tell(page)
    assert (await rig.numbers())["MUG"] == (26, 0)


async def test_a_page_is_saved_with_its_cursor_in_one_transaction(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    await rig.link()
    saved: list[list[type]] = []
    store = rig.desk._store
    save = store.save

    async def noting(batch: Sequence[Saving]) -> object:
        saved.append([type(entry.change) for saving in batch for entry in saving.entries])
        return await save(batch)

    monkeypatch.setattr(store, "save", noting)
    rig.shop.sell(CAP_S=1)
    await rig.sync().poll()
    pages = [each for each in saved if OrderRecorded in each]
    assert len(pages) == 1
    assert CursorMoved in pages[0]


async def test_a_page_that_could_not_be_saved_is_told_and_read_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    await rig.link()
    rig.shop.sell(CAP_S=1)
    ask = rig.desk.ask
    answers = iter([Unsaved("no space left")])

    async def failing(*asked: object) -> object:
        return next(answers, None) or await ask(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(rig.desk, "ask", failing)
    async with rig.running():
        await until(lambda: rig.desk.show.orders)
    assert (await rig.numbers())["CAP-S"] == (10, 1)
    [trouble] = [each for each in rig.statuses if each.state is ShopState.TROUBLE]
    assert "no space left" in trouble.next_step


async def test_goods_and_orders_of_the_first_link_are_in_the_file_together_or_not_at_all(rig: Rig) -> None:
    rig.shop.sell(CAP_S=3)
    await rig.link()
    wanted = ("CatalogueImported", "OrderRecorded", "ShopLinked")
    rows = [(row.kind, row.command) for row in journal(rig.store.path)]
    assert len({command for kind, command in rows if kind in wanted}) == 1
    assert {kind for kind, _ in rows} >= set(wanted)
    assert rig.desk.show.stock["CAP-S"].on_hand == ON_HAND["CAP-S"]
    assert rig.desk.show.owners["CAP-S"] == "cap"

"""Each command once, in order, on the disk before it is answered or told."""

import asyncio
from contextlib import closing
from pathlib import Path

import pytest

from console.desk.watching import News
from console.domain.changes import Entry
from console.domain.commands import (
    AdjustStock,
    Command,
    CountStock,
    EndShow,
    GoLive,
    HoldStock,
    ImportCatalogue,
    NewShow,
    QueueProducts,
    ReleaseStock,
    RemoveItem,
)
from console.domain.outcomes import Added, Adjusted, CountedMeanwhile, Done, NotEnough, Unsaved
from console.domain.products import Opening
from console.domain.show import Purpose
from console.domain.stock import Level
from console.storage.ids import kept_command
from console.storage.reader import reading
from console.storage.sqlite import connect_reader
from console.storage.studio import Saving, Studio
from console.storage.verify import verify
from tests.desk.house import desk_on, fields, watching
from tests.domain.goods import ANNA, NOON, product, stocked
from tests.storage.journals import journal

SETTING: tuple[Command, ...] = (NewShow("Friday", "USD"), stocked("cap", 10), QueueProducts(("cap",)), GoLive())


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    file = tmp_path / "show.cuedesk"
    async with desk_on(file) as desk:
        for command in SETTING:
            await desk.ask(command, ANNA)
    return file


def on_hand(path: Path) -> int:
    with reading(path) as reader:
        return reader.stock("cap")[0].on_hand


async def test_the_same_id_gets_the_same_answer_and_happens_once(path: Path) -> None:
    async with desk_on(path) as desk:
        first = await desk.ask(AdjustStock("cap", -2, "gift"), ANNA, "c1")
        again = await desk.ask(AdjustStock("cap", -2, "gift"), ANNA, "c1")
        other = await desk.ask(AdjustStock("cap", +5, "found"), ANNA, "c1")
        assert first == again == other
        assert on_hand(path) == 8


async def test_the_same_id_twice_at_once_happens_once(path: Path) -> None:
    async with desk_on(path) as desk:
        command = AdjustStock("cap", -2, "gift")
        answers = await asyncio.gather(*(desk.ask(command, ANNA, "c1") for _ in range(5)))
        assert len(set(answers)) == 1
        assert on_hand(path) == 8


async def test_the_same_id_is_known_after_a_restart(path: Path) -> None:
    async with desk_on(path) as desk:
        first = await desk.ask(AdjustStock("cap", -2, "gift"), ANNA, "c1")
    async with desk_on(path) as desk:
        assert await desk.ask(AdjustStock("cap", -2, "gift"), ANNA, "c1") == first
    assert on_hand(path) == 8


async def test_a_repeated_command_holds_up_none_beside_it(path: Path) -> None:
    async with desk_on(path) as desk:
        first = await desk.ask(AdjustStock("cap", -2, "gift"), ANNA, "c1")
        answers = await asyncio.gather(
            desk.ask(AdjustStock("cap", 1, "found"), ANNA, "c2"),
            desk.ask(AdjustStock("cap", -2, "gift"), ANNA, "c1"),
            desk.ask(AdjustStock("cap", 1, "found"), ANNA, "c3"),
        )
        assert answers[1] == first
        assert [isinstance(each, Adjusted) for each in answers] == [True] * 3
        assert on_hand(path) == 10


async def test_a_refusal_keeps_its_answer(path: Path) -> None:
    async with desk_on(path) as desk:
        refused = await desk.ask(AdjustStock("cap", -20, "gift"), ANNA, "c1")
        await desk.ask(AdjustStock("cap", 20, "found"), ANNA)
        assert await desk.ask(AdjustStock("cap", -20, "gift"), ANNA, "c1") == refused == NotEnough("cap", 10)


async def test_each_command_is_decided_on_what_the_ones_before_it_made(path: Path) -> None:
    async with desk_on(path) as desk:
        commands = (
            HoldStock("cap", 6, "Mia"),
            HoldStock("cap", 6, "Leo"),
            ReleaseStock("cap", 6, "Mia"),
            HoldStock("cap", 6, "Leo"),
            CountStock("cap", 7, 10, "counted"),
            CountStock("cap", 9, 10, "counted"),
        )
        answers = await asyncio.gather(*(desk.ask(command, ANNA) for command in commands))
        kinds = [type(each) for each in answers]
        assert kinds == [Adjusted, NotEnough, Adjusted, Adjusted, Adjusted, CountedMeanwhile]
        assert desk.show.stock["cap"] == Level(7, 6, 0, opened=True)


async def test_many_senders_never_oversell(path: Path) -> None:
    async with desk_on(path) as desk:
        answers = await asyncio.gather(*(desk.ask(HoldStock("cap", 1, f"v{n}"), ANNA) for n in range(50)))
        assert sum(isinstance(each, Adjusted) for each in answers) == 10
        assert answers[10:] == [NotEnough("cap", 0)] * 40
    assert verify(path) == []


async def test_what_is_told_is_in_the_file_already(path: Path) -> None:
    found: list[int] = []
    with closing(connect_reader(path)) as second:

        def look(news: tuple[News, ...]) -> None:
            for entry in news:
                assert isinstance(entry, Entry)
                count = "SELECT count(*) FROM journal WHERE command = ?"
                found.append(second.execute(count, (kept_command(entry.command),)).fetchone()[0])

        async with desk_on(path) as desk:
            desk.watch(look)
            await asyncio.gather(*(desk.ask(AdjustStock("cap", 1, "found"), ANNA) for _ in range(20)))
    assert found == [1] * 20


async def test_an_answer_comes_when_the_command_is_in_the_file(path: Path) -> None:
    async with desk_on(path) as desk:
        for number in range(20):
            await desk.ask(AdjustStock("cap", 1, "found"), ANNA)
            assert on_hand(path) == 11 + number


async def test_many_commands_at_once_share_transactions(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    honest = Studio.save

    def counted(self: Studio, batch: list[Saving]) -> list[Entry]:
        sizes.append(len(batch))
        return honest(self, batch)

    monkeypatch.setattr(Studio, "save", counted)
    async with desk_on(path) as desk:
        await asyncio.gather(*(desk.ask(AdjustStock("cap", 1, "found"), ANNA) for _ in range(500)))
    assert sum(sizes) == 500
    assert len(sizes) <= 5
    assert on_hand(path) == 510


async def test_commands_wait_until_the_desk_opens(path: Path) -> None:
    async with desk_on(path, opened=False) as desk:
        waiting = asyncio.create_task(desk.ask(AdjustStock("cap", 1, "found"), ANNA))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        desk.open()
        assert isinstance(await asyncio.wait_for(waiting, 5), Adjusted)


async def test_a_desk_that_refuses_decides_nothing(path: Path) -> None:
    async with desk_on(path, opened=False) as desk:
        waiting = asyncio.create_task(desk.ask(AdjustStock("cap", 1, "found"), ANNA))
        await asyncio.sleep(0)
        desk.refuse("the journal is broken")
        assert await asyncio.wait_for(waiting, 5) == Unsaved("the journal is broken")
        assert await desk.ask(EndShow(), ANNA) == Unsaved("the journal is broken")
    assert on_hand(path) == 10


async def test_time_never_runs_backwards_in_the_journal(path: Path) -> None:
    async with desk_on(path) as desk:
        desk.clock._now = NOON.replace(year=2020)  # type: ignore[attr-defined]
        await desk.ask(AdjustStock("cap", 1, "found"), ANNA)
    times = [row.at for row in journal(path)]
    assert times == sorted(times)


async def test_an_asker_that_goes_away_disturbs_no_one(path: Path) -> None:
    async with desk_on(path) as desk:
        gone = asyncio.create_task(desk.ask(AdjustStock("cap", 1, "found"), ANNA))
        await asyncio.sleep(0)
        gone.cancel()
        assert isinstance(await desk.ask(AdjustStock("cap", 1, "found"), ANNA), Adjusted)
    assert on_hand(path) == 12


async def test_an_import_keeps_products_out_of_memory_until_they_are_used(path: Path) -> None:
    goods = tuple(product(f"p{number}") for number in range(300))
    openings = tuple(Opening(each.id, 7) for each in goods)
    async with desk_on(path) as desk:
        window = watching(desk)
        await desk.ask(ImportCatalogue("goods.csv", "d" * 12, "file", goods, openings), ANNA)
        assert "p1" not in desk.show.products
        assert await desk.ask(QueueProducts(("p1",)), ANNA) == Done()
        assert desk.show.stock["p1"] == window.show.stock["p1"] == Level(7, opened=True)
        await desk.ask(AdjustStock("p2", 1, "found"), ANNA)
        assert window.show.stock["p2"] == Level(8, opened=True)
        assert fields(window.show) == fields(desk.show)


async def test_an_import_shows_the_stock_of_a_sku_that_the_file_knew(path: Path) -> None:
    async with desk_on(path) as desk:
        await desk.ask(stocked("old", 4), ANNA)
        await desk.ask(HoldStock("old", 3, "Mia"), ANNA)
        await desk.ask(ImportCatalogue("a.csv", "a" * 12, "file", (product("old", "other"),), ()), ANNA)
    async with desk_on(path) as desk:
        window = watching(desk)
        assert "old" not in desk.show.stock
        await desk.ask(ImportCatalogue("b.csv", "b" * 12, "file", (product("cap", "cap", "old"),), ()), ANNA)
        assert desk.show.stock["old"] == window.show.stock["old"] == Level(4, 3, opened=True)
    assert verify(path) == []


async def test_a_new_show_and_its_first_command_may_come_together(path: Path) -> None:
    async with desk_on(path) as desk:
        commands = (EndShow(), NewShow("Saturday", "USD"), QueueProducts(("cap",)))
        assert await asyncio.gather(*(desk.ask(each, ANNA) for each in commands)) == [Done(), Added(2), Done()]


async def test_numbers_are_not_given_twice_over_a_restart(path: Path) -> None:
    async with desk_on(path) as desk:
        await desk.ask(stocked("mug", 1), ANNA)
        await desk.ask(QueueProducts(("mug",)), ANNA)
        item = desk.show.queue[-1].id
        await desk.ask(RemoveItem(item), ANNA)
    async with desk_on(path) as desk:
        await desk.ask(QueueProducts(("mug",)), ANNA)
        assert desk.show.queue[-1].id > item
    assert verify(path) == []


async def test_a_rehearsals_file_stays_one(tmp_path: Path) -> None:
    studio = Studio.open(tmp_path / "try.cuedesk", NOON, Purpose.REHEARSAL)
    studio.close()
    async with desk_on(tmp_path / "try.cuedesk") as desk:
        assert desk.show.purpose is Purpose.REHEARSAL

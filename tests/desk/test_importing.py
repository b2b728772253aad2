"""A catalogue taken in beside the desk: all of it or nothing, whatever happens on the way."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from console.desk import importing
from console.desk.desk import Desk
from console.desk.importing import parts, resume, take_in, together
from console.desk.store import Store
from console.domain.commands import AdjustStock, GoLive, ImportCatalogue, NewShow, QueueProducts
from console.domain.outcomes import Adjusted, Difference, Imported, Unsaved
from console.domain.products import Opening
from console.imports.catalogue import Catalogue
from console.imports.course import Course, GivenUp
from console.storage import stages
from console.storage.reader import reading
from console.storage.sqlite import OperationalError
from console.storage.verify import verify
from tests.desk.house import desk_on, disagreements, watching
from tests.domain.goods import ANNA, product, stocked
from tests.storage.journals import commands, journal


def catalogue(products: int = 60, pieces: int = 7, price: int = 1990) -> Catalogue:
    """Products of two SKUs each."""
    made = tuple(
        product(f"p{number:03}", f"p{number:03}-a", f"p{number:03}-b", price=price) for number in range(products)
    )
    openings = tuple(Opening(sku, pieces) for each in made for sku in each.skus)
    return Catalogue(made, openings, (), (), (), "d" * 64, "many.csv")


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "VARIANTS_A_PART", 10)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.cuedesk"


@pytest.fixture
async def desk(path: Path) -> AsyncIterator[Desk]:
    async with desk_on(path) as made:
        await made.ask(NewShow("Friday", "USD"), ANNA)
        await made.ask(stocked("cap", 5), ANNA)
        yield made


def counts(path: Path) -> tuple[int, int]:
    """The products and the stock of the imports in a file."""
    with reading(path) as reader:
        products = [each for each in reader.products("p", limit=9999) if each.id != "cap"]
        return len(products), sum(each.on_hand for each in reader.stock() if each.sku != "cap")


async def staged(store: Store) -> int:
    return len(await store.keep(stages.stages))


async def test_all_of_a_catalogue_comes_in(desk: Desk, path: Path) -> None:
    window = watching(desk)
    outcome = await take_in(desk, desk._store, catalogue(), ANNA, Course())
    assert outcome == Imported(60, 0, 0, 120)
    assert counts(path) == (60, 840)
    assert await staged(desk._store) == 0
    assert verify(path) == []
    with reading(path) as reader:
        assert disagreements(window.show, reader.show()) == {}


async def test_a_second_import_moves_no_stock_and_lists_what_differs(desk: Desk, path: Path) -> None:
    await take_in(desk, desk._store, catalogue(), ANNA, Course())
    outcome = await take_in(desk, desk._store, catalogue(pieces=9, price=5), ANNA, Course())
    assert isinstance(outcome, Imported)
    assert (outcome.new, outcome.changed, outcome.same, outcome.opened) == (0, 60, 0, 0)
    assert outcome.differences[0] == Difference("p000-a", 9, 7)
    assert len(outcome.differences) == 120
    assert counts(path) == (60, 840)
    assert verify(path) == []


async def test_each_part_has_a_row_in_the_journal_with_the_digest(desk: Desk, path: Path) -> None:
    await take_in(desk, desk._store, catalogue(), ANNA, Course())
    rows = imports(path)
    assert [(body["digest"], body["products"]) for body, _ in rows] == [("d" * 64, 5)] * 12
    assert {msgspec.json.decode(actor)["person"] for _, actor in rows} == {"Anna"}


def imports(path: Path) -> list[tuple[dict[str, Any], str]]:
    """What the journal says of imports, and who made them."""
    rows = [row for row in journal(path) if row.kind == "CatalogueImported"]
    return [(msgspec.json.decode(row.body), row.actor) for row in rows]


async def test_a_part_is_a_command_that_is_answered_once(desk: Desk, path: Path) -> None:
    await take_in(desk, desk._store, catalogue(), ANNA, Course())
    kept = [each for each in commands(path) if each.startswith("import-")]
    assert (len({each[:39] for each in kept}), len(kept)) == (1, 12)


async def test_a_row_of_the_journal_is_never_long(desk: Desk, path: Path) -> None:
    whole = catalogue(1_300)
    command = ImportCatalogue(whole.name, whole.digest, "file", whole.products, whole.openings)
    assert await desk.ask(command, ANNA) == Imported(1_300, 0, 0, 2_600)
    rows = [(body["products"], len(body["opened"])) for body, _ in imports(path)]
    assert rows == [(1_000, 1_000), (300, 1_000), (0, 600)]
    assert counts(path) == (1_300, 18_200)
    assert verify(path) == []


async def test_stock_is_answered_while_a_catalogue_comes_in(desk: Desk, path: Path) -> None:
    importing_ = asyncio.create_task(take_in(desk, desk._store, catalogue(), ANNA, Course()))
    answered = 0
    while not importing_.done():
        assert isinstance(await desk.ask(AdjustStock("cap", 1, "found"), ANNA), Adjusted)
        answered += 1
    assert answered >= 12
    assert isinstance(await importing_, Imported)
    assert desk.show.stock["cap"].on_hand == 5 + answered
    assert verify(path) == []


@pytest.mark.parametrize("after", [1, 31, 60])
async def test_giving_up_before_it_is_decided_leaves_nothing(desk: Desk, path: Path, after: int) -> None:
    class Impatient(Course):
        def went(self, done: int) -> None:
            if done >= after:
                self.give_up()
            super().went(done)

    with pytest.raises(GivenUp):
        await take_in(desk, desk._store, catalogue(), ANNA, Impatient())
    assert counts(path) == (0, 0)
    assert await staged(desk._store) == 0
    assert verify(path) == []


async def test_what_is_decided_cannot_be_given_up(desk: Desk, path: Path) -> None:
    class TooLate(Course):
        def begin(self, total: int) -> None:
            super().begin(total)
            if self.decided:
                self.give_up()

    assert await take_in(desk, desk._store, catalogue(), ANNA, TooLate()) == Imported(60, 0, 0, 120)
    assert counts(path) == (60, 840)


async def test_the_course_is_told_all_the_way(desk: Desk) -> None:
    seen: list[tuple[int, int, bool]] = []

    class Watched(Course):
        def begin(self, total: int) -> None:
            seen.append((self.done, self.total, self.decided))
            super().begin(total)

    course = Watched()
    await take_in(desk, desk._store, catalogue(), ANNA, course)
    assert seen == [(0, 0, False), (60, 60, True)]
    assert (course.done, course.total) == (60, 60)


async def interrupted(path: Path, at: int) -> None:
    """A program that ends while the part of that number is being taken in."""
    async with desk_on(path) as desk:
        await desk.ask(NewShow("Friday", "USD"), ANNA)
        ask = desk.ask
        taken = 0

        async def ending(*arguments: object) -> object:
            nonlocal taken
            taken += 1
            if taken > at:
                raise asyncio.CancelledError
            return await ask(*arguments)  # type: ignore[arg-type]

        desk.ask = ending  # type: ignore[method-assign, assignment]
        with pytest.raises(asyncio.CancelledError):
            await take_in(desk, desk._store, catalogue(), ANNA, Course())


@pytest.mark.parametrize("at", [0, 1, 5, 11])
async def test_an_accepted_import_goes_on_at_the_next_start(path: Path, at: int) -> None:
    await interrupted(path, at)
    assert counts(path) == (at * 5, at * 70)
    assert verify(path) == []
    async with desk_on(path) as desk:
        await resume(desk, desk._store)
        assert await staged(desk._store) == 0
    assert counts(path) == (60, 840)
    assert verify(path) == []


async def test_a_part_that_was_taken_in_already_is_not_taken_in_twice(path: Path) -> None:
    await interrupted(path, 5)
    async with desk_on(path) as desk:
        await desk.ask(AdjustStock("p000-a", -3, "sold"), ANNA)
        await resume(desk, desk._store)
        await resume(desk, desk._store)
    assert counts(path) == (60, 837)
    assert verify(path) == []


async def test_an_import_that_was_not_accepted_is_forgotten_at_the_next_start(path: Path) -> None:
    async with desk_on(path) as desk:
        stage = await desk._store.keep(lambda connection: stages.begin(connection, ANNA))
        for number, part in enumerate(parts(catalogue())):
            await desk._store.keep(lambda c, n=number, p=part: stages.put(c, stage, n, p))  # type: ignore[misc]
    async with desk_on(path) as desk:
        await resume(desk, desk._store)
        assert await staged(desk._store) == 0
    assert counts(path) == (0, 0)
    assert verify(path) == []


async def test_an_import_whose_forgetting_was_interrupted_is_not_taken_in_by_half(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "PARTS_AT_ONCE", 5)
    async with desk_on(path) as desk:
        stage = await desk._store.keep(lambda connection: stages.begin(connection, ANNA))
        for number, part in enumerate(parts(catalogue())):
            await desk._store.keep(lambda c, n=number, p=part: stages.put(c, stage, n, p))  # type: ignore[misc]
        await desk._store.keep(lambda connection: stages.accept(connection, stage))
        assert await desk._store.keep(lambda connection: stages.drop(connection, stage))
    async with desk_on(path) as desk:
        await resume(desk, desk._store)
        assert await staged(desk._store) == 0
    assert counts(path) == (0, 0)


async def test_a_disk_that_is_full_leaves_nothing_and_says_so(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = stages.put

    def full(connection: object, stage: object, number: int, part: object) -> None:
        if number == 7:
            raise OperationalError("database or disk is full")
        put(connection, stage, number, part)  # type: ignore[arg-type]

    monkeypatch.setattr(stages, "put", full)
    outcome = await take_in(desk, desk._store, catalogue(), ANNA, Course())
    assert isinstance(outcome, Unsaved)
    assert "disk is full" in outcome.reason
    assert counts(path) == (0, 0)
    assert await staged(desk._store) == 0


async def test_a_small_catalogue_is_one_command(desk: Desk, path: Path) -> None:
    assert await take_in(desk, desk._store, catalogue(3), ANNA, Course()) == Imported(3, 0, 0, 6)
    assert not [each for each in commands(path) if each.startswith("import-")]
    assert verify(path) == []


async def test_an_empty_catalogue_is_taken_in_as_nothing(desk: Desk) -> None:
    assert await take_in(desk, desk._store, catalogue(0), ANNA, Course()) == Imported(0, 0, 0, 0)


async def test_the_shows_own_products_change_in_its_memory_too(desk: Desk, path: Path) -> None:
    await take_in(desk, desk._store, catalogue(), ANNA, Course())
    await desk.ask(QueueProducts(("p010", "p050")), ANNA)
    await desk.ask(GoLive(), ANNA)
    await take_in(desk, desk._store, catalogue(price=100), ANNA, Course())
    assert {desk.show.products[each].variants[0].price.minor for each in ("p010", "p050")} == {100}
    with reading(path) as reader:
        assert disagreements(desk.show, reader.show()) == {}


def test_parts_are_the_whole() -> None:
    whole = catalogue(23)
    cut = list(parts(whole))
    assert all(isinstance(part, ImportCatalogue) for part in cut)
    assert tuple(each for part in cut for each in part.products) == whole.products
    assert tuple(each for part in cut for each in part.openings) == whole.openings
    assert max(len(part.products) for part in cut) == 5


def test_outcomes_add_up() -> None:
    one = Imported(1, 2, 3, 4, (Difference("a", 1, 2),), (), ("x",))
    assert together([one, Imported(10, 20, 30, 40)]) == Imported(11, 22, 33, 44, (Difference("a", 1, 2),), (), ("x",))

"""What is exported and imported again is what it was."""

import asyncio
import csv
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import msgspec
import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from console.desk.importing import take_in
from console.domain.commands import AdjustStock, ImportCatalogue, ImportRundown, NewShow, QueueProducts
from console.domain.decide.placing import unnumbered
from console.domain.money import Money
from console.domain.outcomes import Accepted, Imported
from console.domain.products import Opening, Product, Variant
from console.domain.rundown import Kind, Segment
from console.exports.kinds import Export
from console.exports.writing import export
from console.imports.catalogue import read_catalogue
from console.imports.clock_times import Studio
from console.imports.course import Course
from console.imports.formulas import bare, safe
from console.imports.rundown import read_rundown
from console.storage.reader import reading
from console.storage.sqlite import connect_writer
from tests.desk.house import desk_on
from tests.domain.goods import ANNA

BERLIN = ZoneInfo("Europe/Berlin")
GOODS = ("cap", "A,B", "1", "=mug")
STARTS = ("", "=", "+", "-", "@", "'", "'=", "''+", "0", "@SUM(1)|")

letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Co", "Cn", "Cf"))
words = st.text(letters, min_size=1, max_size=12)
lines = st.builds(
    lambda start, some: start + " ".join(some), st.sampled_from(STARTS), st.lists(words, min_size=1, max_size=3)
)
proses = st.lists(lines, max_size=3).map("\n".join)
currencies = st.sampled_from(["USD", "JPY", "KWD"])


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[str, list[Product], list[Opening]]:
    """A currency, products and quantities, each as every border lets them in."""
    currency = draw(currencies)
    amounts = st.integers(0, 10**12).map(lambda minor: Money(minor, currency))
    skus = iter(draw(st.lists(lines, min_size=9, max_size=9, unique_by=str.casefold)))
    products, openings = [], []
    for product_id in draw(st.lists(lines, min_size=1, max_size=3, unique_by=str.casefold)):
        names = draw(st.lists(lines, max_size=4, unique=True))
        size = draw(st.integers(1, 3)) if names else 1
        options = draw(st.lists(st.tuples(*[lines for _ in names]), min_size=size, max_size=size, unique=True))
        variants = tuple(
            Variant(next(skus), draw(amounts), draw(st.none() | amounts), each, draw(st.just("") | lines))
            for each in options
        )
        about = [draw(st.just("") | lines) for _ in range(3)]
        product = Product(product_id, draw(lines), variants, draw(proses), about[0], about[1], tuple(names), about[2])
        products.append(product)
        openings += [Opening(sku, draw(st.integers(0, 2**31 - 1))) for sku in product.skus if draw(st.booleans())]
    return currency, products, openings


async def filled(path: Path, currency: str, products: list[Product], openings: list[Opening]) -> None:
    async with desk_on(path) as desk:
        await desk.ask(NewShow("Friday", currency), ANNA)
        command = ImportCatalogue("x", "d" * 64, "file", tuple(products), tuple(openings))
        assert isinstance(await desk.ask(command, ANNA), Imported)


async def again(path: Path, file: Path, currency: str) -> Imported:
    catalogue = read_catalogue([file], currency)
    assert catalogue.problems == ()
    async with desk_on(path) as desk:
        if desk.show.id == 0:
            await desk.ask(NewShow("Friday", currency), ANNA)
        outcome = await take_in(desk, desk._store, catalogue, ANNA, Course())
    assert isinstance(outcome, Imported)
    return outcome


def everything(path: Path) -> list[object]:
    with reading(path) as reader:
        return [
            (product, sorted((k, v) for k, v in levels.items() if k in product.skus))
            for product, levels in reader.catalogue()
        ]


@settings(max_examples=40)
@given(catalogues())
def test_products_come_back_as_they_were(made: tuple[str, list[Product], list[Opening]]) -> None:
    currency, products, openings = made
    with TemporaryDirectory() as folder:
        path, other = Path(folder) / "one.cuedesk", Path(folder) / "other.cuedesk"
        asyncio.run(filled(path, currency, products, openings))
        for ending in ("csv", "xlsx"):
            file = Path(folder) / f"products.{ending}"
            assert export(Export.PRODUCTS, path, file, BERLIN, Course()) == sum(len(p.variants) for p in products)
            outcome = asyncio.run(again(path, file, currency))
            assert (outcome.new, outcome.changed, outcome.same) == (0, 0, len(products))
            assert (outcome.opened, outcome.differences, outcome.conflicts) == (0, (), ())
            other = Path(folder) / f"{ending}.cuedesk"
            asyncio.run(again(other, file, currency))
            assert everything(other) == everything(path)


segments = st.builds(
    Segment,
    title=lines,
    planned=st.integers(1, 86_400).map(lambda seconds: timedelta(seconds=seconds)),
    owner=st.just("") | lines,
    notes=proses,
    script=proses,
    products=st.lists(st.sampled_from(GOODS), unique=True, max_size=4).map(tuple),
    coupon=st.just("") | lines,
    gift=st.just("") | lines,
    offer_until=st.none()
    | st.integers(0, 9_000).map(lambda s: datetime(2026, 10, 25, tzinfo=UTC) + timedelta(seconds=s)),
    kind=st.sampled_from([Kind.SEGMENT, Kind.SEGMENT, *Kind]),
    count_to_end=st.booleans(),
    flag=st.booleans(),
    colour=st.sampled_from(["", "#c4232b"]),
)


@settings(max_examples=30)
@given(st.lists(segments, min_size=1, max_size=5), st.booleans())
def test_a_rundown_comes_back_as_it_was(plan: list[Segment], timed: bool) -> None:
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the clocks of Berlin go back in the hour after
    if timed:
        plan = [
            msgspec.structs.replace(
                each,
                planned_start=start + timedelta(hours=n),
                planned_end=start + timedelta(hours=n, minutes=7) if each.flag else None,
                hard=each.count_to_end,
            )
            for n, each in enumerate(plan)
        ]
    groups = [place for place, each in enumerate(plan, start=1) if each.kind is Kind.GROUP]
    plan = [
        msgspec.structs.replace(
            each,
            group=groups[0] if groups and each.kind is not Kind.GROUP and each.flag else 0,
            loops_to=place if each.kind is Kind.SEGMENT and each.flag else 0,
        )
        for place, each in enumerate(plan, start=1)
    ]
    taken = [place for place, each in enumerate(plan, start=1) if each.kind is Kind.SEGMENT]
    delays = tuple((place, timedelta(minutes=-3 if place % 2 else 90)) for place in taken[:2])
    products = [
        Product(each, "Title", (Variant(f"sku-{n}", Money(1, "USD")),))
        for n, each in enumerate(["cap", "A,B", "1", "=mug"])
    ]

    async def fill(path: Path) -> None:
        await filled(path, "USD", products, [])
        async with desk_on(path) as desk:
            await desk.ask(QueueProducts(("A,B", "cap", "=mug", "1")), ANNA)
            assert isinstance(
                await desk.ask(ImportRundown("x", "", tuple(plan), tuple(taken[1:]), delays), ANNA), Accepted
            )

    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.cuedesk"
        asyncio.run(fill(path))
        for ending in ("csv", "xlsx"):
            file = Path(folder) / f"rundown.{ending}"
            export(Export.RUNDOWN, path, file, BERLIN, Course())
            with reading(path) as reader:
                found = read_rundown(file, Studio(date(2026, 10, 25), BERLIN), reader.product_of)
                assert found.problems == ()
                assert found.segments == unnumbered(reader.show().segments)
                assert (found.skipped, found.delays) == (tuple(taken[1:]), delays)


@given(st.text())
@example("'")
@example("''=1")
def test_the_apostrophe_comes_off_again(text: str) -> None:
    assert bare(safe(text)) == text
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    path = tmp_path / "show.cuedesk"
    products = [
        Product("cap", "=HYPERLINK(1)", (Variant("CAP", Money(1250, "USD"), None, ("S",)),), option_names=("Size",)),
        Product("mug", "Mug", (Variant("MUG", Money(2**53 - 1, "USD")),)),
    ]
    await filled(path, "USD", products, [Opening("CAP", 5)])
    async with desk_on(path) as desk:
        await desk.ask(AdjustStock("CAP", -2, "broken"), ANNA)
    return path


async def test_stock_is_written_for_each_sku(path: Path, tmp_path: Path) -> None:
    assert export(Export.STOCK, path, tmp_path / "stock.csv", BERLIN, Course()) == 2
    with (tmp_path / "stock.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1] == ["CAP", "cap", "'=HYPERLINK(1)", "S", "3", "0", "0", "0", "3"]


async def test_an_export_is_of_one_moment(path: Path, tmp_path: Path) -> None:
    many = [Product(f"p{n:03}", "P", (Variant(f"s{n:03}", Money(1, "USD")),)) for n in range(700)]
    await filled(path, "USD", many, [Opening(f"s{n:03}", 1) for n in range(700)])

    class Meanwhile(Course):
        def went(self, done: int) -> None:
            if done == 100:
                with closing(connect_writer(path)) as writer:
                    writer.execute("UPDATE stock SET on_hand = 99")

    export(Export.STOCK, path, tmp_path / "stock.csv", BERLIN, Meanwhile())
    with (tmp_path / "stock.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["On hand"] for row in csv.DictReader(file) if row["Title"] == "P"} == {"1"}


async def test_a_workbook_has_numbers_as_numbers_and_no_formula(path: Path, tmp_path: Path) -> None:
    export(Export.PRODUCTS, path, tmp_path / "products.xlsx", BERLIN, Course())
    sheet = openpyxl.load_workbook(tmp_path / "products.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][:7] == ["cap", "'=HYPERLINK(1)", "CAP", 12.5, None, "USD", 3]
    assert rows[2][3] == "90071992547409.91"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}

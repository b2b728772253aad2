"""Any bytes are a catalogue or a refusal, whole or not at all."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from console.imports.catalogue import Catalogue, catalogue_of
from console.imports.clock_times import Studio
from console.imports.drafts import Terms
from console.imports.findings import ImportRefused
from console.imports.plan import Rundown
from console.imports.product_file import product_steps
from console.imports.rundown import rundown_from
from console.imports.steps import finish

OWN = (Path(__file__).parent / "data" / "studio-products.csv").read_bytes()
TERMS = Terms("USD", datetime(2026, 3, 28))  # noqa: DTZ001 - on the wall of the studio
STUDIO = Studio(date(2026, 3, 28), ZoneInfo("Europe/Berlin"))

HEAD = (
    "Handle,Title,Variant SKU,Option1 Name,Option1 Value,Variant Price,Variant Compare At Price,Variant Inventory Qty\n"
)
cells = st.sampled_from(["", "a", "b", "A", "Size", "Default Title", "5", "9.99", "-1", "x", '"q\n"', "'1", " ", "红"])
tables = st.lists(st.lists(cells, min_size=7, max_size=9).map(",".join), max_size=8).map(
    lambda rows: HEAD + "\n".join(rows)
)

TIMES = "Start,Duration,Title,Products\n"
times = st.sampled_from(
    ["", "20:00", "23:59:59", "02:30", "00:10", "5", "90s", "1h 30m", "0", "9999-12-31T23:00", "x", "a;b"]
)
plans = st.lists(st.lists(times, min_size=3, max_size=5).map(",".join), max_size=8).map(
    lambda rows: TIMES + "\n".join(rows)
)


def catalogue(content: bytes) -> Catalogue | None:
    try:
        return finish(catalogue_of([finish(product_steps(BytesIO(content), "a.csv", TERMS))]))
    except ImportRefused:
        return None


def rundown(content: bytes) -> Rundown | None:
    try:
        return rundown_from(BytesIO(content), "a.csv", STUDIO, {"a": "id-a", "5": "id-5"}.get)
    except ImportRefused:
        return None


def assert_whole(found: Catalogue | None, content: bytes) -> None:
    if found is None:
        return
    skus = [sku for product in found.products for sku in product.skus]
    assert len(set(skus)) == len(skus)
    assert all(skus)
    assert all(product.variants and product.title and product.id for product in found.products)
    assert {opening.sku for opening in found.openings} <= set(skus)
    assert {made.sku for made in found.made_skus} <= set(skus)
    assert all(1 < problem.line <= content.count(b"\n") + 1 for problem in found.problems)
    assert found.products or found.problems


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert_whole(catalogue(content), content)
    assert_whole(catalogue(HEAD.encode() + content), HEAD.encode() + content)
    rundown(content)
    rundown(TIMES.encode() + content)


@given(tables)
def test_any_table_of_products_is_read_whole(table: str) -> None:
    assert_whole(catalogue(table.encode()), table.encode())


@given(st.integers(0, len(OWN) - 1), st.binary(max_size=3), st.integers(0, 3))
def test_a_file_with_damage_is_read_whole(at: int, put: bytes, cut: int) -> None:
    damaged = OWN[:at] + put + OWN[at + cut :]
    assert_whole(catalogue(damaged), damaged)


@given(st.integers(0, len(OWN)))
def test_a_file_that_was_cut_off_offers_nothing_that_the_whole_does_not(at: int) -> None:
    entire, cut = catalogue(OWN), catalogue(OWN[:at])
    assert entire is not None
    if cut is not None:
        assert {product.id for product in cut.products} <= {product.id for product in entire.products}
        assert set(cut.openings) <= set(entire.openings)


@given(tables)
def test_the_same_table_gives_the_same_catalogue(table: str) -> None:
    assert catalogue(table.encode()) == catalogue(table.encode())


@given(plans)
def test_any_rundown_is_in_order(plan: str) -> None:
    found = rundown(plan.encode())
    if found is None:
        return
    starts = [segment.planned_start for segment in found.segments if segment.planned_start is not None]
    assert starts == sorted(starts)
    assert all(segment.planned.total_seconds() >= 1 and segment.title for segment in found.segments)
    assert found.segments or found.problems

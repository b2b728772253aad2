"""Rundowns from CSV files: starts, durations, products, and what is withheld."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from console.imports.clock_times import Studio
from console.imports.findings import ImportRefused
from console.imports.plan import Rundown
from console.imports.rundown import read_rundown, rundown_from

BERLIN = ZoneInfo("Europe/Berlin")
STUDIO = Studio(date(2026, 5, 1), BERLIN)
PRODUCTS = {"LS-M": "linen-shirt", "1": "linen-shirt", "2": "mug", "Deep Blue": "scarf", "A,B": "odd"}

Find = Callable[[str], str | None]


def read(text: str, studio: Studio = STUDIO) -> Rundown:
    return rundown_from(BytesIO(text.encode()), "plan.csv", studio, PRODUCTS.get)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def minutes(rundown: Rundown) -> list[float]:
    return [segment.planned.total_seconds() / 60 for segment in rundown.segments]


def starts(rundown: Rundown) -> list[datetime | None]:
    return [segment.planned_start for segment in rundown.segments]


def named(rundown: Rundown) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in rundown.problems]


def test_a_row_is_a_segment_with_its_words_and_products(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        "Planned Start,LENGTH,Segment,Owner,Notes,Script,SKUs\n"
        '20:00,10:00,Shirts,Mei,"two\nlines",Hello {price},"LS-M; 2"\n'
    )
    (segment,) = read_rundown(path, STUDIO, PRODUCTS.get).segments
    assert (segment.title, segment.owner, segment.notes) == ("Shirts", "Mei", "two\nlines")
    assert segment.script == "Hello {price}"
    assert segment.products == ("linen-shirt", "mug")
    assert segment.planned_start == at(1, 20)
    assert segment.planned == timedelta(minutes=10)


def test_starts_alone_last_until_the_next() -> None:
    rundown = read("Start,Duration,Title\n20:00,,A\n20:12:30,,B\n20:30,5m,C\n")
    assert minutes(rundown) == [12.5, 17.5, 5]
    assert not rundown.problems


def test_the_last_start_needs_a_duration() -> None:
    rundown = read("Start,Title\n20:00,A\n20:10,B\n")
    assert [segment.title for segment in rundown.segments] == ["A"]
    assert [problem.line for problem in rundown.problems] == [3]
    assert "duration is missing" in rundown.problems[0].reason


def test_durations_alone_follow_on() -> None:
    rundown = read("Duration,Title\n5:00,A\n7,B\n")
    assert starts(rundown) == [None, None]
    assert minutes(rundown) == [5, 7]


def test_a_show_may_pass_midnight() -> None:
    rundown = read("Start,Title,Duration\n22:30,A,\n23:50,B,\n00:20,C,\n01:00,D,30\n")
    assert starts(rundown) == [at(1, 22, 30), at(1, 23, 50), at(2, 0, 20), at(2, 1)]
    assert minutes(rundown) == [80, 30, 40, 30]


def test_rows_without_a_start_do_not_hide_midnight() -> None:
    rundown = read("Start,Title,Duration\n23:00,A,30\n,B,45\n00:15,C,5\n")
    assert starts(rundown) == [at(1, 23), None, at(2, 0, 15)]


def test_dates_with_times_and_zones_are_read() -> None:
    rundown = read("Start,Title,Duration\n2026-05-02T09:00,A,5\n2026-05-02 07:30Z,B,5\n10:00,C,5\n")
    assert starts(rundown) == [at(2, 9), at(2, 9, 30), at(2, 10)]


def test_a_start_in_the_hour_that_comes_twice_follows_the_one_above() -> None:
    studio = Studio(date(2026, 10, 25), BERLIN)
    rundown = read("Start,Title,Duration\n02:40,A,\n02:10,B,\n02:20,C,10\n", studio)
    assert minutes(rundown) == [30, 10, 10]


def test_a_start_that_the_clocks_skip_is_named() -> None:
    rundown = read("Start,Title,Duration\n02:30,A,5\n03:00,B,5\n", Studio(date(2026, 3, 29), BERLIN))
    assert named(rundown) == [(2, "Start")]
    assert [segment.title for segment in rundown.segments] == ["B"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5:30", 330),
        ("90:00", 5400),
        ("1:05:30", 3930),
        ("90s", 90),
        ("5m", 300),
        ("1h 30m", 5400),
        ("1h30m15s", 5415),
        ("2 H", 7200),
        ("12 min", 720),
        ("45 sec", 45),
        ("7", 420),
    ],
)
def test_durations_are_read_as_people_write_them(text: str, seconds: int) -> None:
    (segment,) = read(f"Duration,Title\n{text},A\n").segments
    assert segment.planned == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["0", "0:00", "-5", "5:60", "1:60:00", "soon", "5.5", "25h", "1e3", "m", "٥"])
def test_other_durations_are_named(text: str) -> None:
    rundown = read(f"Duration,Title\n{text},A\n5,B\n")
    assert named(rundown) == [(2, "Duration")]
    assert [segment.title for segment in rundown.segments] == ["B"]


@pytest.mark.parametrize(
    "text", ["24:00", "8 pm", "20.30", "noon", "2026-05-01", "2026-13-01T20:00", "2027-05-01T20:00"]
)
def test_other_starts_are_named(text: str) -> None:
    rundown = read(f"Start,Duration,Title\n{text},5,A\n20:00,5,B\n")
    assert named(rundown) == [(2, "Start")]
    assert [segment.title for segment in rundown.segments] == ["B"]


def test_a_start_before_the_one_above_is_named() -> None:
    rundown = read("Start,Duration,Title\n20:30,5,A\n20:10,5,B\n20:40,5,C\n")
    assert named(rundown) == [(3, "Start")]
    assert [segment.title for segment in rundown.segments] == ["A", "C"]


def test_a_row_without_title_or_times_is_named() -> None:
    rundown = read("Start,Duration,Title\n20:00,5,\n,,B\n20:30,5,C\n")
    assert named(rundown) == [(2, "Title"), (3, "Duration")]
    assert [segment.title for segment in rundown.segments] == ["C"]


@pytest.mark.parametrize(("column", "most"), [("Title", 255), ("Owner", 100), ("Notes", 5_000), ("Script", 50_000)])
def test_a_text_that_is_too_long_is_named(column: str, most: int) -> None:
    head, rest = ("Duration,Title", "5,") if column == "Title" else (f"Duration,Title,{column}", "5,A,")
    assert not read(f"{head}\n{rest}{'x' * most}\n").problems
    rundown = read(f"{head}\n{rest}{'x' * (most + 1)}\n")
    assert named(rundown) == [(2, column)]
    assert not rundown.segments


def test_short_and_long_rows_are_named() -> None:
    rundown = read("Start,Duration,Title,Notes\n20:00,5,A\n20:10,5,B,,,\n20:30,5,C,\n")
    assert named(rundown) == [(2, ""), (3, "")]
    assert [segment.title for segment in rundown.segments] == ["C"]


@pytest.mark.parametrize(
    ("cell", "products"),
    [
        ("LS-M", ("linen-shirt",)),
        ('"1, 2"', ("linen-shirt", "mug")),
        ("2;1;2", ("mug", "linen-shirt")),
        ("1;2;LS-M", ("linen-shirt", "mug")),
        ("1 2", ("linen-shirt", "mug")),
        ("Deep Blue", ("scarf",)),
        ('"Deep Blue, 2"', ("scarf", "mug")),
        ('"A,B"', ("odd",)),
        ('"1\n2"', ("linen-shirt", "mug")),
        ("", ()),
    ],
)
def test_products_are_found_by_sku_or_code(cell: str, products: tuple[str, ...]) -> None:
    (segment,) = read(f"Duration,Title,Products\n5,A,{cell}\n").segments
    assert segment.products == products


def test_an_unknown_product_is_named_and_its_segment_stays() -> None:
    rundown = read('Duration,Title,Products\n5,A,"1, nothing here, 2"\n')
    assert rundown.segments[0].products == ("linen-shirt", "mug")
    (problem,) = rundown.problems
    assert (problem.line, problem.column, problem.withholds) == (2, "Products", False)
    assert "nothing here" in problem.reason


def test_a_cell_with_too_many_products_is_named() -> None:
    rundown = read("Duration,Title,Products\n5,A," + ";".join(map(str, range(201))) + "\n5,B,\n")
    assert named(rundown) == [(2, "Products")]
    assert [segment.title for segment in rundown.segments] == ["B"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Start,Duration\n20:00,5\n", "no column “Title”"),
        ("Title,Notes\nA,b\n", "neither a column"),
        ("Start,Title\n", "no segments"),
        ("Start,Planned Start,Title\n", "mean the same"),
        ("Start;Title\n20:00;A\n", "not separated by commas"),
        ("", "is empty"),
    ],
)
def test_a_file_that_is_no_rundown_is_refused(text: str, words: str) -> None:
    with pytest.raises(ImportRefused, match=words):
        read(text)

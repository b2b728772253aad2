"""XLSX workbooks as records: what cells hold, what is said of the rest, and what is refused before it is read."""

import re
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from console.domain.money import Money
from console.imports import package
from console.imports.catalogue import Catalogue
from console.imports.clock_times import Studio
from console.imports.findings import ImportRefused
from console.imports.plan import Rundown
from console.imports.rundown import rundown_from
from console.imports.workbook import text_of

Read = Callable[..., Catalogue]
STUDIO = Studio(date(2026, 5, 1), ZoneInfo("Europe/Berlin"))


def saved(*rows: list[Any], formats: dict[str, str] | None = None, sheets: int = 1) -> bytes:
    """A workbook with these rows in its first sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    for number in range(1, sheets):
        book.create_sheet(f"Other {number}").append(["Handle", "Title", "Price"])
    to = BytesIO()
    book.save(to)
    return to.getvalue()


def repacked(content: bytes, **parts: bytes | None) -> bytes:
    """The package with parts put in, changed, or (None) taken out; underscores stand for slashes, __ for points."""
    to = BytesIO()
    named = {name.replace("__", ".").replace("_", "/"): data for name, data in parts.items()}
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            if part.filename not in named:
                after.writestr(part.filename, before.read(part))
        for name, data in named.items():
            if data is not None:
                after.writestr(name, data)
    return to.getvalue()


def rundown(content: bytes) -> Rundown:
    return rundown_from(BytesIO(content), "plan.xlsx", STUDIO, {"MUG": "mug", "1": "cap"}.get)


PRODUCTS = (["Handle", "Title", "Variant SKU", "Variant Price", "Variant Inventory Qty", "Variant Barcode"],)


def test_numbers_are_taken_as_the_spreadsheet_shows_them(read: Read) -> None:
    content = saved(*PRODUCTS, ["mug", "Mug", 25, 19.9, 7, 4006381333931], ["cap", 100, "0025", 0.1 + 0.2, 12.0, None])
    catalogue = read(content)
    assert not catalogue.problems
    mug, cap = catalogue.products
    assert (mug.skus, mug.variants[0].price, mug.variants[0].barcode) == (("25",), Money(1990, "USD"), "4006381333931")
    assert (cap.title, cap.skus, cap.variants[0].price) == ("100", ("0025",), Money(30, "USD"))
    assert [each.quantity for each in catalogue.openings] == [7, 12]


def test_rows_are_numbered_as_the_spreadsheet_does(read: Read) -> None:
    content = saved(*PRODUCTS, ["mug", "Mug", "M", 5, 1], [], [None, None], ["cap", "Cap", "C", "dear", 1])
    catalogue = read(content)
    assert [(each.line, each.column) for each in catalogue.problems] == [(5, "Variant Price")]
    assert [product.id for product in catalogue.products] == ["mug"]


def test_a_price_that_is_a_date_is_a_problem(read: Read) -> None:
    catalogue = read(saved(*PRODUCTS, ["mug", "Mug", "M", date(2026, 5, 1), 1]))
    assert [each.column for each in catalogue.problems] == ["Variant Price"]


def test_a_rundown_has_starts_and_lengths_as_times() -> None:
    plan = rundown(
        saved(
            ["Start", "Duration", "Title", "Products"],
            [time(20, 0), time(0, 5, 30), "Welcome", None],
            [datetime(2026, 5, 1, 20, 5, 30), timedelta(hours=1, minutes=5), "Mugs", "MUG; 1"],  # noqa: DTZ001
            ["21:10:30", 10, "Caps", 1],
            [None, "90s", "End", None],
            formats={"B3": "[h]:mm:ss"},
        )
    )
    assert not plan.problems
    assert [segment.planned for segment in plan.segments] == [
        timedelta(minutes=5, seconds=30),
        timedelta(hours=1, minutes=5),
        timedelta(minutes=10),
        timedelta(seconds=90),
    ]
    assert [segment.planned_start for segment in plan.segments[:3]] == [
        datetime(2026, 5, 1, 18, 0, tzinfo=UTC),
        datetime(2026, 5, 1, 18, 5, 30, tzinfo=UTC),
        datetime(2026, 5, 1, 19, 10, 30, tzinfo=UTC),
    ]
    assert [segment.products for segment in plan.segments] == [(), ("mug", "cap"), ("cap",), ()]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (5, "5"),
        (5.0, "5"),
        (19.99, "19.99"),
        (1e21, "1e+21"),
        (float("nan"), "nan"),
        (datetime(2026, 5, 1), "2026-05-01"),  # noqa: DTZ001
        (datetime(2026, 5, 1, 20, 29, 59, 999_600), "2026-05-01T20:30:00"),  # noqa: DTZ001
        (date(2026, 5, 1), "2026-05-01"),
        (time(20, 30), "20:30:00"),
        (timedelta(hours=26, seconds=1.6), "26:00:02"),
        (timedelta(seconds=-61), "-0:01:01"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_cell_is_text_by_rule(value: object, text: str) -> None:
    assert text_of(value) == text


def test_a_formula_counts_as_its_last_value_and_is_said(read: Read) -> None:
    content = saved(*PRODUCTS, ["mug", "Mug", "M", 5, 1])
    with zipfile.ZipFile(BytesIO(content)) as before:
        sheet = before.read("xl/worksheets/sheet1.xml")
    computed = sheet.replace(b"<v>5</v>", b"<f>2+3.5</f><v>5.5</v>")
    assert computed != sheet
    catalogue = read(repacked(content, xl_worksheets_sheet1__xml=computed))
    assert catalogue.products[0].variants[0].price == Money(550, "USD")
    assert catalogue.remarks == ("a.csv has 1 cells with formulas: the values that were computed last were taken.",)


def test_other_sheets_are_said(read: Read) -> None:
    assert read(saved(*PRODUCTS, ["mug", "Mug", "M", 5, 1], sheets=3)).remarks == (
        "a.csv has 3 sheets: only “Sheet” was read.",
    )


def test_macros_and_links_are_said_and_left_out(read: Read) -> None:
    content = repacked(
        saved(*PRODUCTS, ["mug", "Mug", "M", 5, 1]),
        xl_vbaProject__bin=b"\xd0\xcf\x11\xe0",
        xl_externalLinks_externalLink1__xml=b"<externalLink/>",
    )
    assert [remark.split(" ", 1)[1] for remark in read(content).remarks] == [
        "has macros: they were left out.",
        "refers to other workbooks: they were not opened.",
    ]


BILLION = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>"""


@pytest.mark.parametrize("sheet", [BILLION, OUTSIDE, OUTSIDE.decode().encode("utf-16")])
def test_declarations_of_entities_are_refused(read: Read, sheet: bytes) -> None:
    with pytest.raises(ImportRefused, match="declares entities"):
        read(repacked(saved(*PRODUCTS), xl_worksheets_sheet1__xml=sheet))


@pytest.mark.parametrize("cut", [30, 400, -200, -1])
def test_a_workbook_that_is_cut_off_is_refused(read: Read, cut: int) -> None:
    with pytest.raises(ImportRefused, match="damaged"):
        read(saved(*PRODUCTS, ["mug", "Mug", "M", 5, 1])[:cut])


def test_a_zip_that_is_no_workbook_is_refused(read: Read) -> None:
    to = BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr("products.csv", "Handle,Title,Price\n")
    with pytest.raises(ImportRefused, match="zip archive and not a workbook"):
        read(to.getvalue())


def test_a_workbook_that_unpacks_too_large_is_refused_before_it_is_parsed(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = repacked(saved(*PRODUCTS), xl_media_image1__png=bytes(300 * 1024 * 1024))
    assert len(bomb) < 500_000
    monkeypatch.setattr("openpyxl.load_workbook", lambda *_, **__: pytest.fail("it was parsed"))
    with pytest.raises(ImportRefused, match="larger than 256 MB when unpacked"):
        read(bomb)


def test_a_package_that_lies_of_its_sizes_is_refused(read: Read) -> None:
    content = bytearray(repacked(saved(*PRODUCTS), xl_media_image1__png=bytes(1_000_000)))
    for at in range(len(content) - 4):
        if content[at : at + 4] == (1_000_000).to_bytes(4, "little"):
            content[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(ImportRefused, match="damaged"):
        read(bytes(content))


def test_too_many_parts_are_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    with pytest.raises(ImportRefused, match="damaged"):
        read(saved(*PRODUCTS))


def test_a_cell_far_out_is_refused(read: Read) -> None:
    content = saved(*PRODUCTS)
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cell = b'<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>'
    far = b'<worksheet xmlns="' + space + b'"><sheetData>' + cell + b"</sheetData></worksheet>"
    with pytest.raises(ImportRefused, match="more than 999 columns"):
        read(repacked(content, xl_worksheets_sheet1__xml=far))


@pytest.mark.parametrize("dimension", ["A1:A1", "A1:XFD1048576"])
def test_what_a_sheet_says_of_its_size_is_not_believed(read: Read, dimension: str) -> None:
    content = saved(*PRODUCTS, ["mug", "Mug", "M", 5, 1])
    with zipfile.ZipFile(BytesIO(content)) as before:
        sheet = before.read("xl/worksheets/sheet1.xml")
    lying = re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="{dimension}"'.encode(), sheet)
    assert lying != sheet
    assert [product.id for product in read(repacked(content, xl_worksheets_sheet1__xml=lying)).products] == ["mug"]


def test_a_hidden_sheet_is_not_read(read: Read) -> None:
    book = openpyxl.Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.append(["secret"])
    hidden.sheet_state = "hidden"
    shown = book.create_sheet("Products")
    for row in (*PRODUCTS, ["mug", "Mug", "M", 5, 1]):
        shown.append(row)
    to = BytesIO()
    book.save(to)
    assert [product.id for product in read(to.getvalue()).products] == ["mug"]

"""`cuedesk import stock`: a stock sheet is counted as a whole, and an export of stock changes nothing."""

import json
from pathlib import Path

import openpyxl
import pytest

from console.storage.reader import reading
from console.storage.verify import verify
from tests.cli.conftest import Cuedesk


def stock(path: Path) -> dict[str, int]:
    with reading(path) as reader:
        return {each.sku: each.on_hand for each in reader.stock()}


def sheet(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["SKU,On hand", *rows]) + "\n", "utf-8")
    return path


@pytest.fixture
def before(studio: Path) -> dict[str, int]:
    return stock(studio)


def test_what_was_counted_is_on_hand(studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    ran = cuedesk("import", "stock", sheet(tmp_path / "count.csv", "CAP-S,9", "CAP-M,6", "MUG,"), "--show", studio)
    assert ran == (0, "CAP-S: 5 → 9\n1 numbers changed, 1 as before.\n", "")
    assert stock(studio) == {"CAP-S": 9, "CAP-M": 6, "MUG": 7}
    told = json.loads(cuedesk("stock", studio, "CAP-S", "--json").out)["movements"][-1]
    assert (told["kind"], told["delta"], told["reason"]) == ("count", 4, "counted in count.csv")
    assert verify(studio) == []


def test_a_workbook_counts_too(studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["Note", "SKU", "Counted"], ["shelf 3", "MUG", 12.0], [None, "CAP-S", None]):
        book.active.append(row)
    book.save(tmp_path / "count.xlsx")
    assert cuedesk("import", "stock", tmp_path / "count.xlsx", "--show", studio).code == 0
    assert stock(studio) == {"CAP-S": 5, "CAP-M": 6, "MUG": 12}


def test_a_preview_changes_nothing(studio: Path, before: dict[str, int], tmp_path: Path, cuedesk: Cuedesk) -> None:
    counted = sheet(tmp_path / "count.csv", "CAP-S,9")
    told = json.loads(cuedesk("import", "stock", counted, "--show", studio, "--preview", "--json").out)
    assert told["moved"] == [{"sku": "CAP-S", "was": 5, "counted": 9}]
    assert stock(studio) == before


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_export_of_stock_changes_nothing(
    studio: Path, before: dict[str, int], tmp_path: Path, cuedesk: Cuedesk, ending: str
) -> None:
    file = tmp_path / f"stock.{ending}"
    cuedesk("export", "stock", file, "--show", studio)
    assert cuedesk("import", "stock", file, "--show", studio) == (0, "0 numbers changed, 3 as before.\n", "")
    assert stock(studio) == before


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("NOPE,3", "no SKU “NOPE” here"),
        ("MUG,many", "not a whole number"),
        ("MUG,-1", "-1 pieces cannot be counted"),
        ("MUG,1.5", "not a whole number"),
        (",3", "the SKU is missing"),
        ("CAP-S,8", "also on line 2"),
        ("MUG,99999999999", "more than"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_counted(
    studio: Path, tmp_path: Path, cuedesk: Cuedesk, row: str, words: str
) -> None:
    ran = cuedesk("import", "stock", sheet(tmp_path / "count.csv", "CAP-S,9", row), "--show", studio)
    assert ran.code == 1
    assert ran.err.startswith("count.csv, line 3, ")
    assert words in ran.err
    assert stock(studio) == {"CAP-S": 9, "CAP-M": 6, "MUG": 7}


def test_what_would_promise_too_much_refuses_the_whole_sheet(
    studio: Path, before: dict[str, int], tmp_path: Path, cuedesk: Cuedesk
) -> None:
    from console.cli.asking import with_desk
    from console.cli.import_products import OPERATOR
    from console.domain.commands import HoldStock

    with_desk(studio, lambda desk, _: desk.ask(HoldStock("MUG", 5, "for a viewer"), OPERATOR))
    ran = cuedesk("import", "stock", sheet(tmp_path / "count.csv", "CAP-S,9", "MUG,2"), "--show", studio)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("cuedesk: Nothing was counted: MUG has more pieces promised than were counted.")
    assert stock(studio) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [("SKU,On hand\n", "no counts"), ("SKU,Title\nA,B\n", "no column “On hand”")],
)
def test_a_file_that_is_no_stock_sheet_is_refused(
    studio: Path, tmp_path: Path, cuedesk: Cuedesk, content: str, words: str
) -> None:
    (tmp_path / "x.csv").write_text(content)
    ran = cuedesk("import", "stock", tmp_path / "x.csv", "--show", studio)
    assert ran.code == 1
    assert words in ran.err

"""Claims as a table: those that are asked for, and nothing in it is a formula."""

import csv
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from console.domain.chat import LineDeleted
from console.domain.claims.reading import Asked
from console.domain.claims.sieve import sieve_of
from console.domain.commands import ClaimByHand, GoLive, HearChat, NewShow
from console.exports.kinds import Export
from console.exports.writing import export
from console.imports.course import Course
from tests.desk.house import desk_on
from tests.domain.claiming import TWITCH, claiming
from tests.domain.goods import ANNA, stocked

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = (
    NewShow("Friday", "USD"),
    stocked("cap", 1),
    stocked("mug", 5),
    GoLive(),
    claiming("m1", "u1", Asked("cap", 1), Asked("mug", 2), name="=HYPERLINK(1)"),
    claiming("m2", "u2", Asked("cap", 1), name="Tom"),
    ClaimByHand("hand/Ann", (Asked("mug", 1),), name="Ann"),
)


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    made = tmp_path / "show.cuedesk"
    async with desk_on(made) as desk:
        for command in EVENING:
            await desk.ask(command, ANNA)
    return made


def written(path: Path, to: Path, only: str = "") -> list[dict[str, str]]:
    export(Export.CLAIMS, path, to, BERLIN, Course(), sieve_of(only), replace=True)
    with to.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


async def test_each_sku_of_each_claim_is_a_row(path: Path, tmp_path: Path) -> None:
    rows = written(path, tmp_path / "claims.csv")
    assert [(row["SKU"], row["Asked"], row["Got"], row["Stands"], row["State"]) for row in rows] == [
        ("cap", "1", "1", "held", "granted"),
        ("mug", "2", "2", "held", "granted"),
        ("cap", "1", "0", "waiting", "waiting"),
        ("mug", "1", "1", "held", "granted"),
    ]
    assert (rows[0]["Name"], rows[0]["Text"], rows[2]["Why"]) == ("'=HYPERLINK(1)", "SOLD 12", "too_few_left")
    assert rows[0]["Time"].endswith("+01:00")


@pytest.mark.parametrize(("only", "skus"), [("sku:cap", 3), ("state:waiting", 1), ("source:hand", 1), ("sold tom", 1)])
async def test_only_what_is_asked_for_is_written(path: Path, tmp_path: Path, only: str, skus: int) -> None:
    assert len(written(path, tmp_path / "claims.csv", only)) == skus


async def test_a_line_that_was_taken_away_has_no_text(path: Path, tmp_path: Path) -> None:
    async with desk_on(path) as desk:
        await desk.ask(HearChat((LineDeleted(TWITCH, "m1"),)), ANNA)
    assert [row["Text"] for row in written(path, tmp_path / "claims.csv", "buyer:u1")] == ["", ""]


async def test_a_workbook_holds_numbers_and_no_formula(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "claims.xlsx"
    assert export(Export.CLAIMS, path, to, BERLIN, Course()) == 4
    sheet = load_workbook(to).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=2))
    assert rows[1][11].value == 2
    assert not any(cell.data_type == "f" for row in rows for cell in row)

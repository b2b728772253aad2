"""What an export refuses, and that it leaves nothing then."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from console.domain.commands import ImportRundown, NewShow
from console.domain.rundown import Segment
from console.errors import CuedeskError
from console.exports.kinds import Export
from console.exports.writing import export
from console.imports.course import Course, GivenUp
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, FIVE, stocked

UTC_ZONE = ZoneInfo("UTC")


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    path = tmp_path / "show.cuedesk"
    async with desk_on(path) as desk:
        await desk.ask(NewShow("Friday", "USD"), ANNA)
        await desk.ask(stocked("cap", 5), ANNA)
        await desk.ask(ImportRundown("x", "", (Segment("A", FIVE, script="x" * 32_768),)), ANNA)
    return path


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@pytest.mark.parametrize("kind", Export)
@pytest.mark.parametrize("ending", ["csv", "XLSX"])
async def test_every_kind_is_written(path: Path, tmp_path: Path, kind: Export, ending: str) -> None:
    to = tmp_path / f"out.{ending}"
    if (kind, ending) == (Export.RUNDOWN, "XLSX"):
        with pytest.raises(CuedeskError, match=r"row 2 has more than 32,767 characters"):
            export(kind, path, to, UTC_ZONE, Course())
        assert not to.exists()
    else:
        assert export(kind, path, to, UTC_ZONE, Course()) >= 0
        assert to.stat().st_size > 20
    assert not any(name.endswith(".new") for name in names(tmp_path))


async def test_a_file_that_is_there_is_kept(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "out.csv"
    to.write_text("precious")
    with pytest.raises(CuedeskError, match="is there already"):
        export(Export.STOCK, path, to, UTC_ZONE, Course())
    assert to.read_text() == "precious"
    export(Export.STOCK, path, to, UTC_ZONE, Course(), replace=True)
    assert "precious" not in to.read_text()


@pytest.mark.parametrize("name", ["out.txt", "out", "show.cuedesk", "out.xls"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "show.cuedesk"
    path.write_bytes(b"precious")
    with pytest.raises(CuedeskError, match=r"neither \.csv nor \.xlsx"):
        export(Export.STOCK, path, tmp_path / name, UTC_ZONE, Course(), replace=True)
    assert path.read_bytes() == b"precious"


async def test_giving_up_leaves_the_file_that_was_there(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "out.csv"
    to.write_text("precious")
    course = Course()
    course.give_up()
    with pytest.raises(GivenUp):
        export(Export.STOCK, path, to, UTC_ZONE, course, replace=True)
    assert to.read_text() == "precious"
    assert names(tmp_path) >= {"out.csv"}
    assert not any(name.endswith(".new") for name in names(tmp_path))


async def test_a_folder_that_is_not_there_is_named(path: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        export(Export.STOCK, path, tmp_path / "no" / "out.csv", UTC_ZONE, Course())


def test_what_is_no_studios_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("no")
    with pytest.raises(CuedeskError):
        export(Export.STOCK, tmp_path / "x", tmp_path / "out.csv", UTC_ZONE, Course())
    assert names(tmp_path) == {"x"}

"""`cuedesk export`: what it writes, what it says, how it ends."""

import json
from pathlib import Path

import pytest

from console.cli.progress import line
from console.imports.course import Course
from tests.cli.conftest import Cuedesk


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_products_go_out_and_come_in_as_they_were(studio: Path, tmp_path: Path, cuedesk: Cuedesk, ending: str) -> None:
    file = tmp_path / f"out.{ending}"
    assert cuedesk("export", "products", file, "--show", studio) == (0, "3 rows.\n", "")
    again = cuedesk("import", "products", file, "--show", studio, "--currency", "EUR", "--json")
    told = json.loads(again.out)
    assert (again.code, told["new"], told["changed"], told["same"], told["opened"]) == (0, 0, 0, 2, 0)
    assert (told["differences"], told["problems"], told["remarks"]) == ([], [], [])


@pytest.mark.parametrize("kind", ["products", "stock", "rundown", "orders", "chat"])
def test_programs_are_told_the_rows(studio: Path, tmp_path: Path, cuedesk: Cuedesk, kind: str) -> None:
    told = json.loads(cuedesk("export", kind, tmp_path / "out.csv", "--show", studio, "--json").out)
    assert told == {"file": str(tmp_path / "out.csv"), "rows": {"products": 3, "stock": 3}.get(kind, 0)}


def test_nothing_is_overwritten_unasked(studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    (tmp_path / "out.csv").write_text("precious")
    ran = cuedesk("export", "stock", tmp_path / "out.csv", "--show", studio)
    assert (ran.code, ran.out) == (1, "")
    assert "is there already" in ran.err
    assert cuedesk("export", "stock", tmp_path / "out.csv", "--show", studio, "--replace").code == 0


@pytest.mark.parametrize("to", ["no/out.csv", "out.pdf", "."])
def test_a_place_that_cannot_be_written_is_named(studio: Path, tmp_path: Path, cuedesk: Cuedesk, to: str) -> None:
    ran = cuedesk("export", "stock", tmp_path / to, "--show", studio)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err


def test_an_encoding_can_be_chosen_by_any_of_its_names(tmp_path: Path, cuedesk: Cuedesk) -> None:
    (tmp_path / "goods.csv").write_bytes("Handle,Title,Variant Price\ncup,瓷杯,5\n".encode("gbk"))
    wanted = ("import", "products", tmp_path / "goods.csv", "--show", tmp_path / "s.cuedesk", "--currency", "CNY")
    refused = cuedesk(*wanted)
    assert refused.code == 1
    assert "not in UTF-8: line 2, byte 5. It could be gb18030" in refused.err
    assert not (tmp_path / "s.cuedesk").exists()
    assert cuedesk(*wanted, "--encoding", "klingon").code == 2
    assert cuedesk(*wanted, "--encoding", "GBK").code == 0


def test_how_far_it_is_is_told_in_hundredths_or_counted() -> None:
    course = Course()
    course.begin(400)
    course.went(100)
    assert line(course, "reading", "products") == "reading products: 25 %"
    assert line(Course(), "exporting", "chat") == "exporting chat: 0"

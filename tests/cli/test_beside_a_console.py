"""What works beside a console that has the file open, and what is kept out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cuedesk
from tests.end_to_end.consoles import Console, ask, wait_until


@pytest.fixture
def console(studio: Path, start: Callable[..., Console]) -> Console:
    """A console that has the studio's file open."""
    console = start("run", "--headless", "--show", str(studio))
    owner = studio.with_name(f"{studio.name}.pid")
    wait_until(lambda: owner.exists() and owner.read_text() == str(console.pid), console)
    return console


def test_stock_and_verify_read_beside_it(console: Console, studio: Path, tmp_path: Path) -> None:
    stock = ask(tmp_path, "stock", str(studio), "--json")
    assert (stock.returncode, stock.stderr) == (0, "")
    assert {each["sku"]: each["on_hand"] for each in json.loads(stock.stdout)} == {"CAP-M": 6, "CAP-S": 5, "MUG": 7}
    verified = ask(tmp_path, "verify", str(studio))
    assert (verified.returncode, verified.stderr) == (0, "")
    assert console.end() == 0
    assert console.said == ""


def test_writers_are_kept_out_with_its_process_id(
    console: Console, studio: Path, goods: Path, cuedesk: Cuedesk
) -> None:
    for arguments in (
        ("import", "products", goods, "--show", studio, "--currency", "EUR"),
        ("import", "rundown", goods, "--show", studio),
        ("run", "--headless", "--show", studio),
        ("rehearse", "--headless", "--show", studio),
    ):
        code, _, err = cuedesk(*arguments)
        assert code == 1
        assert err.count("\n") == 1
        assert f"open in another console (process {console.pid})" in err
    assert console.running


def test_its_end_lets_the_next_one_in(console: Console, studio: Path, goods: Path, cuedesk: Cuedesk) -> None:
    assert console.end() == 0
    assert cuedesk("import", "products", goods, "--show", studio, "--currency", "EUR").code == 0


def test_its_death_lets_the_next_one_in(console: Console, studio: Path, goods: Path, cuedesk: Cuedesk) -> None:
    console.kill()
    assert cuedesk("import", "products", goods, "--show", studio, "--currency", "EUR").code == 0
    assert cuedesk("verify", studio).code == 0


def test_a_copy_is_rehearsed_beside_it(console: Console, studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    copy = tmp_path / "copy.cuedesk"
    ran = cuedesk("rehearse", "--headless", "--from", studio, "--show", copy, "--speed", "1000", "--minutes", "1")
    assert (ran.code, ran.err) == (0, "")
    assert cuedesk("verify", copy).code == 0
    assert console.running


def test_a_run_that_is_asked_to_end_tells_what_it_came_to(
    studio: Path, tmp_path: Path, start: Callable[..., Console]
) -> None:
    report = tmp_path / "report.json"
    console = start("run", "--headless", "--show", str(studio), "--report", str(report))
    wait_until(studio.with_name(f"{studio.name}.pid").exists, console)
    assert console.end() == 0
    told = json.loads(report.read_bytes())
    assert (told["show"], told["errors"], told["orders"]["placed"]) == ("studio", [], 0)

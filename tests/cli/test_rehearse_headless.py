"""`cuedesk rehearse --headless`: repeatable, killable, and apart from live files."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.domain.commands import AdjustStock
from console.domain.show import Show
from console.storage.reader import reading
from tests.cli.conftest import Cuedesk
from tests.desk.house import desk_on
from tests.domain.goods import ANNA
from tests.end_to_end.consoles import Console, orders_in, wait_until


@pytest.fixture
def rehearse(tmp_path: Path, cuedesk: Cuedesk) -> Callable[..., bytes]:
    """Rehearses five minutes on a new file; the report without its timings."""

    def run(name: str, *more: object) -> bytes:
        report = tmp_path / f"{name}.json"
        wanted = ("rehearse", "--headless", "--show", tmp_path / f"{name}.cuedesk", "--minutes", 5, "--report", report)
        ran = cuedesk(*wanted, *more)
        assert (ran.code, ran.err) == (0, "")
        assert cuedesk("verify", tmp_path / f"{name}.cuedesk").code == 0
        told, found, timings = report.read_bytes().partition(b'"timings"')
        assert found
        assert b"seconds" in timings
        return told

    return run


def show_in(path: Path) -> Show:
    with reading(path) as reader:
        return reader.show()


def report_of(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(path.read_bytes())
    return told


def test_the_same_seed_gives_the_same_report_at_any_speed(rehearse: Callable[..., bytes]) -> None:
    first = rehearse("first", "--seed", 3, "--speed", 300)
    for speed in (600, 1500):
        assert rehearse(f"at {speed}", "--seed", 3, "--speed", speed) == first
    told = json.loads(first + b'"timings": 0}')
    parts = told["claims"]["parts"]
    assert min(parts[state] for state in ("paid", "held", "expired", "waiting")) > 0
    assert (told["orders"]["placed"], told["claims"]["orders"]["placed"], told["findings"]) == (52, 38, [])


SURPRISES = {
    "version": 1,
    "answers": {"after": 10, "accepts": ["shorten", "skip", "swap", "extend"]},
    "surprises": [
        {"what": "anchor_away", "at": 20, "seconds": 15},
        {"what": "sells_out", "row": 1, "at": 60, "seconds": 30, "buyer": "Corner shop", "lot": 9},
        {"what": "cue", "at": 65, "kind": "sold_out", "noted_after": 8},
        {"what": "price_changes", "row": 2, "at": 20, "percent": 90},
        {"what": "shop_silent", "row": 2, "at": 30, "seconds": 40},
        {"what": "trolls", "row": 2, "at": 10, "seconds": 9, "a_second": 3, "names": ["a"], "lines": ["b", "c"]},
        {"what": "offer_ends", "row": 2, "at": 15, "seconds": 30, "coupon": "C5"},
        {"what": "overrun", "row": 2, "at": 10, "seconds": 30},
    ],
}


def test_surprises_are_the_same_at_any_speed(rehearse: Callable[..., bytes], tmp_path: Path) -> None:
    file = tmp_path / "surprises.json"
    file.write_text(json.dumps(SURPRISES))
    wanted = ("--surprises", file, "--seed", 3, "--speed")
    first = rehearse("first", *wanted, 400)
    assert rehearse("again", *wanted, 1500) == first
    told = json.loads(first + b'"timings": 0}')
    assert (told["cues"]["sent"], told["proposals"][0]["answer"]) == (1, "accepted")


def test_a_file_that_holds_no_surprises_is_refused_in_one_line(tmp_path: Path, cuedesk: Cuedesk) -> None:
    file = tmp_path / "surprises.json"
    for words in (b"{}", b"", b"\xff", b'{"version": 1, "surprises": [{"what": "flood", "at": 1}]}'):
        file.write_bytes(words)
        ran = cuedesk("rehearse", "--headless", "--show", tmp_path / "a.cuedesk", "--surprises", file)
        assert ran.code == 1
        assert ran.err.startswith("cuedesk: surprises.json holds no surprises: ")
        assert ran.err.count("\n") == 1
        assert not (tmp_path / "a.cuedesk").exists()


def test_another_seed_gives_another_report(rehearse: Callable[..., bytes]) -> None:
    assert rehearse("first", "--seed", 3, "--speed", 1500) != rehearse("second", "--seed", 4, "--speed", 1500)


def test_a_rehearsal_killed_in_the_middle_goes_on_where_it_was(
    tmp_path: Path, start: Callable[..., Console], cuedesk: Cuedesk
) -> None:
    path, report = tmp_path / "show.cuedesk", tmp_path / "report.json"
    wanted = ("rehearse", "--headless", "--show", str(path), "--minutes", "10", "--speed", "150", "--seed", "3")
    console = start(*wanted)
    wait_until(path.exists, console)
    wait_until(lambda: len(show_in(path).aired) > 1 and len(orders_in(path)) > 5, console)
    console.kill()
    before = show_in(path)
    orders = {order.key: order for order in orders_in(path)}
    stock = dict(before.stock.items())

    again = start(*wanted, "--report", str(report))
    owner = path.with_name(f"{path.name}.pid")
    wait_until(lambda: owner.exists() and owner.read_text() == str(again.pid), again)
    assert show_in(path).aired[: len(before.aired)] == before.aired
    assert again.wait(60) == 0
    after = show_in(path)
    assert after.id == before.id
    assert [each.segment for each in after.aired][: len(before.aired)] == [each.segment for each in before.aired]
    assert len({each.segment for each in after.aired}) == len(after.aired)
    for key, order in orders.items():
        assert after.orders[key].snapshot.lines[0].placed == order.snapshot.lines[0].placed
        assert after.orders[key].snapshot.placed_at == order.snapshot.placed_at
    assert sum(stock[sku].on_hand for sku in stock) >= sum(after.stock[sku].on_hand for sku in stock)
    assert cuedesk("verify", path).code == 0
    told = report_of(report)
    assert told["orders"]["placed"] == len(orders_in(path)) > len(orders)
    assert told["stock"]["MUG-OAT"]["committed"] == after.stock["MUG-OAT"].committed
    assert "Traceback" not in again.said


def test_a_rehearsal_that_is_over_is_begun_anew_on_its_file(rehearse: Callable[..., bytes], tmp_path: Path) -> None:
    first = rehearse("same", "--seed", 3, "--speed", 1500)
    ended = show_in(tmp_path / "same.cuedesk")
    assert ended.ended
    again = rehearse("same", "--seed", 3, "--speed", 1500)
    anew = show_in(tmp_path / "same.cuedesk")
    assert anew.id == ended.id + 1
    assert json.loads(again + b'"timings": 0}')["segments"] == json.loads(first + b'"timings": 0}')["segments"]


async def sold_out(path: Path, product: str) -> None:
    """Nothing is left of a product."""
    async with desk_on(path) as desk:
        for sku in desk.show.products[product].skus:
            level = desk.show.stock[sku]
            if level.available > 0:
                await desk.ask(AdjustStock(sku, -level.available, "gone"), ANNA)


def test_a_rehearsal_by_itself_goes_on_past_what_has_sold_out(rehearse: Callable[..., bytes], tmp_path: Path) -> None:
    rehearse("sold", "--seed", 3, "--speed", 1500, "--minutes", 1)
    path = tmp_path / "sold.cuedesk"
    _, second, *_ = show_in(path).segments
    asyncio.run(sold_out(path, second.products[0]))
    told = rehearse("sold", "--seed", 3, "--speed", 1500)
    assert second.title in json.loads(told + b'"timings": 0}')["segments"]


TABLES = "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by 1"


def dump(path: Path) -> list[str]:
    """All that a file holds: a search's index is in tables of its own."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        names = [row[0] for row in connection.execute(TABLES)]
        return [f"{name}: {row}" for name in names for row in connection.execute(f'select * from "{name}"')]  # noqa: S608 - names of the file's own


def test_a_copy_of_a_live_file_is_rehearsed_and_the_file_stays_as_it_is(
    studio: Path, tmp_path: Path, cuedesk: Cuedesk
) -> None:
    held, copy = dump(studio), tmp_path / "copy.cuedesk"
    before = studio.read_bytes()
    ran = cuedesk("rehearse", "--headless", "--from", studio, "--show", copy, "--minutes", 2, "--speed", 1500)
    assert (ran.code, ran.err) == (0, "")
    assert studio.read_bytes() == before
    assert dump(studio) == held
    assert {sku for sku, _ in copied_stock(copy)} == {sku for sku, _ in copied_stock(studio)}
    assert cuedesk("verify", copy).code == 0
    assert cuedesk("verify", studio).code == 0


def copied_stock(path: Path) -> list[tuple[str, int]]:
    with reading(path) as reader:
        return [(each.sku, each.on_hand) for each in reader.stock()]


def test_a_rehearsal_keeps_off_a_live_file(studio: Path, cuedesk: Cuedesk) -> None:
    before = dump(studio)
    ran = cuedesk("rehearse", "--headless", "--show", studio)
    assert ran.code == 1
    assert ran.err.startswith("cuedesk: studio.cuedesk is a live studio's file. ")
    assert "cuedesk rehearse --from" in ran.err
    assert [row for row in dump(studio) if not row.startswith(("studio:", "incarnations:"))] == [
        row for row in before if not row.startswith(("studio:", "incarnations:"))
    ]

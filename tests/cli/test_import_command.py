"""`cuedesk import`: what it takes in, what it says, how it ends."""

import json
from pathlib import Path

import pytest

from console.storage.reader import reading
from console.storage.verify import verify
from tests.cli.conftest import ROWS, Cuedesk, csv

SHARED = Path(__file__).parents[3] / "shared" / "data"
EXPORTS = [("shopify-apparel.csv", 20, 22), ("shopify-home-and-garden.csv", 20, 21)]


def stock(path: Path) -> dict[str, int]:
    with reading(path) as reader:
        return {each.sku: each.on_hand for each in reader.stock()}


@pytest.mark.parametrize(("name", "products", "variants"), EXPORTS)
def test_a_real_export_is_taken_in_whole_and_a_second_time_changes_nothing(
    name: str, products: int, variants: int, tmp_path: Path, cuedesk: Cuedesk
) -> None:
    if not (export := SHARED / name).exists():
        pytest.skip(f"{name} is not here")
    studio = tmp_path / "studio.cuedesk"
    wanted = ("import", "products", export, "--show", studio, "--currency", "USD", "--json")
    first = json.loads(cuedesk(*wanted).out)
    assert (first["products"], first["variants"], first["new"], first["opened"]) == (
        products,
        variants,
        products,
        variants,
    )
    assert (first["problems"], first["conflicts"]) == ([], [])
    before = stock(studio)
    assert len(before) == variants
    again = cuedesk(*wanted)
    told = json.loads(again.out)
    assert (again.code, told["new"], told["changed"], told["same"], told["opened"]) == (0, 0, 0, products, 0)
    assert stock(studio) == before
    assert verify(studio) == []


def test_people_are_told_what_was_taken_in(studio: Path, goods: Path, cuedesk: Cuedesk) -> None:
    ran = cuedesk("import", "products", goods, "--show", studio.with_name("new.cuedesk"), "--currency", "EUR")
    assert ran.out.splitlines()[:2] == ["2 products new, 0 changed, 0 as before.", "Stock opened for 3 SKUs."]
    assert (ran.code, ran.err) == (0, "")


def test_a_second_import_lists_the_quantities_that_differ_and_moves_none(
    studio: Path, tmp_path: Path, cuedesk: Cuedesk
) -> None:
    changed = csv(tmp_path / "later.csv", *ROWS[:2], ROWS[2].replace(",7,", ",70,"))
    ran = cuedesk("import", "products", changed, "--show", studio, "--currency", "EUR")
    assert (ran.code, ran.err) == (0, "")
    assert "left as it is: MUG has 7 on hand, the file says 70" in ran.out
    assert stock(studio) == {"CAP-M": 6, "CAP-S": 5, "MUG": 7}


def test_broken_rows_withhold_their_products_only_and_are_named(tmp_path: Path, cuedesk: Cuedesk) -> None:
    broken = csv(
        tmp_path / "broken.csv",
        ROWS[0].replace(",5,", ",many,"),
        ROWS[1],
        ROWS[2].replace("7.50", "7.5.0"),
        "bag,Bag,Title,Default Title,BAG,shopify,3,20.00",
    )
    studio = tmp_path / "studio.cuedesk"
    ran = cuedesk("import", "products", broken, "--show", studio, "--currency", "EUR")
    assert ran.code == 1
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == [
        "broken.csv, line 2, Variant Inventory Qty",
        "broken.csv, line 4, Variant Price",
    ]
    assert stock(studio) == {"BAG": 3}


def test_broken_rows_are_named_to_programs(tmp_path: Path, cuedesk: Cuedesk) -> None:
    broken = csv(tmp_path / "broken.csv", ROWS[0].replace(",5,", ",many,"), *ROWS[1:])
    ran = cuedesk("import", "products", broken, "--show", tmp_path / "s.cuedesk", "--currency", "EUR", "--json")
    [problem] = json.loads(ran.out)["problems"]
    assert ran.code == 1
    assert (problem["file"], problem["line"], problem["column"]) == ("broken.csv", 2, "Variant Inventory Qty")


def test_another_currency_than_the_shows_is_refused(studio: Path, goods: Path, cuedesk: Cuedesk) -> None:
    ran = cuedesk("import", "products", goods, "--show", studio, "--currency", "USD")
    assert ran.code == 1
    assert ran.err == (
        "cuedesk: This show is in EUR, the prices would be in USD. Import with --currency EUR, or into another file.\n"
    )


def test_a_rundown_is_taken_in_and_queues_what_it_presents(studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    rundown = tmp_path / "rundown.csv"
    rundown.write_text("Title,Duration,Products\nWelcome,2:00,\nMugs,5:00,MUG\n", "utf-8")
    ran = cuedesk("import", "rundown", rundown, "--show", studio)
    assert (ran.code, ran.out, ran.err) == (0, "2 segments.\n", "")
    with reading(studio) as reader:
        show = reader.show()
    assert [segment.title for segment in show.segments] == ["Welcome", "Mugs"]
    assert [item.product for item in show.queue] == ["mug"]


def test_stock_is_printed_for_people_and_for_programs(studio: Path, cuedesk: Cuedesk) -> None:
    assert [line.split() for line in cuedesk("stock", studio).out.splitlines()] == [
        ["sku", "on_hand", "reserved", "committed", "available"],
        ["CAP-M", "6", "0", "0", "6"],
        ["CAP-S", "5", "0", "0", "5"],
        ["MUG", "7", "0", "0", "7"],
    ]
    assert [each["on_hand"] for each in json.loads(cuedesk("stock", studio, "--json").out)] == [6, 5, 7]
    [move] = json.loads(cuedesk("stock", studio, "MUG", "--json").out)["movements"]
    assert (move["counter"], move["kind"], move["delta"]) == ("on_hand", "opening", 7)


def test_verify_tells_a_sound_file(studio: Path, cuedesk: Cuedesk) -> None:
    assert cuedesk("verify", studio) == (0, "studio.cuedesk is what its journal says.\n", "")
    told = json.loads(cuedesk("verify", studio, "--json").out)
    assert told == {"file": str(studio), "clean": True, "differences": []}


def test_verify_tells_a_file_that_somebody_has_altered(studio: Path, cuedesk: Cuedesk) -> None:
    from console.storage.sqlite import connect_writer

    altering = connect_writer(studio)
    altering.execute("UPDATE stock SET on_hand = 700 WHERE sku = 'MUG'")
    altering.close()
    ran = cuedesk("verify", studio)
    assert ran.code == 1
    assert "MUG" in ran.out
    assert json.loads(cuedesk("verify", studio, "--json").out)["clean"] is False

"""The sample show is complete and fits together."""

import csv
import json
import re
import struct
from collections import Counter
from pathlib import Path

import pytest

from console.domain.money import parse_money

Rows = list[dict[str, str]]

EXPORTED = Path(__file__).parents[3] / "shared" / "data" / "shopify-home-and-garden.csv"


def heads(rows: Rows) -> Rows:
    return [row for row in rows if row["Title"]]


def test_the_columns_are_those_of_a_shop_export(product_rows: Rows) -> None:
    if not EXPORTED.exists():
        pytest.skip("the exported file to compare with is not beside this repository")
    with EXPORTED.open(encoding="utf-8", newline="") as file:
        assert list(product_rows[0]) == next(csv.reader(file))


def test_the_shop_sells_24_products_of_four_kinds(product_rows: Rows) -> None:
    assert len({row["Handle"] for row in product_rows}) == len(heads(product_rows)) == 24
    assert {row["Type"] for row in heads(product_rows)} == {"Home", "Fashion", "Beauty", "Food"}


def test_each_variant_has_a_sku_and_a_barcode_of_its_own(product_rows: Rows) -> None:
    assert len({row["Variant SKU"] for row in product_rows} - {""}) == len(product_rows)
    assert len({row["Variant Barcode"] for row in product_rows} - {""}) == len(product_rows)


def test_barcodes_carry_the_right_check_digit_and_lie_in_the_range_for_use_inside_a_shop(product_rows: Rows) -> None:
    for row in product_rows:
        digits = [int(digit) for digit in row["Variant Barcode"]]
        assert len(digits) == 13
        assert digits[0] == 2
        assert (sum(digits[0::2]) + 3 * sum(digits[1::2])) % 10 == 0


def test_prices_are_exact_and_about_a_third_of_the_products_were_dearer(product_rows: Rows) -> None:
    dearer = set()
    for row in product_rows:
        price = parse_money(row["Variant Price"], "USD")
        if row["Variant Compare At Price"]:
            assert parse_money(row["Variant Compare At Price"], "USD") > price
            dearer.add(row["Handle"])
    assert 7 <= len(dearer) <= 9


def test_stock_lies_between_nothing_and_120_with_three_teapots(product_rows: Rows) -> None:
    stock = {row["Variant SKU"]: int(row["Variant Inventory Qty"]) for row in product_rows}
    assert min(stock.values()) == 0
    assert max(stock.values()) == stock["SHIRT-WHITE-M"] == 120
    assert stock["TEAPOT"] == 3
    assert sum(stock.values()) > 1000


def test_some_titles_are_bilingual(product_rows: Rows) -> None:
    bilingual = [row for row in heads(product_rows) if re.search(r"[A-Za-z].*[一-鿿]", row["Title"])]
    assert len(bilingual) >= 8


def test_each_product_has_one_small_picture(product_rows: Rows, sample_folder: Path) -> None:
    named = [row["Image Src"] for row in heads(product_rows)]
    assert Counter(named) == Counter(path.name for path in (sample_folder / "pictures").iterdir())


def test_each_picture_is_a_png_of_512_pixels_and_25_kilobytes_at_most(sample_folder: Path) -> None:
    for path in (sample_folder / "pictures").iterdir():
        raw = path.read_bytes()
        assert raw.startswith(b"\x89PNG\r\n\x1a\n"), path.name
        assert len(raw) <= 25_000, path.name
        assert struct.unpack(">II", raw[16:24]) == (512, 512), path.name


def test_the_rundown_fills_an_hour_with_14_segments(rundown_rows: Rows) -> None:
    assert len(rundown_rows) == 14
    assert all(row["Title"] and row["Owner"] and len(row["Script"]) > 80 for row in rundown_rows)
    clocks = [row["Duration"].split(":") for row in rundown_rows]
    assert sum(60 * int(minutes) + int(rest) for minutes, rest in clocks) == 3600


def test_every_sku_of_the_rundown_is_in_the_catalogue(rundown_rows: Rows, product_rows: Rows) -> None:
    known = {row["Variant SKU"] for row in product_rows}
    named = {sku.strip() for row in rundown_rows for sku in row["Products"].split(";")} - {""}
    assert len(named) >= 20
    assert named <= known


def test_viewers_have_enough_to_say_and_say_it_once(sample_folder: Path) -> None:
    viewers = json.loads((sample_folder / "viewers.json").read_text(encoding="utf-8"))
    for kinds in viewers["phrases"].values():
        for kind, phrases in kinds.items():
            assert len(phrases) == len(set(phrases)), kind
    assert sum(len(phrases) for kinds in viewers["phrases"].values() for phrases in kinds.values()) >= 150
    assert all(len(names) == len(set(names)) >= 30 for names in viewers["names"].values())


def test_phrases_have_no_gap_but_the_four_known_ones(sample_folder: Path) -> None:
    text = (sample_folder / "viewers.json").read_text(encoding="utf-8")
    said = [phrase for kinds in json.loads(text)["phrases"].values() for each in kinds.values() for phrase in each]
    gaps = {gap for phrase in said for gap in re.findall(r"\{.*?\}", phrase)}
    assert gaps == {"{code}", "{title}", "{variant}", "{price}"}

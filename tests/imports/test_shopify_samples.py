"""The sample files against a second reading of them, made here with nothing but the csv module."""

import csv
import hashlib
from decimal import Decimal
from pathlib import Path

from console.domain.money import Money
from console.imports.catalogue import read_catalogue
from console.imports.findings import NoteKind

Cells = dict[str, str]


def rows_of(path: Path) -> list[Cells]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def variants_of(path: Path) -> list[Cells]:
    return [row for row in rows_of(path) if row["Variant Price"]]


def cents(text: str) -> Money:
    return Money(int(Decimal(text) * 100), "USD")


def test_every_product_is_read_with_its_words(shared_file: Path) -> None:
    catalogue = read_catalogue([shared_file], "USD")
    titled = [row for row in rows_of(shared_file) if row["Title"]]
    assert not catalogue.problems
    assert len(catalogue.products) == len(titled) == 20
    assert [(p.id, p.title, p.vendor, p.kind) for p in catalogue.products] == [
        (row["Handle"], row["Title"], row["Vendor"], row["Type"]) for row in titled
    ]
    assert [p.picture for p in catalogue.products] == [row["Image Src"] for row in titled]


def test_every_price_and_compare_at_is_exact(shared_file: Path) -> None:
    variants = [v for product in read_catalogue([shared_file], "USD").products for v in product.variants]
    told = variants_of(shared_file)
    assert [v.price for v in variants] == [cents(row["Variant Price"]) for row in told]
    assert [v.compare_at for v in variants] == [
        cents(text) if (text := row["Variant Compare At Price"]) else None for row in told
    ]


def test_every_variant_has_its_options_and_its_quantity(shared_file: Path) -> None:
    catalogue = read_catalogue([shared_file], "USD")
    told = variants_of(shared_file)
    skus = [sku for product in catalogue.products for sku in product.skus]
    assert [(o.sku, o.quantity) for o in catalogue.openings] == [
        (sku, int(row["Variant Inventory Qty"])) for sku, row in zip(skus, told, strict=True)
    ]
    assert [v.options for product in catalogue.products for v in product.variants] == [
        () if row["Option1 Value"] == "Default Title" else (row["Option1 Value"],) for row in told
    ]


def test_every_blank_sku_is_made_and_said(shared_file: Path) -> None:
    catalogue = read_catalogue([shared_file], "USD")
    told = variants_of(shared_file)
    assert all(not row["Variant SKU"] for row in told)
    names = [
        row["Handle"] if row["Option1 Value"] == "Default Title" else f"{row['Handle']}-{row['Option1 Value'].lower()}"
        for row in told
    ]
    assert [made.sku for made in catalogue.made_skus] == names
    assert [sku for product in catalogue.products for sku in product.skus] == names


def test_every_untracked_quantity_is_noted(shared_file: Path) -> None:
    catalogue = read_catalogue([shared_file], "USD")
    untracked = sum(not row["Variant Inventory Tracker"] for row in variants_of(shared_file))
    assert untracked >= 20
    assert [note.kind for note in catalogue.notes] == [NoteKind.UNTRACKED] * untracked


def test_descriptions_are_plain(shared_file: Path) -> None:
    for product in read_catalogue([shared_file], "USD").products:
        assert product.description
        assert "<" not in product.description


def test_the_file_is_known_by_its_name_and_digest(shared_file: Path) -> None:
    catalogue = read_catalogue([shared_file], "USD")
    assert catalogue.name == shared_file.name
    assert catalogue.digest == hashlib.sha256(shared_file.read_bytes()).hexdigest()

"""The sample show, read plainly, and a clock that a test moves."""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest

from console.domain.money import parse_money
from console.domain.products import Product, Variant
from console.rehearsal.viewers import Material, read_material

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)


Plan = tuple[tuple[int, tuple[Product, ...]], ...]


def read_rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def seconds(duration: str) -> int:
    minutes, rest = duration.split(":")
    return int(minutes) * 60 + int(rest)


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def product_rows() -> list[dict[str, str]]:
    return read_rows("products.csv")


@pytest.fixture(scope="session")
def rundown_rows() -> list[dict[str, str]]:
    return read_rows("rundown.csv")


@pytest.fixture(scope="session")
def products(product_rows: list[dict[str, str]]) -> tuple[Product, ...]:
    return tuple(_product(list(rows)) for _, rows in groupby(product_rows, key=lambda row: row["Handle"]))


@pytest.fixture(scope="session")
def on_hand(product_rows: list[dict[str, str]]) -> dict[str, int]:
    return {row["Variant SKU"]: int(row["Variant Inventory Qty"]) for row in product_rows}


@pytest.fixture(scope="session")
def plan(rundown_rows: list[dict[str, str]], products: tuple[Product, ...]) -> Plan:
    """The seconds and the products of each segment."""
    by_sku = {sku: product for product in products for sku in product.skus}
    return tuple((seconds(row["Duration"]), _presented(row, by_sku)) for row in rundown_rows)


@pytest.fixture(scope="session")
def material() -> Material:
    return read_material((SAMPLE / "viewers.json").read_bytes())


def _product(rows: Sequence[dict[str, str]]) -> Product:
    return Product(rows[0]["Handle"], rows[0]["Title"], tuple(_variant(row) for row in rows))


def _variant(row: dict[str, str]) -> Variant:
    options = tuple(row[f"Option{i} Value"] for i in (1, 2, 3) if row[f"Option{i} Value"] not in {"", "Default Title"})
    return Variant(row["Variant SKU"], parse_money(row["Variant Price"], "USD"), options=options)


def _presented(row: dict[str, str], by_sku: Mapping[str, Product]) -> tuple[Product, ...]:
    return tuple(by_sku[sku.strip()] for sku in row["Products"].split(";") if sku.strip())

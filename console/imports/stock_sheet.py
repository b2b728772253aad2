"""A stock sheet from a CSV or XLSX file: a row is a SKU with the pieces that were counted of it."""

from pathlib import Path
from typing import BinaryIO

import msgspec

from console.imports import cells
from console.imports.cells import CellError
from console.imports.collector import Collector
from console.imports.encodings import Encoding
from console.imports.files import named, opened
from console.imports.findings import ImportRefused, Problem
from console.imports.table import Row, Table, bare_row, require

STOCK_COLUMNS = {
    "sku": ("SKU", "Variant SKU"),
    "on_hand": ("On hand", "Counted", "Count", "Pieces"),
}


class Counted(msgspec.Struct, frozen=True, gc=False):
    """The pieces of a SKU, and the line that says so."""

    sku: str
    pieces: int
    line: int


class StockSheet(msgspec.Struct, frozen=True):
    """What a stock sheet says. `problems` name each row that is left out."""

    counts: tuple[Counted, ...]
    problems: tuple[Problem, ...]
    column: str
    name: str
    digest: str
    remarks: tuple[str, ...] = ()


def read_stock_sheet(path: Path, encoding: Encoding | None = None) -> StockSheet:
    """Read a stock sheet. Raises ImportRefused if the file cannot be read."""
    ((name, path),) = named([path])
    with opened(name, path) as stream:
        return stock_sheet_from(stream, name, encoding)


def stock_sheet_from(stream: BinaryIO, name: str, encoding: Encoding | None = None) -> StockSheet:
    """Read a stock sheet from a stream. Raises ImportRefused if it cannot be read."""
    table = Table(stream, name, encoding)
    require(table.know(STOCK_COLUMNS), name, STOCK_COLUMNS, "sku", "on_hand")
    says = Collector(name, table.header)
    counts: dict[str, Counted] = {}
    for row in map(bare_row, table.rows()):
        if (counted := _counted(row, says)) is None:
            continue
        if (first := counts.setdefault(counted.sku, counted)) is not counted:
            says.problem(row, "sku", f"the SKU “{counted.sku[:80]}” is also on line {first.line}")
    if not counts and not says.problems:
        raise ImportRefused(f"{name} has a header and no counts.", "Add a row for each SKU.")
    column = table.header.names["sku"]
    return StockSheet(tuple(counts.values()), tuple(says.problems), column, name, table.digest, table.remarks)


def _counted(row: Row, says: Collector) -> Counted | None:
    if not row["on_hand"]:
        return None
    sku, pieces = says.read(row, "sku", _sku), says.read(row, "on_hand", _pieces)
    return None if sku is None or pieces is None else Counted(sku, pieces, row.line)


def _sku(text: str) -> str:
    if not text:
        raise CellError("the SKU is missing")
    return cells.code(text)


def _pieces(text: str) -> int:
    """Pieces as an export writes them: below zero where more was sold than there is."""
    return -cells.pieces(text[1:]) if text.startswith("-") else cells.pieces(text)

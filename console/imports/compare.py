"""What several rows or files claim at once: a SKU or a handle belongs to the first that names it."""

from collections.abc import Iterator, Sequence

from console.imports.drafts import FileReading, VariantAt
from console.imports.findings import ImportRefused, Place, Problem

Told = tuple[str, str]
"""A file's name and a handle: one product as one file tells it."""


def refuse_twins(readings: Sequence[FileReading]) -> None:
    """Raise ImportRefused if two files are the same, byte for byte."""
    names: dict[str, str] = {}
    for reading in readings:
        if (first := names.setdefault(reading.digest, reading.name)) != reading.name:
            raise ImportRefused(f"{first} and {reading.name} are the same file.", "Choose each file once.")


def repeated_handles(readings: Sequence[FileReading]) -> Iterator[tuple[Told, Problem]]:
    """The products that an earlier file tells already, each with both places."""
    first: dict[str, Place] = {}
    for reading in readings:
        for handle, place in reading.products.items():
            if (at := first.setdefault(handle, place)) != place:
                reason = f"the product “{handle[:80]}” is also at {at}"
                yield (reading.name, handle), _problem(reading, "handle", place, reason)


def repeated_skus(readings: Sequence[FileReading], apart: set[Told]) -> Iterator[tuple[Told, Problem]]:
    """The rows whose SKU an earlier row has, each with both places; the products that stand `apart` are passed over."""
    first: dict[str, VariantAt] = {}
    for reading in readings:
        for row in reading.rows:
            told = (reading.name, row.handle)
            if not row.sku or told in apart:
                continue
            if (at := first.setdefault(row.sku, row)) is not row:
                reason = f"the SKU “{row.sku[:80]}” is also at {at.place}, in “{at.handle[:80]}”"
                yield told, _problem(reading, "sku", row.place, reason)


def _problem(reading: FileReading, field: str, place: Place, reason: str) -> Problem:
    return Problem(place.file, place.line, reading.columns[field], reason)

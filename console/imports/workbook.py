"""The first visible sheet of an XLSX workbook as records: each cell as the text that a CSV file would have."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

import openpyxl
from openpyxl.workbook import Workbook

from console.imports.cells import MOST_CELL, MOST_COLUMNS
from console.imports.findings import ImportRefused, too_wide
from console.imports.package import Package, inspected

MIDNIGHT = time()
CHUNK = 1024 * 1024


class Sheet:
    """The records of one sheet. Rows count as the spreadsheet numbers them.

    Formulas give the value that was computed last. Raises ImportRefused for a workbook that is damaged, too large when
    unpacked, or not a workbook: before anything of it is read, or while its rows are.
    """

    def __init__(self, stream: BinaryIO, file: str) -> None:
        self._file = file
        self._digest = _hashed(stream)
        self._package = inspected(stream, file)
        self._book = _opened(stream, file)
        self._sheet = next((each for each in self._book.worksheets if each.sheet_state == "visible"), None)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return self._digest

    @property
    def remarks(self) -> tuple[str, ...]:
        """That there is more in the workbook than was taken."""
        return tuple(_remarks(self._file, self._package, [each.title for each in self._book.worksheets], self._title))

    @property
    def _title(self) -> str:
        return self._sheet.title if self._sheet is not None else ""

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        if self._sheet is None:
            raise ImportRefused(f"{self._file} has no visible sheet.", "Show the sheet that has the table.")
        self._sheet.reset_dimensions()  # what a file says of its size may be wrong, or a trap
        width = 0
        for line, values in enumerate(self._values(self._sheet.iter_rows(values_only=True)), start=1):
            if len(values) > MOST_COLUMNS:
                raise too_wide(self._file, line)
            cells = [self._text(value, line) for value in values]
            while cells and not cells[-1]:
                cells.pop()
            width = width or len(cells)
            yield line, cells + [""] * (width - len(cells))

    def _values(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        while True:
            try:
                values = next(rows, None)
            except Exception as error:
                raise _damaged(self._file, error) from error
            if values is None:
                return
            yield values

    def _text(self, value: object, line: int) -> str:
        if isinstance(value, str) and len(value) > MOST_CELL:
            raise ImportRefused(
                f"{self._file} has a cell of more than {MOST_CELL:,} characters on line {line}.", "Shorten the cell."
            )
        return text_of(value)


def text_of(value: object) -> str:
    """What a cell holds, as text: dates and times in ISO's form, numbers with the 15 digits that spreadsheets keep."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return format(value, ".15g")
        case datetime():
            rounded = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
            return rounded.date().isoformat() if rounded.time() == MIDNIGHT else rounded.isoformat()
        case date():
            return value.isoformat()
        case time():
            return value.replace(microsecond=0).isoformat()
        case timedelta():
            return _length(value)
        case _:
            return str(value)


def _length(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    return f"{sign}{abs(seconds) // 3600}:{abs(seconds) // 60 % 60:02}:{abs(seconds) % 60:02}"


def _remarks(file: str, package: Package, sheets: list[str], taken: str) -> Iterator[str]:
    if len(sheets) > 1:
        yield f"{file} has {len(sheets)} sheets: only “{taken[:80]}” was read."
    if package.formulas:
        yield f"{file} has {package.formulas} cells with formulas: the values that were computed last were taken."
    if package.macros:
        yield f"{file} has macros: they were left out."
    if package.links:
        yield f"{file} refers to other workbooks: they were not opened."


def _opened(stream: BinaryIO, file: str) -> Workbook:
    stream.seek(0)
    try:
        return openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise _damaged(file, error) from error


def _damaged(file: str, error: Exception) -> ImportRefused:
    if isinstance(error, ImportRefused):
        return error
    return ImportRefused(f"{file} cannot be read as a workbook.", "Open it in a spreadsheet program and save it again.")


def _hashed(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    stream.seek(0)
    return digest.hexdigest()

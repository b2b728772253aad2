"""A table's records, whatever the file: CSV text or a sheet of an XLSX workbook, told apart by the first bytes."""

import csv
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from console.imports.cells import MOST_CELL, MOST_COLUMNS
from console.imports.encodings import Encoding
from console.imports.findings import ImportRefused, too_wide
from console.imports.lines import Lines, first_bytes

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_RICH_TEXT = b"{\\rtf"
_OTHER = {b"%PDF": "a PDF file", b"\x1f\x8b": "a compressed file", b"SQLite f": "a database", b"\x7fELF": "a program"}


class Records(Protocol):
    """Records in order, once: the line or row where each begins, and its cells.

    `digest` is the SHA-256 of the whole file once they have ended; `remarks` then say how the file was taken.
    """

    @property
    def digest(self) -> str:
        """The SHA-256, in hexadecimal digits."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the file as a whole, in sentences."""

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """The records."""


def records(stream: BinaryIO, file: str, encoding: Encoding | None = None) -> Records:
    """The records of a file. Raises ImportRefused if it is neither text nor a workbook, at once or while it is read."""
    first = first_bytes(stream)
    if first.startswith(_ZIP):
        from console.imports.workbook import Sheet  # noqa: PLC0415 - 0.1 s that a CSV file need not pay

        return Sheet(stream, file)
    if first.startswith(_OLD_OFFICE):
        raise ImportRefused(
            f"{file} is a workbook of the old kind (.xls), or one with a password.", "Save it again as XLSX or as CSV."
        )
    if first.startswith(_RICH_TEXT):
        raise ImportRefused(f"{file} is a text with formatting (RTF).", "Save it again as XLSX or as CSV.")
    for mark, what in _OTHER.items():
        if first.startswith(mark):
            raise ImportRefused(f"{file} is {what}.", "Choose a CSV or XLSX file.")
    return CsvRecords(stream, file, encoding)


class CsvRecords:
    """The records of a CSV file with commas."""

    def __init__(self, stream: BinaryIO, file: str, encoding: Encoding | None = None) -> None:
        self._lines = Lines(stream, file, encoding)
        self._file = file

    @property
    def digest(self) -> str:
        """The SHA-256 of what was read so far."""
        return self._lines.digest

    @property
    def remarks(self) -> tuple[str, ...]:
        """The encoding, if it is not the usual one."""
        encoding = self._lines.encoding
        return () if encoding is Encoding.UTF_8 else (f"{self._file} was read as {encoding.upper()}.",)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        csv.field_size_limit(MOST_CELL)  # the csv module keeps one limit for the whole process
        reader = csv.reader(_first_checked(self._lines, self._file), strict=True)
        line = 1
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise _unreadable(self._file, line, str(error)) from error
            if cells is None:
                return
            if len(cells) > MOST_COLUMNS:
                raise too_wide(self._file, line)
            yield line, cells
            line = reader.line_num + 1


def _first_checked(lines: Lines, file: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0 and "," not in line and any(other in line for other in ";\t|"):
            raise ImportRefused(f"The columns of {file} are not separated by commas.", "Save it again with commas.")
        yield line


def _unreadable(file: str, line: int, reason: str) -> ImportRefused:
    if "limit" in reason:
        why = f"a cell of more than {MOST_CELL:,} characters; a quotation mark may be missing"
    elif "new-line" in reason:
        why = "a line that ends in a bare carriage return; save it with usual line ends"
    else:
        why = "a quotation mark without its partner"
    return ImportRefused(f"{file} cannot be read: the row at line {line} has {why}.", "Correct the row and try again.")

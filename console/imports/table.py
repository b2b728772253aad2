"""A file as a header and rows: columns found by any of their names, rows by the line where they begin."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import BinaryIO

import msgspec
from msgspec.structs import replace

from console.imports.encodings import Encoding
from console.imports.findings import ImportRefused
from console.imports.formulas import bare
from console.imports.records import records

MOST_ROWS = 500_000

Aliases = Mapping[str, tuple[str, ...]]


class Row(msgspec.Struct, frozen=True, gc=False):
    """The cells of the columns that are known, by field, without space around them. `width` counts all its cells."""

    line: int
    width: int
    cells: dict[str, str]

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")


class Header(msgspec.Struct, frozen=True):
    """Where each known field stands, and under which name."""

    places: dict[str, int]
    names: dict[str, str]
    width: int


class Table:
    """The rows of a file below its header. Rows without any text are passed over.

    `names` are the header's, as written. Raises ImportRefused where the file as a whole cannot be read: at once for its
    header, later while its rows are read. `digest` is the SHA-256 of the file once the rows have ended.
    """

    def __init__(self, stream: BinaryIO, file: str, encoding: Encoding | None = None) -> None:
        self.file = file
        self._source = records(stream, file, encoding)
        self._records = iter(self._source)
        self.names = _names(next(self._records, (1, [])), file)
        self.header = Header({}, {}, len(self.names))

    def know(self, aliases: Aliases) -> Header:
        """Find the columns by their names. Raises ImportRefused if two of them mean the same."""
        keys = [name.casefold() for name in self.names]
        places = {field: _place(keys, self.names, self.file, known) for field, known in aliases.items()}
        found = {field: at for field, at in places.items() if at is not None}
        self.header = Header(found, {field: self.names[at] for field, at in found.items()}, len(self.names))
        return self.header

    @property
    def digest(self) -> str:
        """The SHA-256 of what was read so far, in hexadecimal digits."""
        return self._source.digest

    @property
    def remarks(self) -> tuple[str, ...]:
        """How the file was taken, in sentences."""
        return self._source.remarks

    def rows(self) -> Iterator[Row]:
        """The rows that say anything, in order, once."""
        for count, (line, cells) in enumerate(self._records, start=1):
            if count > MOST_ROWS:
                raise ImportRefused(f"{self.file} has more than {MOST_ROWS:,} rows.", "Import it in several files.")
            if any(map(str.strip, cells)):
                yield self._row(line, cells)

    def _row(self, line: int, cells: list[str]) -> Row:
        here = {field: cells[at].strip() for field, at in self.header.places.items() if at < len(cells)}
        return Row(line, len(cells), {field: cell for field, cell in here.items() if cell})


def bare_row(row: Row) -> Row:
    """The row without the apostrophes that keep spreadsheets from computing a cell."""
    return replace(row, cells={field: bare(text) for field, text in row.cells.items()})


def require(header: Header, file: str, aliases: Aliases, *fields: str) -> None:
    """Raise ImportRefused if a column of one of these fields is missing, naming all that are."""
    missing = [" or ".join(f"“{name}”" for name in aliases[field]) for field in fields if field not in header.places]
    if missing:
        raise ImportRefused(f"{file} has no column {', no column '.join(missing)}.", "Check that it is the right file.")


def _names(record: tuple[int, list[str]], file: str) -> list[str]:
    names = [" ".join(cell.split()) for cell in record[1]]
    if not any(names):
        raise ImportRefused(f"{file} is empty, or its first line is.", "The first line must name the columns.")
    keys = [name.casefold() for name in names]
    for one, other in pairwise(sorted(key for key in keys if key)):
        if one == other:
            twice = names[keys.index(one)][:80]
            raise ImportRefused(f"{file} has the column “{twice}” twice.", "Rename or remove one of them.")
    return names


def _place(keys: list[str], names: list[str], file: str, known: tuple[str, ...]) -> int | None:
    places = [keys.index(key) for name in known if (key := name.casefold()) in keys]
    if len(places) > 1:
        both = " and ".join(f"“{names[at]}”" for at in places)
        raise ImportRefused(f"{file} has {both}, which mean the same.", "Remove one of these columns.")
    return places[0] if places else None

"""Writing an export: CSV or XLSX by the file's ending, whole or not at all, and safe to open in a spreadsheet."""

import csv
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import msgspec

from console.domain.claims.sieve import EVERY, Sieve
from console.domain.money import Money, plain
from console.errors import CuedeskError
from console.exports.kinds import Export
from console.exports.ontime import project
from console.exports.tables import Cell, Rows, called, table, text
from console.imports.course import Course
from console.imports.formulas import safe
from console.storage.reader import Reader, reading
from console.storage.recognised import readable

MOST_IN_A_CELL = 32_767
SURE_DIGITS = 15
ROWS_A_LOOK = 100

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def export(
    kind: Export,
    show: Path,
    to: Path,
    zone: tzinfo,
    course: Course,
    sieve: Sieve = EVERY,
    *,
    replace: bool = False,
) -> int:
    """Write a table of a studio's file, beside its console if one runs. Returns the rows below the header.

    Of claims, those that the sieve lets through.

    Raises CuedeskError, and leaves nothing then; GivenUp if the course says so.
    """
    write = WRITERS.get(to.suffix.casefold())
    as_project = kind is Export.RUNDOWN and to.suffix.casefold() == ".json"
    if write is None and not as_project:
        raise CuedeskError(f"{to.name} is neither .csv nor .xlsx.", "Name the file so that it ends in one of them.")
    if to.exists() and (not replace or not to.is_file()):
        raise CuedeskError(f"{to.name} is there already.", "Choose another name, or add --replace.")
    readable(show)
    with reading(show) as reader, _in_place_of(to) as new:
        reader.at_one_moment()
        if write is None:
            return write_project(reader, zone, new)
        return write(_counted(table(kind, reader, zone, sieve), course), new)


@contextmanager
def _in_place_of(to: Path) -> Iterator[Path]:
    """A new file beside another one, that takes its place if the block ends well."""
    new = to.with_name(f"{to.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        yield new
        new.replace(to)
    finally:
        new.unlink(missing_ok=True)


def _counted(rows: Rows, course: Course) -> Rows:
    for count, row in enumerate(rows):
        if count % ROWS_A_LOOK == 0:
            course.went(count)
        yield row


def write_project(reader: Reader, zone: tzinfo, to: Path) -> int:
    """Write the rundown as a project of Ontime. Returns its entries."""
    made = project(reader.show(), zone, datetime.now(UTC), lambda product: called(reader, product))
    to.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=2))
    return len(made["rundowns"]["default"]["entries"])


def write_csv(rows: Rows, to: Path) -> int:
    """Write UTF-8 with the mark by which spreadsheets know it."""
    count = -1
    with to.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        for count, row in enumerate(rows):  # noqa: B007 - the number of the last one is the answer
            writer.writerow([_plain(cell) for cell in row])
    return count


def _plain(cell: Cell) -> str:
    return text(cell) if isinstance(cell, int | Money) else safe(clean(text(cell)))


def write_xlsx(rows: Rows, to: Path) -> int:
    """Write a workbook of one sheet. Raises CuedeskError for a text that no cell of a workbook can hold."""
    from openpyxl import Workbook  # noqa: PLC0415 - 0.1 s that a CSV file need not pay

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Cuedesk")
    count = -1
    try:
        for count, row in enumerate(rows):
            sheet.append([_valued(cell, count + 1) for cell in row])
    except CuedeskError:
        sheet.close()  # it would leave its rows open
        raise
    book.save(to)
    return count


def _valued(cell: Cell, line: int) -> str | int | float | None:
    match cell:
        case None | "":
            return None
        case int():
            return cell
        case Money():
            amount = plain(cell)
            return float(amount) if sum(map(str.isdigit, amount)) <= SURE_DIGITS else amount
        case _:
            words = safe(clean(cell))
            if len(words) > MOST_IN_A_CELL:
                raise CuedeskError(
                    f"A text of row {line} has more than {MOST_IN_A_CELL:,} characters, which XLSX cannot hold.",
                    "Export it as CSV.",
                )
            return words


def clean(words: str) -> str:
    """Text without what a terminal or a reader of XML would trip over."""
    return _CONTROLS.sub(" ", words.replace("\r\n", "\n")).encode("utf-8", "replace").decode()


WRITERS: dict[str, Callable[[Rows, Path], int]] = {".csv": write_csv, ".xlsx": write_xlsx}

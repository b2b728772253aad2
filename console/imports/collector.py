"""What is being said of one file, gathered while its rows are read."""

from collections.abc import Callable
from typing import TypeVar

from console.imports.cells import CellError
from console.imports.findings import ImportRefused, Note, NoteKind, Problem
from console.imports.table import Header, Row

MOST_PROBLEMS = 10_000

T = TypeVar("T")


class Collector:
    """Problems and notes of one file, in the order in which they were met."""

    def __init__(self, file: str, header: Header) -> None:
        self.file = file
        self.header = header
        self.problems: list[Problem] = []
        self.notes: list[Note] = []

    def read(self, row: Row, field: str, parse: Callable[[str], T]) -> T | None:
        """The cell as a value, or None and a problem that names the cell."""
        try:
            return parse(row[field])
        except CellError as error:
            self.problem(row, field, str(error))
            return None

    def problem(self, row: Row, field: str, reason: str, *, withholds: bool = True) -> None:
        """Name a cell (or, with "" as field, a row) that is not as it should be. Raises ImportRefused beyond 10,000."""
        column = self.header.names.get(field, "")
        if len(self.problems) == MOST_PROBLEMS:
            raise ImportRefused(
                f"{self.file} has more than {MOST_PROBLEMS:,} problems; one is on line {row.line}: {reason}.",
                "Check that it is the right file and the right currency.",
            )
        self.problems.append(Problem(self.file, row.line, column, reason, withholds))

    def note(self, kind: NoteKind, row: Row, text: str) -> None:
        """Tell how something was taken."""
        self.notes.append(Note(kind, self.file, row.line, row["handle"], text))

    def whole(self, row: Row) -> bool:
        """Whether the row has as many cells as the header; if not, that is a problem."""
        if row.width == self.header.width:
            return True
        relation = "fewer" if row.width < self.header.width else "more"
        self.problem(row, "", f"the row has {row.width} cells, {relation} than the header's {self.header.width}")
        return False

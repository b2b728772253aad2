"""What a reader says of a file besides its values: problems that withhold, notes that only tell, and refusals."""

from enum import StrEnum

import msgspec

from console.errors import CuedeskError
from console.imports.cells import MOST_COLUMNS


class ImportRefused(CuedeskError):
    """A file cannot be read at all; nothing of it was taken."""


def too_wide(file: str, line: int) -> ImportRefused:
    """The refusal of a file with more than MOST_COLUMNS columns."""
    return ImportRefused(
        f"{file} has more than {MOST_COLUMNS} columns on line {line}.", "Export it again with its own columns only."
    )


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a row begins: a file's name and its physical line, the header being line 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"line {self.line} of {self.file}"


class Problem(msgspec.Struct, frozen=True, gc=False):
    """What is wrong in one cell. `column` is the header as the file writes it, "" for the row as a whole.

    A problem that `withholds` keeps the whole product or segment out; another one leaves out only what it names.
    """

    file: str
    line: int
    column: str
    reason: str
    withholds: bool = True


class NoteKind(StrEnum):
    """What a note is about, so that many of one kind can be told as one."""

    UNTRACKED = "untracked"
    NO_QUANTITY = "no quantity"
    COMPARE_AT = "compare-at"
    UNPUBLISHED = "unpublished"
    STATUS = "status"
    GIFT_CARD = "gift card"
    APOSTROPHE = "apostrophe"
    SALE = "sale price"
    BACKORDER = "backorder"
    SHARED_STOCK = "shared stock"
    KIND = "type"
    ANY_OPTION = "any option"


class Note(msgspec.Struct, frozen=True, gc=False):
    """Something taken in a way that a person should know. `product` is the handle that it speaks of."""

    kind: NoteKind
    file: str
    line: int
    product: str
    text: str

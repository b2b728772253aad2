"""How WooCommerce writes a cell: lists, line ends, amounts and dates."""

import re
from datetime import datetime, time

from console.domain.html_text import plain_text
from console.domain.money import Money, MoneyError
from console.imports import cells
from console.imports.cells import CellError

_COMMA = re.compile(r"(?<!\\),")
_TAG = re.compile(r"(<[^<>]*>)")
_BACKSLASHES = re.compile(r"(\\+)n")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?")


def items(text: str) -> list[str]:
    """The items of a list: commas part them, a backslash before a comma makes it a part of the item."""
    found = (item.strip().replace("\\,", ",") for item in _COMMA.split(text))
    return [item for item in found if item]


def option(text: str) -> str:
    """One item whose commas may be marked as its own."""
    return cells.cleaned(text.replace("\\,", ","))


def prose(text: str) -> str:
    """HTML in which line ends are written as a backslash and n, as plain text; line ends count, as WordPress has it."""
    told = _BACKSLASHES.sub(_line_end, text)
    parts = _TAG.split(told)
    return plain_text("".join(part if at % 2 else part.replace("\n", "<br>") for at, part in enumerate(parts)))


def _line_end(found: re.Match[str]) -> str:
    return "\n" if len(found[1]) == 1 else f"{found[1][1:]}n"


def amount(text: str, currency: str) -> Money:
    """Read an amount with a decimal point, or with a decimal comma; WooCommerce writes no separators of thousands.

    Raises CellError.
    """
    if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text):
        if re.fullmatch(r"[0-9][0-9.,' ]*", text):
            raise CellError(f"“{text[:40]}” has separators of thousands, which are not read; write 1234.50 or 1234,50")
        return cells.price(text, currency)
    try:
        return cells.price(text.replace(",", "."), currency)
    except (MoneyError, CellError) as error:
        raise CellError(str(error).replace(text.replace(",", "."), text)) from error


def pieces(text: str) -> int:
    """Read a quantity that may be below zero, where the shop goes on selling. Raises CellError."""
    return -cells.pieces(text[1:]) if text.startswith("-") else cells.pieces(text)


def moment(text: str, *, end: bool = False) -> datetime | None:
    """Read a date with or without a time, on the shop's clock; a date alone is its beginning or its `end`.

    Raises CellError.
    """
    if not text:
        return None
    wrong = CellError(f"“{text[:40]}” is not a date such as 2026-05-01")
    if (found := _MOMENT.fullmatch(text)) is None:
        raise wrong
    try:
        day = datetime.fromisoformat(found[1])
        if found[2] is None:
            return datetime.combine(day, time.max if end else time.min)
        return day.replace(hour=int(found[2]), minute=int(found[3]), second=int(found[4] or 0))
    except ValueError as error:
        raise wrong from error

"""One cell's text as a value, or a reason why not."""

import re

from console.domain.money import Money, MoneyError, parse_money

MOST_PIECES = 2**31 - 1
MOST_SHORT = 255
MOST_CELL = 1_000_000
MOST_COLUMNS = 999

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Characters that are not seen and change how others are: control codes, line ends, turns of the writing direction."""


class CellError(ValueError):
    """A cell's text is not what its column asks for; the message says why, in plain words."""


def price(text: str, currency: str) -> Money:
    """Read an amount that is not negative, exact in its currency. Raises CellError."""
    if not text:
        raise CellError("a price is missing")
    if text.startswith("-"):
        raise CellError(f"“{text[:40]}” is negative; a price cannot be")
    try:
        return parse_money(text, currency)
    except MoneyError as error:
        raise CellError(str(error)) from error


def pieces(text: str) -> int:
    """Read a quantity of whole pieces, from 0 to 2^31 - 1. Raises CellError."""
    if not re.fullmatch(r"-?[0-9]{1,30}", text):
        raise CellError(f"“{text[:40]}” is not a whole number of pieces")
    if int(text) < 0:
        raise CellError(f"“{text}” is negative: the shop has sold more than it has")
    if int(text) > MOST_PIECES:
        raise CellError(f"“{text}” is more than {MOST_PIECES:,} pieces")
    return int(text)


def cleaned(text: str) -> str:
    """The text on one line: control characters and runs of white space become single spaces."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def line(text: str, most: int = MOST_SHORT) -> str:
    """Read one line of text, cleaned. Raises CellError beyond `most` characters."""
    text = cleaned(text)
    if len(text) > most:
        raise CellError(f"“{text[:40]}…” is longer than {most} characters")
    return text


def name(text: str) -> str:
    """Read a text that must be there, as one line. Raises CellError."""
    if not (text := line(text)):
        raise CellError("a text is missing")
    return text


def code(text: str, most: int = MOST_SHORT) -> str:
    """Read a SKU, a handle, a barcode or an address: kept as it is, or refused. Raises CellError."""
    if cleaned(text) != text:
        raise CellError(f"“{cleaned(text)[:40]}” has line breaks, control characters or doubled spaces")
    if len(text) > most:
        raise CellError(f"“{text[:40]}…” is longer than {most} characters")
    return text


def prose(text: str, most: int) -> str:
    """Read text of several lines, without control characters. Raises CellError beyond `most` characters."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > most:
        raise CellError(f"the text is longer than {most:,} characters")
    return text

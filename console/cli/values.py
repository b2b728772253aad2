"""What may stand for an option's value; each raises ArgumentTypeError with plain words."""

import codecs
import re
from argparse import ArgumentTypeError
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from console.domain.money import is_currency

if TYPE_CHECKING:
    from console.imports.encodings import Encoding

FASTEST = 10_000
LONGEST = 24 * 60


def path(text: str) -> Path:
    """The name of a file, there or not, that the system can take."""
    try:
        Path(text).lstat()
    except FileNotFoundError:
        return Path(text)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ArgumentTypeError(f"this is not the name of a file: {reason}") from error
    return Path(text)


def report(text: str) -> Path:
    """The name of a file that can be written at the end."""
    to = path(text)
    if to.is_dir() or not to.absolute().parent.is_dir():
        raise ArgumentTypeError(f"“{text}” is not the name of a file in a folder that is there")
    return to


def speed(text: str) -> float:
    """A factor above 0."""
    value = float(text) if re.fullmatch(r"[0-9.]+", text) and text.count(".") <= 1 and text != "." else 0.0
    if not (isfinite(value) and 0 < value <= FASTEST):
        raise ArgumentTypeError(f"“{text}” is not a speed such as 1 or 20")
    return value


def minutes(text: str) -> int:
    """A number of minutes, up to a day."""
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= LONGEST):
        raise ArgumentTypeError(f"“{text}” is not a number of minutes between 1 and {LONGEST}")
    return int(text)


def currency(text: str) -> str:
    """A currency that is known."""
    if not is_currency(text.upper()):
        raise ArgumentTypeError(f"“{text}” is not a currency such as USD")
    return text.upper()


def encoding(text: str) -> "Encoding":
    """The name of an encoding, also one of its other names."""
    from console.imports.encodings import CODECS, Encoding  # noqa: PLC0415 - as above

    known = {codecs.lookup(codec).name: each for each, codec in CODECS.items()}
    known |= {"gbk": Encoding.GB18030, "gb2312": Encoding.GB18030, "utf-8": Encoding.UTF_8, "big5": Encoding.BIG5}
    known |= {"shift_jis": Encoding.SHIFT_JIS, "euc_kr": Encoding.EUC_KR, "big5hkscs": Encoding.BIG5}
    try:
        return known[codecs.lookup(text).name]
    except LookupError as error:
        names = ", ".join(Encoding)
        raise ArgumentTypeError(f"“{text}” is not one of {names}") from error


def size(text: str) -> tuple[int, int]:
    """A size in pixels."""
    found = re.fullmatch(r"([0-9]{3,4})x([0-9]{3,4})", text)
    if not found:
        raise ArgumentTypeError(f"“{text}” is not a size such as 1920x1080")
    return int(found[1]), int(found[2])


def chat(text: str) -> str:
    """The address of a chat."""
    from console.chat.sources import AddressError, chat_source  # noqa: PLC0415 - slow to import, and only for this option
    from console.desk.clock import SteadyClock  # noqa: PLC0415

    try:
        chat_source(text, SteadyClock())
    except AddressError as error:
        raise ArgumentTypeError(f"{error.title} {error.next_step}") from error
    return text


def shop(text: str) -> str:
    """The address of a shop."""
    from console.desk.ports import ShopRefused  # noqa: PLC0415 - as above
    from console.shop.address import parse_address  # noqa: PLC0415

    try:
        parse_address(text)
    except ShopRefused as error:
        raise ArgumentTypeError(f"{error.title}. {error.next_step}") from error
    return text


def text_factor(text: str) -> float:
    """How much larger text is, 1 to 2."""
    value = float(text) if re.fullmatch(r"[0-9](\.[0-9]{1,3})?", text) else 0.0
    if not 1 <= value <= 2:  # noqa: PLR2004 - as the preferences have it
        raise ArgumentTypeError(f"“{text}” is not a size of text between 1 and 2")
    return value

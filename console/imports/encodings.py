"""The encodings in which text files come: told by their first bytes, by being UTF-8, or by a person."""

import codecs
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import BinaryIO

MOST_SAMPLE = 64 * 1024
SURE = 0.9


class Encoding(StrEnum):
    """An encoding as people name it."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    GB18030 = "gb18030"
    BIG5 = "big5"
    SHIFT_JIS = "shift-jis"
    EUC_KR = "euc-kr"
    WINDOWS_1252 = "windows-1252"


CODECS = {
    Encoding.UTF_8: "utf-8-sig",
    Encoding.UTF_16: "utf-16",
    Encoding.GB18030: "gb18030",
    Encoding.BIG5: "cp950",
    Encoding.SHIFT_JIS: "cp932",
    Encoding.EUC_KR: "cp949",
    Encoding.WINDOWS_1252: "cp1252",
}
USUAL = {
    Encoding.GB18030: (range(0xB0, 0xD8), range(0xA1, 0xAA)),
    Encoding.BIG5: (range(0xA4, 0xC7), range(0xA1, 0xA4)),
    Encoding.SHIFT_JIS: (range(0x82, 0x84), range(0x88, 0x98), range(0x81, 0x82)),
    Encoding.EUC_KR: (range(0xB0, 0xC9), range(0xA1, 0xA4)),
}
"""The first bytes of the characters that are used every day: kana, Hangul, and the first level of each standard."""
FEW = 0.1
HAN = 0.98
"""Each Hangul syllable is a usual character of GB18030 or Big5 too: a few are believed to be Han, more to be Hangul."""

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def marked(first: bytes) -> Encoding | None:
    """The encoding that a file's first bytes tell, if they do."""
    if first.startswith(UTF_16_MARKS):
        return Encoding.UTF_16
    return Encoding.UTF_8 if first.startswith(codecs.BOM_UTF8) else None


def fitting(stream: BinaryIO) -> tuple[Encoding, ...]:
    """The encodings, other than UTF-8, in which a file would be text; the likeliest first. Reads it from here on."""
    sample = b"".join(_telling(stream))
    rated = {encoding: likelihood(sample, encoding) for encoding in (*USUAL, Encoding.WINDOWS_1252)}
    return tuple(sorted((each for each in rated if rated[each] > 0), key=lambda each: -rated[each]))


def likelihood(sample: bytes, encoding: Encoding) -> float:
    """How usual the characters of some lines would be in an encoding, from 0 (it is none of it) to 1."""
    try:
        text = sample.decode(CODECS[encoding])
    except UnicodeDecodeError:
        return 0
    strange = [letter for letter in text if not letter.isascii()]
    if not strange:
        return 0
    if encoding is Encoding.WINDOWS_1252:
        return _latin(text, strange)
    usual = sum(_is_usual(letter, encoding) for letter in strange)
    sure = HAN if encoding in {Encoding.GB18030, Encoding.BIG5} else 1
    few = FEW if encoding is Encoding.EUC_KR else 0
    return sure * usual / (len(strange) + few)


def _latin(text: str, strange: list[str]) -> float:
    """Accents stand alone between plain letters; two of them in a row are rare."""
    pairs = sum(not one.isascii() and not other.isascii() for one, other in pairwise(text))
    return max(0.01, SURE * (1 - 3 * pairs / len(strange)))


def _is_usual(letter: str, encoding: Encoding) -> bool:
    raw = letter.encode(CODECS[encoding])
    return len(raw) > 1 and any(raw[0] in each for each in USUAL[encoding])


def _telling(stream: BinaryIO) -> Iterator[bytes]:
    """The lines that are not plain ASCII, up to 64 KiB of them."""
    left = MOST_SAMPLE
    while left > 0 and (line := stream.readline(left)):
        if not line.isascii():
            left -= len(line)
            yield line if line.endswith(b"\n") else line.rsplit(b",", 1)[0]

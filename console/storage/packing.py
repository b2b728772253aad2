"""Journal bodies and answers as the file holds them: exact text, without what nearly all of them have in common.

A change of stock and its answer come by the thousand: their common phrases are a byte each, which takes no time. All
else is deflated. The first byte tells how.
"""

import re
import zlib

from console.storage.phrases import DEFLATING, IN_A_BYTE

NEWEST = 4
WINDOW, MEMORY, LEVEL = -12, 5, 6  # small texts: a small window is set up in no time
MOST = 1 << 28
CODES = tuple(bytes([code]) for code in range(1, 0x20))  # bytes that are nowhere in JSON
CODE = re.compile(rb"[\x00-\x1f]")

fresh = zlib.compressobj(LEVEL, zlib.DEFLATED, WINDOW, MEMORY, zlib.Z_DEFAULT_STRATEGY, DEFLATING[NEWEST])


class Unreadable(ValueError):
    """What is in the file was not put there by `packed`."""


def packed(text: bytes) -> bytes:
    """The text, small: the number of the phrases, then what is left."""
    for number, phrases in IN_A_BYTE.items():
        if text.startswith(phrases[0]) and not CODE.search(text):
            for phrase, code in zip(phrases, CODES, strict=False):
                text = text.replace(phrase, code)
            return b"%c%b" % (number, text)
    deflating = fresh.copy()  # a quarter of what it costs to take the phrases in each time
    return b"%c%b%b" % (NEWEST, deflating.compress(text), deflating.flush())


def unpacked(blob: bytes) -> bytes:
    """The text that was packed, to the byte. Raises Unreadable."""
    number, text = blob[:1], blob[1:]
    if number and number[0] in IN_A_BYTE:
        for phrase, code in zip(IN_A_BYTE[number[0]], CODES, strict=False):
            text = text.replace(code, phrase)
        return text
    return inflated(blob)


def inflated(blob: bytes) -> bytes:
    """The text of a blob that was deflated. Raises Unreadable."""
    try:
        inflating = zlib.decompressobj(WINDOW, DEFLATING[blob[0]])
        text = inflating.decompress(blob[1:], MOST)
    except (zlib.error, KeyError, IndexError, TypeError) as error:
        raise Unreadable(str(error)) from error
    if not inflating.eof or inflating.unused_data:
        raise Unreadable("its end is missing")
    return text

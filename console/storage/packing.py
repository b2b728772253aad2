"""Journal bodies and answers as the file holds them: exact text, deflated by phrases that nearly all of them share."""

import zlib

from console.storage.phrases import PHRASES

NEWEST = 1
WINDOW, MEMORY, LEVEL = -12, 5, 6  # small texts: a small window is set up in no time
MOST = 1 << 28

fresh = zlib.compressobj(LEVEL, zlib.DEFLATED, WINDOW, MEMORY, zlib.Z_DEFAULT_STRATEGY, PHRASES[NEWEST])


class Unreadable(ValueError):
    """What is in the file was not put there by `packed`."""


def packed(text: bytes) -> bytes:
    """The text, small: the number of the phrases, then what is left."""
    deflating = fresh.copy()  # a quarter of what it costs to take the phrases in each time
    return b"%c%b%b" % (NEWEST, deflating.compress(text), deflating.flush())


def unpacked(blob: bytes) -> bytes:
    """The text that was packed, to the byte. Raises Unreadable."""
    try:
        inflating = zlib.decompressobj(WINDOW, PHRASES[blob[0]])
        text = inflating.decompress(blob[1:], MOST)
    except (zlib.error, KeyError, IndexError, TypeError) as error:
        raise Unreadable(str(error)) from error
    if not inflating.eof or inflating.unused_data:
        raise Unreadable("its end is missing")
    return text

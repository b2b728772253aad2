"""Small pictures made by hand, good and bad."""

import struct
import zlib


def png(width: int = 2, height: int = 2) -> bytes:
    """A black PNG of this size, with all its pixels."""
    rows = zlib.compress(b"".join(b"\0" + bytes(width) for _ in range(height)))
    return head_of_png(width, height) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def head_of_png(width: int, height: int) -> bytes:
    """The beginning of a grey PNG of this size."""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))


def chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


SVG = b"""<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" width="9999999" height="9999999"><image href="file:///etc/passwd"/></svg>"""

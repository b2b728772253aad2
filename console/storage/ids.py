"""Ids as the file holds them: what is written in hexadecimal digits takes half of them; all else is as it was."""

import re

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
MADE_UP = re.compile(r"h:[0-9a-f]{32}")
SHORT = 8  # digits: what has fewer is somebody's own word
LENGTH = 16  # bytes of a UUID; of an id that we made up there is one more before them


def kept_command(id_: str) -> str | bytes:
    """A command's id for the file."""
    try:
        kept = bytes.fromhex(id_)
    except ValueError:
        return id_
    return kept if len(id_) >= SHORT and kept.hex() == id_ else id_


def told_command(kept: str | bytes) -> str:
    """A command's id from the file."""
    return kept if isinstance(kept, str) else kept.hex()


def kept_line(id_: str) -> str | bytes:
    """The id of a chat line for the file."""
    if UUID.fullmatch(id_):
        return bytes.fromhex(id_.replace("-", ""))
    return b"h" + bytes.fromhex(id_[2:]) if MADE_UP.fullmatch(id_) else id_


def told_line(kept: str | bytes) -> str:
    """The id of a chat line from the file."""
    if isinstance(kept, str):
        return kept
    digits = kept[-LENGTH:].hex()
    if len(kept) > LENGTH:
        return f"h:{digits}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

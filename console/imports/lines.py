"""The bytes of a file as lines of text: UTF-8 only, bounded, counted and hashed on the way."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from console.imports.findings import ImportRefused

MOST_BYTES = 200 * 1024 * 1024
MOST_LINE = 4 * 1024 * 1024
MOST_LINES = 5_000_000

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8 = "Save it again as CSV UTF-8, with commas."


class Lines:
    """Text lines of a stream, in order, once. After the last one, `digest` is the SHA-256 of all bytes.

    Raises ImportRefused at bytes that are not UTF-8, at NUL bytes, and beyond the caps.
    """

    def __init__(self, stream: BinaryIO, file: str) -> None:
        self._stream = stream
        self._file = file
        self._hash = hashlib.sha256()
        self._left = MOST_BYTES
        self._number = 0

    @property
    def digest(self) -> str:
        """The SHA-256 of what was read so far, in hexadecimal digits."""
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[str]:
        while raw := self._read():
            self._number += 1
            self._hash.update(raw)
            self._left -= len(raw)
            self._check(raw)
            yield self._decoded(raw)

    def _read(self) -> bytes:
        try:
            return self._stream.readline(MOST_LINE + 1)
        except OSError as error:
            raise unreadable(self._file, error) from error

    def _check(self, raw: bytes) -> None:
        if self._left < 0:
            raise too_large(self._file)
        if len(raw) > MOST_LINE or self._number > MOST_LINES:
            raise ImportRefused(
                f"{self._file} has too long a line, or too many lines, at line {self._number}.",
                f"A line may have {MOST_LINE:,} bytes, a file {MOST_LINES:,} lines.",
            )
        if self._number == 1 and raw.startswith(_UTF16_BOMS):
            raise ImportRefused(f"{self._file} is in UTF-16, not UTF-8.", _SAVE_AS_UTF8)
        if b"\0" in raw:
            raise ImportRefused(f"{self._file} has a NUL byte on line {self._number}: it is not text.", _SAVE_AS_UTF8)

    def _decoded(self, raw: bytes) -> str:
        if self._number == 1:
            raw = raw.removeprefix(_BOM)
        try:
            return raw.decode()
        except UnicodeDecodeError as error:
            title = f"{self._file} is not in UTF-8: line {self._number}, byte {error.start + 1}."
            raise ImportRefused(title, _SAVE_AS_UTF8) from error


def too_large(file: str) -> ImportRefused:
    """The refusal of a file, or of files together, beyond MOST_BYTES."""
    return ImportRefused(f"{file} is larger than {MOST_BYTES // 1024**2} MB.", "Import it in several smaller files.")


def unreadable(file: str, error: OSError) -> ImportRefused:
    """The refusal of a file that the system does not give, in the system's words and without its folder."""
    return ImportRefused(
        f"{file} cannot be read: {error.strerror or 'unknown reason'}.", "Check the file and its rights."
    )

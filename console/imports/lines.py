"""The bytes of a file as lines of text: in one encoding, bounded, counted and hashed on the way."""

import hashlib
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from console.imports.encodings import CODECS, Encoding, fitting, marked
from console.imports.findings import ImportRefused

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES = 200 * 1024 * 1024
MOST_LINE = 4 * 1024 * 1024
MOST_LINES = 5_000_000
AT_ONCE = 256 * 1024

_SAVE_AS_UTF8 = "Save it again as CSV UTF-8, with commas."


class WrongEncoding(ImportRefused):
    """A file is not text in the encoding that was tried; `fits` names those in which it would be, likeliest first."""

    def __init__(self, title: str, next_step: str, fits: tuple[Encoding, ...]) -> None:
        super().__init__(title, next_step)
        self.fits = fits


class Lines:
    """Text lines of a stream, in order, once. After the last one, `digest` is the SHA-256 of all bytes.

    Without an encoding it is UTF-8; the marks that some files begin with are obeyed in any case. Raises WrongEncoding
    at bytes that are no text in it, ImportRefused at NUL characters and beyond the caps.
    """

    def __init__(self, stream: BinaryIO, file: str, encoding: Encoding | None = None) -> None:
        self._stream = stream
        self._file = file
        self._counted = _Counted(stream, file)
        self._number = 0
        self.encoding = marked(first_bytes(stream)) or encoding or Encoding.UTF_8

    @property
    def digest(self) -> str:
        """The SHA-256 of what was read so far, in hexadecimal digits."""
        return self._counted.digest

    def __iter__(self) -> Iterator[str]:
        wide = self.encoding is Encoding.UTF_16
        for line in self._wide() if wide else self._narrow():
            if "\0" in line:
                title = f"{self._file} has a NUL byte on line {self._number}: it is not text."
                raise ImportRefused(title, _SAVE_AS_UTF8)
            yield line

    def _narrow(self) -> Iterator[str]:
        """Lines of an encoding in which no other character has the byte of a line's end."""
        buffered = io.BufferedReader(self._counted, AT_ONCE)
        codec = CODECS[self.encoding]
        while raw := buffered.readline(MOST_LINE + 1):
            self._count(len(raw))
            try:
                line = raw.decode(codec if self._number == 1 else codec.removesuffix("-sig"))
            except UnicodeDecodeError as error:
                raise self._wrong(f"line {self._number}, byte {error.start + 1}") from error
            yield line

    def _wide(self) -> Iterator[str]:
        text = io.TextIOWrapper(io.BufferedReader(self._counted, AT_ONCE), CODECS[self.encoding], newline="\n")
        try:
            while line := text.readline(MOST_LINE + 1):
                self._count(len(line))
                yield line
        except UnicodeError as error:
            raise self._wrong(f"after line {self._number}") from error

    def _count(self, length: int) -> None:
        self._number += 1
        if length > MOST_LINE or self._number > MOST_LINES:
            raise ImportRefused(
                f"{self._file} has too long a line, or too many lines, at line {self._number}.",
                f"A line may have {MOST_LINE:,} bytes, a file {MOST_LINES:,} lines.",
            )

    def _wrong(self, place: str) -> WrongEncoding:
        self._stream.seek(0)
        fits = tuple(each for each in fitting(self._stream) if each is not self.encoding)
        title = f"{self._file} is not in {self.encoding.upper()}: {place}."
        if not fits:
            return WrongEncoding(title, _SAVE_AS_UTF8, ())
        step = f"It could be {' or '.join(fits)}: say which with --encoding, or save it again as CSV UTF-8."
        return WrongEncoding(title, step, fits)


class _Counted(io.RawIOBase):
    """The bytes of a stream, counted and hashed."""

    def __init__(self, stream: BinaryIO, file: str) -> None:
        self._stream = stream
        self._file = file
        self._hash = hashlib.sha256()
        self._left = MOST_BYTES

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read on. Raises ImportRefused where the system does not give more, and beyond MOST_BYTES."""
        into = memoryview(buffer)
        try:
            data = self._stream.read(len(into))
        except OSError as error:
            raise unreadable(self._file, error) from error
        self._hash.update(data)
        self._left -= len(data)
        if self._left < 0:
            raise too_large(self._file)
        into[: len(data)] = data
        return len(data)


def first_bytes(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stands at its beginning before and after."""
    first = stream.read(8)
    stream.seek(0)
    return first


def too_large(file: str) -> ImportRefused:
    """The refusal of a file, or of files together, beyond MOST_BYTES."""
    return ImportRefused(f"{file} is larger than {MOST_BYTES // 1024**2} MB.", "Import it in several smaller files.")


def unreadable(file: str, error: OSError) -> ImportRefused:
    """The refusal of a file that the system does not give, in the system's words and without its folder."""
    return ImportRefused(
        f"{file} cannot be read: {error.strerror or 'unknown reason'}.", "Check the file and its rights."
    )

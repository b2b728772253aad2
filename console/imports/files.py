"""The one place that opens files: ordinary ones, of a bounded size together, each under a name of its own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from console.imports.findings import ImportRefused
from console.imports.lines import MOST_BYTES, too_large, unreadable


def named(paths: Sequence[Path]) -> tuple[tuple[str, Path], ...]:
    """The files with the names to call them by. Raises ImportRefused if one is no file, or all are too large."""
    found = tuple(zip(_names(paths), paths, strict=True))
    if sum(size_of(name, path) for name, path in found) > MOST_BYTES:
        raise too_large(", ".join(name for name, _ in found))
    return found


@contextmanager
def opened(name: str, path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file while the context lasts. Raises ImportRefused if the system does not give them."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(name, error) from error
    with stream:
        yield stream


def size_of(name: str, path: Path) -> int:
    """The bytes of a file. Raises ImportRefused if it is none."""
    try:
        if not path.is_file():
            raise ImportRefused(f"{name} is not a file.", "Choose a CSV or XLSX file.")
        return path.stat().st_size
    except OSError as error:
        raise unreadable(name, error) from error


def _names(paths: Sequence[Path]) -> Iterator[str]:
    met: Counter[str] = Counter()
    for path in paths:
        met[path.name] += 1
        yield path.name if met[path.name] == 1 else f"{path.name} ({met[path.name]})"

"""Reading a picture that nobody vouches for: png, jpeg or webp by its first bytes, capped, made small."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRunnable, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from console.domain.pictures import MOST_BYTES, MOST_PIXELS, MOST_SIDE, format_of
from console.overriding import override

SIDE = 160


def local_path(picture: str, folders: Sequence[Path]) -> Path | None:
    """The file that a product's picture means: in one of the folders, or absolute on this machine.

    None for another machine's share, for what climbs out of the folders, and for what is in none of them.
    """
    if "\0" in picture or "://" in picture or picture.startswith(("//", "\\\\")):
        return None
    if PurePosixPath(picture).is_absolute() or PureWindowsPath(picture).is_absolute():
        return Path(picture)
    paths = [path for folder in folders if (path := (folder / picture).resolve()).is_relative_to(folder.resolve())]
    return next((path for path in paths if path.is_file()), None)


def decoded(path: Path) -> QImage | None:
    """The picture in the file, at most `SIDE` pixels on its shorter side; None if it is not fit to be shown."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return None
    return None if len(content) > MOST_BYTES else small_picture(content)


def small_picture(content: bytes) -> QImage | None:
    """The picture in these bytes, made small; None if it is too large or not a picture.

    Of what a camera writes into it only the turn is heeded.
    """
    form = format_of(content[:12])
    if not form:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or too_large(size):
        return None
    if min(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else image


def too_large(size: QSize) -> bool:
    """Whether a picture would be too large once it is decoded; its head says so before anything is."""
    return max(size.width(), size.height()) > MOST_SIDE or size.width() * size.height() > MOST_PIXELS


class Results(QObject):
    """Carries pictures to the window's thread; one that cannot be shown is null."""

    decoded = Signal(str, QImage)


class Decoding(QRunnable):
    """Finds and decodes one picture on whatever thread runs it: a disk may be slow."""

    def __init__(self, picture: str, find: Callable[[], Path | None], results: Results) -> None:
        super().__init__()
        self._picture = picture
        self._find = find
        self._results = results

    @override
    def run(self) -> None:
        path = self._find()
        self._results.decoded.emit(self._picture, (decoded(path) if path else None) or QImage())

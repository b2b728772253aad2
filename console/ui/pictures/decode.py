"""Reading a picture that nobody vouches for: png, jpeg or webp by its first bytes, capped, made small."""

from pathlib import Path, PurePosixPath, PureWindowsPath

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_BYTES = 5_000_000
MOST_SIDE = 4096
SIDE = 160


def local_path(picture: str, folder: Path) -> Path | None:
    """The file that a product's picture means: beside the folder's others, or absolute on this machine.

    None for an address, for another machine's share, and for what climbs out of the folder.
    """
    if not picture or "\0" in picture or "://" in picture or picture.startswith(("//", "\\\\")):
        return None
    if PurePosixPath(picture).is_absolute() or PureWindowsPath(picture).is_absolute():
        return Path(picture)
    path = (folder / picture).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


def format_of(head: bytes) -> bytes | None:
    """The format that the first bytes tell, if it is one of the three."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return b"png"
    if head.startswith(b"\xff\xd8\xff"):
        return b"jpeg"
    return b"webp" if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else None


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
    """The picture in these bytes, made small; None if it is too large or not a picture."""
    form = format_of(content[:12])
    if form is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > MOST_SIDE:
        return None
    if min(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else image

"""The zip package of a workbook, looked through before anything of it is parsed: its sizes, and what it holds."""

import re
import zipfile
import zlib
from typing import BinaryIO

import msgspec

from console.imports.findings import ImportRefused
from console.imports.lines import MOST_BYTES, too_large, unreadable

MOST_UNPACKED = 256 * 1024 * 1024
MOST_PARTS = 2_000
CHUNK = 256 * 1024
KEPT = 64
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_SHEET = "xl/worksheets/"
_FORMULA = re.compile(rb"<(?:[a-z]+:)?f[ >/]")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Package(msgspec.Struct, frozen=True):
    """What a workbook's package holds besides values."""

    formulas: int
    macros: bool
    links: bool


def inspected(stream: BinaryIO, file: str) -> Package:
    """Unpack every part once, keeping nothing, and count. Raises ImportRefused for what no workbook needs.

    That is: parts that are larger together than 256 MB, of one name, encrypted, damaged, packed in an unusual way, or
    with declarations of entities.
    """
    stream.seek(0, 2)
    if stream.tell() > MOST_BYTES:
        raise too_large(file)
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as package:
            return _looked_through(package, file)
    except OSError as error:
        raise unreadable(file, error) from error
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise damaged(file) from error


def damaged(file: str) -> ImportRefused:
    """The refusal of a package that cannot be unpacked whole."""
    return ImportRefused(
        f"{file} is damaged, or was not copied whole.", "Open it in a spreadsheet program and save it again."
    )


def _looked_through(package: zipfile.ZipFile, file: str) -> Package:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or len(set(names)) < len(names):
        raise damaged(file)
    if "[Content_Types].xml" not in names or not any(name.startswith(_SHEET) for name in names):
        raise ImportRefused(f"{file} is a zip archive and not a workbook.", "Unpack it, and choose the file in it.")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_much(file)
    if any(part.flag_bits & 1 or part.compress_type not in PLAIN for part in parts):
        raise damaged(file)
    formulas = sum(_formulas_in(package, part, file) for part in parts)
    macros = any(name.endswith("vbaProject.bin") for name in names)
    return Package(formulas, macros, any(name.startswith("xl/externalLinks/") for name in names))


def _formulas_in(package: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> int:
    """Unpack a part, as far as it says that it is long, and count; a part that says something else is damaged."""
    formulas = 0
    sheet, tail = part.filename.startswith(_SHEET), b""
    with package.open(part) as unpacked:
        while chunk := unpacked.read(CHUNK):
            seen = tail + chunk
            if _DECLARATION.search(seen.replace(b"\0", b"")) and not part.filename.endswith(".bin"):
                raise ImportRefused(f"{file} declares entities, which no workbook needs.", "Do not trust this file.")
            formulas += len(_FORMULA.findall(seen)) - len(_FORMULA.findall(tail)) if sheet else 0
            tail = seen[-KEPT:]
    return formulas


def _too_much(file: str) -> ImportRefused:
    most = MOST_UNPACKED // 1024**2
    return ImportRefused(f"{file} is larger than {most} MB when unpacked.", "Import it in several smaller files.")

"""Pictures that lie beside a product file: their names in it mean files of its folder, and of no other."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import msgspec

from console.domain.pictures import is_address
from console.imports.drafts import Draft, FileReading


def with_own_pictures(reading: FileReading, folder: Path) -> FileReading:
    """The reading, with the whole path of each picture that lies in the file's folder or below it."""
    own = folder.resolve()
    return msgspec.structs.replace(reading, drafts=tuple(pictured(draft, own) for draft in reading.drafts))


def pictured(draft: Draft, folder: Path) -> Draft:
    """A draft with the whole path of its picture, if that lies in the folder."""
    if not draft.picture or is_address(draft.picture):
        return draft
    return msgspec.structs.replace(draft, picture=placed(draft.picture, folder))


def placed(picture: str, folder: Path) -> str:
    """The whole path of a picture in the folder; any other one as it is written, to be looked for when it is shown."""
    if "\0" in picture or is_whole(picture):
        return picture
    try:
        path = (folder / picture.replace("\\", "/")).resolve()
        return str(path) if path.is_relative_to(folder) and path.is_file() else picture
    except OSError:  # a name that this system cannot have, or a disk that does not answer
        return picture


def is_whole(picture: str) -> bool:
    """Whether a path says all by itself, on this or on another system."""
    return PurePosixPath(picture).is_absolute() or bool(PureWindowsPath(picture).anchor)

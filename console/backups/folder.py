"""The folder of a file's backups, in the user's data: what is in it, and what is thrown away."""

import hashlib
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.domain.backups import Backup, beyond, outdated
from console.settings import data_folder

SUFFIX = ".cuedesk"
NAME = re.compile(r"\d{4}-\d\d-\d\d \d\d-\d\d-\d\dZ\.cuedesk")
FORM = "%Y-%m-%d %H-%M-%SZ"
LONGEST_STEM = 60
SECOND = timedelta(seconds=1)
UNFINISHED_FOR = timedelta(hours=1)


class BackupsFolder:
    """Where the backups of one file are. A file that is moved or renamed keeps the folder of its first journal."""

    def __init__(self, path: Path, lineage: str) -> None:
        self.file = path
        self._root = data_folder() / "backups"
        self._tail = hashlib.sha256(lineage.encode()).hexdigest()[:8]

    @property
    def path(self) -> Path:
        """The folder; it may not be there yet."""
        before = next(self._root.glob(f"*-{self._tail}"), None)
        return before or self._root / f"{self.file.stem[:LONGEST_STEM]}-{self._tail}"

    def made(self) -> Path:
        """The folder, which is there then."""
        folder = self.path
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def place(self, now: datetime) -> Path:
        """Where a backup of now goes; a second later where there is one of this second."""
        folder = self.made()
        while (place := folder / f"{now.astimezone(UTC).strftime(FORM)}{SUFFIX}").exists():
            now += SECOND
        return place

    def backups(self) -> list[Backup]:
        """The backups that are there, the newest first. What has another name is nobody's to count or to delete."""
        return sorted(backups_in(self.path), key=lambda each: each.at, reverse=True)

    def tidy(self, now: datetime) -> None:
        """Delete what is outdated or beyond the room for all, and what a process that was ended left unfinished."""
        for each in outdated(self.backups(), now):
            Path(each.path).unlink(missing_ok=True)
        for each in beyond([backups_in(folder) for folder in self._root.iterdir()]):
            Path(each.path).unlink(missing_ok=True)
        for left in self.path.glob(".*.new*"):
            if now - datetime.fromtimestamp(left.stat().st_mtime, UTC) > UNFINISHED_FOR:
                left.unlink(missing_ok=True)


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, in any order."""
    found = (backup(each) for each in folder.glob(f"*{SUFFIX}") if NAME.fullmatch(each.name))
    return [each for each in found if each is not None]


def backup(path: Path) -> Backup | None:
    """A backup from its file: its name says when it was made, which copying it elsewhere does not change.

    None for a name of no time, and for a file that another console has just deleted.
    """
    try:
        at = datetime.strptime(path.stem, FORM).replace(tzinfo=UTC)
        return Backup(str(path), at, path.stat().st_size)
    except (ValueError, FileNotFoundError):
        return None

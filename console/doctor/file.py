"""A show's file: its rights, who has it open, whether it is sound, its backups, the computer's clock beside its own."""

import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from console.backups.folder import BackupsFolder
from console.domain.health import CLOCKS_AGREE, Check, State, in_words, of_backup
from console.domain.show import Show
from console.storage.lock import holder
from console.storage.reader import reading
from console.storage.recognised import SCHEMA, recognised


def of_rights(path: Path) -> Iterator[Check]:
    """Whether this user can write the file, and whether others can."""
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.absolute().parent, os.W_OK | os.X_OK)):
        step = "Make the file and its folder this user's own."
        yield Check("rights", State.BAD, "the file or its folder cannot be written", step)
    elif sys.platform != "win32" and path.stat().st_mode & stat.S_IWOTH:
        yield Check("rights", State.ATTENTION, "everybody can write the file", f"chmod o-w {path}")
    else:
        yield Check("rights", State.OK, "the file can be written")


def of_holder(path: Path) -> Iterator[Check]:
    """Which console has the file open."""
    process = holder(path)
    words = f"open in a console (process {process})" if process else "open in no console"
    yield Check("lock", State.OK, words)


def of_soundness(path: Path) -> Iterator[Check]:
    """What a start would check: SQLite's own check, and the chain of the journal."""
    version = recognised(path)
    with reading(path) as reader:
        troubles = reader.checks()
    if troubles:
        step = f"Open a backup, and keep this file for a look at it: cuedesk verify {path}"
        yield Check("file", State.BAD, troubles[0], step)
    elif version < SCHEMA:
        yield Check("file", State.OK, "sound; it is brought up to date when it is opened, after a copy of it is kept")
    else:
        yield Check("file", State.OK, f"sound, {path.stat().st_size / 1e6:.1f} MB")


def of_last_time(show: Show, now: datetime) -> Iterator[Check]:
    """The clock of this computer beside the last thing that the file has seen."""
    behind = show.last_time - now
    if behind > CLOCKS_AGREE:
        step = "Set the clock. Until then the show's time begins where the file ends."
        yield Check("clock", State.BAD, f"{in_words(behind)} behind what the file has seen", step, "the file")
    else:
        yield Check("clock", State.OK, "not behind what the file has seen", about="the file")


def of_backups(path: Path) -> Iterator[Check]:
    """How old the last backup is, of those that are made by themselves."""
    with reading(path) as reader:
        folder = BackupsFolder(path, reader.lineage())
    kept = folder.backups()
    check = of_backup(kept[0].at if kept else None, datetime.now(UTC))
    size = sum(each.bytes for each in kept)
    words = f"{check.words}; {len(kept)} of {size / 1e6:.1f} MB in {folder.path}" if kept else check.words
    yield Check(check.name, check.state, words, check.next_step, at=check.at)

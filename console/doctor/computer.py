"""The computer: what the program runs on, and where this user's things are."""

import os
import platform
import shutil
import socket
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from console.domain.health import Check, State, of_disk
from console.storage.sqlite import SOUND, VERSION

PYTHONS = ((3, 11), (3, 13))
QT = (6, 11)  # 6.12.0 ends Python 3.11
MUCH_LOG = 50_000_000
NOWHERE = ("192.0.2.1", 9)  # a number that is nobody's; nothing is sent to it


def of_python() -> Iterator[Check]:
    """The version of Python, and of the program."""
    now = sys.version_info[:2]
    if not PYTHONS[0] <= now <= PYTHONS[1]:
        yield Check("Python", State.ATTENTION, platform.python_version(), "Use Python 3.11, 3.12 or 3.13.")
    else:
        yield Check("Python", State.OK, platform.python_version())
    yield Check("Cuedesk", State.OK, f"{of_package('cuedesk')} on {platform.system()} {platform.release()}")


def of_sqlite(found: tuple[int, ...] = VERSION) -> Iterator[Check]:
    """The version of SQLite: some can damage a file."""
    words = ".".join(map(str, found))
    if found < SOUND:
        step = "Install the package pysqlite3 (0.6.1 or newer), or a Python whose SQLite is 3.51.3 or newer."
        yield Check("SQLite", State.BAD, f"{words} can damage the studio's file", step)
    else:
        yield Check("SQLite", State.OK, words)


def of_qt_package(found: str | None = None) -> Iterator[Check]:
    """The version of Qt that is installed, without loading it."""
    told = of_package("PySide6-Essentials") if found is None else found
    if not told:
        yield Check("Qt", State.BAD, "it is not installed", "Install cuedesk anew: it brings PySide6-Essentials.")
        return
    numbers = tuple(int(part) for part in told.split(".")[:2])
    if numbers != QT:
        step = "Install cuedesk anew: it asks for the version that it was tried with."
        yield Check("Qt", State.ATTENTION, f"{told}, but the program was tried with {QT[0]}.{QT[1]}", step)
    else:
        yield Check("Qt", State.OK, told)


def of_package(name: str) -> str:
    """The version of an installed package; nothing if there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def of_time_zone() -> Iterator[Check]:
    """Whether this computer's time zone is known: rundowns are in it."""
    from tzlocal import get_localzone_name  # noqa: PLC0415 - this look only

    name = get_localzone_name()
    try:
        now = datetime.now(UTC).astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError):
        step = "Install the package tzdata, and set the system's time zone."
        yield Check("time zone", State.BAD, f"there are no data of {name}", step)
    else:
        yield Check("time zone", State.OK, f"{name}, {now:%H:%M}")


def of_disks(folders: Mapping[str, Path]) -> Iterator[Check]:
    """The room on each disk on which something of the program is; each disk once."""
    disks: dict[int, tuple[list[str], Path]] = {}
    for name, folder in folders.items():
        there = nearest(folder)
        disks.setdefault(there.stat().st_dev, ([], there))[0].append(name)
    for names, there in disks.values():
        yield of_disk(", ".join(names), shutil.disk_usage(there).free)


def of_folders(folders: Mapping[str, Path]) -> Iterator[Check]:
    """Whether this user can write where the program writes."""
    closed = [str(folder) for folder in folders.values() if not usable(nearest(folder))]
    if closed:
        step = "Make these folders this user's own, or free the names that they need."
        yield Check("folders", State.BAD, f"nothing can be written in {', '.join(closed)}", step)
    else:
        yield Check("folders", State.OK, "data, settings, pictures and log can be written")


def usable(folder: Path) -> bool:
    """Whether it is a folder in which this user can write."""
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def nearest(folder: Path) -> Path:
    """The folder, or the one above it that is there."""
    return next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())


def of_log(folder: Path) -> Iterator[Check]:
    """How large the log is; it is rotated, so much of it means that somebody else writes there."""
    size = sum(each.stat().st_size for each in folder.glob("cuedesk.log*")) if folder.is_dir() else 0
    words = f"{size / 1e6:.1f} MB in {folder}"
    if size > MUCH_LOG:
        yield Check("log", State.ATTENTION, words, "Delete its old files.")
    else:
        yield Check("log", State.OK, words)


def of_network() -> Iterator[Check]:
    """Whether there is a way out of this computer at all. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(NOWHERE)
        except OSError:
            step = "A rehearsal needs none. For a shop and for chats connect this computer."
            yield Check("network", State.ATTENTION, "this computer has none", step)
        else:
            yield Check("network", State.OK, "there is one")


def of_keyring(*, needed: bool) -> Iterator[Check]:
    """Whether the system keeps passwords. `needed`: some are not in the environment."""
    import keyring  # noqa: PLC0415 - this look only

    ring = keyring.get_keyring()
    name = f"{type(ring).__module__}.{type(ring).__name__}".removeprefix("keyring.backends.")
    if ring.priority > 0:
        yield Check("keyring", State.OK, name)
    elif needed:
        step = "Unlock or install one, or set CUEDESK_SECRET_NAME in the environment for each connection."
        yield Check("keyring", State.ATTENTION, "this computer has none that keeps passwords", step)
    else:
        yield Check("keyring", State.OK, "there is none; passwords come from the environment")


def of_obs() -> Iterator[Check]:
    """OBS is not controlled by this version."""
    yield Check("OBS", State.OK, "not controlled by this version")

"""What the start page is given to show."""

from datetime import datetime
from pathlib import Path

import msgspec

from console.domain.connections import Connection


class RecentFile(msgspec.Struct, frozen=True):
    """A file that was open before: the title of its show, and when that was."""

    title: str
    path: Path
    used: datetime


class StartValues(msgspec.Struct, frozen=True):
    """Where new files go, which there are, what the last one is connected to, and the currencies to choose from."""

    folder: Path
    recent: tuple[RecentFile, ...] = ()
    connections: tuple[Connection, ...] = ()
    currencies: tuple[str, ...] = ()

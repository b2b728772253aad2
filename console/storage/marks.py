"""High-water marks: how far each journal had come, kept outside its file, so that an older one in its place is noticed.

A file that was set back would give numbers a second time that a shop has seen (I8).
"""

import hashlib
from pathlib import Path

import msgspec

from console.log import log_failure
from console.storage.durable import write_whole
from console.storage.journal import Head
from console.storage.sqlite import Connection

MOST = 500

AT = "SELECT hash FROM journal WHERE id = (SELECT base + ?2 FROM incarnations WHERE origin = ?1)"


class Mark(msgspec.Struct, frozen=True):
    """The last row of a journal that this user's consoles have seen. `left`: its file was found set back."""

    origin: str
    seq: int
    hash: bytes
    left: bool = False


class Marks:
    """The marks of one user on one computer: a small file each, the oldest of too many forgotten."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, origin: str) -> Mark | None:
        """The mark of a journal; None if there is none that can be read."""
        try:
            mark = msgspec.json.decode(self._file(origin).read_bytes(), type=Mark)
        except (OSError, msgspec.MsgspecError):
            return None
        return mark if mark.origin == origin else None

    def keep(self, head: Head) -> None:
        """Remember how far a journal has come; a mark never falls."""
        before = self.of(head.origin)
        if before is None or (before.seq <= head.seq and not before.left):
            self._write(Mark(head.origin, head.seq, head.hash))

    def leave(self, head: Head) -> None:
        """Remember that the journal goes on nowhere: its file has begun another."""
        before = self.of(head.origin) or Mark(head.origin, head.seq, head.hash)
        self._write(msgspec.structs.replace(before, left=True))

    def _write(self, mark: Mark) -> None:
        """Keep a mark. Where that fails, the file is taken for a restored one when it is opened next."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            place = self._file(mark.origin)
            another = not place.exists()
            write_whole(place, msgspec.json.encode(mark))
            if another:
                self._forget_oldest()
        except OSError as error:
            log_failure("marks", error)

    def _forget_oldest(self) -> None:
        kept = list(self._folder.glob("*.json"))
        if len(kept) > MOST:
            kept.sort(key=lambda path: path.stat().st_mtime)
            for path in kept[: len(kept) - MOST]:
                path.unlink(missing_ok=True)

    def _file(self, origin: str) -> Path:
        """The file of a mark. An origin is text of a file that may come from anywhere: no part of it is a name."""
        return self._folder / f"{hashlib.sha256(origin.encode()).hexdigest()[:32]}.json"


def vouched(connection: Connection, head: Head, mark: Mark | None) -> bool:
    """Whether a journal is the one that was seen last, or goes on from there; a new one needs nobody's word."""
    if mark is None:
        return head.seq == 0
    row = connection.execute(AT, (mark.origin, mark.seq)).fetchone()
    return not mark.left and (mark.seq == 0 or (row is not None and row[0] == mark.hash))

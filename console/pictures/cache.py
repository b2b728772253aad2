"""Pictures kept on this computer, by the digest of their address, the oldest thrown away for new ones."""

import time
from pathlib import Path

from console.domain.pictures import cached_as

ROOM = 200_000_000  # bytes
FRESH = 7 * 86_400.0  # seconds: an address nearly always means one picture for ever


class PictureCache:
    """A folder of pictures. Any of it may vanish at any time."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder = folder
        self._room = room
        self._taken: int | None = None

    def place(self, address: str) -> Path:
        """Where the picture of an address is, or will be."""
        return self._folder / cached_as(address)

    def has(self, address: str) -> bool:
        """Whether the picture is there and not old."""
        try:
            return time.time() - self.place(address).stat().st_mtime < FRESH
        except OSError:
            return False

    def keep(self, address: str, content: bytes) -> Path:
        """Keep a picture, whole, and throw old ones away if they are too many. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        place = self.place(address)
        new = place.with_suffix(".new")
        new.write_bytes(content)
        new.replace(place)
        self._taken = self._counted() if self._taken is None else self._taken + len(content)
        if self._taken > self._room:
            self._make_room()
        return place

    def _counted(self) -> int:
        return sum(each.stat().st_size for each in self._folder.iterdir())

    def _make_room(self) -> None:
        """Throw the oldest away until a tenth of the room is free."""
        kept = [(each.stat(), each) for each in self._folder.iterdir()]
        taken = sum(status.st_size for status, _ in kept)
        for status, each in sorted(kept, key=lambda pair: pair[0].st_mtime):
            if taken <= self._room * 9 // 10:
                break
            each.unlink(missing_ok=True)
            taken -= status.st_size
        self._taken = taken

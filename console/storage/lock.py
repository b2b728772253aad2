"""One console a file: a lock beside it, held by the system, that dies with its process."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from console.errors import CuedeskError


class StudioLock:
    """The right to write to a studio's file. Raises CuedeskError with the other console's process id."""

    def __init__(self, path: Path) -> None:
        self._owner = path.with_name(f"{path.name}.pid")
        self._lock = FileLock(path.with_name(f"{path.name}.lock"), timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise CuedeskError(
                f"{path.name} is open in another console (process {self._other()}).",
                "Use that window, or close it and try again.",
            ) from error
        self._owner.write_text(str(os.getpid()), "ascii")

    def _other(self) -> str:
        try:
            return self._owner.read_text("ascii")[:20].strip() or "unknown"
        except (OSError, UnicodeDecodeError):
            return "unknown"

    def release(self) -> None:
        """Let another console have the file."""
        self._owner.unlink(missing_ok=True)
        self._lock.release()

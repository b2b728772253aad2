"""One console a file: a lock beside it, held by the system, that dies with its process."""

import os
import sys
from pathlib import Path

from filelock import FileLock, Timeout

from console.errors import CuedeskError


class StudioLock:
    """The right to write to a studio's file. Raises CuedeskError with the other console's process id."""

    def __init__(self, path: Path) -> None:
        self._owner = path.with_name(f"{path.name}.pid")
        self._lock = FileLock(path.with_name(f"{path.name}.lock"), timeout=0, thread_local=False)
        if not os.access(path.parent, os.W_OK):
            raise CuedeskError(f"Nothing can be written in {path.parent}.", "Put the file into a folder of your own.")
        try:
            self._lock.acquire()
            self._owner.write_text(str(os.getpid()), "ascii")
        except Timeout as error:
            raise CuedeskError(
                f"{path.name} is open in another console (process {self._other()}).",
                "Use that window, or close it and try again.",
            ) from error
        except OSError as error:
            self._lock.release()
            raise CuedeskError(f"{path.name} cannot be locked: {error.strerror}.", "Check its folder.") from error

    def _other(self) -> str:
        return written(self._owner) or "unknown"

    def release(self) -> None:
        """Let another console have the file."""
        self._owner.unlink(missing_ok=True)
        self._lock.release()


def holder(path: Path) -> str:
    """The process id of the console that has a file open; nothing if none has."""
    process = written(path.with_name(f"{path.name}.pid"))
    return process if process.isdecimal() and runs(int(process)) else ""


def written(owner: Path) -> str:
    """What a console wrote down of itself."""
    try:
        return owner.read_text("ascii")[:20].strip()
    except (OSError, UnicodeDecodeError):
        return ""


def runs(process: int) -> bool:
    """Whether a process runs, as far as can be seen without touching it."""
    if sys.platform == "win32":  # there the signal 0 would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True

"""Copying a file in a process of its own, at low priority: the desk does not wait for it."""

import asyncio
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from console.errors import CuedeskError

LONGEST = 600.0
LOW = 10
BACKGROUND = 0
if sys.platform == "win32":
    BACKGROUND = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
MOST_WORDS = 1_000


async def back_up(path: Path, to: Path, longest: float = LONGEST) -> None:
    """Make a backup as `cuedesk backup` does. Raises CuedeskError."""
    await command("backup", path, to, longest)


async def restore(backup: Path, to: Path, longest: float = LONGEST) -> None:
    """Restore a backup as `cuedesk restore` does. Raises CuedeskError."""
    await command("restore", backup, to, longest)


async def command(name: str, source: Path, to: Path, longest: float) -> None:
    """Run one of the program's own commands to its end; cancelled or late, it is ended."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "console", name, "--json", "--", str(source), str(to)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        creationflags=BACKGROUND,
    )
    try:
        give_way(process.pid)
        async with asyncio.timeout(longest):
            _, said = await process.communicate()
    except TimeoutError as error:
        raise CuedeskError(f"{source.name} was not copied within {longest:.0f} s.", "Check both disks.") from error
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):  # it has just ended
                process.kill()
            await process.wait()
    if process.returncode:
        words = said.decode("utf-8", "replace").strip().removeprefix("cuedesk: ")
        raise CuedeskError(words[-MOST_WORDS:] or f"The copy failed ({process.returncode}).", "The show goes on.")


def give_way(process: int) -> None:
    """Have a process wait for all others."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, process, LOW)

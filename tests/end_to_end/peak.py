"""How much memory this process has needed at most, beyond what it had."""

import sys
from pathlib import Path

import pytest

STATUS = Path("/proc/self/status")
FORGET = Path("/proc/self/clear_refs")
KILOBYTE = 1024


class Start:
    """What the process held when the measuring began."""

    held = 0


def begin_peak() -> None:
    """Forget what was needed until now; skips where the system does not tell."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux forgets a peak")
    FORGET.write_text("5", "ascii")
    Start.held = field("VmRSS")


def peak() -> int:
    """The bytes that were needed at most since then, beyond those that were held."""
    return field("VmHWM") - Start.held


def field(name: str) -> int:
    """One of the process's sizes, in bytes."""
    lines = (line.split() for line in STATUS.read_text("ascii").splitlines())
    return next(int(line[1]) * KILOBYTE for line in lines if line[0] == f"{name}:")

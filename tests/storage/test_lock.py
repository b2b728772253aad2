"""One console a file, across processes."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.domain.show import Purpose
from console.errors import CuedeskError
from console.storage.studio import Studio
from tests.domain.goods import NOON

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from console.domain.show import Purpose
from console.storage.studio import Studio
studio = Studio.open(Path(sys.argv[1]), datetime.now(UTC), Purpose.LIVE)
print("open", flush=True)
sys.stdin.read()
studio.close()
"""


@contextmanager
def another_console(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """A second process that has the file open until its input ends."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield process


def test_a_second_console_is_told_who_has_the_file(path: Path) -> None:
    with another_console(path) as other:
        with pytest.raises(CuedeskError, match=rf"open in another console \(process {other.pid}\)"):
            Studio.open(path, NOON)
        other.communicate("", timeout=10)
    Studio.open(path, NOON).close()


def test_a_console_that_is_killed_lets_go_of_its_file(path: Path) -> None:
    with another_console(path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait(10)
        studio = Studio.open(path, NOON)
        assert not studio.was_clean
        studio.close()


def test_one_process_cannot_open_a_file_twice(path: Path) -> None:
    studio = Studio.open(path, NOON, Purpose.LIVE)
    with pytest.raises(CuedeskError, match="open in another console"):
        Studio.open(path, NOON)
    studio.close()

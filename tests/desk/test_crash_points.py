"""The console is killed, or its disk fails, at any of its writes: nothing acknowledged is lost, nothing half is kept.

CUEDESK_ALL_CRASH_POINTS=1 takes every write; otherwise some of each kind are taken.
"""

import os
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.desk.crashing import crash, judge, points

ALL = os.environ.get("CUEDESK_ALL_CRASH_POINTS") == "1"
SOME = 14


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The number of writes in a whole run."""
    try:
        return points(tmp_path_factory.mktemp("whole") / "show.cuedesk")
    except OSError as trouble:
        if os.environ.get("CUEDESK_REQUIRE_SERVERS") == "1":
            pytest.fail(f"no strace here: {trouble}")
        pytest.skip(f"no strace here: {trouble}")


def chosen(last: int, seed: str) -> list[int]:
    """The writes to break: all, or some of each part of the run."""
    if ALL:
        return list(range(1, last + 1))
    draw = random.Random(seed)
    return [draw.randint(last * part // SOME + 1, last * (part + 1) // SOME) for part in range(SOME)]


@pytest.mark.parametrize("how", ["signal=KILL", "error=EIO", "error=ENOSPC"])
def test_no_write_that_is_the_last_or_fails_costs_what_was_acknowledged(tmp_path: Path, last: int, how: str) -> None:
    def judged(point: int) -> bool:
        folder = tmp_path / str(point)
        folder.mkdir()
        said = crash(folder / "show.cuedesk", point, how)
        try:
            judge(folder / "show.cuedesk", said)
        except AssertionError as error:
            raise AssertionError(f"{how} at write {point} of {last}: {said}") from error
        shutil.rmtree(folder)
        return said.closed

    tried = chosen(last, how)
    with ThreadPoolExecutor(2) as two:
        closed = sum(two.map(judged, tried))
    assert how != "signal=KILL" or closed <= len(tried) // 3

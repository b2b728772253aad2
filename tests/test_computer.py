"""What the computer gives the console is measured, and told when it changes."""

import asyncio
from datetime import timedelta
from pathlib import Path

from console.computer import Computer, about, room, slowest
from console.domain.status import ComputerStatus

GB = 1_000_000_000


class Bench:
    """A computer of the test's own."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_000.0, 5.0
        self.saving: list[float] = []
        self.told: list[ComputerStatus] = []
        self.computer = Computer(
            Path(), self.saving, self.told.append, lambda: self.wall, lambda: self.steady, lambda _: 9 * GB
        )

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


def test_what_has_not_changed_is_told_once() -> None:
    bench = Bench()
    for _ in range(3):
        bench.computer.tell(9 * GB)
        bench.pass_time(60)
    assert bench.told == [ComputerStatus(9 * GB)]


def test_a_clock_that_is_set_is_told_and_time_that_passes_is_not() -> None:
    bench = Bench()
    bench.pass_time(3600)
    bench.wall -= 720
    bench.computer.tell(9 * GB)
    assert bench.told[-1].stepped == timedelta(minutes=-12)


def test_room_is_told_more_exactly_where_it_is_short() -> None:
    assert [about(free) for free in (None, 0, 123_456_789, 5_678_901_234)] == [None, 0, 120_000_000, 5_600_000_000]


def test_the_time_of_saving_leaves_out_the_slowest_hundredth() -> None:
    assert slowest([]) == 0.0
    assert slowest([0.001] * 495 + [9.0] * 5) == 0.001
    assert slowest([0.001] * 494 + [9.0] * 6) == 9.0


def test_the_room_of_a_folder_that_is_gone_is_not_known(tmp_path: Path) -> None:
    assert room(tmp_path / "gone") is None
    assert (room(tmp_path) or 0) > 0


async def test_it_measures_until_it_is_cancelled() -> None:
    bench = Bench()
    running = asyncio.create_task(bench.computer.run(every=0.001))
    async with asyncio.timeout(20):
        while not bench.told:  # noqa: ASYNC110 - the report sets no event
            await asyncio.sleep(0.001)
        bench.wall += 90
        while len(bench.told) < 2:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.001)
    running.cancel()
    assert bench.told[-1].stepped == timedelta(seconds=90)

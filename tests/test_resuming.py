"""A console that was killed in the middle of a show goes on with the same segment and the same time left."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from console.desk.desk import Desk
from console.domain.actors import Actor, Role
from console.domain.commands import AddTime, GoLive, PauseSegment, ResumeSegment, SetNext, Take
from console.domain.show import Show
from console.domain.timing import following, timing
from console.engine import Engine
from console.settings import resources
from console.setup_rehearsal import Rehearsal, Wishes
from console.storage.reader import reading

SECOND = timedelta(seconds=1)
OPERATOR = Actor("Anna", Role.OPERATOR)


@asynccontextmanager
async def running(path: Path, speed: float) -> AsyncIterator[tuple[Desk, Show, datetime]]:
    """A rehearsal's engine on a file, with what the show was and which time it was as soon as it was open."""
    engine, stop, seen = Engine(path, Rehearsal(resources() / "sample", Wishes(speed=speed)), fail), asyncio.Event(), []

    def opened(desk: Desk) -> None:
        seen.append((desk, desk.show, desk.now()))

    task = asyncio.create_task(engine.run(opened, stop))
    async with asyncio.timeout(60):
        await engine._made.wait()
    yield seen[0]
    stop.set()
    await task


def fail(name: str, error: BaseException) -> None:
    raise AssertionError(name) from error


async def test_after_a_crash_the_same_segment_is_live_with_the_same_time_left(tmp_path: Path) -> None:
    path = tmp_path / "one" / "show.cuedesk"
    path.parent.mkdir()
    async with running(path, 60) as (desk, _, _):
        commands = (GoLive(), Take(), PauseSegment(), ResumeSegment(), AddTime(90 * SECOND), Take(), PauseSegment())
        for command in commands:
            await desk.ask(command, OPERATOR)
            await desk.clock.sleep(7)
        last = desk.show.segments[-1].id
        await desk.ask(SetNext(last), OPERATOR)
        shutil.copytree(path.parent, tmp_path / "two")  # what a dead machine leaves: nothing was closed
    crashed = tmp_path / "two" / "show.cuedesk"
    with reading(crashed) as reader:
        before = reader.show()
    then = timing(before, before.last_time)
    async with running(crashed, 1) as (_, show, now):
        told = timing(show, now)
        assert then
        assert told
        assert (show.aired, show.next, show.mode, show.began) == (before.aired, before.next, before.mode, before.began)
        assert following(show) == last
        assert told.live == then.live is not None
        assert told.paused
        assert abs(told.remaining - then.remaining) <= SECOND
        assert abs(told.elapsed - then.elapsed) <= SECOND
        assert abs((told.over - then.over) - (now - before.last_time)) <= SECOND

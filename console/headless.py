"""Running an engine without a window: no Qt is imported on this way."""

import asyncio
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from console.desk.desk import Desk
from console.engine import Engine, Setup
from console.errors import CuedeskError
from console.exports.afterwards import afterwards
from console.imports.script_sayings import script_sayings
from console.rehearsal.report import report
from console.storage.reader import reading


class Ended(msgspec.Struct):
    """How a run ended: what failed on the way, and how long it took, in seconds."""

    errors: list[str]
    seconds: float


def run_headless(path: Path, setup: Setup, stop: asyncio.Event, minutes: int | None = None) -> Ended:
    """Run until `stop` is set, the minutes are over or the system asks to end. Raises CuedeskError."""
    errors: list[str] = []
    began = time.monotonic()

    def failed(name: str, error: BaseException) -> None:
        errors.append(f"{name}: {error}" if isinstance(error, CuedeskError) else f"{name}: {error!r}")
        stop.set()

    asyncio.run(until_stopped(Engine(path, setup, failed), stop, minutes))
    return Ended(errors, time.monotonic() - began)


async def until_stopped(engine: Engine, stop: asyncio.Event, minutes: int | None) -> None:
    """Run the engine; SIGINT and SIGTERM end it well."""
    loop = asyncio.get_running_loop()
    on_signals(loop, stop.set)
    if minutes is not None:
        loop.call_later(minutes * 60, stop.set)
    await engine.run(nothing, stop)


def on_signals(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """Call `end` when the system asks the program to end."""
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, end)
        except NotImplementedError:  # Windows: Ctrl+C then raises KeyboardInterrupt
            return


def nothing(_: Desk) -> None:
    """Nobody waits for the desk."""


def write_report(path: Path, to: Path, ended: Ended) -> None:
    """Write what a run came to as JSON, from the file itself."""
    with reading(path) as reader:
        reader.at_one_moment()
        show = reader.show()
        told = report(show, reader.chat_counts(), ended.errors, {"seconds": round(ended.seconds, 3)})
        since_began = lambda at: (at - (show.began or at)).total_seconds()  # noqa: E731 - equal seeds, equal reports
        after = afterwards(show, reader.steps(show), script_sayings(), datetime.now(UTC), since_began)
    timings = told.pop("timings")
    told |= {**after, "timings": timings}
    to.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")

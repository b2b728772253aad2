"""The states in which the window is pictured."""

import asyncio
from enum import StrEnum
from pathlib import Path

from console.desk.desk import Desk
from console.headless import run_headless
from console.settings import resources
from console.setup_rehearsal import Rehearsal, Wishes
from console.shots.overloaded import overload
from console.shots.still import Still, as_it_should, in_trouble

MINUTES, SEED, SPEED = 17, 7, 500.0
LASTING = 40.0
TOLD = 1.5


class State(StrEnum):
    """How full the file is, and how much around it is wrong."""

    EMPTY = "empty"
    NORMAL = "normal"
    OVERLOADED = "overloaded"
    DEGRADED = "degraded"


class Overloading(Still):
    """Fills a file with too much of everything, then stops."""

    def __init__(self, stop: asyncio.Event) -> None:
        super().__init__(as_it_should)
        self._stop = stop

    async def prepare(self, desk: Desk) -> None:
        """Fill it."""
        await overload(desk)
        self._stop.set()


class Pictured:
    """A show in a state: its file, how that is opened, and how long its troubles last before they are told."""

    def __init__(self, state: State, path: Path) -> None:
        self.prefix = "" if state is State.NORMAL else f"{state}-"
        self.path = path
        self.lasting = TOLD if state is State.DEGRADED else 0.0
        self.setup = Still(in_trouble, LASTING) if state is State.DEGRADED else Still(as_it_should)
        match state:
            case State.EMPTY:
                pass
            case State.NORMAL | State.DEGRADED:
                rehearse(path)
            case State.OVERLOADED:
                stop = asyncio.Event()
                run_headless(path, Overloading(stop), stop)


def rehearse(path: Path) -> None:
    """Play some minutes of the sample show and leave it running."""
    stop = asyncio.Event()
    wishes = Wishes(SPEED, SEED, MINUTES, by_itself=True, watched=False)
    run_headless(path, Rehearsal(resources() / "sample", wishes, stop.set), stop)

"""Shows of which nothing moves, to be pictured."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.ports import Clock, Part
from console.desk.store import Store
from console.desk.watching import Status
from console.domain.chat import SourceState, SourceStatus
from console.domain.connections import Connection, ShopState, ShopStatus
from console.domain.secret import Secret
from console.domain.show import Purpose, Show
from console.domain.status import BackupStatus, ComputerStatus, FileState, FileStatus
from console.domain.trials import TrialFailed, Verdict
from console.errors import CuedeskError

SINCE = timedelta(seconds=21)
STILL = ("Nothing moves in a picture.", "Start a rehearsal.")


class StillClock:
    """A clock that stands."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """The instant at which it stands."""
        return self._at

    async def sleep(self, seconds: float) -> None:
        """Wait on the wall's clock: this one will not move."""
        await asyncio.sleep(seconds)


class Still:
    """A show of which nothing moves any more. A new file stays empty. `around` tells how its surroundings stand.

    With a `speed`, its clock goes on so fast: what is in trouble is told once it has lasted.
    """

    purpose = Purpose.REHEARSAL
    create = True

    def __init__(self, around: Callable[[Show, Sequence[str]], Sequence[Status]], speed: float = 0.0) -> None:
        self._around = around
        self._speed = speed

    def clock(self, last: datetime) -> Clock:
        """A clock that stands shortly after the last thing that happened, or goes on from there."""
        return SteadyClock(last + SINCE, self._speed) if self._speed else StillClock(last + SINCE)

    async def prepare(self, desk: Desk) -> None:
        """Leave the show as it is."""
        sources = sorted({heard.line.source for heard in desk.copy().chat})
        for status in self._around(desk.show, sources):
            desk.report(status)

    def parts(self, desk: Desk, store: Store) -> Sequence[Part]:  # noqa: ARG002 - the setup's shape
        """Nothing around it."""
        return ()

    async def try_out(self, desk: Desk, connection: Connection, secret: Secret | None) -> Verdict:  # noqa: ARG002 - as above
        """Nothing is reached from a picture."""
        return TrialFailed(*STILL)

    async def picture(self, address: str) -> Path:  # noqa: ARG002 - as above
        """Nothing is fetched for a picture."""
        raise CuedeskError(*STILL)

    async def keep_secret(self, connection: Connection, secret: Secret) -> None:
        """Nothing is kept for a picture."""


def as_it_should(show: Show, sources: Sequence[str]) -> Sequence[Status]:
    """Surroundings that stand as they did a moment ago."""
    chats = [SourceStatus(source, SourceState.LISTENING, show.last_time) for source in sources]
    return [*chats, *(ShopStatus(shop, ShopState.READY) for shop in show.linked)]


def in_trouble(show: Show, sources: Sequence[str]) -> Sequence[Status]:
    """Surroundings of which as much is wrong as can be: shop cut, chats silent, disk nearly full, clock wrong."""
    refused, retry = "No answer within 10 s.", show.last_time + timedelta(seconds=40)
    chats = [SourceStatus(each, SourceState.WAITING, show.last_time, refused, retry) for each in sources]
    step = "Check the network of this computer."
    return [
        *chats,
        *(
            ShopStatus(shop, ShopState.TROUBLE, refused, step, timedelta(minutes=7), unsent=refused)
            for shop in show.linked
        ),
        ComputerStatus(120_000_000, timedelta(seconds=1.4), timedelta(minutes=-7)),
        BackupStatus(show.last_time - timedelta(days=2), "No room on the disk.", "Free some space."),
        FileStatus("show.cuedesk", FileState.TROUBLE, "The disk is nearly full.", "Free some space."),
    ]

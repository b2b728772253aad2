"""Has the desk look now and then whether something is to be done by the clock, with the window closed as well."""

from collections.abc import Callable
from datetime import datetime

from console.desk.desk import Desk
from console.domain.actors import DESK
from console.domain.changes import Change
from console.domain.commands import Command, PinNextLooped, Propose
from console.domain.decide.looping import next_pinned
from console.domain.decide.proposals import proposed
from console.domain.show import Show

PROPOSES_EVERY, LOOPS_EVERY = 5.0, 1.0  # seconds


class Looking:
    """Asks the desk for a command only if something would change by it."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        every: float,
        command: Command,
        changes: Callable[[Show, datetime], tuple[Change, ...]],
    ) -> None:
        self.name = name
        self._desk = desk
        self._every = every
        self._command = command
        self._changes = changes

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            await self._desk.clock.sleep(self._every)
            if self._changes(self._desk.show, self._desk.now()):
                await self._desk.ask(self._command, DESK)

    def retry(self, connection: str) -> None:
        """There is nothing to connect."""

    async def aclose(self) -> None:
        """Nothing is in hand."""


def looks(desk: Desk) -> tuple[Looking, Looking]:
    """What the queue proposes, and what its loop explains next."""
    return (
        Looking(desk, "proposals", PROPOSES_EVERY, Propose(), proposed),
        Looking(desk, "loop", LOOPS_EVERY, PinNextLooped(), next_pinned),
    )

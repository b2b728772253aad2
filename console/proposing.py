"""Has the desk look every few seconds whether there is reason to propose something, with the window closed as well."""

from console.desk.desk import Desk
from console.domain.actors import DESK
from console.domain.commands import Propose
from console.domain.decide.proposals import proposed

EVERY = 5.0  # seconds


class Proposing:
    """Asks the desk only if something would change by it."""

    name = "proposals"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            await self._desk.clock.sleep(EVERY)
            if self._desk.show.live and proposed(self._desk.show, self._desk.now()):
                await self._desk.ask(Propose(), DESK)

    def retry(self, connection: str) -> None:
        """There is nothing to connect."""

    async def aclose(self) -> None:
        """Nothing is in hand."""

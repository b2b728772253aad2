"""One test of a connection at a time, run by the engine, that can be given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.domain.connections import Connection
from console.domain.health import Check, State
from console.domain.secret import Secret
from console.ui.acts import Acts
from console.ui.connections.words import verdict_check
from console.ui.standings import Standings

if TYPE_CHECKING:
    from asyncio import Future

    from console.domain.trials import Verdict


class Trial(QObject):
    """`told` carries what is found, as a check; None when there is nothing to tell any more."""

    told = Signal(object)

    def __init__(self, acts: Acts, standings: Standings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._standings = standings
        self._running: Future[Verdict] | None = None
        self._asked = 0

    @property
    def running(self) -> bool:
        """Whether a test is under way."""
        return self._running is not None

    def begin(self, connection: Connection, secret: Secret | None) -> None:
        """Try this one, in place of the one under way."""
        self.cancel()
        self._asked += 1
        self.told.emit(Check("trial", State.UNKNOWN, self.tr("Connecting to {0}…").format(connection.address)))
        self._acts.start(self._try(connection, secret, self._asked), "a test of a connection")

    def cancel(self) -> None:
        """Give up the test that is under way, and forget what was found."""
        self._asked += 1
        if self._running is not None:
            self._running.cancel()
        self.told.emit(None)

    async def _try(self, connection: Connection, secret: Secret | None, asked: int) -> None:
        from asyncio import CancelledError, ensure_future  # noqa: PLC0415 - the first paint does not wait for it

        if asked != self._asked:
            return
        self._running = running = ensure_future(self._acts.bridge.try_out(connection, secret))
        try:
            verdict = await running
        except CancelledError:
            return
        finally:
            if self._running is running:
                self._running = None
        if asked == self._asked:
            self.told.emit(verdict_check(verdict, self._standings.now()))

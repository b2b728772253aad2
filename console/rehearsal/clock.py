"""The clock of a rehearsal that plays by itself: it stands still while a second of the show happens."""

from datetime import datetime

from console.desk.clock import SteadyClock


class StandingClock(SteadyClock):
    """A steady clock that its director stops at each second, so that equal seeds give equal times at any speed."""

    def __init__(self, start: datetime, speed: float) -> None:
        super().__init__(start, speed)
        self._stands: datetime | None = None

    def now(self) -> datetime:
        """The second that is happening; before the first one the present instant."""
        return self._stands or super().now()

    def stand_at(self, second: datetime) -> None:
        """Stand still at this instant until the next one is named; never goes back."""
        self._stands = max(second, self.now())

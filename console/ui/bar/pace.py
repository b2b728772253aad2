"""How fast the chat goes."""

from collections import deque
from datetime import datetime, timedelta

WINDOW = timedelta(seconds=10)


class Pace:
    """Counts what was said in the last ten seconds."""

    def __init__(self) -> None:
        self._heard: deque[tuple[datetime, int]] = deque()
        self._lines = 0

    def hear(self, lines: int, now: datetime) -> None:
        """Take in so many lines."""
        if lines:
            self._heard.append((now, lines))
            self._lines += lines
        self._forget(now)

    def per_second(self, now: datetime) -> float:
        """Lines a second, over the window."""
        self._forget(now)
        return self._lines / WINDOW.total_seconds()

    def _forget(self, now: datetime) -> None:
        while self._heard and now - self._heard[0][0] >= WINDOW:
            self._lines -= self._heard.popleft()[1]

"""One call a frame, however often it is asked for."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer

FRAME_MS = 16


class FrameTimer:
    """Calls `act` soon after the first request, then at most once a frame; rests when nobody asks."""

    def __init__(self, act: Callable[[], None], owner: QObject) -> None:
        self._act = act
        self._acted_at = 0.0
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)

    def ask(self) -> None:
        """Have `act` called within a frame."""
        if not self._timer.isActive():
            past = (monotonic() - self._acted_at) * 1000
            self._timer.start(max(0, FRAME_MS - int(past)))

    def stop(self) -> None:
        """Forget a request."""
        self._timer.stop()

    def _fire(self) -> None:
        self._acted_at = monotonic()
        self._act()

"""Collecting garbage on the window's thread only.

Python collects cycles on whichever thread happens to allocate; a widget in such a cycle would then be destroyed by the
engine's thread, which ends the program. So automatic collection is off, and a timer of the window's thread does it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
OLDER_EVERY = (20, 200)


class Tidying(QObject):
    """Takes automatic collection over for as long as it lives; `close` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._turns = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the young if there are enough of them; the older ones now and then."""
        self._turns += 1
        if self._turns % OLDER_EVERY[1] == 0:
            gc.collect(2)
        elif self._turns % OLDER_EVERY[0] == 0:
            gc.collect(1)
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

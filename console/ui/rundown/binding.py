"""Reading the patterns of scripts beside the window, some time after it is painted."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 1_500


class Binding(QObject):
    """Tells once, by `done`, that scripts can be held against the facts."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun = False

    def soon(self) -> None:
        """Begin in a moment, if that was not asked for before."""
        if not self._begun:
            self._begun = True
            QTimer.singleShot(PAUSE_MS, self, self._begin)

    def _begin(self) -> None:
        from threading import Thread  # noqa: PLC0415 - the first paint does not wait for it

        Thread(target=self._read, name="patterns of scripts", daemon=True).start()

    def _read(self) -> None:
        """On a thread of its own: the window goes on meanwhile, and may even be gone when it is done."""
        from console.ui.rundown.bound import prepare  # noqa: PLC0415 - as above

        prepare()
        with suppress(RuntimeError):
            self.done.emit()

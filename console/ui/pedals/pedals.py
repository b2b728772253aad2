"""Presses at work: each does the act that it was taught, or is taught one while a key is waited for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from console.errors import CuedeskError
from console.ui.live_preferences import LivePreferences
from console.ui.pedals.reader import PygameReader, Reader

LOOK_MS = 15


class Pedals(QObject):
    """Looks for presses while they are switched on.

    `learn` is asked first: whether something waits for a press. `do` does an act and returns why not; `tell` takes a
    trouble's title and next step.
    """

    def __init__(
        self,
        preferences: LivePreferences,
        learn: Callable[[str], bool],
        do: Callable[[str], str],
        tell: Callable[[str, str], None],
        opening: Callable[[], Reader] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._learn = learn
        self._do = do
        self._tell = tell
        self._opening = opening or PygameReader
        self._reader: Reader | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._read)

    @property
    def on(self) -> bool:
        """Whether presses are looked for."""
        return self._reader is not None

    def start(self) -> bool:
        """Look for presses from now on. Returns whether that can be done; if not, it is told why."""
        if self._reader is None:
            try:
                self._reader = self._opening()
            except CuedeskError as error:
                self._tell(error.title, error.next_step)
                return False
            self._look.start()
        return True

    def stop(self) -> None:
        """Look no more."""
        self._look.stop()
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _read(self) -> None:
        for name in self._reader.read() if self._reader else ():
            if self._learn(name):
                continue
            act = self._preferences.value.pedals.acts.get(name)
            if act and (why := self._do(act)):
                self._tell(why, "")

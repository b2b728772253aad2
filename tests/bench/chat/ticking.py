"""The console with a clock on its window's thread: `ticks` on its input begins to measure, `told` prints, `scroll` and
`follow` do that to the chat.
"""

import os
import sys
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from console import app
from console.__main__ import main
from console.ui.chat.view import ChatView
from console.ui.first_paint import show_painted
from console.ui.stage import Stage

TICK_MS = 16


class Ticks(QObject):
    """Measures the gaps between the ticks of a 60 Hz timer."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._gaps: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._hear)

    def _tick(self) -> None:
        self._gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()

    def _hear(self) -> None:
        for word in os.read(sys.stdin.fileno(), 1_000).decode().split():
            self._obey(word)

    def _obey(self, word: str) -> None:
        view = next(each for each in self._stage.findChildren(ChatView) if each.isVisible())
        match word:
            case "ticks":
                self._gaps.clear()
                self._clock.start()
                self._timer.start()
            case "told":
                self._timer.stop()
                gaps = sorted(self._gaps)
                print(gaps[int(len(gaps) * 0.99)], gaps[-1], flush=True)
            case "scroll":
                bar = view.verticalScrollBar()
                bar.setValue(bar.maximum() // 2)
            case "follow":
                view.jump_to_end()


def shown(stage: Stage) -> None:
    """Show the window, then listen."""
    show_painted(stage)
    Ticks(stage)
    QTimer.singleShot(0, partial(print, "shown", flush=True))


setattr(app, "show_painted", shown)  # noqa: B010 - the name is the program's own
if __name__ == "__main__":
    QApplication.setApplicationName("Cuedesk")
    main()

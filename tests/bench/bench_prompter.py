"""How even the prompter's frames are, alone and beside a chat of 1,000 lines/s, and what the floor is in the same run.

    uv run python -m tests.bench.bench_prompter [seconds]

The floor is a bare widget of the prompter's size that repaints one line of itself at each tick. Ticks are the gaps
between two frames of the window's thread; `CPU` is what advancing and painting took of its time for one frame. The
anchor's window is 1920 × 1080, with the board's clock running and its facts moving ten times a second.
"""

import os
import statistics
import sys
from collections.abc import Callable, Sequence
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.anchor.prompter import FRAME_MS, Prompter
from console.ui.anchor.sight import Sight, StockSight, StockSign, TimeSight
from console.ui.anchor.window import AnchorWindow
from console.ui.chat.view import ChatView
from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme
from console.ui.words.script import Written
from tests.bench.bench_chat_view import FEED_MS, lines, wait

SECONDS = 6.0
RATE = 1_000
FACTS_MS = 100
GOAL_MS = 20.0


class Bare(QWidget):
    """The floor: at each tick it paints two lines of pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._at = 0
        self.timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.advance)

    def advance(self) -> None:
        """Ask for the next two."""
        self._at = (self._at + 2) % max(1, self.height())
        self.update(QRect(0, self._at, self.width(), 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        QPainter(self).fillRect(event.rect(), QColor("#6AA6FF"))


class Frames(QObject):
    """The gaps between frames and the time in them, in milliseconds: a frame begins at its tick, ends when painted."""

    def __init__(self, painted: QWidget, timer: QTimer, advance: Callable[[], None]) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.costs: list[float] = []
        self._advance = advance
        self._began = 0.0
        timer.timeout.disconnect()
        timer.timeout.connect(self._tick)
        painted.window().installEventFilter(self)

    def _tick(self) -> None:
        now, before = perf_counter(), thread_time()
        if self._began:
            self.gaps.append((now - self._began) * 1e3)
        self._began = now
        self._advance()
        self.costs.append((thread_time() - before) * 1e3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what the window takes to paint all that was asked for."""
        if event.type() == QEvent.Type.UpdateRequest and self.costs:
            before = thread_time()
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.costs[-1] += (thread_time() - before) * 1e3
            return True
        return False


def script() -> tuple[Written, ...]:
    """A long script in two languages, with what is struck."""
    some = (
        "Feel the weight in how it falls, no lining, no polyester.",
        "这件亚麻衬衫洗过之后会更软，不用熨，挂起来就好。",
    )
    every = [Written(f"{at}. {some[at % 2]}", why="12 left" if at % 9 == 0 else "") for at in range(200)]
    return tuple(every)


def chat(look: LiveLook, rate: int) -> tuple[ChatView, QTimer]:
    """A chat that is spoken in at a rate."""
    view = ChatView(look)
    view.resize(420, 900)
    view.show()
    feeder = QTimer(view)
    began, fed = perf_counter(), 0

    def put() -> None:
        nonlocal fed
        batch = lines(int((perf_counter() - began) * rate) - fed, fed + 10**6)
        fed += len(batch)
        view.append(batch)

    feeder.timeout.connect(put)
    feeder.start(FEED_MS)
    return view, feeder


def facts(window: AnchorWindow) -> QTimer:
    """Numbers that move: the clock and the stock."""
    timer = QTimer(window)
    count = iter(range(10**9))

    def put() -> None:
        at = next(count)
        stock = StockSight(f"{1_000 - at % 900}", StockSign.PLENTY, "IN STOCK")
        window.board.set_value(
            Sight(
                "Shirts",
                "Linen shirt 亚麻衬衫",
                "$59.90",
                "",
                "$75.00",
                TimeSight(f"04:{at // 10 % 60:02}", "LEFT"),
                stock,
            )
        )

    timer.timeout.connect(put)
    timer.start(FACTS_MS)
    return timer


def tell(name: str, frames: Frames) -> float:
    """Print a row; returns the 99th percentile of the gaps."""
    gaps, costs = (statistics.quantiles(each[5:], n=100) for each in (frames.gaps, frames.costs))
    print(
        f"{name:<44}{len(frames.gaps):>5} frames   tick p50 {gaps[49]:>5.1f} p99 {gaps[98]:>5.1f} ms"
        f"   CPU p50 {costs[49]:>5.2f} p99 {costs[98]:>5.2f} ms"
    )
    return gaps[98]


def measured(widgets: Sequence[QWidget], frames: Frames, seconds: float, name: str) -> float:
    """Let it run, then tell."""
    wait(seconds)
    for each in widgets:
        each.hide()
    return tell(name, frames)


def floor(look: LiveLook, seconds: float, rate: int) -> float:
    """The bare widget."""
    beside, feeder = chat(look, rate) if rate else (QWidget(), QTimer())
    bare = Bare()
    bare.resize(1200, 560)
    bare.show()
    frames = Frames(bare, bare.timer, bare.advance)
    bare.timer.start()
    told = measured((bare, beside), frames, seconds, f"floor{f', chat {rate}/s' if rate else ''}")
    feeder.stop()
    bare.timer.stop()
    return told


def anchor(look: LiveLook, seconds: float, rate: int) -> float:
    """The anchor's window with its prompter going."""
    beside, feeder = chat(look, rate) if rate else (QWidget(), QTimer())
    window = AnchorWindow(look)
    window.resize(1920, 1080)
    window.show()
    wait(0.3)
    moving = facts(window)
    told = prompted(window.prompter, seconds, f"anchor view and prompter{f', chat {rate}/s' if rate else ''}")
    moving.stop()
    feeder.stop()
    for each in (window, beside):
        each.hide()
    return told


def alone(look: LiveLook, seconds: float) -> float:
    """The prompter in a window of its own."""
    prompter = Prompter(look)
    prompter.resize(1200, 560)
    prompter.show()
    wait(0.3)
    return prompted(prompter, seconds, "prompter")


def prompted(prompter: Prompter, seconds: float, name: str) -> float:
    """A prompter that goes."""
    prompter.set_script(script())
    prompter.run()
    frames = Frames(prompter, prompter._timer, prompter.advance)
    wait(seconds)
    prompter.hide()
    return tell(name, frames)


def main(seconds: float) -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    look = LiveLook(apply_style(app, Theme.DARK))
    floor(look, seconds, 0)
    alone(look, seconds)
    anchor(look, seconds, 0)
    base = floor(look, seconds, RATE)
    worst = anchor(look, seconds, RATE)
    print(f"beside the chat the window's p99 is {worst / base:.2f} of the floor's; the goal is {GOAL_MS:.0f} ms")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)

"""What the chat viewport costs beside a bare QPlainTextEdit, in one run: CPU a line, and how smooth the thread stays.

Run as `python -m tests.bench.bench_chat_view [seconds]`. Each rate is fed for so many seconds, half of them followed
and half scrolled up, with the history full.
"""

import random
import sys
from collections.abc import Callable, Sequence
from time import perf_counter, process_time

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from console.ui.chat.row import ChatRow, Voice
from console.ui.chat.view import MOST_ROWS, ChatView
from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme

RATES = (200, 1_000, 5_000)
TICK_MS = 16
FEED_MS = 33
Feed = Callable[[Sequence[ChatRow]], None]


class Ticks(QObject):
    """Measures the gaps between the ticks of a 60 Hz timer, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        self.gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()

    def p99(self) -> float:
        """The gap that 99 of 100 stay below."""
        return sorted(self.gaps)[int(len(self.gaps) * 0.99)]


def lines(count: int, first: int) -> list[ChatRow]:
    """Lines such as viewers write, the same each time."""
    rnd = random.Random(first)
    words = ["12", "M", "两件", "does", "it", "run", "small?", "love", "this", "shirt", "カーディガン", "price", "سلام"]
    return [
        ChatRow(
            first + i,
            f"viewer{rnd.randrange(500)}",
            " ".join(rnd.choices(words, k=rnd.randint(1, 14))),
            Voice(badge="T", badge_colour=i % 3),
        )
        for i in range(count)
    ]


def wait(seconds: float) -> None:
    """Let the thread run for so many seconds."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def run(feed: Feed, rate: int, seconds: float) -> tuple[float, float]:
    """Feed at a rate; returns CPU ms for 1,000 lines, less the feeding's own, and the 99th percentile of the ticks."""
    ticks, fed, made = Ticks(), 0, 0.0
    began, cpu = perf_counter(), process_time()

    def put() -> None:
        nonlocal fed, made
        before = process_time()
        batch = lines(int((perf_counter() - began) * rate) - fed, fed + 10**6)
        made += process_time() - before
        fed += len(batch)
        feed(batch)

    feeder = QTimer()
    feeder.timeout.connect(put)
    feeder.start(FEED_MS)
    wait(seconds)
    feeder.stop()
    return (process_time() - cpu - made) * 1e6 / max(1, fed), ticks.p99()


def report(name: str, rate: int, mode: str, figures: tuple[float, float]) -> None:
    """Print one line of the table."""
    line = f"{name:<16}{rate:>6}/s  {mode:<9} CPU ms/1,000 lines {figures[0]:>8.1f}   tick p99 ms {figures[1]:>6.1f}"
    sys.stdout.write(line + "\n")


def bench_view(look: LiveLook, seconds: float) -> None:
    """Measure the viewport."""
    view = ChatView(look)
    view.resize(420, 900)
    view.append(lines(MOST_ROWS, 0))
    view.show()
    run(view.append, 100, 0.5)
    for rate in RATES:
        view.jump_to_end()
        report("viewport", rate, "followed", run(view.append, rate, seconds / 2))
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        report("viewport", rate, "scrolled", run(view.append, rate, seconds / 2))
    view.close()


def bench_floor(seconds: float) -> None:
    """Measure a bare text box of bounded blocks, given its lines in batches."""
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setUndoRedoEnabled(False)
    box.setMaximumBlockCount(MOST_ROWS)
    box.resize(420, 900)

    def feed(rows: Sequence[ChatRow]) -> None:
        if rows:
            box.appendPlainText("\n".join(row.words for row in rows))

    feed(lines(MOST_ROWS, 0))
    box.show()
    run(feed, 100, 0.5)
    for rate in RATES:
        report("QPlainTextEdit", rate, "followed", run(feed, rate, seconds / 2))
    box.close()


def idle(widget: QWidget, seconds: float) -> float:
    """The share of a core that the widget takes when nobody speaks, in per cent."""
    widget.show()
    wait(0.5)
    before = process_time()
    wait(seconds)
    widget.close()
    return (process_time() - before) / seconds * 100


def main(seconds: float) -> None:
    """Print the table."""
    app = QApplication([])
    look = LiveLook(apply_style(app, Theme.DARK))
    bench_floor(seconds)
    bench_view(look, seconds)
    sys.stdout.write(f"viewport idle: {idle(ChatView(look), seconds):.2f} % of a core\n")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 6.0)

"""From the start of the process to a window with the show in it, beside a bare PySide6 window, in one run.

Run as `python -m tests.bench.bench_start [runs]`, on any screen (`xvfb-run` will do). Both programs run in turn, with
their bytecode cached; a window counts as painted in the first turn of the loop after its painting. CPU time is told
as well, since it does not depend on what else the computer does.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

BARE, OURS = "bare", "ours"
RUNS = 9
MINUTES = "5"


def ended(began: float) -> None:
    """Tell the time since the start and the CPU time of this process, in seconds, and end it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    try:
        print(time.time() - began, used.ru_utime + used.ru_stime, flush=True)
    finally:
        os._exit(0)


def bare(began: float) -> None:
    """Paint an empty window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, _: QPaintEvent) -> None:
            QTimer.singleShot(0, lambda: ended(began))

    app = QApplication([])
    window = Window()
    window.resize(1600, 900)
    window.show()
    app.exec()


def ours(began: float, show: Path) -> None:
    """Paint the console with a show in it: its queue has rows when it is painted."""
    from console import app
    from console.__main__ import main
    from console.ui.console_view import ConsoleView
    from console.ui.first_paint import show_painted
    from console.ui.stage import Stage

    def told(stage: Stage) -> None:
        show_painted(stage)
        rows = [view.queue.view.model().rowCount() for view in stage.findChildren(ConsoleView)]
        if not (any(rows) and stage.isVisible()):
            raise AssertionError("the window does not show the show")
        ended(began)

    setattr(app, "show_painted", told)  # noqa: B010 - the name is the program's own
    main(["rehearse", "--show", str(show)])


def measured(which: str, show: Path, environment: dict[str, str]) -> tuple[float, float]:
    """The wall's time and the CPU time of one start, in seconds."""
    began = time.time()
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_start", which, str(began), str(show)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    wall, cpu = run.stdout.split()
    return float(wall), float(cpu)


def cached(folder: str) -> dict[str, str]:
    """The environment of a user: bytecode is cached, in a folder of our own."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}


def main(runs: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        show, environment = Path(folder) / "show.cuedesk", cached(folder)
        rehearsal = ["rehearse", "--headless", "--speed", "600", "--minutes", MINUTES, "--show", str(show)]
        subprocess.run([sys.executable, "-m", "console", *rehearsal], check=True, capture_output=True, env=environment)
        told: dict[str, list[tuple[float, float]]] = {BARE: [], OURS: []}
        for run in range(runs + 1):
            for which, times in told.items():
                times.append(measured(which, show, environment))
            if run == 0:
                for times in told.values():
                    times.clear()  # the first start of each writes the bytecode
    print(f"{'window':8} {'ms':>8} {'fastest':>8} {'CPU ms':>8}   median of {runs} starts each")
    for which, times in told.items():
        walls, cpus = zip(*times, strict=True)
        print(f"{which:8} {median(walls) * 1000:8.0f} {min(walls) * 1000:8.0f} {median(cpus) * 1000:8.0f}")
    for column, name in ((0, "time"), (1, "CPU")):
        ratio = median(each[column] for each in told[OURS]) / median(each[column] for each in told[BARE])
        print(f"{name} ratio {ratio:.2f}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare", began, _]:
            bare(float(began))
        case ["ours", began, show]:
            ours(float(began), Path(show))
        case [count]:
            main(int(count))
        case _:
            main(RUNS)

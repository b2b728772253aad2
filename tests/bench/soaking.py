"""A rehearsal in its window that goes on by itself at a speed: python -m tests.bench.soaking SHOW SPEED."""

import sys
from pathlib import Path

from console.cli.window import open_window
from console.settings import resources
from console.setup_rehearsal import Rehearsal, Wishes
from console.wanted import Wanted

MINUTES = 480

if __name__ == "__main__":
    speed = float(sys.argv[2])
    wishes = Wishes(speed, 7, MINUTES, by_itself=True, watched=False)
    open_window(Wanted(Path(sys.argv[1]), lambda: Rehearsal(resources() / "sample", wishes)))

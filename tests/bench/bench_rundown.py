"""What it costs to tell where a rundown of 500 rows stands, sixty times a second, in one run with its floor.

Run as `python -m tests.bench.bench_rundown`. The floor walks the same rows and adds up their lengths.
"""

import gc
from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import median
from time import thread_time

from msgspec.structs import replace

from console.domain.commands import GoLive, ImportRundown, NewShow, SetDelay, Take
from console.domain.planning import plan
from console.domain.played import report
from console.domain.rundown import NOTHING, Kind, Segment
from console.domain.show import Show
from console.domain.timing import spans, timing
from tests.domain.goods import NOON, after

ROWS, ROUNDS, FRAME_MS = 500, 300, 1000 / 60
MINUTE = timedelta(minutes=1)


def show() -> Show:
    """A show of 500 rows in groups, with hard starts, milestones and delays, its 100th segment live."""
    kinds = {0: Kind.GROUP, 7: Kind.MILESTONE}
    rows = [
        Segment(f"Row {place}", MINUTE, kind=kinds.get(place % 25, Kind.SEGMENT), group=0 if place % 25 == 0 else 1)
        for place in range(ROWS)
    ]
    rows = [
        replace(
            each,
            group=place - place % 25 + 1 if each.kind is not Kind.GROUP else 0,
            planned_start=NOON + place * MINUTE if place % 50 == 1 else None,
            hard=place % 50 == 1,
        )
        for place, each in enumerate(rows)
    ]
    made = after(Show(), NewShow("Long", "USD"), ImportRundown("p", "d", tuple(rows)), GoLive())
    segments = [each.id for each in made.segments if each.timed]
    delays = [SetDelay(number, MINUTE) for number in segments[::60]]
    return after(made, *delays, *(Take(number) for number in segments[:100]))


def measured(work: Callable[[datetime], object]) -> float:
    """The milliseconds of a processor that something takes, the median of many."""
    took = []
    for round_ in range(ROUNDS):
        now = NOON + round_ * MINUTE / 60
        began = thread_time()
        work(now)
        took.append(thread_time() - began)
    return median(took) * 1000


def main() -> None:
    """Print the table."""
    made = show()
    gc.disable()
    floor = measured(lambda _: sum((segment.planned for segment in made.segments if segment.timed), NOTHING))
    told = timing(made, NOON)
    assert told
    works: dict[str, Callable[[datetime], object]] = {
        "the floor: 500 lengths added up": lambda _: sum((s.planned for s in made.segments if s.timed), NOTHING),
        "plan": lambda now: plan(made, now),
        "timing": lambda now: timing(made, now),
        "spans of groups": lambda now: spans(made, told, now),
        "report": lambda now: report(made, now),
    }
    print(f"{'of 500 rows':34} {'ms':>8} {'of the floor':>13} {'of a frame':>11}")
    for name, work in works.items():
        took = measured(work)
        print(f"{name:34} {took:8.3f} {took / floor:12.1f}x {took / FRAME_MS:10.1%}")


if __name__ == "__main__":
    main()

"""How far long work has come, on a terminal; nothing where nobody watches."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from console.imports.course import Course

EVERY = 0.2


@contextmanager
def shown(doing: str, what: str) -> Iterator[Course]:
    """A course that is shown on the terminal's line while the context lasts."""
    course, over = Course(), threading.Event()
    if not sys.stderr.isatty():
        yield course
        return
    showing = threading.Thread(target=_show, args=(course, over, doing, what), name="progress")
    showing.start()
    try:
        yield course
    finally:
        over.set()
        showing.join()
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _show(course: Course, over: threading.Event, doing: str, what: str) -> None:
    while not over.wait(EVERY):
        print(f"\r\x1b[K{line(course, doing, what)}", end="", file=sys.stderr, flush=True)


def line(course: Course, doing: str, what: str) -> str:
    """The words for how far it is."""
    if course.total:
        return f"{doing} {what}: {100 * course.done // course.total} %"
    return f"{doing} {what}: {course.done:,}"

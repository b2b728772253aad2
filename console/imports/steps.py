"""Long reading in short steps, so that it can run beside other work and be given up between two of them."""

from collections.abc import Generator
from contextlib import closing
from typing import TypeAlias, TypeVar

from console.imports.course import Course

T = TypeVar("T")

Steps: TypeAlias = Generator[int, None, T]
"""Work that yields how many rows it has done, a few milliseconds apart, and returns its result at the end.

Closing it gives the work up and lets go of its files.
"""


def finish(steps: Steps[T], course: Course | None = None) -> T:
    """Do all the steps at once, for their result. Raises GivenUp, with nothing left open, if they are not wanted."""
    with closing(steps):
        while True:
            try:
                done = next(steps)
            except StopIteration as end:
                result: T = end.value
                return result
            if course is not None:
                course.went(done)

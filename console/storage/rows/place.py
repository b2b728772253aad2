"""Where a change stands: its row of the journal, its show, its time and its actor."""

from typing import NamedTuple

from console.domain.actors import Actor


class Place(NamedTuple):
    """The journal row that a table's row stems from: its origin and its number. `at` is in microseconds."""

    origin: str
    entry: int
    show: int
    at: int
    actor: Actor

"""Where a change stands: its row of the journal, its show, its time and its actor."""

from typing import NamedTuple

from console.domain.actors import Actor


class Place(NamedTuple):
    """The journal row that a table's row stems from. `at` is in microseconds."""

    origin: str
    seq: int
    show: int
    at: int
    actor: Actor

"""A row of the journal, read a second time."""

from typing import Any

Body = dict[str, Any]
Tables = dict[str, dict[Any, Body]]


class Row:
    """Where a body stands in the journal."""

    def __init__(self, origin: str, seq: int, at: int, actor: Body) -> None:
        self.origin = origin
        self.seq = seq
        self.at = at
        self.actor = actor

"""What a rundown's file plans, whichever form it has, and how long its words may be."""

from datetime import timedelta

import msgspec

from console.domain.commands import ImportRundown
from console.domain.rundown import Segment
from console.imports.findings import Problem

MOST_OWNER = 100
MOST_NOTES = 5_000
MOST_SCRIPT = 50_000
MOST_OFFER = 200


class Rundown(msgspec.Struct, frozen=True):
    """What a rundown's file plans. `problems` name each row that is withheld and each product that is unknown.

    `skipped` and `delays` are about places in the list, counted from 1.
    """

    segments: tuple[Segment, ...]
    problems: tuple[Problem, ...]
    name: str
    digest: str
    remarks: tuple[str, ...] = ()
    skipped: tuple[int, ...] = ()
    delays: tuple[tuple[int, timedelta], ...] = ()

    @property
    def command(self) -> ImportRundown:
        """What takes it in."""
        return ImportRundown(self.name, self.digest, self.segments, self.skipped, self.delays)

"""A segment's script as it can be said now, for the page that is read in the main window."""

from datetime import datetime

from console.domain.rundown import Segment
from console.domain.script.facts import Known
from console.domain.script.lines import script_lines
from console.domain.show import Show
from console.imports.script_sayings import script_sayings
from console.ui.words.script import Written, written


def bound(show: Show, segment: Segment, now: datetime) -> tuple[Written, ...]:
    """The lines with their facts filled in, and those struck that are not so."""
    return tuple(written(each, now) for each in script_lines(Known(show, segment, now), script_sayings()))


def prepare() -> None:
    """Read the patterns: for a thread of its own, since that takes a while."""
    script_sayings()

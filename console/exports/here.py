"""An export on this computer's clocks, in place of a file that the person agreed to replace."""

from pathlib import Path
from zoneinfo import ZoneInfo

from tzlocal import get_localzone_name

from console.domain.claims.sieve import EVERY, Sieve
from console.exports.kinds import Export
from console.exports.writing import export
from console.imports.course import Course


def export_here(
    kind: Export, show: Path, to: Path, course: Course, sieve: Sieve = EVERY, *, replace: bool = True
) -> int:
    """Write a table of a studio's file; see `export`."""
    return export(kind, show, to, ZoneInfo(get_localzone_name()), course, sieve, replace=replace)

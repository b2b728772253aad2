"""A rundown from a CSV or XLSX file: a row is a segment, timed by starts, by durations or by both."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from console.domain.rundown import Segment
from console.imports import cells
from console.imports.cells import CellError
from console.imports.clock_times import LONGEST, Studio, clock_or_instant, duration, instant
from console.imports.collector import Collector
from console.imports.encodings import Encoding
from console.imports.files import named, opened
from console.imports.findings import ImportRefused, Problem
from console.imports.linked_products import Find, linked
from console.imports.table import Row, Table, bare_row, require

MOST_OWNER = 100
MOST_NOTES = 5_000
MOST_SCRIPT = 50_000
MOST_OFFER = 200

RUNDOWN_COLUMNS = {
    "start": ("Start", "Planned start", "Start time"),
    "duration": ("Duration", "Planned", "Length", "Planned duration"),
    "title": ("Title", "Segment", "Segment title"),
    "owner": ("Owner",),
    "notes": ("Notes",),
    "script": ("Script",),
    "products": ("Products", "Product", "SKUs", "SKU", "Items", "Codes"),
    "coupon": ("Coupon", "Voucher"),
    "gift": ("Gift", "Free gift"),
    "until": ("Offer until", "Offer ends"),
}


class Rundown(msgspec.Struct, frozen=True):
    """What a rundown's file plans. `problems` name each row that is withheld and each product that is unknown."""

    segments: tuple[Segment, ...]
    problems: tuple[Problem, ...]
    name: str
    digest: str
    remarks: tuple[str, ...] = ()


class _Timed(msgspec.Struct, frozen=True):
    """A row with its times as far as it tells them; `sound` until a cell of them is bad."""

    row: Row
    start: datetime | None
    length: timedelta | None
    sound: bool
    until: datetime | None = None


def read_rundown(path: Path, studio: Studio, find: Find, encoding: Encoding | None = None) -> Rundown:
    """Read a rundown for the show of `studio`. Raises ImportRefused if the file cannot be read."""
    ((name, path),) = named([path])
    with opened(name, path) as stream:
        return rundown_from(stream, name, studio, find, encoding)


def rundown_from(stream: BinaryIO, name: str, studio: Studio, find: Find, encoding: Encoding | None = None) -> Rundown:
    """Read a rundown from a stream. Raises ImportRefused if it cannot be read."""
    table = Table(stream, name, encoding)
    require(table.know(RUNDOWN_COLUMNS), name, RUNDOWN_COLUMNS, "title")
    if table.header.names.keys().isdisjoint({"start", "duration"}):
        raise ImportRefused(f"{name} has neither a column “Start” nor “Duration”.", "Add one of them.")
    says = Collector(name, table.header)
    timed = tuple(_timed(table, studio, says))
    if not timed:
        raise ImportRefused(f"{name} has a header and no segments.", "Add a row for each segment.")
    segments = tuple(_segments(timed, find, says))
    return Rundown(
        segments, tuple(sorted(says.problems, key=lambda problem: problem.line)), name, table.digest, table.remarks
    )


def _timed(table: Table, studio: Studio, says: Collector) -> Iterator[_Timed]:
    before: datetime | None = None
    for row in map(bare_row, table.rows()):
        met = len(says.problems)
        start = says.read(row, "start", partial(_start, before=before, studio=studio))
        length = says.read(row, "duration", lambda text: duration(text) if text else None)
        until = says.read(row, "until", partial(_until, before=start or before, studio=studio))
        says.whole(row)
        yield _Timed(row, start, length, sound=len(says.problems) == met, until=until)
        before = start or before


def _start(text: str, before: datetime | None, studio: Studio) -> datetime | None:
    return instant(clock_or_instant(text), before, studio) if text else None


def _until(text: str, before: datetime | None, studio: Studio) -> datetime | None:
    """The end of an offer: as a time of day it comes after the segment's start."""
    if not text:
        return None
    told = clock_or_instant(text)
    return instant(told, None if isinstance(told, datetime) else before, studio)


def _segments(timed: Sequence[_Timed], find: Find, says: Collector) -> Iterator[Segment]:
    for this, after in zip(timed, [*timed[1:], None], strict=True):
        length = says.read(this.row, "duration", partial(_planned, this=this, after=after)) if this.sound else None
        if (segment := _segment(this, length, find, says)) is not None:
            yield segment


def _planned(_: str, this: _Timed, after: _Timed | None) -> timedelta:
    """The duration that a row names, or the time up to the next row's start."""
    if this.length is not None:
        return this.length
    if this.start is None:
        raise CellError("the row has neither a start nor a duration")
    if after is None or after.start is None:
        raise CellError("a duration is missing, and no start follows in the next row")
    if not timedelta() < after.start - this.start <= LONGEST:
        raise CellError("the time up to the next start is not between one second and 24 hours")
    return after.start - this.start


def _segment(this: _Timed, length: timedelta | None, find: Find, says: Collector) -> Segment | None:
    row = this.row
    title, owner = says.read(row, "title", cells.name), says.read(row, "owner", partial(cells.line, most=MOST_OWNER))
    notes = says.read(row, "notes", partial(cells.prose, most=MOST_NOTES))
    script = says.read(row, "script", partial(cells.prose, most=MOST_SCRIPT))
    found = says.read(row, "products", partial(linked, find=find))
    coupon, gift = (says.read(row, name, partial(cells.line, most=MOST_OFFER)) for name in ("coupon", "gift"))
    if length is None or title is None or owner is None or notes is None or script is None or found is None:
        return None
    if coupon is None or gift is None:
        return None
    for unknown in found.unknown:
        says.problem(row, "products", f"no product has the SKU or code “{unknown[:80]}”", withholds=False)
    return Segment(
        title=title,
        planned=length,
        planned_start=this.start,
        owner=owner,
        notes=notes,
        script=script,
        products=found.products,
        coupon=coupon,
        gift=gift,
        offer_until=this.until,
    )

"""A rundown from a CSV or XLSX file: a row is a segment, timed by starts, by durations or by both."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from console.domain.rundown import Kind, Segment
from console.imports import cells
from console.imports.cells import CellError
from console.imports.clock_times import LONGEST, Studio, clock_or_instant, duration, instant
from console.imports.collector import Collector
from console.imports.encodings import Encoding
from console.imports.files import named, opened
from console.imports.findings import ImportRefused
from console.imports.linked_products import Find, linked
from console.imports.plan import MOST_NOTES, MOST_OFFER, MOST_OWNER, MOST_SCRIPT, Rundown
from console.imports.row_shapes import GROUP_END, LEFT_OUT, SHAPE_COLUMNS, Shape, placed, shape_of
from console.imports.table import Row, Table, bare_row, require

RUNDOWN_COLUMNS = {
    "start": ("Start", "Planned start", "Start time", "Time start"),
    "duration": ("Duration", "Planned", "Length", "Planned duration"),
    "title": ("Title", "Segment", "Segment title"),
    "owner": ("Owner",),
    "notes": ("Notes", "Note"),
    "script": ("Script",),
    "products": ("Products", "Product", "SKUs", "SKU", "Items", "Codes"),
    "coupon": ("Coupon", "Voucher"),
    "gift": ("Gift", "Free gift"),
    "until": ("Offer until", "Offer ends"),
    **SHAPE_COLUMNS,
}


class _Timed(msgspec.Struct, frozen=True):
    """A row with its times as far as it tells them; `sound` until a cell of them is bad."""

    number: int
    row: Row
    shape: Shape
    start: datetime | None
    length: timedelta | None
    sound: bool
    until: datetime | None = None
    locked: datetime | None = None


def read_rundown(path: Path, studio: Studio, find: Find, encoding: Encoding | None = None) -> Rundown:
    """Read a rundown for the show of `studio`: a table, or a project of Ontime. Raises ImportRefused."""
    if path.suffix.casefold() == ".json":
        from console.imports.ontime import read_ontime  # noqa: PLC0415 - few rundowns come from there

        return read_ontime(path, studio, find)
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
    ends: list[int] = []
    timed = tuple(_timed(table, studio, says, ends))
    if not timed:
        raise ImportRefused(f"{name} has a header and no segments.", "Add a row for each segment.")
    kept = [(each.number, each.shape, segment) for each, segment in _segments(timed, find, says)]
    places = {number: place for place, (number, _, _) in enumerate(kept, start=1)}
    return Rundown(
        segments=tuple(placed(kept, ends, by_number="group" in table.header.names)),
        problems=tuple(sorted(says.problems, key=lambda problem: problem.line)),
        name=name,
        digest=table.digest,
        remarks=(*table.remarks, *not_taken(table)),
        skipped=tuple(places[number] for number, shape, _ in kept if shape.skip),
        delays=tuple((places[number], shape.delay) for number, shape, _ in kept if shape.delay),
    )


def not_taken(table: Table) -> Iterator[str]:
    """The columns that a rundown has no place for."""
    known = {name.casefold() for names in RUNDOWN_COLUMNS.values() for name in names}
    other = [name[:40] for name in table.names if name and name.casefold() not in known]
    if other:
        yield f"Not taken, since a rundown has no place for it: {', '.join(other[:12])}."


def _timed(table: Table, studio: Studio, says: Collector, group_ends: list[int]) -> Iterator[_Timed]:
    before: datetime | None = None
    for number, row in enumerate(map(bare_row, table.rows()), start=1):
        kind = row["kind"].casefold()
        if kind in {GROUP_END, LEFT_OUT}:
            group_ends += [number] if kind == GROUP_END else []
            continue
        met = len(says.problems)
        shape = shape_of(row, says) or Shape()
        linked = shape.link or (shape.link is not None and shape.kind is Kind.GROUP)
        start = None if linked else says.read(row, "start", partial(_start, before=before, studio=studio))
        length = says.read(row, "duration", partial(_length, shape=shape))
        until, locked, ends = (
            says.read(row, name, partial(_until, before=start or before, studio=studio))
            for name in ("until", "locked", "ends")
        )
        if length is None and start and ends and timedelta() < ends - start <= LONGEST:
            length = ends - start
        if shape.link is False and before is not None:
            shape = msgspec.structs.replace(shape, hard=True)
        says.whole(row)
        yield _Timed(number, row, shape, start, length, len(says.problems) == met, until, locked)
        before = start or before


def _length(text: str, shape: Shape) -> timedelta | None:
    """A duration; groups and milestones need none."""
    if shape.kind in {Kind.GROUP, Kind.MILESTONE} and text.strip("0:") == "":
        return timedelta()
    return duration(text) if text else None


def _start(text: str, before: datetime | None, studio: Studio) -> datetime | None:
    return instant(clock_or_instant(text), before, studio) if text else None


def _until(text: str, before: datetime | None, studio: Studio) -> datetime | None:
    """The end of an offer: as a time of day it comes after the segment's start."""
    if not text:
        return None
    told = clock_or_instant(text)
    return instant(told, None if isinstance(told, datetime) else before, studio)


def _segments(timed: Sequence[_Timed], find: Find, says: Collector) -> Iterator[tuple[_Timed, Segment]]:
    for this, after in zip(timed, [*timed[1:], None], strict=True):
        length = says.read(this.row, "duration", partial(_planned, this=this, after=after)) if this.sound else None
        if (segment := _segment(this, length, find, says)) is not None:
            yield this, segment


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
        kind=this.shape.kind,
        hard=this.shape.hard,
        planned_end=this.locked,
        count_to_end=this.shape.to_end,
        flag=this.shape.flag,
        colour=this.shape.colour,
    )

"""A rundown out of a project file of Ontime, as its documentation describes it: entries by id, in an order."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from console.domain.rundown import NOTHING, Kind, Segment
from console.imports import cells
from console.imports.cells import CellError
from console.imports.clock_times import LONGEST, Studio, on_the_wall
from console.imports.collector import MOST_PROBLEMS
from console.imports.files import named, opened
from console.imports.findings import ImportRefused, Problem
from console.imports.linked_products import Find, linked
from console.imports.plan import MOST_NOTES, MOST_OFFER, MOST_OWNER, MOST_SCRIPT, Rundown
from console.imports.row_shapes import colour_of

MOST_BYTES = 20_000_000
MOST_ENTRIES = 5_000
DAY = timedelta(days=1)
OURS = ("owner", "script", "products", "coupon", "gift")
KINDS = {"group": Kind.GROUP, "milestone": Kind.MILESTONE}
MOST_DAYS = 31
MILLISECOND = timedelta(milliseconds=1)

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


class Entry(msgspec.Struct, frozen=True, rename="camel"):
    """An event, a group, a milestone or a delay, as far as it is known here. Times are milliseconds of a day."""

    type: str
    title: str = ""
    note: str = ""
    colour: str = ""
    flag: bool = False
    count_to_end: bool = False
    link_start: bool = False
    time_strategy: str = "lock-duration"
    time_start: int | None = None
    time_end: int | None = None
    duration: int = 0
    skip: bool = False
    end_action: str = ""
    timer_type: str = ""
    cue: str = ""
    target_duration: int | None = None
    entries: tuple[str, ...] = ()
    triggers: tuple[msgspec.Raw, ...] = ()
    custom: dict[str, str] = {}


class Plan(msgspec.Struct, frozen=True):
    """One rundown of a project."""

    title: str = ""
    order: tuple[str, ...] = ()
    entries: dict[str, Entry] = {}


class Label(msgspec.Struct, frozen=True):
    """What a custom field is called."""

    label: str = ""


class Project(msgspec.Struct, frozen=True, rename="camel"):
    """A project file."""

    rundowns: dict[str, Plan]
    custom_fields: dict[str, Label] = {}


class Row(msgspec.Struct, frozen=True):
    """An entry in its place: under a group's place, and with the delay that stands before it."""

    id: str
    entry: Entry
    group: int
    delay: timedelta

    @property
    def kind(self) -> Kind:
        """What it is here."""
        return KINDS.get(self.entry.type, Kind.SEGMENT)


def read_ontime(path: Path, studio: Studio, find: Find) -> Rundown:
    """Read the first rundown of a project. Raises ImportRefused if it cannot be read."""
    ((name, path),) = named([path])
    with opened(name, path) as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ImportRefused(f"{name} is larger than {MOST_BYTES // 1_000_000} MB.", "Choose an Ontime project file.")
    project = decoded(content, name)
    plan = next(iter(project.rundowns.values()), Plan())
    rows = list(in_order(plan, name))
    if not rows:
        raise ImportRefused(f"{name} has a rundown without entries.", "Add events in Ontime, or choose another file.")
    labels = {key: label.label or key for key, label in project.custom_fields.items()}
    problems: list[Problem] = []
    segments = tuple(segments_of(rows, labels, studio, find, name, problems))
    places = range(1, len(rows) + 1)
    return Rundown(
        segments=segments,
        problems=tuple(problems),
        name=name,
        digest=hashlib.sha256(content).hexdigest(),
        remarks=tuple(remarks(project, rows, labels)),
        skipped=tuple(place for place, row in zip(places, rows, strict=True) if row.entry.skip),
        delays=tuple((place, row.delay) for place, row in zip(places, rows, strict=True) if row.delay),
    )


def decoded(content: bytes, name: str) -> Project:
    """The project in these bytes. Raises ImportRefused."""
    try:
        return msgspec.json.decode(content, type=Project)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError) as error:
        reason = cells.cleaned(str(error))[:200]
        raise ImportRefused(f"{name} is no Ontime project: {reason}.", "Export the project in Ontime again.") from error


def in_order(plan: Plan, name: str) -> Iterator[Row]:
    """The entries in their order, each once; a delay is before what follows it."""
    met: set[str] = set()
    delay, place = NOTHING, 0
    queue = [(each, 0) for each in plan.order]
    while queue:
        number, group = queue.pop(0)
        entry = plan.entries.get(number)
        if entry is None or number in met:
            continue
        met.add(number)
        if entry.type == "delay":
            delay += timedelta(milliseconds=entry.duration)
            continue
        place += 1
        if place > MOST_ENTRIES:
            raise ImportRefused(f"{name} has more than {MOST_ENTRIES:,} entries.", "Import it in several files.")
        if entry.type == "group":
            queue[:0] = [(each, place) for each in entry.entries]
        event = entry.type == "event"
        yield Row(number, entry, 0 if entry.type == "group" else group, delay if event else NOTHING)
        delay = NOTHING if event else delay


class Said:
    """Reads the fields of one entry; what is not as it should be is named, and the usual taken in its place."""

    def __init__(self, name: str, place: int, problems: list[Problem]) -> None:
        self._where = (name, place)
        self._problems = problems

    def read(self, field: str, usual: U, parse: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | U:
        """The value of a field, or the usual one and a problem."""
        try:
            return parse(*args, **kwargs)
        except CellError as error:
            self.problem(field, str(error))
            return usual

    def problem(self, field: str, reason: str) -> None:
        """Name a field. Raises ImportRefused beyond 10,000."""
        if len(self._problems) == MOST_PROBLEMS:
            raise ImportRefused(f"{self._where[0]} has too many problems.", "Check that it is the right file.")
        self._problems.append(Problem(*self._where, field, reason, withholds=False))


def segments_of(
    rows: list[Row], labels: dict[str, str], studio: Studio, find: Find, name: str, problems: list[Problem]
) -> Iterator[Segment]:
    """The rows as segments. A field that cannot be had is named and left out; the row stays where it is.

    A start that is smaller than the one before is on the next day.
    """
    days, last = 0, 0
    for place, row in enumerate(rows, start=1):
        entry, said = row.entry, Said(name, place, problems)
        if row.kind is Kind.SEGMENT and entry.time_start is not None:
            days += entry.time_start < last
            last = entry.time_start
        yield segment_of(
            row,
            days,
            said,
            {labels.get(key, key).casefold(): text for key, text in entry.custom.items()},
            studio,
            find,
            first=place == 1,
        )


def segment_of(
    row: Row, days: int, said: Said, custom: dict[str, str], studio: Studio, find: Find, *, first: bool
) -> Segment:
    """One entry as a row of the rundown."""
    entry, start, end = row.entry, None, None
    if row.kind is Kind.SEGMENT and entry.time_start is not None and not entry.link_start:
        start = said.read("timeStart", None, wall, entry.time_start, days, studio)
    if row.kind is Kind.SEGMENT and entry.time_strategy == "lock-end" and entry.time_end is not None:
        late = entry.time_start is not None and entry.time_end < entry.time_start
        end = said.read("timeEnd", None, wall, entry.time_end, days + late, studio)
    length = entry.target_duration or 0 if row.kind is Kind.GROUP else entry.duration
    goods = said.read("products", None, linked, custom.get("products", ""), find)
    for unknown in goods.unknown if goods else ():
        said.problem("products", f"no product has the SKU or code “{unknown[:80]}”")
    return Segment(
        title=said.read("title", "", cells.line, entry.title) or "Untitled",
        planned=NOTHING if row.kind is Kind.MILESTONE else said.read("duration", NOTHING, milliseconds, length),
        planned_start=start,
        owner=said.read("owner", "", cells.line, custom.get("owner", ""), MOST_OWNER),
        notes=said.read("note", "", cells.prose, entry.note, MOST_NOTES),
        script=said.read("script", "", cells.prose, custom.get("script", ""), MOST_SCRIPT),
        products=goods.products if goods else (),
        coupon=said.read("coupon", "", cells.line, custom.get("coupon", ""), MOST_OFFER),
        gift=said.read("gift", "", cells.line, custom.get("gift", ""), MOST_OFFER),
        kind=row.kind,
        group=row.group,
        hard=start is not None and not first,
        planned_end=end,
        count_to_end=entry.count_to_end and row.kind is Kind.SEGMENT,
        flag=entry.flag,
        colour=said.read("colour", "", colour_of, entry.colour),
    )


def wall(time: int, days: int, studio: Studio) -> datetime:
    """The instant at which clocks of the studio show so many milliseconds of a day. Raises CellError."""
    if not 0 <= time < DAY / MILLISECOND or days > MOST_DAYS:
        raise CellError(f"{time} is not a time of a day in milliseconds")
    midnight = datetime.combine(studio.day, datetime.min.time()) + days * DAY
    return on_the_wall(midnight + time * MILLISECOND, studio.zone)


def milliseconds(length: int) -> timedelta:
    """A duration. Raises CellError."""
    if not 0 <= length <= LONGEST / MILLISECOND:
        raise CellError(f"{length} is not a duration of up to 24 hours in milliseconds")
    return length * MILLISECOND


def remarks(project: Project, rows: list[Row], labels: dict[str, str]) -> Iterator[str]:
    """What Ontime has and a rundown here has no place for."""
    if len(project.rundowns) > 1:
        yield f"The first of {len(project.rundowns)} rundowns was read."
    counts: Counter[str] = Counter()
    for row in rows:
        counts["end actions"] += row.entry.end_action not in {"", "none"}
        counts["timer types"] += row.entry.timer_type not in {"", "count-down"}
        counts["cues"] += bool(row.entry.cue)
        counts["triggers"] += bool(row.entry.triggers)
        for key in row.entry.custom:
            label = cells.cleaned(labels.get(key, key))[:40]
            counts[f"the field “{label}”"] += label.casefold() not in OURS
    told = [f"{what} ({count})" for what, count in counts.items() if count]
    if told:
        yield f"Not taken, since a rundown has no place for it: {', '.join(told[:12])}."

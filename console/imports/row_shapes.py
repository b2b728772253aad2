"""What a row of a rundown is beside its times and texts: its kind, its group, its locks and flags."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from console.domain.rundown import NOTHING, Kind, Segment
from console.imports.cells import CellError
from console.imports.clock_times import duration
from console.imports.collector import Collector
from console.imports.table import Row

SHAPE_COLUMNS = {
    "kind": ("Kind", "Timer type", "Type"),
    "group": ("Group",),
    "link": ("Link start", "Linked"),
    "hard": ("Hard start", "Hard"),
    "locked": ("Locked end",),
    "ends": ("Time end", "End", "Planned end"),
    "to_end": ("Count to end",),
    "flag": ("Flag",),
    "colour": ("Colour", "Color"),
    "skip": ("Skip", "Skipped"),
    "loops_to": ("Loops to",),
    "delay": ("Delay",),
}
KINDS = {
    **dict.fromkeys(("", "segment", "event", "count-down", "count-up", "clock", "none"), Kind.SEGMENT),
    **dict.fromkeys(("group", "group-start"), Kind.GROUP),
    "milestone": Kind.MILESTONE,
    **dict.fromkeys(("ad-lib", "ad_lib", "ad lib"), Kind.AD_LIB),
}
GROUP_END, LEFT_OUT = "group-end", "skip-import"
YES = frozenset({"1", "x", "yes", "y", "true", "on", "是"})
NO = frozenset({"", "0", "no", "n", "false", "off", "否"})


class Shape(msgspec.Struct, frozen=True):
    """The cells of a row that say so. `group` and `loops_to` are rows of the table, counted from 1 (0: none)."""

    kind: Kind = Kind.SEGMENT
    group: int = 0
    link: bool | None = None
    hard: bool = False
    to_end: bool = False
    flag: bool = False
    colour: str = ""
    skip: bool = False
    loops_to: int = 0
    delay: timedelta = NOTHING


def shape_of(row: Row, says: Collector) -> Shape | None:
    """The shape of a row; None, with a problem that names the cell, if it has none."""
    kind = says.read(row, "kind", kind_of)
    numbers = [says.read(row, name, row_number) for name in ("group", "loops_to")]
    flags = [says.read(row, name, said) for name in ("hard", "to_end", "flag", "skip")]
    colour, delay = says.read(row, "colour", colour_of), says.read(row, "delay", delay_of)
    link = says.read(row, "link", lambda text: said(text) if text else None)
    if kind is None or colour is None or delay is None or None in (*numbers, *flags):
        return None
    (group, loops_to), (hard, to_end, flag, skip) = numbers, flags
    return Shape(kind, group or 0, link, bool(hard), bool(to_end), bool(flag), colour, bool(skip), loops_to or 0, delay)


def kind_of(text: str) -> Kind:
    """`group`, `milestone`, `ad-lib`, or a segment under any name that Ontime's timers have. Raises CellError."""
    kind = KINDS.get(text.casefold())
    if kind is None:
        raise CellError(f"“{text[:40]}” is not segment, group, milestone or ad-lib")
    return kind


def said(text: str) -> bool:
    """`x`, `yes`, `true` or `1`; nothing is no. Raises CellError."""
    word = text.casefold()
    if word not in YES | NO:
        raise CellError(f"“{text[:40]}” is neither yes nor no")
    return word in YES


def row_number(text: str) -> int:
    """The number of a row below the header, from 1; nothing is 0. Raises CellError."""
    if text and not re.fullmatch(r"[0-9]{1,6}", text):
        raise CellError(f"“{text[:40]}” is not the number of a row")
    return int(text or 0)


def colour_of(text: str) -> str:
    """`#c4232b`, or nothing. Raises CellError."""
    if not re.fullmatch(r"(?:#[0-9a-fA-F]{6})?", text):
        raise CellError(f"“{text[:40]}” is not a colour such as #c4232b")
    return text


def delay_of(text: str) -> timedelta:
    """A duration, below zero with a minus. Raises CellError."""
    if not text or text.strip("+-0:") == "":
        return NOTHING
    length = duration(text.lstrip("+-\N{MINUS SIGN}"))
    return -length if text.startswith(("-", "\N{MINUS SIGN}")) else length


def placed(rows: Sequence[tuple[int, Shape, Segment]], ends: Sequence[int], *, by_number: bool) -> Iterator[Segment]:
    """The segments naming one another by their places, whatever rows were withheld.

    Rows are given with their numbers. Without a column for it, what follows on a group belongs to it, up to the next
    one or to one of the numbers in `ends`.
    """
    places = {number: place for place, (number, _, _) in enumerate(rows, start=1)}
    kinds = {number: shape.kind for number, shape, _ in rows}
    inside = 0
    for number, shape, segment in rows:
        inside = 0 if any(inside < end < number for end in ends) else inside
        group = shape.group if by_number else inside
        if shape.kind is Kind.GROUP:
            inside, group = number, 0
        held = places.get(group, 0) if kinds.get(group) is Kind.GROUP else 0
        loops = places.get(shape.loops_to, 0) if kinds.get(shape.loops_to) is Kind.SEGMENT else 0
        yield msgspec.structs.replace(segment, group=held, loops_to=loops if shape.kind is Kind.SEGMENT else 0)

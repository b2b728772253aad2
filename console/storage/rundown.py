"""The rundown from its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from rpds import HashTrieMap

from console.domain.rundown import Aired, Kind, Pause, RundownRules, Segment
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

PLAN = """id, title, planned, planned_start, owner, notes, script, products, coupon, gift, offer_until,
    kind, group_row, hard, planned_end, count_to_end, flag, colour, loops_to, approved"""
SEGMENTS = f"SELECT {PLAN} FROM segments WHERE show = ? ORDER BY position"  # noqa: S608 - columns of this package's own
AS_PLANNED = f"SELECT {PLAN} FROM as_planned WHERE show = ? ORDER BY position"  # noqa: S608 - as above
DELAYS = "SELECT id, delay FROM segments WHERE show = ? AND delay <> 0"
SKIPPED = "SELECT id FROM segments WHERE show = ? AND skipped = 1"
AIRED = "SELECT number, segment, began, ended, copy, added FROM aired WHERE show = ? ORDER BY number"
PAUSES = "SELECT aired, began, ended FROM pauses WHERE show = ? ORDER BY number"
RULES = "SELECT body FROM rundown_rules ORDER BY show DESC LIMIT 1"

US = timedelta(microseconds=1)

words = msgspec.json.Decoder(tuple[str, ...])
copies = msgspec.json.Decoder(Segment)
rules_decoder = msgspec.json.Decoder(RundownRules)


def segments(connection: Connection, select: str, show: int) -> tuple[Segment, ...]:
    """The rows of a show that one of the queries above selects."""
    return tuple(segment(row) for row in connection.execute(select, (show,)))


def segment(row: Sequence[int | str | None]) -> Segment:
    """A row of the rundown from its columns."""
    number, title, planned, start, owner, notes, script, products, coupon, gift, until, *rest = row
    kind, group, hard, end, count_to_end, flag, colour, loops_to, approved = rest
    return Segment(
        title=str(title),
        planned=int(planned or 0) * US,
        id=int(number or 0),
        planned_start=instant(start),
        owner=str(owner),
        notes=str(notes),
        script=str(script),
        products=words.decode(str(products)),
        coupon=str(coupon),
        gift=str(gift),
        offer_until=instant(until),
        kind=Kind(str(kind)),
        group=int(group or 0),
        hard=bool(hard),
        planned_end=instant(end),
        count_to_end=bool(count_to_end),
        flag=bool(flag),
        colour=str(colour),
        loops_to=int(loops_to or 0),
        approved=bool(approved),
    )


def instant(cell: int | str | None) -> datetime | None:
    """The instant in a column, if there is one."""
    return from_us(cell) if isinstance(cell, int) else None


def delays(connection: Connection, show: int) -> HashTrieMap[int, timedelta]:
    """What lies over the plan, by row."""
    return HashTrieMap({number: delay * US for number, delay in connection.execute(DELAYS, (show,))})


def skipped(connection: Connection, show: int) -> frozenset[int]:
    """The rows that are left out."""
    return frozenset(number for (number,) in connection.execute(SKIPPED, (show,)))


def aired(connection: Connection, show: int) -> tuple[Aired, ...]:
    """What was played, with its pauses."""
    held: defaultdict[int, list[Pause]] = defaultdict(list)
    for number, began, ended in connection.execute(PAUSES, (show,)):
        held[number].append(Pause(from_us(began), from_us_or_none(ended)))
    return tuple(
        Aired(
            segment=played,
            began=from_us(began),
            ended=from_us_or_none(ended),
            copy=copies.decode(copy) if copy else None,
            added=added * US,
            pauses=tuple(held[number]),
        )
        for number, played, began, ended, copy, added in connection.execute(AIRED, (show,))
    )


def rundown_rules(connection: Connection) -> RundownRules:
    """The rules that were set last, in this show or one before."""
    row = connection.execute(RULES).fetchone()
    return rules_decoder.decode(row[0]) if row else RundownRules()

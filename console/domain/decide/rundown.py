"""Editing the rundown, and what lies over it."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import assert_never

from msgspec.structs import replace

from console.domain.changes import (
    Change,
    DelaySet,
    NextSet,
    RundownImported,
    RundownRulesSet,
    SegmentAdded,
    SegmentChanged,
    SegmentRemoved,
    SegmentSkipped,
)
from console.domain.commands import (
    AddSegments,
    ApplyDelay,
    ApproveScript,
    ImportRundown,
    MoveSegment,
    MoveSegments,
    RemoveSegment,
    RestoreRundown,
    RestoreSegment,
    SaveSegment,
    SetDelay,
    SetRundownRules,
    SkipSegment,
)
from console.domain.decide.decision import Decision, too_long
from console.domain.decide.delays import apply_delay, set_delay
from console.domain.decide.on_air import LONGEST, take
from console.domain.decide.placing import joined, move, move_all, numbered, unnumbered
from console.domain.outcomes import Added, Done, InUse, Invalid, Missing
from console.domain.rules import Rule
from console.domain.rundown import NOTHING, Kind, RundownRules, Segment
from console.domain.show import Show
from console.domain.timing import in_order

COLOUR = re.compile(r"(?:#[0-9a-fA-F]{6})?")

OfSegment = RemoveSegment | MoveSegment | SkipSegment | SetDelay | ApplyDelay | ApproveScript


def decide_rundown(
    show: Show,
    command: SaveSegment
    | AddSegments
    | MoveSegments
    | RestoreSegment
    | ImportRundown
    | RestoreRundown
    | SetRundownRules
    | OfSegment,
) -> Decision:
    """Change the rundown."""
    match command:
        case SaveSegment(segment=segment, at=at):
            return save_segment(show, segment, at)
        case AddSegments(segments=segments, at=at):
            return add_segments(show, segments, at)
        case MoveSegments(segments=numbers, to=to):
            gone = next((number for number in numbers if show.segment(number) is None), None)
            if gone is not None:
                return Decision(Missing("segment", str(gone)))
            return Decision(Done(), tuple(move_all(show.segments, frozenset(numbers), to)))
        case ImportRundown():
            return import_rundown(show, command)
        case RestoreSegment():
            return restore_segment(show, command)
        case RestoreRundown():
            return restore_rundown(show, command)
        case SetRundownRules(rules=rules):
            return set_rules(show, rules)
        case RemoveSegment() | MoveSegment() | SkipSegment() | SetDelay() | ApplyDelay() | ApproveScript():
            there = show.segment(command.segment)
            if there is None:
                return Decision(Missing("segment", str(command.segment)))
            return decide_segment(show, there, command)
        case _:
            assert_never(command)


def decide_segment(show: Show, segment: Segment, command: OfSegment) -> Decision:
    """Change something about a row that is there."""
    match command:
        case RemoveSegment():
            played = any(stretch.segment == segment.id for stretch in show.aired)
            return Decision(InUse("played")) if played else Decision(Done(), tuple(removed(show, segment)))
        case MoveSegment(to=to, group=group):
            grouped = show.segment(group) if group else None
            if group and (grouped is None or grouped.kind is not Kind.GROUP or segment.kind is Kind.GROUP):
                return Decision(Invalid("group", Rule.GROUP))
            return Decision(Done(), move(show, segment, to, group))
        case SkipSegment(skip=skip):
            return skip_segment(show, segment, skip=skip)
        case SetDelay(delay=delay):
            return set_delay(show, segment, delay)
        case ApplyDelay():
            return apply_delay(show, segment)
        case ApproveScript(approved=approved):
            same = segment.approved == approved
            return Decision(Done(), () if same else (SegmentChanged(replace(segment, approved=approved)),))
        case _:
            assert_never(command)


def removed(show: Show, segment: Segment) -> Iterator[Change]:
    """A row gone, and what refers to it no longer doing so."""
    for each in show.segments:
        freed = replace(
            each,
            group=0 if each.group == segment.id else each.group,
            loops_to=0 if each.loops_to == segment.id else each.loops_to,
        )
        if freed != each and each.id != segment.id:
            yield SegmentChanged(freed)
    if show.next == segment.id:
        yield NextSet(None)
    yield SegmentRemoved(segment.id)


def skip_segment(show: Show, segment: Segment, *, skip: bool) -> Decision:
    """Leave a segment out, or take it in again; what is live goes on with what follows."""
    if skip and show.live and show.live.segment == segment.id:
        return take(show, in_order(show))
    if not segment.takeable:
        return Decision(Invalid("segment", Rule.TAKEABLE))
    if (segment.id in show.skipped) == skip:
        return Decision(Done())
    freed = (NextSet(None),) if skip and show.next == segment.id else ()
    return Decision(Done(), (*freed, SegmentSkipped(segment.id, skip)))


def wrong(segment: Segment, rows: Mapping[int, Kind]) -> Invalid | None:
    """What a person must put right before the row can be kept; `rows` are those that it may name."""
    if not segment.title.strip():
        return Invalid("title", Rule.SEGMENT_TITLE)
    if not timedelta(0) <= segment.planned <= LONGEST:
        return Invalid("planned", Rule.HOURS, (24,))
    if segment.planned_start and segment.planned_end and not within_a_day(segment.planned_start, segment.planned_end):
        return Invalid("planned_end", Rule.HOURS, (24,))
    if not COLOUR.fullmatch(segment.colour):
        return Invalid("colour", Rule.COLOUR)
    if segment.group and (segment.kind is Kind.GROUP or rows.get(segment.group) is not Kind.GROUP):
        return Invalid("group", Rule.GROUP)
    if segment.loops_to and not (segment.timed and rows.get(segment.loops_to) is Kind.SEGMENT):
        return Invalid("loops_to", Rule.LOOP)
    texts = {"owner": (segment.owner, 100), "notes": (segment.notes, 5_000), "script": (segment.script, 50_000)}
    offer = {"coupon": (segment.coupon, 200), "gift": (segment.gift, 200)}
    return too_long(title=(segment.title, 300), **texts, **offer)


def within_a_day(begins: datetime, ends: datetime) -> bool:
    """Whether a locked end is not before the start, and not a day after it."""
    return NOTHING <= ends.astimezone(UTC) - begins.astimezone(UTC) <= LONGEST


def tidied(segment: Segment, known: Segment | None = None) -> Segment:
    """The row as instants in UTC, without what its kind cannot have; an approval is for the script as it was."""
    approved = segment.approved and known is not None and known.approved and known.script == segment.script
    return replace(
        segment,
        planned=NOTHING if segment.kind is Kind.MILESTONE else segment.planned,
        planned_start=in_utc(segment.planned_start),
        planned_end=in_utc(segment.planned_end),
        offer_until=in_utc(segment.offer_until),
        hard=segment.hard and segment.planned_start is not None,
        approved=approved,
    )


def in_utc(instant: datetime | None) -> datetime | None:
    """An instant on no clock of any wall: arithmetic within one zone would go by its clock."""
    return instant.astimezone(UTC) if instant else None


def save_segment(show: Show, segment: Segment, at: int | None) -> Decision:
    """Add a row or change one."""
    if invalid := wrong(segment, {each.id: each.kind for each in show.segments}):
        return Decision(invalid)
    if segment.id == 0:
        number = show.serial + 1
        index = len(show.segments) if at is None else max(0, min(at, len(show.segments)))
        return Decision(Added(number), (SegmentAdded(replace(tidied(segment), id=number), index),))
    known = show.segment(segment.id)
    if known is None:
        return Decision(Missing("segment", str(segment.id)))
    if known.kind is not segment.kind and (known.kind is Kind.GROUP or not segment.takeable):
        return Decision(Invalid("kind", Rule.KIND))
    kept = tidied(segment, known)
    return Decision(Done(), () if known == kept else (SegmentChanged(kept),))


def add_segments(show: Show, segments: tuple[Segment, ...], at: int) -> Decision:
    """Add rows, all or none of them."""
    rows = {place: each.kind for place, each in enumerate(segments, start=1)}
    for segment in segments:
        if invalid := wrong(segment, rows):
            return Decision(invalid)
    new = numbered(tuple(tidied(segment) for segment in segments), show.serial)
    at, new = joined(show.segments, new, max(0, min(at, len(show.segments))))
    if not new:
        return Decision(Done())
    return Decision(Added(new[0].id), tuple(SegmentAdded(each, at + place) for place, each in enumerate(new)))


def import_rundown(show: Show, command: ImportRundown) -> Decision:
    """Put a whole rundown in place of the one that has not been played yet."""
    if show.aired:
        return Decision(InUse("played"))
    rows = {place: each.kind for place, each in enumerate(command.segments, start=1)}
    for segment in command.segments:
        if invalid := wrong(segment, rows):
            return Decision(invalid)
    tidy = tuple(tidied(segment) for segment in command.segments)
    if unnumbered(show.segments) == tidy:
        return Decision(Done())
    new = numbered(tidy, show.serial)
    timed = {each.id for each in new if each.timed}
    left_out = (SegmentSkipped(show.serial + n, skip=True) for n in command.skipped if show.serial + n in timed)
    delayed = (DelaySet(show.serial + n, delay) for n, delay in command.delays if show.serial + n in timed and delay)
    return Decision(Done(), (RundownImported(command.name, command.digest, new), *left_out, *delayed))


def restore_segment(show: Show, command: RestoreSegment) -> Decision:
    """Put a row back where it was, unless it is there again."""
    segment = command.segment
    if segment.id > show.serial or segment.id == 0 or show.segment(segment.id):
        return Decision(InUse("there"))
    added = SegmentAdded(segment, max(0, min(command.at, len(show.segments))))
    left_out = (SegmentSkipped(segment.id, skip=True),) if command.skipped else ()
    delayed = (DelaySet(segment.id, command.delay),) if command.delay else ()
    return Decision(Done(), (added, *left_out, *delayed))


def restore_rundown(show: Show, command: RestoreRundown) -> Decision:
    """Put a whole rundown back, with what was to be left out of it and what lay over it."""
    if show.aired:
        return Decision(InUse("played"))
    segments = command.segments
    ids = {segment.id for segment in segments}
    if len(ids) < len(segments) or not all(0 < each <= show.serial for each in ids):
        return Decision(Missing("segment", ""))
    left_out = (SegmentSkipped(segment.id, skip=True) for segment in segments if segment.id in command.skipped)
    delayed = (DelaySet(number, delay) for number, delay in command.delays if number in ids)
    return Decision(Done(), (RundownImported("", "", segments), *left_out, *delayed))


def set_rules(show: Show, rules: RundownRules) -> Decision:
    """Keep the rundown by these rules, which must be possible."""
    if any(each.least < 0 or (each.most is not None and each.most < each.least) for each in rules.mix):
        return Decision(Invalid("mix", Rule.MIX))
    if len({each.role for each in rules.mix}) < len(rules.mix):
        return Decision(Invalid("mix", Rule.MIX))
    return Decision(Done(), () if rules == show.rules else (RundownRulesSet(rules),))

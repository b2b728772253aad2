"""The rundown as rows: what each segment was planned as, what became of it, and when it is expected."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from console.domain.planning import Slot, plan
from console.domain.rundown import NOTHING, Aired, Kind, Segment
from console.domain.show import Mode, Show
from console.domain.timing import edited_on_air, following, timing
from console.ui.words.times import MINUTE, SECOND, cut


class RowState(StrEnum):
    """Where a segment is in the show."""

    PLAYED = "played"
    LIVE = "live"
    NEXT = "next"
    LATER = "later"
    SKIPPED = "skipped"
    UNPLAYED = "unplayed"
    GROUP = "group"
    MILESTONE = "milestone"
    AD_LIB = "ad_lib"


class Row(msgspec.Struct, frozen=True):
    """A segment as its row shows it; durations in whole seconds, expected begins and delays in whole minutes.

    `begins` is None as long as nothing says when. `over` is how much longer it took, or how much later it will begin.
    `delay` lies over the plan before it; `edited` says that the plan has it otherwise than it is on air.
    """

    id: int
    title: str
    owner: str
    state: RowState
    planned: timedelta
    begins: datetime | None = None
    expected: datetime | None = None
    began: datetime | None = None
    took: timedelta | None = None
    over: timedelta = NOTHING
    flag: bool = False
    delay: timedelta = NOTHING
    edited: bool = False
    inside: bool = False


def rows_of(show: Show, now: datetime) -> list[Row]:
    """The rows of the whole rundown at `now`."""
    told = timing(show, now)
    expected = told.expected if told and (told.live or show.delays) else {}
    edited = edited_on_air(show)
    aired = _by_segment(show)
    following_id = following(show) if runs_or_waits(show) else None
    anchored = show.began is not None
    rows: list[Row] = []
    for slot in plan(show, show.began or now):
        anchored = anchored or slot.segment.planned_start is not None
        state = _state(show, slot.segment, following_id, played=slot.segment.id in aired)
        row = msgspec.structs.replace(
            _planned(slot, state, anchored=anchored),
            delay=show.delays.get(slot.segment.id) or NOTHING,
            edited=edited is not None and edited.id == slot.segment.id,
        )
        rows.append(_told(row, aired.get(row.id, ()), expected.get(row.id), now))
    return rows


def runs_or_waits(show: Show) -> bool:
    """Whether there is still something to come: the show runs, or has not begun."""
    return show.mode is not Mode.OFF or show.ended is None


def _by_segment(show: Show) -> dict[int, tuple[Aired, ...]]:
    stretches: dict[int, tuple[Aired, ...]] = {}
    for aired in show.aired:
        stretches[aired.segment] = (*stretches.get(aired.segment, ()), aired)
    return stretches


_KINDS = {Kind.GROUP: RowState.GROUP, Kind.MILESTONE: RowState.MILESTONE, Kind.AD_LIB: RowState.AD_LIB}


def _state(show: Show, segment: Segment, following_id: int | None, *, played: bool) -> RowState:
    if show.live and show.live.segment == segment.id:
        return RowState.LIVE
    if segment.kind in _KINDS:
        return _KINDS[segment.kind]
    if segment.id in show.skipped:
        return RowState.SKIPPED
    if segment.id == following_id:
        return RowState.NEXT
    if played:
        return RowState.PLAYED
    return RowState.LATER if runs_or_waits(show) else RowState.UNPLAYED


def _planned(slot: Slot, state: RowState, *, anchored: bool) -> Row:
    segment = slot.segment
    begins = slot.begins if anchored and segment.kind is not Kind.AD_LIB else None
    planned = slot.length if segment.timed or segment.kind is Kind.GROUP else segment.planned
    row = Row(segment.id, segment.title, segment.owner, state, planned, begins)
    return msgspec.structs.replace(row, flag=segment.flag, inside=bool(segment.group))


def _told(row: Row, stretches: tuple[Aired, ...], expected: datetime | None, now: datetime) -> Row:
    """The row with what was played of it, and with its forecast."""
    if stretches:
        took = cut(sum((each.played(now) for each in stretches), NOTHING), SECOND)
        over = took - row.planned if row.state is not RowState.LIVE or took > row.planned else NOTHING
        row = msgspec.structs.replace(row, began=stretches[0].began, took=took, over=over)
    if expected is None:
        return row
    late = cut(expected - row.begins, MINUTE) if row.begins else NOTHING
    return msgspec.structs.replace(row, expected=expected.replace(second=0, microsecond=0), over=late)

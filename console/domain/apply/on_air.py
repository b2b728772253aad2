"""What is live, folded."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from console.domain.changes import EditsTaken, NextSet, Paused, PlanKept, Resumed, Taken, TimeAdded
from console.domain.rundown import Aired, Pause
from console.domain.show import Show

OnAirChange = Taken | PlanKept | NextSet | Paused | Resumed | TimeAdded | EditsTaken


def apply_on_air(show: Show, change: OnAirChange, at: datetime) -> Show:
    """The show after something happened to what is live."""
    match change:
        case Taken(segment=segment_id, copy=copy):
            aired = (*ended(show.aired, at), Aired(segment_id, at, copy=copy))
            after = replace(show, aired=aired, skipped=show.skipped - {segment_id}, next=None)
        case PlanKept():
            after = replace(show, as_planned=show.segments)
        case NextSet(segment=segment):
            after = replace(show, next=segment)
        case Paused():
            live = show.aired[-1]
            after = with_live(show, replace(live, pauses=(*live.pauses, Pause(at))))
        case Resumed():
            after = with_live(show, resumed(show.aired[-1], at))
        case TimeAdded(by=by):
            after = with_live(show, given(show.aired[-1], by))
        case EditsTaken(segment=segment):
            after = with_live(show, replace(show.aired[-1], copy=segment))
    return after


def with_live(show: Show, live: Aired) -> Show:
    """The show with the live stretch like this."""
    return replace(show, aired=(*show.aired[:-1], live))


def given(live: Aired, by: timedelta) -> Aired:
    """The live stretch with more time."""
    return replace(live, added=live.added + by)


def resumed(live: Aired, at: datetime) -> Aired:
    """The stretch with its clock going on."""
    return replace(live, pauses=(*live.pauses[:-1], Pause(live.pauses[-1].began, at))) if live.paused else live


def ended(aired: tuple[Aired, ...], at: datetime) -> tuple[Aired, ...]:
    """What was played, with the live stretch ended."""
    if not aired or aired[-1].ended is not None:
        return aired
    return (*aired[:-1], replace(resumed(aired[-1], at), ended=at))

"""What there is to say of a show afterwards, as data: segments, proposals, cues, sold-outs, strikes, incidents."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from console.domain.came_of import came_of
from console.domain.cues import Cue
from console.domain.incidents import Incident
from console.domain.played import Line, report
from console.domain.proposals import Offered
from console.domain.replaying import Step
from console.domain.script.sayings import Sayings
from console.domain.script.struck import Struck, struck
from console.domain.show import Show
from console.domain.sold_outs import SoldOut, sold_outs

When = Callable[[datetime], Any]
Data = dict[str, Any]


def afterwards(show: Show, steps: Sequence[Step], sayings: Sayings, now: datetime, when: When) -> Data:
    """All of it. `when` says how an instant is written; lengths are in seconds, products named by their ids."""
    told = report(show, now)
    return {
        "rundown": {
            "late": seconds(told.late),
            "over": seconds(told.over),
            "rest": seconds(told.rest),
            "made_it_late": told.made_it_late or None,
            "segments": [line_data(line, when) for line in told.lines],
        },
        "proposals": [offered_data(show, each, now, when) for each in show.proposals],
        "cues": cues_data(show.cues, when),
        "sold_outs": [sold_out_data(each, when) for each in sold_outs(steps)],
        "strikes": [struck_data(show, each, when) for each in struck(steps, sayings)],
        "incidents": [incident_data(each, when) for each in show.incidents],
    }


def line_data(line: Line, when: When) -> Data:
    """A segment with its plan and with what became of it."""
    return {
        "id": line.segment,
        "title": line.title,
        "kind": line.kind.value,
        "owner": line.owner,
        "planned_begin": when(line.begins) if line.begins else None,
        "planned": seconds(line.planned) if line.planned is not None else None,
        "began": when(line.began) if line.began else None,
        "took": seconds(line.took),
        "held": seconds(line.held),
        "added": seconds(line.added),
        "difference": seconds(line.difference),
        "rounds": line.rounds,
        "skipped": line.skipped,
    }


def offered_data(show: Show, offered: Offered, now: datetime, when: When) -> Data:
    """A proposal with the numbers that it was made from, how late the show was when it was answered, and what came."""
    proposal, came = offered.proposal, came_of(show, offered, now)
    return {
        "at": when(offered.at),
        "advice": proposal.advice.value,
        "reason": proposal.reason.value,
        "segment": proposal.segment,
        "other": proposal.other or None,
        "by": seconds(proposal.by),
        "pace": proposal.numbers.pace,
        "stock": proposal.numbers.stock,
        "left": seconds(proposal.numbers.left),
        "over": seconds(proposal.numbers.over),
        "answer": offered.answer.value if offered.answer else None,
        "answered_at": when(offered.answered_at) if offered.answered_at else None,
        "over_then": seconds(offered.over_then),
        "came": {
            "foretold": seconds(came.foretold),
            "really": seconds(came.really) if came.really is not None else None,
            "sold": came.sold,
            "within": seconds(came.within),
            "pace": round(came.pace, 2) if came.pace is not None else None,
            "before": came.before or None,
            "over": seconds(came.over),
        },
    }


def cues_data(cues: Sequence[Cue], when: When) -> Data:
    """The cues, and how long they took to be noted."""
    took = [seconds(cue.took) for cue in cues if cue.took is not None]
    return {
        "sent": len(cues),
        "noted": len(took),
        "taken_back": sum(cue.back is not None for cue in cues),
        "never_noted": sum(cue.open for cue in cues),
        "median": median(took) if took else None,
        "slowest": max(took, default=None),
        "each": [
            {
                "kind": cue.kind.value,
                "text": cue.text,
                "sent": when(cue.sent),
                "took": seconds(cue.took) if cue.took is not None else None,
                "taken_back": when(cue.back) if cue.back else None,
            }
            for cue in cues
        ],
    }


def sold_out_data(gone: SoldOut, when: When) -> Data:
    """A product that sold out."""
    return {
        "product": gone.product,
        "at": when(gone.at),
        "segment": gone.segment or None,
        "times": gone.times,
        "lasted": seconds(gone.lasted),
        "explained": seconds(gone.explained),
        "still": gone.still,
    }


def struck_data(show: Show, each: Struck, when: When) -> Data:
    """A line that was struck, with what it said and why that was not so."""
    segment = show.segment(each.segment)
    return {
        "segment": each.segment,
        "title": segment.title if segment else "",
        "line": each.line,
        "said": each.strike.said,
        "why": each.strike.why.value,
        "at": when(each.at),
        "until": when(each.until) if each.until else None,
    }


def incident_data(incident: Incident, when: When) -> Data:
    """An incident with what was done about it."""
    return {
        "kind": incident.kind.value,
        "began": when(incident.began),
        "ended": when(incident.ended) if incident.ended else None,
        "notes": [{"at": when(note.at), "text": note.text} for note in incident.notes],
    }


def seconds(length: timedelta) -> float:
    """A length in seconds."""
    return length.total_seconds()

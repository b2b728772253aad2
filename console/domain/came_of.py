"""What came of a proposal: what was foretold beside what happened, worked out from the show as it was played."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from console.domain.played import report
from console.domain.proposals import Advice, Offered
from console.domain.proposing import skus_of
from console.domain.rundown import NOTHING, Aired, Segment
from console.domain.show import Show
from console.domain.timing import on_air, timing


class Came(msgspec.Struct, frozen=True):
    """What was foretold and what happened, as far as it is over; lengths are times by which a show gets longer.

    `foretold` is what doing it would add to the show, `really` what the segment then took beyond what it would have
    taken (None: it is not over, or the show ended before it). `sold` pieces of what it presents were ordered between
    the proposal and the end of the segment, in `within`, at `pace` a minute. `before` is the segment that came first
    of two that were to change places (0: neither came). `over` is how late the show is by now, or was at its end.
    """

    foretold: timedelta
    really: timedelta | None
    sold: int
    within: timedelta
    over: timedelta
    before: int = 0

    @property
    def pace(self) -> float | None:
        """Pieces a minute from the proposal on; None of less than a second."""
        return self.sold / (self.within / timedelta(minutes=1)) if self.within >= timedelta(seconds=1) else None


def came_of(show: Show, offered: Offered, now: datetime) -> Came:
    """What came of a proposal by now, whatever was answered."""
    proposal, segment = offered.proposal, segment_of(show, offered)
    over = lateness(show, now)
    stretches = tuple(after(show, proposal.segment, offered.at))
    ends = stretches[-1].ended if stretches else None
    until = ends or (now if stretches else offered.at)
    begins = max(offered.at, stretches[0].began) if stretches else offered.at
    sold = sold_between(show, skus_of(show, segment), begins, until) if segment else 0
    planned = segment.planned if segment else NOTHING
    within = until - begins
    match proposal.advice:
        case Advice.SHORTEN | Advice.EXTEND:
            really = ends - (offered.at + proposal.numbers.left) if ends else None
            return Came(proposal.by, really, sold, within, over)
        case Advice.SKIP:
            done = bool(stretches) or show.ended is not None or passed(show, proposal.segment)
            took = sum(((each.ended or now) - each.began for each in stretches), NOTHING)
            return Came(-planned, took - planned if done else None, sold, within, over)
        case Advice.SWAP:
            both = {proposal.segment, proposal.other}
            first = next((each.segment for each in show.aired if each.began >= offered.at and each.segment in both), 0)
            return Came(NOTHING, NOTHING if first else None, sold, within, over, before=first)


def lateness(show: Show, now: datetime) -> timedelta:
    """How much later than planned the show is expected to end, or ended."""
    told = timing(show, now) if show.live else None
    return told.over if told else report(show, now).over


def after(show: Show, segment: int, at: datetime) -> Iterator[Aired]:
    """The stretches of a segment that were live at that instant or later."""
    return (each for each in show.aired if each.segment == segment and (each.ended is None or each.ended > at))


def segment_of(show: Show, offered: Offered) -> Segment | None:
    """The segment that a proposal is about, as it went on air if it did."""
    number = offered.proposal.segment
    played = next((each.copy for each in after(show, number, offered.at) if each.copy), None)
    return played or show.segment(number)


def passed(show: Show, segment: int) -> bool:
    """Whether the show has gone on beyond where a segment stands."""
    order = [each.id for each in show.segments]
    live = on_air(show)
    return live is not None and segment in order and live.id in order and order.index(segment) < order.index(live.id)


def sold_between(show: Show, skus: tuple[str, ...], since: datetime, until: datetime) -> int:
    """The pieces of some SKUs in orders of that time, without those that were given back."""
    return sum(
        line.sold
        for order in show.orders.values()
        if order.show == show.id and since < order.snapshot.placed_at <= until
        for line in order.snapshot.lines
        if line.sku in skus
    )

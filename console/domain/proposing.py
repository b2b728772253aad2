"""When there is reason to propose something: from pace, stock, time left and lateness. A person decides."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from console.domain.gates import SoldOut, gates_of_segment
from console.domain.proposals import Advice, Answer, Numbers, Offered, Proposal, Reason
from console.domain.rundown import NOTHING, Aired, Segment
from console.domain.show import Show
from console.domain.stock_state import pieces_left
from console.domain.timing import Timing, after_live, following, on_air, timing

WINDOW = timedelta(minutes=3)
LATE, LATE_NO_MORE = timedelta(minutes=2), timedelta(minutes=1)
SPARE = timedelta(minutes=1)
FAST, FAST_NO_MORE = 2.0, 1.0  # pieces a minute
MOST_GIVEN = timedelta(minutes=2)
QUIET = timedelta(minutes=5)


def standing(show: Show) -> Offered | None:
    """The proposal that waits for a person."""
    last = show.proposals[-1] if show.proposals else None
    return last if last and last.answer is None else None


def advised(show: Show, now: datetime) -> Proposal | None:
    """What is proposed now: what stands as long as there is reason for it, else the first thing that there is."""
    told, live, segment = timing(show, now), show.live, on_air(show)
    if told is None or live is None or segment is None or live.paused:
        return None
    stands = standing(show)
    if stands and any(alike(each, stands.proposal) for each in found(show, live, segment, told, now, stands.proposal)):
        return stands.proposal
    fresh = found(show, live, segment, told, now)
    return next((each for each in fresh if not answered_lately(show, each, now)), None)


def alike(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals are the same but for their numbers."""
    return (one.advice, one.reason, one.segment) == (other.advice, other.reason, other.segment)


def answered_lately(show: Show, proposal: Proposal, now: datetime) -> bool:
    """Whether a person has just answered this very proposal."""
    return any(
        alike(each.proposal, proposal) and each.answered_at is not None and now - each.answered_at < QUIET
        for each in show.proposals
        if each.answer in {Answer.ACCEPTED, Answer.DISMISSED}
    )


def found(
    show: Show, live: Aired, segment: Segment, told: Timing, now: datetime, stands: Proposal | None = None
) -> Iterator[Proposal]:
    """All that there is reason to propose, the most pressing first. What stands needs less reason to go on standing."""
    lasting = stands is not None
    skus = skus_of(show, segment)
    stock = left_of(show, skus)
    pace = pace_of(show, skus, now)
    numbers = Numbers(round(pace, 2), stock, told.remaining, told.over)
    if stock is not None and stock <= 0 and told.remaining > NOTHING:
        yield Proposal(Advice.SHORTEN, Reason.SOLD_OUT, segment.id, numbers, by=-told.remaining)
    coming = show.segment(following(show) or 0)
    if coming and coming.timed:
        yield from of_coming(show, coming, numbers)
    if told.over >= (LATE_NO_MORE if lasting else LATE) and (skipped := best_to_skip(show, told, stands)):
        yield Proposal(Advice.SKIP, Reason.RUNNING_LATE, skipped.id, numbers)
    if not skus or segment.count_to_end:
        return
    played = live.played(now)
    if pace == 0 and played >= WINDOW and told.remaining >= (NOTHING if lasting else SPARE):
        yield Proposal(Advice.SHORTEN, Reason.SELLS_NOTHING, segment.id, numbers, by=-max(NOTHING, told.remaining))
    fast = pace >= (FAST_NO_MORE if lasting else FAST)
    lasts = stock is None or stock >= pace * (told.remaining + SPARE) / timedelta(minutes=1)
    if fast and lasts and told.remaining <= SPARE and told.over <= -SPARE:
        yield Proposal(Advice.EXTEND, Reason.SELLS_FAST, segment.id, numbers, by=min(MOST_GIVEN, -told.over))


def of_coming(show: Show, coming: Segment, numbers: Numbers) -> Iterator[Proposal]:
    """What comes next may not air: leave it out if it is sold out, else have one in its place that may."""
    gates = gates_of_segment(show, coming)
    if not gates:
        return
    if any(isinstance(gate, SoldOut) for gate in gates):
        yield Proposal(Advice.SKIP, Reason.SOLD_OUT, coming.id, numbers)
        return
    others = (each for each in after_live(show) if each.id != coming.id and movable(show, each))
    ready = next((each for each in others if each.products and not gates_of_segment(show, each)), None)
    if ready:
        yield Proposal(Advice.SWAP, Reason.NOT_READY, coming.id, numbers, other=ready.id)


def movable(show: Show, segment: Segment) -> bool:
    """Whether a segment may stand elsewhere, or nowhere: none that a person has flagged or that holds an instant."""
    fixed = segment.flag or segment.planned_start is not None or segment.count_to_end
    return segment.timed and not fixed and segment.id not in show.skipped


def best_to_skip(show: Show, told: Timing, stands: Proposal | None) -> Segment | None:
    """The segment to come whose length is nearest to how late it is.

    Not the next one, which is prepared already, nor the last, with which the show ends. While something stands, that is
    the one.
    """
    if stands:
        return next((each for each in after_live(show) if each.id == stands.segment and movable(show, each)), None)
    last = next((each.id for each in reversed(show.segments) if each.timed), None)
    kept = {following(show), last}
    some = [each for each in after_live(show) if each.id not in kept and movable(show, each) and each.planned > NOTHING]
    return min(some, key=lambda each: (abs(each.planned - told.over), each.id), default=None)


def skus_of(show: Show, segment: Segment) -> tuple[str, ...]:
    """The SKUs of all that a segment presents: it is not over when only the first of several products is sold out."""
    return tuple(sku for each in segment.products if each in show.products for sku in show.products[each].skus)


def left_of(show: Show, skus: Iterable[str]) -> int | None:
    """The pieces that may still be promised; None if nobody knows."""
    return pieces_left(show.stock[sku] for sku in skus if sku in show.stock)


def pace_of(show: Show, skus: Iterable[str], now: datetime) -> float:
    """The pieces a minute that were ordered in the last three minutes."""
    since, wanted = now - WINDOW, set(skus)
    pieces = sum(
        line.sold
        for order in show.orders.values()
        if order.show == show.id and order.snapshot.placed_at > since
        for line in order.snapshot.lines
        if line.sku in wanted
    )
    return pieces / (WINDOW / timedelta(minutes=1))

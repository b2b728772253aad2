"""What the chat brings: lines to be kept, claims to be decided in their order, deleted lines to be looked at."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import starmap

from console.domain.actors import DESK
from console.domain.apply import apply, folded
from console.domain.changes import BuyersNamed, ChatHeard, Claimed, ClaimMoved, Entry, HeardLine
from console.domain.chat import AuthorCleared, ChatLine, LineDeleted, LineKind
from console.domain.claims.claim import MOST_ITEMS, MOST_PIECES, Claim, Why, summed
from console.domain.claims.identity import buyer_of, line_key, platform_of
from console.domain.claims.reading import LineClaim, Verdict
from console.domain.commands import HearChat
from console.domain.decide.decision import Decision
from console.domain.decide.granting import granted, holds
from console.domain.orders import Buyer
from console.domain.outcomes import Done
from console.domain.show import Mode, Show


def hear(show: Show, command: HearChat, now: datetime) -> Decision:
    """Keep what was said, decide what it claims, and have a person look at claims whose lines were taken away."""
    heard = ChatHeard(tuple(HeardLine(event) if isinstance(event, ChatLine) else event for event in command.events))
    lines = {(event.source, event.id): event for event in command.events if isinstance(event, ChatLine)}
    then, new = claimed(show, command, lines, now)
    names = {each.claim.buyer: lines[each.claim.source, each.claim.line].name for each in new}
    named = [BuyersNamed(tuple(starmap(Buyer, names.items())))] if names else []
    gone: list[ClaimMoved] = []
    if any(isinstance(event, LineDeleted | AuthorCleared) for event in command.events):
        gone += taken_away(then, command)
    return Decision(Done(), (heard, *named, *new, *gone), folded(then, (heard, *gone), now))


def claimed(
    show: Show, command: HearChat, lines: Mapping[tuple[str, str], ChatLine], now: datetime
) -> tuple[Show, list[Claimed]]:
    """The claims of a batch's lines, each decided on the show that the ones before it left, and the show after them."""
    found: list[Claimed] = []
    for place, asked in enumerate(command.asked if show.mode is not Mode.OFF else ()):
        line = lines.get((asked.source, asked.line))
        if line is None or not claims(show, line, asked):
            continue
        claim = decided(show, new_claim(show, line, asked, now, place), now)
        change = Claimed(claim, tuple(holds(claim)))
        found.append(change)
        show = apply(show, Entry(change, now, DESK, ""))
    return show, found


def claims(show: Show, line: ChatLine, asked: LineClaim) -> bool:
    """Whether a line may claim: said now, by somebody, read as a claim, and for the first time."""
    items, decision = asked.reading.items, asked.reading.decision
    return (
        not line.backlog
        and line.kind is LineKind.MESSAGE
        and decision is not Verdict.IGNORE
        and (0 if decision is Verdict.REVIEW else 1) <= len(items) <= MOST_ITEMS
        and all(0 < item.quantity <= MOST_PIECES for item in items)
        and line_key(line.source, line.id) not in show.claims.lines
    )


def new_claim(show: Show, line: ChatLine, asked: LineClaim, now: datetime, place: int) -> Claim:
    """The claim of a line, nothing of it decided."""
    reading = asked.reading
    review = under_review(show, line, asked)
    return Claim(
        id=show.serial + 1,
        show=show.id,
        buyer=buyer_of(line),
        source=line.source,
        line=line.id,
        at=now,
        place=place,
        parts=summed(reading.items),
        review=review,
        form=reading.form,
        reason=reading.reason.code,
        sure=round(reading.confidence * 100),
    )


def under_review(show: Show, line: ChatLine, asked: LineClaim) -> Why:
    """Why a person has a look first, if one has."""
    if asked.reading.decision is Verdict.REVIEW:
        return Why.UNSURE
    if not line.author:
        return Why.NO_IDENTITY
    return Why.RESTRICTED if show.claims.is_restricted(buyer_of(line)) else Why.NONE


def decided(show: Show, claim: Claim, now: datetime) -> Claim:
    """The claim as the show grants it; one that waits for a person as it is."""
    return claim if claim.review else granted(show, claim, now)


def taken_away(show: Show, command: HearChat) -> Iterator[ClaimMoved]:
    """The open claims whose lines a moderator took away go to the tray, with what they hold."""
    for event in command.events:
        match event:
            case LineDeleted(source=source, id=line):
                numbers: tuple[int, ...] = (show.claims.lines.get(line_key(source, line)) or 0,)
            case AuthorCleared(source=source, author=author) if author:
                numbers = show.claims.of_buyer.get(f"{platform_of(source)}/{author}") or ()
            case _:
                continue
        for claim in (show.claims.by_id.get(number) for number in numbers):
            if claim is not None and claim.open and not claim.review:
                moved = ClaimMoved(claim.id, claim.parts, (), Why.DELETED, claim.order)
                yield moved
                show = apply(show, Entry(moved, claim.at, DESK, ""))

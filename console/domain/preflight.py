"""What of the show itself is looked at before it goes live: prices, stock, rundown, findings, what waits for a shop."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from console.domain.connections import ConnectionKind
from console.domain.decide.errands import recipients
from console.domain.findings import FindingKind
from console.domain.health import Check, State
from console.domain.planning import Slot, plan
from console.domain.products import Product, Variant
from console.domain.show import Purpose, Show
from console.domain.stock_state import pieces_left

NAMED = 3
NOTHING = timedelta()


def of_show(show: Show, now: datetime) -> tuple[Check, ...]:
    """All that the show itself tells, in the order in which it is put right."""
    return (
        *of_connections(show),
        of_queue(show),
        of_prices(show),
        of_stock(show),
        of_findings(show),
        of_claims(show),
        *of_outbox(show),
        *of_rundown(show, now),
    )


def of_connections(show: Show) -> Iterator[Check]:
    """A live show without a shop has no orders, one without a chat no viewers' words."""
    if show.purpose is Purpose.REHEARSAL:
        return
    kinds = {each.kind for each in show.connections}
    if ConnectionKind.SHOP not in kinds:
        yield Check("shop", State.ATTENTION, "no shop is connected: no orders will come", "Add the shop.")
    if ConnectionKind.CHAT not in kinds:
        yield Check("chat", State.ATTENTION, "no chat is connected", "Add the rooms in which viewers write.")


def presented(show: Show) -> list[tuple[str, Product]]:
    """The products of the queue, each with its code."""
    return [(item.code, show.products[item.product]) for item in show.queue if item.product in show.products]


def of_queue(show: Show) -> Check:
    """Whether there is anything to present."""
    if not show.queue:
        return Check("queue", State.ATTENTION, "it is empty", "Add the products that are to be presented.")
    return Check("queue", State.OK, f"{many(len(show.queue), 'item')}")


def of_prices(show: Show) -> Check:
    """Prices that are nothing, of another currency, or not below what they are said to have been."""
    goods = [(code, variant) for code, product in presented(show) for variant in product.variants]
    foreign = [code for code, each in goods if show.currency and each.price.currency != show.currency]
    free = [code for code, each in goods if each.price.minor == 0]
    raised = [code for code, each in goods if not_lower(each)]
    step = "Correct them in the products, or at the shop."
    if foreign:
        return Check("prices", State.BAD, f"not in {show.currency}: {some(foreign)}", step)
    if free:
        return Check("prices", State.BAD, f"0: {some(free)}", step)
    if raised:
        return Check("prices", State.ATTENTION, f"not below the price before: {some(raised)}", step)
    return Check("prices", State.OK, f"{many(len(goods), 'price')} in order")


def not_lower(variant: Variant) -> bool:
    """Whether a price before is shown that is not above the price now."""
    return variant.compare_at is not None and variant.compare_at.minor <= variant.price.minor


def of_stock(show: Show) -> Check:
    """Items of the queue of which nothing is left, or of which nobody knows."""
    left = {code: pieces_left([show.stock[sku] for sku in p.skus if sku in show.stock]) for code, p in presented(show)}
    gone = [code for code, pieces in left.items() if pieces is not None and pieces <= 0]
    unknown = [code for code, pieces in left.items() if pieces is None]
    if gone:
        return Check("stock", State.ATTENTION, f"sold out: {some(gone)}", "Count them, or take them out of the queue.")
    if unknown:
        return Check("stock", State.ATTENTION, f"never counted: {some(unknown)}", "Count them.")
    return Check("stock", State.OK, "something is left of every item")


def of_findings(show: Show) -> Check:
    """What does not add up and waits for a person."""
    found = show.open_findings
    differ = sum(each.kind is FindingKind.STOCK_DIFFERS for each in found)
    if not found:
        return Check("differences", State.OK, "everything adds up")
    words = f"{many(len(found), 'finding')} open, {many(differ, 'number')} of stock among them"
    return Check("differences", State.ATTENTION, words, "Settle each: take the shop's, or keep ours.")


def of_claims(show: Show) -> Check:
    """Whether what viewers say claims, and whether their orders go to a shop by themselves."""
    rules = show.claims.rules
    if not rules.by_chat:
        return Check("claims", State.OK, "by hand only: what viewers say in the chats claims nothing")
    if not recipients(show):
        return Check("claims", State.OK, "by chat; there is no shop for their orders")
    sent = "their orders go out by themselves" if rules.sends_orders else "a person sends their orders"
    return Check("claims", State.OK, f"by chat; {sent}")


def of_outbox(show: Show) -> Iterator[Check]:
    """What waits for a shop, and what it refused."""
    if show.held:
        step = "Look at the differences, then let it send."
        yield Check("outbox", State.BAD, "this file is a copy of another one: it sends nothing yet", step)
    if show.tray:
        step = "Try each again, or leave it."
        yield Check("outbox", State.ATTENTION, f"refused by the shop: {many(len(show.tray), 'errand')}", step)
    if show.open_errands:
        step = "Wait until they are done, or look why they are not."
        yield Check("outbox", State.ATTENTION, f"{many(len(show.open_errands), 'errand')} still to be done", step)
    if not (show.held or show.tray or show.open_errands):
        yield Check("outbox", State.OK, "nothing waits for the shop")


def of_rundown(show: Show, now: datetime) -> Iterator[Check]:
    """The rundown: that there is one, that its segments follow on one another, that each says something."""
    if not show.segments:
        yield Check("rundown", State.ATTENTION, "there is none", "Import one, or add segments.")
        return
    slots = [each for each in plan(show, now) if each.segment.timed and each.segment.id not in show.skipped]
    gaps = [f"{b.segment.title} ({minutes(b.begins - a.ends)})" for a, b in pairs(slots) if b.begins > a.ends]
    overlaps = [f"{b.segment.title} ({minutes(a.ends - b.begins)})" for a, b in pairs(slots) if b.begins < a.ends]
    if overlaps:
        yield Check("rundown", State.ATTENTION, f"begins too early: {some(overlaps)}", "Shorten what is before it.")
    if gaps:
        yield Check("rundown", State.ATTENTION, f"a gap before {some(gaps)}", "Fill it, or move what comes after.")
    yield from of_segments([each.segment.title for each in slots if each.segment.planned <= NOTHING], "without length")
    empty = [each.segment.title for each in slots if not (each.segment.script.strip() or each.segment.products)]
    yield from of_segments(empty, "with neither script nor products")
    if not (gaps or overlaps):
        length = sum((each.segment.planned for each in slots), NOTHING)
        yield Check("rundown", State.OK, f"{many(len(slots), 'segment')}, {minutes(length)}, without gaps")


def of_segments(titles: Sequence[str], words: str) -> Iterator[Check]:
    """Segments of which something is missing."""
    if titles:
        yield Check("rundown", State.ATTENTION, f"{words}: {some(titles)}", "Edit them in the run of show.")


def pairs(slots: Sequence[Slot]) -> Iterable[tuple[Slot, Slot]]:
    """Each slot with the one after it."""
    return pairwise(slots)


def some(names: Iterable[str]) -> str:
    """The first few names, each once, and how many more there are."""
    each = list(dict.fromkeys(names))
    more = f" and {len(each) - NAMED} more" if len(each) > NAMED else ""
    return ", ".join(each[:NAMED]) + more


def many(count: int, what: str) -> str:
    """So many of something."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def minutes(length: timedelta) -> str:
    """A length in minutes, below one in seconds."""
    return f"{length // timedelta(minutes=1)} min" if length >= timedelta(minutes=1) else f"{length.seconds} s"

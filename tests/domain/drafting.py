"""A show on air with a linked shop, whose claims become orders there."""

from collections.abc import Iterable

from msgspec.structs import replace

from console.domain.claims.claim import Claim, Part
from console.domain.claims.draft import Draft, DraftFate, DraftSeen
from console.domain.claims.reading import Asked
from console.domain.commands import Command, FinishErrand, SeeDrafts, SeeOrders, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.outbox import DraftTo, Made, Wanted
from console.domain.show import Show
from tests.domain.claiming import claiming
from tests.domain.goods import NOON, SHOP, after, running, snapshot

LINKED = SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example"))


def linked(**stock: int) -> Show:
    """A show on air with so many pieces, and a shop that is told."""
    return after(replace(running(stock), origin="Zq3"), LINKED, SeeOrders(SHOP, (), linked=NOON))


def claimed(show: Show, line: str, *items: Asked) -> Show:
    """The show after a line claimed something; its author is the part before the dash."""
    return after(show, claiming(line, line.partition("-")[0], *items))


def tasks(show: Show) -> list[DraftTo]:
    """What the shop is still to make of drafts, in order."""
    return [each.errand.task for each in show.open_errands if isinstance(each.errand.task, DraftTo)]


def drafts(show: Show) -> list[Draft]:
    """All drafts, oldest first."""
    return sorted(show.claims.drafts.values(), key=lambda each: each.id)


def claims(show: Show) -> list[Claim]:
    """All claims, oldest first."""
    return sorted(show.claims.by_id.values(), key=lambda each: each.id)


def parts(show: Show) -> list[Part]:
    """The parts of all claims."""
    return [part for claim in claims(show) for part in claim.parts]


def drafted(show: Show) -> Show:
    """The show after the shop made what it was asked to make; the ids are those of the drafts."""
    for each in show.open_errands:
        task = each.errand.task
        if isinstance(task, DraftTo):
            number = task.key.rpartition("-")[2]
            told = Made(f"o{number}", f"C{number}") if task.lines else None
            show = after(show, FinishErrand(each.errand.id, "drafted", told))
    return show


def order_of(
    draft: Draft, *lines: OrderLine, version: int = 1, status: OrderStatus = OrderStatus.PAID
) -> OrderSnapshot:
    """The order that a draft became, as asked for if no lines are given."""
    as_asked = tuple(OrderLine(each.sku, each.pieces) for each in draft.lines)
    return replace(snapshot(f"o{draft.id}", *(lines or as_asked), version=version, status=status), draft=draft.key)


def placed(draft: Draft, *lines: OrderLine, version: int = 1, status: OrderStatus = OrderStatus.PAID) -> Command:
    """The shop tells the order that a draft became."""
    return SeeOrders(SHOP, (order_of(draft, *lines, version=version, status=status),))


def became(draft: Draft, fate: DraftFate, lines: Iterable[Wanted] = ()) -> Command:
    """The shop tells what a draft is now."""
    return SeeDrafts(SHOP, (DraftSeen(draft.key, fate, draft.ref, draft.code, lines=tuple(lines)),))

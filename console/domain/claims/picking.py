"""The pick list of a show: what each buyer has got of each SKU, and how its order stands."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from console.domain.claims.claim import PartState
from console.domain.claims.draft import Draft, DraftState
from console.domain.orders import order_key
from console.domain.show import Show


class Pick(msgspec.Struct, frozen=True):
    """Pieces of a SKU for one buyer: `held`, or to be had, until a deadline; `paid`. `order` is the shop's code.

    `state` is the order's: `none`, `waiting` to be drafted, `draft`, or what the shop says of the placed order.
    """

    buyer: str
    sku: str
    held: int
    paid: int
    shop: str = ""
    order: str = ""
    link: str = ""
    state: str = "none"
    until: datetime | None = None
    claims: tuple[int, ...] = ()


def picks(show: Show) -> list[Pick]:
    """A row for each buyer and SKU of each order, those first who claimed first."""
    rows: dict[tuple[str, str, int], Pick] = {}
    for claim in sorted(show.claims.by_id.values(), key=lambda each: each.id):
        for part in claim.parts if claim.show == show.id else ():
            paid = part.got if part.state is PartState.PAID else 0
            if not (part.orderable or paid):
                continue
            buyer = show.claims.identities(claim.buyer)[0]
            key = (buyer, part.sku, part.draft)
            before = rows.get(key) or Pick(buyer, part.sku, 0, 0, *ordered(show, part.draft))
            ends = [end for end in (before.until, part.until if part.orderable else None) if end]
            rows[key] = msgspec.structs.replace(
                before,
                held=before.held + part.orderable,
                paid=before.paid + paid,
                until=min(ends, default=None),
                claims=(*before.claims, claim.id),
            )
    return list(by_buyer(rows.values()))


def by_buyer(rows: Iterable[Pick]) -> Iterator[Pick]:
    """The rows of each buyer together."""
    together: dict[str, list[Pick]] = {}
    for row in rows:
        together.setdefault(row.buyer, []).append(row)
    return (row for each in together.values() for row in each)


def ordered(show: Show, number: int) -> tuple[str, str, str, str]:
    """The shop, the code, the link and the state of the order of that number."""
    draft = show.claims.drafts.get(number)
    return (draft.shop, draft.code, draft.link, order_state(show, draft)) if draft else ("", "", "", "none")


def order_state(show: Show, draft: Draft) -> str:
    """How an order of claims stands, in a word of the file's."""
    order = show.orders.get(order_key(draft.shop, draft.ref))
    if draft.state is DraftState.PLACED:
        return order.snapshot.status.value if order else "placed"
    return "draft" if draft.ref else "waiting"

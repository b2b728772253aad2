"""The draft order of a buyer's claims at Vendure: found by its name, or made under it, then taken to its lines.

Each request asks *to* a state that is read first, so whatever was lost on the way, the next try goes on from what
there is. Only making a draft and giving it its name are two requests: what is left between them is an empty draft
without a name, which the next try takes up.
"""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from console.desk.ports import Concluded, NotThere, Probe, ShopRefused, ShopUnreachable
from console.domain.claims.draft import DraftFate, DraftSeen
from console.domain.outbox import DraftTo, Made, Prepared, Wanted
from console.shop.graphql import request_text
from console.shop.vendure_draft_answers import (
    CreatedAnswer,
    DraftRow,
    DraftsAnswer,
    GoodsAnswer,
    MethodAnswer,
    MethodsAnswer,
    MovedAnswer,
    NameAnswer,
    RemovedAnswer,
    Steps,
)
from console.shop.vendure_draft_documents import (
    CANCEL,
    CREATE,
    DRAFTS,
    GOODS,
    METHOD,
    METHODS,
    NAME,
    REMOVE,
    steps_document,
)
from console.shop.vendure_out_line import MOST_VARIANTS, OutLine
from console.shop.words import one_line

DRAFT, CANCELLED = "Draft", "Cancelled"
NO_FIELD = (
    "The shop's orders have no field clientKey",
    "Have it added in the shop: custom field clientKey of Order, string, unique. Then try again.",
)
NOBODY = "example.invalid"
STREET = "to be told by the buyer"
AGAIN = "It is looked at again."


class DraftStep:
    """One DraftTo at the shop. `making` lets one draft at a time be made; `again`: an earlier try was in doubt."""

    def __init__(self, line: OutLine, task: DraftTo, making: asyncio.Lock, *, again: bool) -> None:
        self._line = line
        self._task = task
        self._making = making
        self._again = again

    async def prepare(self) -> Prepared | Concluded:
        """See what there is of the draft, and whether it can be what it should be."""
        row = await self._find()
        if (ended := self._end(row)) is not None:
            return ended
        if self._task.lines:
            await self._goods()
        return Prepared(msgspec.json.encode(self._task).decode(), row.id if row else "")

    async def send(self, prepared: Prepared) -> Concluded:  # noqa: ARG002 - what there is decides what is sent
        """Make the draft if there is none, and take it to its lines."""
        async with self._making:
            row = await self._find()
            if row is None and self._task.lines:
                row = await self._make()
        if (ended := self._end(row)) is not None:
            return ended
        if row is None:
            raise ShopUnreachable("The shop does not show the draft that it made", AGAIN)
        await (self._fill(row) if self._task.lines else self._remove(row))
        return self._end(await self._find()) or _unlike()

    async def probe(self, _: Prepared) -> Probe:
        """Whether the draft is what it should be."""
        return self._end(await self._find()) or NotThere()

    def _end(self, row: DraftRow | None) -> Concluded | None:
        """What there is, if nothing is left to do; raises ShopRefused where nothing can be done."""
        if row is None or row.state == CANCELLED:
            if row is not None and self._task.lines:
                raise ShopRefused(
                    f"Order {row.code} was cancelled in the shop", "It is taken off the claims by itself."
                )
            return None if self._task.lines else Concluded("there is no draft")
        if not self._task.lines and row.order_placed_at is None:
            return None
        if row.state != DRAFT:
            return Concluded(f"order {row.code} is {row.state}", Made(row.id, row.code, placed=True))
        if not self._task.lines or lines_of(row) != self._task.lines or not row.customer:
            return None
        return Concluded(f"draft {row.code}", Made(row.id, row.code))

    async def _find(self) -> DraftRow | None:
        """The order of that name, if there is one."""
        rows = await find_drafts(self._line, [self._task.key])
        return rows[0] if rows else None

    async def _make(self) -> DraftRow:
        """A draft under our name: a new one, or what an earlier try of ours has left without one."""
        order = await self._left_over() if self._again else ""
        if not order:
            told = await self._line.send(request_text(CREATE, {}), CreatedAnswer)
            order = told.create_draft_order.id
        named = {"input": {"id": order, "customFields": {"clientKey": self._task.key}}}
        await self._line.send(request_text(NAME, named), NameAnswer)
        row = await self._find()
        if row is None:
            raise ShopUnreachable("The shop does not show the draft that it made", AGAIN)
        return row

    async def _left_over(self) -> str:
        """The newest draft that has nothing at all, as one is between being made and being named."""
        wanted = {"state": {"eq": DRAFT}, "clientKey": {"isNull": True}}
        options = {"take": 20, "sort": {"createdAt": "DESC"}, "filter": wanted}
        rows = (await self._line.ask(DRAFTS, DraftsAnswer, {"options": options})).orders.items
        return next((row.id for row in rows if not (row.lines or row.customer or row.shipping_lines)), "")

    async def _fill(self, row: DraftRow) -> None:
        """Take the draft to its lines, its customer and its way of sending."""
        goods = await self._goods()
        steps = [*line_steps(row, self._task.lines, goods.variants)]
        if row.customer is None:
            steps.append(customer_step(self._task))
        if goods.country and not (row.shipping_address and row.shipping_address.street_line1):
            steps.append(("address", address(self._task.buyer, goods.country)))
        if steps:
            given = {f"v{number}": value for number, (_, value) in enumerate(steps)}
            request = request_text(steps_document(kind for kind, _ in steps), {"order": row.id, **given})
            _check(await self._line.send(request, Steps), [kind for kind, _ in steps])
        if not row.shipping_lines:
            await self._choose_method(row.id)

    async def _choose_method(self, order: str) -> None:
        """Have it sent in the first way that the shop offers, if it offers one."""
        told = await self._line.ask(METHODS, MethodsAnswer, {"order": order})
        for method in told.eligible_shipping_methods_for_draft_order[:1]:
            chosen = {"order": order, "method": method.id}
            await self._line.send(request_text(METHOD, chosen), MethodAnswer)

    async def _remove(self, row: DraftRow) -> None:
        """Take the draft away; one that waits for its payment is cancelled, which the shop refuses once it is paid."""
        if row.state != DRAFT:
            await self._line.send(request_text(CANCEL, {"order": row.id}), MovedAnswer)
            return
        told = await self._line.send(request_text(REMOVE, {"order": row.id}), RemovedAnswer)
        if told.delete_draft_order.result != "DELETED":
            raise ShopRefused(f"The shop does not delete draft {row.code}", "Delete it in the shop.")

    async def _goods(self) -> "Goods":
        """The variants that are wanted. Raises ShopRefused for one that the shop does not sell."""
        skus = [each.sku for each in self._task.lines]
        options = {"take": MOST_VARIANTS, "filter": {"sku": {"in": skus}}}
        told = await self._line.ask(GOODS, GoodsAnswer, {"options": options})
        variants = {row.sku: row.id for row in reversed(told.product_variants.items) if row.enabled}
        missing = [sku for sku in skus if sku not in variants]
        if missing:
            raise ShopRefused(
                f"The shop does not sell {', '.join(missing[:3])}", "Offer it there, or release the claim."
            )
        zone = told.active_channel.default_shipping_zone
        return Goods(variants, zone.members[0].code if zone and zone.members else "")


class Goods(msgspec.Struct, frozen=True):
    """The ids of variants by SKU, and a country that the shop sends to."""

    variants: dict[str, str]
    country: str


async def find_drafts(line: OutLine, keys: Sequence[str]) -> list[DraftRow]:
    """The orders that have these names. Raises ShopRefused where the shop keeps no names."""
    options = {"take": len(keys), "filter": {"clientKey": {"in": list(keys)}}}
    told = await line.ask_if_known(DRAFTS, DraftsAnswer, {"options": options})
    if told is None:
        raise ShopRefused(*NO_FIELD)
    return [row for row in told.orders.items if row.custom_fields.client_key in keys]


def draft_seen(row: DraftRow) -> DraftSeen:
    """A draft as the shop has it now."""
    fate = {DRAFT: DraftFate.DRAFT, CANCELLED: DraftFate.CANCELLED}.get(row.state, DraftFate.DRAFT)
    if row.order_placed_at is not None:
        fate = DraftFate.PLACED
    key = row.custom_fields.client_key or ""
    return DraftSeen(key, fate, row.id, one_line(row.code, 100), lines=lines_of(row))


def lines_of(row: DraftRow) -> tuple[Wanted, ...]:
    """What is in an order, lines of one SKU added up."""
    sums: dict[str, int] = {}
    for line in row.lines:
        if line.product_variant is not None and line.quantity:
            sums[line.product_variant.sku] = sums.get(line.product_variant.sku, 0) + line.quantity
    return tuple(Wanted(sku, pieces) for sku, pieces in sorted(sums.items()))


def line_steps(row: DraftRow, wanted: Sequence[Wanted], variants: Mapping[str, str]) -> list[tuple[str, object]]:
    """What takes an order's lines to the wanted ones."""
    left = {each.sku: each.pieces for each in wanted}
    steps: list[tuple[str, object]] = []
    for line in row.lines:
        sku = line.product_variant.sku if line.product_variant is not None else ""
        pieces = left.pop(sku, 0)
        if not pieces:
            steps.append(("remove", line.id))
        elif pieces != line.quantity:
            steps.append(("adjust", {"orderLineId": line.id, "quantity": pieces}))
    steps += [("add", {"productVariantId": variants[sku], "quantity": pieces}) for sku, pieces in left.items()]
    return steps


def customer_step(task: DraftTo) -> tuple[str, object]:
    """Who the order is for: the shop's own customer, or somebody who can plainly not be written to."""
    if task.customer:
        return "known", task.customer
    platform, _, name = one_line(task.buyer, 200).partition("/")
    digest = hashlib.sha256(task.buyer.encode()).hexdigest()[:16]
    return "customer", {"firstName": platform, "lastName": name, "emailAddress": f"buyer-{digest}@{NOBODY}"}


def address(buyer: str, country: str) -> dict[str, str]:
    """An address that plainly has still to be told."""
    return {"fullName": one_line(buyer, 200), "streetLine1": STREET, "city": "-", "countryCode": country}


def _check(told: Steps, kinds: Sequence[str]) -> None:
    """Raise ShopRefused for the first change that the shop did not make."""
    for name, kind in enumerate(kinds):
        code = (row := told.get(f"v{name}")) and row.error_code
        if code == "INSUFFICIENT_STOCK_ERROR":
            raise ShopRefused("The shop has fewer pieces than the claims", "Compare the stock, here and there.")
        if code:
            raise ShopRefused(f"The shop does not take this order ({kind}: {code})", "Look at the draft in the shop.")


def _unlike() -> Concluded:
    raise ShopUnreachable("The shop's draft is not yet what it should be", AGAIN)

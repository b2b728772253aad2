"""Changing Vendure's stock by a number of pieces, although it can only be set to one."""

from collections.abc import Sequence

import msgspec

from console.desk.ports import Concluded, Probe, ShopRefused, ShopUnreachable, Unclear
from console.domain.outbox import Prepared, StockBy
from console.domain.stock import MOST
from console.shop.graphql import request_text
from console.shop.vendure_out_answers import Changed, MovedAnswer, MovedRow, PlaceRow, StockOfRow, VariantRows
from console.shop.vendure_out_documents import MOVEMENTS, SET_STOCK, STOCK
from console.shop.vendure_out_line import ALREADY, NOT_SOLD, OutLine, of_sku
from console.shop.vendure_stock_seen import StockSeen, elsewhere, judge

KNOWN = 10
PART = 100
LOOKS = 5


class StockStep:
    """One StockBy at the shop."""

    def __init__(self, line: OutLine, task: StockBy) -> None:
        self._line = line
        self._task = task

    async def prepare(self) -> Prepared | Concluded:
        """Read the number, and write what sets it to the sum. Raises ShopRefused where it cannot be told which."""
        if not self._task.delta:
            return ALREADY
        if (row := await self._variant()) is None:
            return NOT_SOLD
        before = max(0, row.stock_movements.total_items - KNOWN)
        if (now := await self._part(row.id, before)) is None:
            return NOT_SOLD
        seen = _see(self._task, row.id, before, now)
        return Prepared(_set_stock(seen), msgspec.json.encode(seen).decode())

    async def send(self, prepared: Prepared) -> Concluded:
        """Set the number; done if the shop's movements show at once that this went over no other change."""
        told = await self._line.send(prepared.request, Changed[MovedRow])
        for row in told.update_product_variants:
            if isinstance(found := judge(_seen(prepared), row), Concluded):
                return found
        raise ShopUnreachable(f"The shop did not show the change of {self._task.sku} at once", "It is looked for.")

    async def probe(self, prepared: Prepared) -> Probe:
        """Look for the change among the shop's movements."""
        seen = _seen(prepared)
        if (now := await self._steady(seen)) is None:
            return Unclear(f"The shop does not have {seen.sku} any more", "Look in the shop where it went.")
        return judge(seen, now)

    async def _variant(self) -> StockOfRow | None:
        """The variant that the SKU means, if the shop has it."""
        told = await self._line.ask(STOCK, VariantRows[StockOfRow], of_sku(self._task.sku))
        rows = [row for row in told.product_variants.items if row.sku == self._task.sku]
        _check_expected(self._task, rows)
        return _the_one(self._task.sku, rows) if rows else None

    async def _steady(self, seen: StockSeen) -> MovedRow | None:
        """A number and movements that belong together: two equal readings in a row."""
        last: MovedRow | None = None
        for _ in range(LOOKS):
            now = await self._whole(seen)
            if now is None or now == last:
                return now
            last = now
        raise ShopUnreachable(f"The shop's stock of {seen.sku} moves too fast to be read", "It is read again.")

    async def _whole(self, seen: StockSeen) -> MovedRow | None:
        """The number and all movements since it was seen."""
        now = await self._part(seen.variant, seen.before)
        while now is not None and len(now.stock_movements.items) < now.stock_movements.total_items - seen.before:
            more = await self._part(seen.variant, seen.before + len(now.stock_movements.items))
            if more is None or not more.stock_movements.items:
                return more
            items = [*now.stock_movements.items, *more.stock_movements.items]
            now = MovedRow(more.stock_levels, msgspec.structs.replace(more.stock_movements, items=items))
        return now

    async def _part(self, variant: str, skip: int) -> MovedRow | None:
        wanted = {"id": variant, "part": {"skip": skip, "take": PART}}
        return (await self._line.ask(MOVEMENTS, MovedAnswer, wanted)).product_variant


def _see(task: StockBy, variant: str, before: int, now: MovedRow) -> StockSeen:
    """What is to be known later of the number as it is now."""
    place = _the_place(task, now.stock_levels)
    return StockSeen(
        sku=task.sku,
        delta=task.delta,
        variant=variant,
        location=place.stock_location_id,
        target=place.stock_on_hand + task.delta,
        elsewhere=elsewhere(now.stock_levels, place.stock_location_id),
        before=before,
        known=tuple(movement.id for movement in now.stock_movements.items),
    )


def _set_stock(seen: StockSeen) -> str:
    """The request that sets the number, and reads the movements that this makes."""
    levels = [{"stockLocationId": seen.location, "stockOnHand": seen.target}]
    part = {"skip": seen.before, "take": PART}
    return request_text(SET_STOCK, {"input": [{"id": seen.variant, "stockLevels": levels}], "part": part})


def _seen(prepared: Prepared) -> StockSeen:
    return msgspec.json.decode(prepared.seen, type=StockSeen)


def _check_expected(task: StockBy, rows: Sequence[StockOfRow]) -> None:
    """Raise ShopRefused if the shop's number is not the one that the change was decided on."""
    counted = sum(place.stock_on_hand for row in rows for place in row.stock_levels)
    if rows and task.expect is not None and task.expect != counted:
        raise ShopRefused(
            f"The shop counts {counted} of {task.sku} now, no longer {task.expect}", "Look at the difference again."
        )


def _the_one(sku: str, rows: Sequence[StockOfRow]) -> StockOfRow:
    """The variant that the SKU means: the only one, or the only one for sale."""
    offered = [row for row in rows if row.enabled] if len(rows) > 1 else rows
    if len(offered) != 1:
        raise ShopRefused(
            f"{len(rows)} variants share the SKU {sku} in the shop", "Give each a SKU of its own, or change it there."
        )
    return offered[0]


def _the_place(task: StockBy, places: Sequence[PlaceRow]) -> PlaceRow:
    """The location that has most, which is the one that gives and takes."""
    if not places:
        raise ShopRefused(f"The shop keeps {task.sku} at no location", "Give it a stock location in the shop.")
    place = max(places, key=lambda place: place.stock_on_hand)
    if task.delta < 0 and place.stock_on_hand + task.delta < 0:
        where = "in the shop" if len(places) == 1 else "at any one location of the shop"
        raise ShopRefused(
            f"There are not {-task.delta} of {task.sku} {where}, but {max(place.stock_on_hand, 0)}",
            "Count it, here and there.",
        )
    if place.stock_on_hand + task.delta > MOST:
        raise ShopRefused(f"The shop cannot count so many of {task.sku}", "Look at the number.")
    return place

"""A real Vendure sells its last five to twenty buyers: it is found, proposed, accepted, and good again at the shop."""

import asyncio
from pathlib import Path
from uuid import uuid4

from console.cli.findings import as_data
from console.domain.claims.reading import Asked
from console.domain.commands import CancelOversold, ClaimByHand
from console.domain.decide.proposing import proposed
from console.domain.findings import FindingKind, Proposal
from console.storage.reader import reading
from tests.end_to_end.stage import on_stage, sound
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Placed, Staff, buy

LAST, BUYERS = 5, 20


async def rush(shop: Vendure, variant: str) -> list[Placed]:
    """All buyers pay at one moment; those to whom the shop sold."""
    queue = asyncio.Barrier(BUYERS)
    buying = (buy(shop.url, {variant: 1}, f"Buyer {number}", queue=queue) for number in range(BUYERS))
    ended = await asyncio.gather(*buying, return_exceptions=True)
    return [each for each in ended if isinstance(each, Placed)]


async def sold_by(clerk: Staff, orders: list[Placed]) -> int:
    """The pieces that the shop's own records still sell in these orders."""
    return sum([quantity for order in orders for _, quantity in await clerk.lines(order.id)])


async def test_what_a_shop_oversold_is_cancelled_as_proposed(busy_shop: Vendure, clerk: Staff, tmp_path: Path) -> None:
    sku = uuid4().hex[:10]
    variant = (await clerk.add_product(sku, [NewVariant(sku, stock=LAST)]))[sku]
    path = tmp_path / "show.cuedesk"
    async with on_stage(path, busy_shop.port) as stage:
        orders = await rush(busy_shop, variant)
        assert await sold_by(clerk, orders) == len(orders) > LAST
        over = len(orders) - LAST
        await stage.until(lambda: stage.show.stock[sku].committed == len(orders))
        (finding,) = (each for each in stage.show.open_findings if each.subject == sku)
        assert finding.kind is FindingKind.OVERSOLD
        await stage.ask(ClaimByHand("twitch/mia", (Asked(sku, 1),)))
        told = proposed(stage.show, sku)
        assert (told.missing, len(told.cuts), told.left) == (over, over, 0)
        with reading(path) as reader:
            kept = reader.show()
        assert proposed(kept, sku) == told
        codes = {cut["code"] for cut in as_data(kept, finding, told)["proposal"]["cuts"]}
        assert codes < {each.code for each in orders}
        assert stage.show.stock[sku].available == -over
        await stage.ask(CancelOversold(finding.id, told.cuts))
        await stage.until(lambda: not any(each.subject == sku for each in stage.show.open_findings))
        await stage.drained()
        assert stage.show.tray == []
        assert stage.show.stock[sku].available == 0
        assert proposed(stage.show, sku) == Proposal()
        assert len(stage.show.claims.waiting[sku]) == 1
    assert await sold_by(clerk, orders) == LAST
    sound(path)

"""A hundred stock deltas through all faults at once: each is in Vendure's own movements exactly once, in order."""

from pathlib import Path
from random import Random
from uuid import uuid4

from console.domain.commands import AdjustStock
from tests.end_to_end.stage import errands_in, on_stage, sound
from tests.servers.fault_proxy import Fault, FaultProxy, Operation, before
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Staff
from tests.shop.errands import records

SKUS = 10
EACH = 10
OPENING = 1000
RARE = (Fault.HANG_BEFORE, Fault.HANG_AFTER, Fault.EXPIRED)  # each takes long, or is a no if it comes twice in a row
OFTEN = [fault for fault in Fault if fault not in RARE]


def spoil(proxy: FaultProxy, chance: Random) -> None:
    """Plan faults for every other change of stock, and for some of what is read before and after."""
    proxy.plan(Operation.STOCK, *RARE, *(chance.choice([None, chance.choice(OFTEN)]) for _ in range(20 * EACH)))
    proxy.plan(Operation.OTHER, *(chance.choice([*[None] * 9, chance.choice(OFTEN)]) for _ in range(100 * EACH)))
    proxy.plan(Operation.FEED, *(chance.choice([None, chance.choice(OFTEN)]) for _ in range(20)))


async def test_a_hundred_deltas_are_each_done_once(busy_shop: Vendure, clerk: Staff, tmp_path: Path) -> None:
    chance = Random(20)
    slug = uuid4().hex[:10]
    skus = [f"{slug}-{number}" for number in range(SKUS)]
    goods = [NewVariant(sku, 1000, OPENING, (sku,)) for sku in skus]
    ids = await clerk.add_product(slug, goods, option_names=("For",))
    deltas: dict[str, list[int]] = {sku: [] for sku in skus}
    path = tmp_path / "show.cuedesk"
    async with before(busy_shop.url) as proxy, on_stage(path, proxy) as stage:
        spoil(proxy, chance)
        for _ in range(EACH):
            for sku in skus:
                deltas[sku].append(chance.choice([-3, -2, -1, 1, 2, 3]))
                await stage.ask(AdjustStock(sku, deltas[sku][-1], "counted"))
        await stage.drained()
        assert stage.show.tray == []
        met = {fault for operation, fault in proxy.met if operation is Operation.STOCK}
        assert met == set(Fault)
        assert {sku: (await records(clerk, ids[sku])).adjustments[1:] for sku in skus} == deltas
        keys = errands_in(path).keys
        assert len(keys) > SKUS * EACH
        assert len(set(keys)) == len(keys)
    sound(path)

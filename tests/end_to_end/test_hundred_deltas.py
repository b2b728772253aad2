"""A hundred stock deltas through all faults at once: each is in Vendure's own movements exactly once, in order."""

from pathlib import Path
from random import Random

from tests.end_to_end.stage import Deltas, errands_in, on_stage, sound
from tests.servers.fault_proxy import Fault, FaultProxy, Operation, before
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import Staff

SKUS = 10
EACH = 10
RARE = (Fault.HANG_BEFORE, Fault.HANG_AFTER, Fault.EXPIRED)  # each takes long, or is a no if it comes twice in a row
OFTEN = [fault for fault in Fault if fault not in {*RARE, Fault.LATE}]


def spoil(proxy: FaultProxy, chance: Random) -> None:
    """Plan faults for every other change of stock, and for some of what is read before and after."""
    proxy.plan(Operation.STOCK, *RARE, *(chance.choice([None, chance.choice(OFTEN)]) for _ in range(20 * EACH)))
    proxy.plan(Operation.OTHER, *(chance.choice([*[None] * 9, chance.choice(OFTEN)]) for _ in range(100 * EACH)))
    proxy.plan(Operation.FEED, *(chance.choice([None, chance.choice(OFTEN)]) for _ in range(20)))


async def test_a_hundred_deltas_are_each_done_once(busy_shop: Vendure, clerk: Staff, tmp_path: Path) -> None:
    deltas = Deltas(clerk, SKUS, seed=20)
    await deltas.furnish()
    path = tmp_path / "show.cuedesk"
    async with before(busy_shop.url) as proxy, on_stage(path, proxy.port) as stage:
        spoil(proxy, Random(20))
        await deltas.ask(stage.desk, EACH)
        await stage.drained()
        assert stage.show.tray == []
    met = {fault for operation, fault in proxy.met if operation is Operation.STOCK}
    assert met == {*RARE, *OFTEN}
    assert await deltas.done(clerk) == deltas.asked
    keys = errands_in(path).keys
    assert len(keys) > SKUS * EACH
    assert len(set(keys)) == len(keys)
    sound(path)

"""A console that is killed again and again while it sends to a real Vendure: each delta is done there once."""

from pathlib import Path
from random import Random
from uuid import uuid4

from console.domain.commands import AdjustStock
from console.domain.outcomes import Accepted
from tests.end_to_end.conftest import Starter
from tests.end_to_end.consoles import Console, ask, until
from tests.end_to_end.stage import ADA, at_desk, errands_in, on_stage
from tests.servers.fault_proxy import Fault, FaultProxy, Operation, before
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Staff
from tests.shop.errands import records

SKUS = 6
EACH = 5


async def queue(path: Path, skus: list[str]) -> dict[str, list[int]]:
    """Change stock while nothing is sent; the deltas by SKU."""
    chance = Random(5)
    deltas: dict[str, list[int]] = {sku: [] for sku in skus}
    async with at_desk(path) as desk:
        for _ in range(EACH):
            for sku in skus:
                deltas[sku].append(chance.choice([-3, -2, -1, 1, 2, 3]))
                assert isinstance(await desk.ask(AdjustStock(sku, deltas[sku][-1], "counted"), ADA), Accepted)
    return deltas


async def kill_at(fault: Fault, console: Console, proxy: FaultProxy) -> None:
    """Let some changes through, hold the next one by a fault, and kill the console while it waits."""
    proxy.plan(Operation.STOCK, None, None, None, fault)
    met = proxy.met[Operation.STOCK, fault]
    await until(lambda: proxy.met[Operation.STOCK, fault] > met, console, within=120)
    console.kill()


async def test_a_console_killed_while_it_sends_does_each_once(
    busy_shop: Vendure, clerk: Staff, start: Starter, tmp_path: Path
) -> None:
    slug = uuid4().hex[:10]
    skus = [f"{slug}-{number}" for number in range(SKUS)]
    ids = await clerk.add_product(slug, [NewVariant(sku, 1000, 100, (sku,)) for sku in skus], option_names=("For",))
    path = tmp_path / "show.cuedesk"
    async with before(busy_shop.url) as proxy:
        async with on_stage(path, proxy):
            pass
        deltas = await queue(path, skus)
        assert errands_in(path).left == SKUS * EACH

        def begin() -> Console:
            return start("run", "--show", str(path), "--headless", secrets={"CUEDESK_SECRET_BOUTIQUE": "superadmin"})

        await kill_at(Fault.HANG_AFTER, begin(), proxy)
        await kill_at(Fault.HANG_BEFORE, begin(), proxy)
        await kill_at(Fault.RESET_AFTER, begin(), proxy)
        console = begin()
        await until(lambda: not errands_in(path).left, console, within=180)
        assert console.end() == 0
    assert errands_in(path).tray == 0
    assert {sku: (await records(clerk, ids[sku])).adjustments[1:] for sku in skus} == deltas
    verified = ask(tmp_path, "verify", str(path))
    assert verified.returncode == 0, verified.stdout
    assert "Traceback" not in console.said

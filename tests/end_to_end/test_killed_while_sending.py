"""Console or shop killed while changes are sent to a real Vendure: each is done there once."""

import asyncio
from pathlib import Path

from tests.end_to_end.conftest import Starter
from tests.end_to_end.consoles import Console, ask, until
from tests.end_to_end.stage import Deltas, at_desk, errands_in, on_stage, sound
from tests.servers.fault_proxy import Fault, FaultProxy, Operation, before
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import Staff, opened

SKUS = 6
EACH = 5


async def kill_at(fault: Fault, console: Console, proxy: FaultProxy) -> None:
    """Let some changes through, hold the next one by a fault, and kill the console while it waits."""
    proxy.plan(Operation.STOCK, None, None, None, fault)
    met = proxy.met[Operation.STOCK, fault]
    await until(lambda: proxy.met[Operation.STOCK, fault] > met, console, within=120)
    console.kill()


async def test_a_console_killed_while_it_sends_does_each_once(
    busy_shop: Vendure, clerk: Staff, start: Starter, tmp_path: Path
) -> None:
    deltas = Deltas(clerk, SKUS, seed=5)
    await deltas.furnish()
    path = tmp_path / "show.cuedesk"
    async with before(busy_shop.url) as proxy:
        async with on_stage(path, proxy.port):
            pass
        async with at_desk(path) as desk:
            await deltas.ask(desk, EACH)
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
    assert await deltas.done(clerk) == deltas.asked
    verified = ask(tmp_path, "verify", str(path))
    assert verified.returncode == 0, verified.stdout
    assert "Traceback" not in console.said


async def test_a_shop_killed_while_it_is_asked_does_each_once(busy_shop: Vendure, clerk: Staff, tmp_path: Path) -> None:
    deltas = Deltas(clerk, SKUS, seed=6)
    await deltas.furnish()
    path = tmp_path / "show.cuedesk"
    async with on_stage(path, busy_shop.port) as stage:
        await deltas.ask(stage.desk, EACH)
        await stage.drained(most=SKUS * EACH // 2)
        busy_shop.stop()
        await asyncio.to_thread(busy_shop.start)
        await stage.drained()
        assert stage.show.tray == []
    async with opened(f"{busy_shop.url}/admin-api") as api:
        staff = Staff(api)
        await staff.sign_in()
        assert await deltas.done(staff) == deltas.asked
    sound(path)

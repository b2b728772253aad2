"""Each fault between console and a real Vendure, on each operation: at most one effect, nothing lost, all drained."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.end_to_end.matrix import OPERATIONS, TOLD, Cell, Row, told
from tests.end_to_end.peak import begin_peak, peak
from tests.end_to_end.stage import on_stage, sound
from tests.servers.fault_proxy import MEGABYTE, Fault, FaultProxy, Operation, before
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import Staff

MAYBE_NOT = {Fault.RESET_BEFORE, Fault.HANG_BEFORE, Fault.LATE, Fault.ERROR_BEFORE, Fault.PAGE_BEFORE}
SURELY_NOT = {Fault.BUSY, Fault.REDIRECT, Fault.EXPIRED}
MOST_MEMORY = 80 * MEGABYTE


@pytest.fixture
async def proxy(busy_shop: Vendure) -> AsyncIterator[FaultProxy]:
    async with before(busy_shop.url) as proxy:
        yield proxy


def expected(fault: Fault, operation: Operation) -> Cell:
    """What is to become of an operation, without the words of the tray.

    Only a refund that may have arrived and is not found is left to a person: a payment provider may have been asked.
    """
    if operation is Operation.FEED:
        return Cell(effects=1, asked=1)
    if operation is Operation.REFUND and fault in MAYBE_NOT:
        return Cell(effects=int(fault is Fault.LATE), asked=1)
    return Cell(effects=1, asked=2 if fault in MAYBE_NOT | SURELY_NOT else 1)


@pytest.mark.parametrize("fault", Fault)
async def test_each_operation_is_done_once_under(
    fault: Fault,
    busy_shop: Vendure,
    proxy: FaultProxy,
    clerk: Staff,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    row = Row(fault, proxy, clerk, busy_shop.url)
    await row.furnish()
    path = tmp_path / "show.cuedesk"
    begin_peak()
    async with on_stage(path, proxy.port) as stage:
        cells = await row.play(stage)
        record_property(TOLD, told(fault, cells))
        assert peak() < MOST_MEMORY
        plain = {each: cell._replace(tray="") for each, cell in cells.items()}
        if cells[Operation.DRAFT].asked == 1:  # a draft that another row's lost answer left nameless was taken up
            plain[Operation.DRAFT] = plain[Operation.DRAFT]._replace(asked=expected(fault, Operation.DRAFT).asked)
        assert plain == {each: expected(fault, each) for each in OPERATIONS}
        assert {each for each in OPERATIONS if cells[each].tray} == (
            {Operation.REFUND} if fault in MAYBE_NOT else set()
        )
        await stage.retry()
        await stage.drained()
        assert not stage.show.tray
        for operation in OPERATIONS:
            assert await row.effects(operation, stage) == 1
        assert await row.differences(stage) == {}
        assert stage.show.open_findings == []
    assert proxy.elsewhere == []
    sound(path)

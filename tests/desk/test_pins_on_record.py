"""What was explained, from when until when, stays on record."""

from pathlib import Path

from console.domain.commands import EndShow, GoLive, NewShow, Pin, QueueProducts, RemoveItem, Unpin
from console.domain.outcomes import Accepted, InUse
from console.storage.reader import reading
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.goods import ANNA, stocked


async def test_each_pin_has_a_start_and_an_end(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    async with desk_on(path) as desk:
        for command in (NewShow("Friday", "USD"), stocked("cap", 1), stocked("mug", 1), QueueProducts(("cap", "mug"))):
            assert isinstance(await desk.ask(command, ANNA), Accepted)
        cap, mug = (item.id for item in desk.show.queue)
        for act in (GoLive(), Pin(cap), Pin(mug), Unpin(), Pin(cap)):
            assert isinstance(await desk.ask(act, ANNA), Accepted)
        assert isinstance(await desk.ask(RemoveItem(cap), ANNA), InUse)
        assert isinstance(await desk.ask(EndShow(), ANNA), Accepted)
    with reading(path) as reader:
        pins = reader._connection.execute("SELECT item, began, ended FROM pins ORDER BY rowid").fetchall()
        times = dict(
            reader._connection.execute(
                "SELECT name || row_number() OVER (PARTITION BY kind), at FROM journal JOIN kinds ON kinds.id = kind"
            )
        )
    assert [item for item, *_ in pins] == [cap, mug, cap]
    assert [began for _, began, _ in pins] == [times["Pinned1"], times["Pinned2"], times["Pinned3"]]
    assert [ended for *_, ended in pins] == [times["Pinned2"], times["Unpinned2"], times["ShowEnded1"]]
    assert verify(path) == []

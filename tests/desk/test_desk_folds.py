"""What watchers fold, what the desk holds and what the file loads are one show."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from console.desk.desk import Desk
from console.domain.commands import Command, GoLive, NewShow, QueueProducts, SaveProduct
from console.domain.outcomes import Unsaved
from console.domain.products import Opening
from console.storage.reader import reading
from console.storage.verify import verify
from tests.desk.house import desk_on, disagreements, fields, watching
from tests.domain.asking import NAMES, commands
from tests.domain.goods import ANNA, product

OPENING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    *(SaveProduct(product(name, f"{name}-s", f"{name}-l"), (Opening(f"{name}-s", 5),)) for name in NAMES),
    QueueProducts(("shirt",)),
    GoLive(),
)


async def worked_through(path: Path, batches: Sequence[Sequence[Command]]) -> None:
    async with desk_on(path) as desk:
        window = watching(desk)
        for batch in (*((each,) for each in OPENING), *batches):
            outcomes = await asyncio.gather(*(desk.ask(command, ANNA) for command in batch))
            assert not [outcome for outcome in outcomes if isinstance(outcome, Unsaved)]
            agree(desk, path)
            assert fields(window.show) == fields(desk.show)
        assert window.copies == 0
    assert verify(path) == []


def agree(desk: Desk, path: Path) -> None:
    with reading(path) as reader:
        assert disagreements(desk.show, reader.show()) == {}


@settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(st.lists(commands, min_size=1, max_size=4), max_size=25))
def test_any_commands_leave_window_desk_and_file_with_the_same_show(batches: list[list[Command]]) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(worked_through(Path(folder) / "show.cuedesk", batches))

"""What roles may do is in the file, and the desk holds to it."""

import asyncio
from pathlib import Path

from msgspec.structs import replace

from console.domain.actors import Role
from console.domain.commands import GoLive, NewShow, SetRights
from console.domain.outcomes import Done, NotAllowed, Outcome
from console.domain.rights import Right, Rights
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.goods import ANNA

ASSISTANT = replace(ANNA, role=Role.ASSISTANT)
MORE = Rights(frozenset({Right.SHOW, Right.TAKE}), frozenset())


async def an_evening(path: Path) -> list[Outcome]:
    async with desk_on(path) as desk:
        await desk.ask(NewShow("Friday", "USD"), ANNA)
        refused = await desk.ask(GoLive(), ASSISTANT)
        await desk.ask(SetRights(MORE), ANNA)
        return [refused, await desk.ask(GoLive(), ASSISTANT)]


async def loaded(path: Path) -> Rights:
    async with desk_on(path) as desk:
        return desk.show.rights


def test_an_assistant_goes_live_once_the_operator_says_so(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    assert asyncio.run(an_evening(path)) == [NotAllowed(Role.ASSISTANT, Right.SHOW), Done()]
    assert asyncio.run(loaded(path)) == MORE
    assert verify(path) == []

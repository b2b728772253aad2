"""What the file knows of a line is known for good: after a restart, in another show, from another transport."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from console.domain.chat import LineDeleted
from console.domain.claims.reading import Asked
from console.domain.commands import Command, EndShow, GoLive, HearChat, NewShow
from console.storage.reader import reading
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.claiming import OTHER_WAY, TWITCH, claiming
from tests.domain.goods import ANNA, stocked

CAP = Asked("cap", 1)
EVENING: tuple[Command, ...] = (NewShow("Friday", "USD"), stocked("cap", 9), GoLive())
CLAIM = claiming("m1", "mia", CAP)


async def asked(path: Path, commands: Sequence[Command]) -> None:
    async with desk_on(path) as desk:
        for command in commands:
            await desk.ask(command, ANNA)


@pytest.mark.parametrize(
    ("before", "again", "claims"),
    [
        ((CLAIM,), CLAIM, 1),
        ((CLAIM,), claiming("m1", "mia", CAP, source=OTHER_WAY), 1),
        ((CLAIM, EndShow(), NewShow("Saturday", "USD"), GoLive()), CLAIM, 1),
        ((HearChat(CLAIM.events),), CLAIM, 0),
        ((HearChat((LineDeleted(TWITCH, "m1"),)),), CLAIM, 0),
        ((CLAIM,), claiming("m2", "mia", CAP), 2),
    ],
    ids=["replayed", "another way", "another show", "kept as no claim", "taken away before it came", "another line"],
)
def test_after_a_restart_a_line_claims_only_if_it_is_new(
    tmp_path: Path, before: tuple[Command, ...], again: HearChat, claims: int
) -> None:
    path = tmp_path / "show.cuedesk"
    asyncio.run(asked(path, (*EVENING, *before)))
    asyncio.run(asked(path, (again, again)))
    with reading(path) as reader:
        assert len(reader.claims()) == claims
        assert reader.stock("cap")[0].reserved == claims
    assert verify(path) == []

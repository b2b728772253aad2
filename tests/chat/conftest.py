from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.servers.inspircd import InspIrcd, running_inspircd
from tests.servers.twitch import FakeTwitch, fake_twitch


@pytest.fixture
def irc(tmp_path: Path) -> Iterator[InspIrcd]:
    with running_inspircd(tmp_path) as server:
        yield server


@pytest.fixture
async def twitch() -> AsyncIterator[FakeTwitch]:
    async with fake_twitch() as fake:
        yield fake

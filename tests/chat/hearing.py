"""What the tests of the chat share: clocks, ears, a hub that hurries."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from console.chat.backoff import Backoff
from console.chat.dialects import Twitch
from console.chat.hub import Hub
from console.chat.irc import IrcSource, Patience, Room
from console.chat.listener import Limits
from console.chat.outbox import Heard
from console.desk.ports import ChatError, ChatEvent, ChatSource
from console.domain.chat import ChatGap, ChatLine, SourceState, SourceStatus
from tests.servers.twitch import FakeTwitch

QUICK = Patience(connect=3, join=5, idle=0.3, pong=1)
HASTE = Backoff(first=0.05, most=0.2)


class StoppedClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 22, tzinfo=UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


async def until(condition: Callable[[], object], within: float = 10) -> None:
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 - conditions of all kinds, which set no event
            await asyncio.sleep(0.01)


class Ear:
    """Reads one connection of a source in the background."""

    def __init__(self) -> None:
        self.events: list[ChatEvent] = []
        self.ending: ChatError | None = None
        self.ended = False

    @property
    def lines(self) -> list[ChatLine]:
        return [event for event in self.events if isinstance(event, ChatLine)]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    async def read(self, source: ChatSource) -> None:
        try:
            async for event in source.events():
                self.events.append(event)
        except ChatError as error:
            self.ending = error
        self.ended = True


@asynccontextmanager
async def listening(source: ChatSource) -> AsyncIterator[Ear]:
    ear = Ear()
    task = asyncio.create_task(ear.read(source))
    try:
        yield ear
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


class Record:
    """Takes what a hub hands on and reports."""

    def __init__(self) -> None:
        self.batches: list[tuple[Heard, ...]] = []
        self.statuses: list[SourceStatus] = []

    async def hear(self, batch: tuple[Heard, ...]) -> None:
        self.batches.append(batch)

    def report(self, status: SourceStatus) -> None:
        self.statuses.append(status)

    @property
    def events(self) -> list[Heard]:
        return [event for batch in self.batches for event in batch]

    @property
    def lines(self) -> list[ChatLine]:
        return [event for event in self.events if isinstance(event, ChatLine)]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    @property
    def gaps(self) -> list[ChatGap]:
        return [event for event in self.events if isinstance(event, ChatGap)]

    def states(self, source: str) -> list[SourceState]:
        return [status.state for status in self.statuses if status.source == source]


@asynccontextmanager
async def running(hub: Hub) -> AsyncIterator[Hub]:
    task = asyncio.create_task(hub.run())
    try:
        yield hub
    finally:
        await hub.aclose()
        await task


def hub_of(record: Record, *sources: ChatSource, limits: Limits | None = None) -> Hub:
    return Hub(sources, record.hear, record.report, WallClock(), backoff=HASTE, limits=limits or Limits(reports=0))


def twitch_source(fake: FakeTwitch, patience: Patience = QUICK, name: str = "twitch:shop") -> IrcSource:
    room = Room(name, fake.address, "#shop", "https://www.twitch.tv")
    return IrcSource(room, Twitch, WallClock(), lambda: "justinfan12345", patience)

"""One source's listener: connects, hears, loses, waits, comes back."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

import msgspec

from console.chat.backoff import Backoff
from console.chat.leaving import left_at_end
from console.chat.outbox import Heard
from console.chat.where import where
from console.desk.ports import Alive, ChatError, ChatEvent, ChatSource, Clock
from console.domain.chat import ChatGap, ChatLine, SourceState, SourceStatus, Usual

MOST_IDS = 2_000
_LOG = logging.getLogger(__name__)

Report = Callable[[SourceStatus], None]


class Limits(msgspec.Struct, frozen=True):
    """Times, in seconds.

    `silence` counts as loss, a life of `settled` may come back at once, `reports` lie between two reports of a source
    that is heard, `closing` is for handing on the last words.
    """

    silence: float = 180
    settled: float = 10
    reports: float = 1
    closing: float = 2


class Listener:
    """Keeps one source heard. `put` takes each event; `chance` gives numbers from 0 to 1, for the spread of waits."""

    def __init__(
        self,
        source: ChatSource,
        put: Callable[[Heard], Awaitable[None]],
        report: Report,
        clock: Clock,
        chance: Callable[[], float],
        backoff: Backoff,
        limits: Limits,
    ) -> None:
        self._source = source
        self._put = put
        self._report = report
        self._clock = clock
        self._chance = chance
        self._backoff = backoff
        self._limits = limits
        self._wake = asyncio.Event()
        self._status = SourceStatus(source.name, SourceState.CONNECTING)
        self._usual = Usual()
        self._told_at: datetime | None = None
        self._last_sign: datetime | None = None
        self._heard_ids: OrderedDict[str, None] = OrderedDict()

    def retry_now(self) -> None:
        """End the wait, if there is one."""
        self._wake.set()

    async def run(self) -> None:
        """Listen until cancelled. Each loss is told with its words and followed by a wait."""
        while True:
            self._wake.clear()
            self._tell(SourceState.CONNECTING, self._status.trouble)
            began = self._clock.now()
            ending = await self._connection()
            await self._rest(ending, self._clock.now() - began)

    async def _connection(self) -> ChatError:
        """Hear one connection to its end, whatever the end is."""
        try:
            await self._hear()
        except ChatError as error:
            return error
        except TimeoutError:
            return ChatError("The chat has fallen silent.", "Check the network.")
        except Exception as error:  # noqa: BLE001 - one source's crash must not stop the others
            _LOG.error("%s: the connection failed: %s", self._source.name, where(error))
            return ChatError(f"The chat's connection failed ({type(error).__name__}).", "The log has the details.")
        return ChatError("The chat has ended.", retry=False)

    async def _hear(self) -> None:
        events = self._source.events()
        alive = False
        now = asyncio.get_running_loop().time
        async with left_at_end(events), asyncio.timeout(self._limits.silence) as limit:
            async for event in events:
                limit.reschedule(None)
                if not alive:
                    alive = True
                    await self._rejoined()
                await self._take(event)
                limit.reschedule(now() + self._limits.silence)

    async def _rejoined(self) -> None:
        """The room is ours (again): what was said since the last sign of life may be missing."""
        self._backoff = self._backoff.healed()
        at = self._clock.now()
        if self._last_sign is not None:
            await self._put(ChatGap(self._source.name, self._last_sign, at))
        self._last_sign = at
        self._tell(SourceState.LISTENING)

    async def _take(self, event: ChatEvent) -> None:
        self._last_sign = self._clock.now()
        match event:
            case Alive(arrival=arrival):
                if arrival:
                    self._tell_news(arrived_at=self._last_sign)
            case ChatLine():
                if self._is_new(event.id):
                    await self._put(event)
                    self._tell_heard(event)
            case _:
                await self._put(event)

    def _is_new(self, line: str) -> bool:
        """Whether this id was not heard of late. The file keeps them apart for good; this only saves it work."""
        if line in self._heard_ids:
            return False
        self._heard_ids[line] = None
        if len(self._heard_ids) > MOST_IDS:
            self._heard_ids.popitem(last=False)
        return True

    async def _rest(self, ending: ChatError, life: timedelta) -> None:
        """Wait as long as the ending asks for: not at all, a while, or until a person says so."""
        trouble = " ".join(filter(None, (ending.title, ending.next_step)))
        if not ending.retry:
            self._tell(SourceState.STOPPED, trouble)
            await self._wake.wait()
            return
        if ending.at_once and life >= timedelta(seconds=self._limits.settled):
            return
        self._backoff = self._backoff.failed()
        seconds = self._backoff.wait(self._chance())
        self._tell(SourceState.WAITING, trouble, self._clock.now() + timedelta(seconds=seconds))
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()

    def _tell_heard(self, line: ChatLine) -> None:
        if not line.backlog:
            self._usual = self._usual.after(line.heard_at)
            self._tell_news(last_message=line.heard_at, usual=self._usual.known)

    def _tell_news(self, **news: datetime | timedelta | None) -> None:
        """Take note of what came, and tell it if the last time is long enough ago."""
        self._status = msgspec.structs.replace(self._status, **news)
        now = self._clock.now()
        if self._told_at is None or now - self._told_at >= timedelta(seconds=self._limits.reports):
            self._told_at = now
            self._tell(SourceState.LISTENING)

    def _tell(self, state: SourceState, trouble: str = "", retry_at: datetime | None = None) -> None:
        self._status = msgspec.structs.replace(self._status, state=state, trouble=trouble, retry_at=retry_at)
        self._report(self._status)

"""The parts of an engine: the chats and the sync, each as something that runs."""

import asyncio
from collections.abc import Sequence

from msgspec.structs import replace

from console.chat.hub import Hub
from console.desk.desk import Desk
from console.desk.hearing import Hearing
from console.desk.ports import ChatSource, Shop
from console.domain.actors import Actor, Role
from console.domain.chat import ChatGap, ChatLine, Erasure
from console.domain.commands import HearChat
from console.domain.connections import ShopStatus
from console.domain.outcomes import Unsaved
from console.errors import CuedeskError
from console.shop.sync import Pace, Sync
from console.shop.way_out import OutPace, WayOut

CHAT = Actor("", Role.VIEWER)


class ChatPart:
    """Listens to the configured chats, and reads what viewers claim in them."""

    name = "chat"

    def __init__(self, desk: Desk, sources: Sequence[ChatSource], hearing: Hearing) -> None:
        self._desk = desk
        self._hearing = hearing
        self._hub = Hub(sources, self._hear, desk.report, desk.clock)

    async def _hear(self, batch: tuple[ChatLine | Erasure | ChatGap, ...]) -> None:
        asked = self._hearing.asked(batch, self._desk.show)
        outcome = await self._desk.ask(HearChat(batch, asked), CHAT)
        if isinstance(outcome, Unsaved):
            raise CuedeskError("The file could not take in the chat.", outcome.reason)
        self._hearing.kept()

    async def listen(self, source: ChatSource) -> None:
        """Take up one more room, in place of one of the same name."""
        await self._hub.listen(source)

    async def leave(self, source: str) -> None:
        """Leave that room."""
        await self._hub.leave(source)

    async def kept(self) -> None:
        """Wait until the desk has what was heard."""
        await self._hub.flush()

    async def run(self) -> None:
        """Listen until closed."""
        await self._hub.run()

    async def aclose(self) -> None:
        """Leave the rooms and hand on what was heard."""
        await self._hub.aclose()

    def retry(self, connection: str) -> None:
        """Try that chat again now."""
        self._hub.retry_now(connection)


class ShopPart:
    """Keeps up with one shop, and does there what is to be done."""

    def __init__(
        self,
        desk: Desk,
        shop: Shop,
        pace: Pace | None = None,
        out_pace: OutPace | None = None,
    ) -> None:
        self.name = f"shop {shop.name}"
        self._desk = desk
        self._shop = shop.name
        self.sync = Sync(shop, desk, lambda: desk.show, desk.clock, self._report, pace)
        self.way_out = WayOut(shop, desk, lambda: desk.show, out_pace)

    async def run(self) -> None:
        """Keep up until cancelled."""
        for half in (self.way_out, self.sync):
            self._desk.watch(half.told)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self.sync.run(), name=self.name)
                both.create_task(self._go_out(), name=f"{self.name}, out")
        finally:
            for half in (self.way_out, self.sync):
                self._desk.unwatch(half.told)

    async def _go_out(self) -> None:
        """Do what is to be done, once it is known that this is the shop to do it at."""
        await self.sync.connected.wait()
        await self.way_out.run()

    def _report(self, status: ShopStatus) -> None:
        """Tell how the shop stands, both ways."""
        stuck = self.way_out.stuck()
        trouble = self.way_out.trouble or (stuck[1] if stuck else None)
        since = self._desk.clock.now() - stuck[0] if stuck else None
        words = f"{trouble.title} {trouble.next_step}".strip() if trouble else ""
        self._desk.report(replace(status, unsent=words, stuck=since))

    async def aclose(self) -> None:
        """Let what is under way at the shop be answered; for all else the next start asks again."""
        await self.way_out.aclose()

    async def carried_out(self) -> None:
        """Wait until the shop is known and has done what it is to do, or nothing can be sent."""
        await self.sync.connected.wait()
        done = asyncio.Event()
        look = lambda _: None if self._busy() else done.set()  # noqa: E731 - it is only told that something happened
        self._desk.watch(look)
        try:
            while self._busy():
                done.clear()
                await done.wait()
        finally:
            self._desk.unwatch(look)

    def _busy(self) -> bool:
        """Whether something is on its way to the shop."""
        show = self._desk.show
        return not show.held and any(each.errand.shop == self._shop for each in show.open_errands)

    def retry(self, connection: str) -> None:
        """Ask the shop again now."""
        if connection == self._shop:
            self.sync.retry()
            self.way_out.retry()

"""The parts of an engine: the chats and the sync, each as something that runs."""

from collections.abc import Sequence

from console.chat.hub import Hub
from console.desk.desk import Desk
from console.desk.ports import ChatSource, ShopIn
from console.domain.actors import Actor, Role
from console.domain.chat import ChatGap, ChatLine, Erasure
from console.domain.commands import HearChat
from console.domain.outcomes import Unsaved
from console.errors import CuedeskError
from console.shop.sync import Pace, Sync

CHAT = Actor("", Role.VIEWER)


class ChatPart:
    """Listens to the configured chats."""

    name = "chat"

    def __init__(self, desk: Desk, sources: Sequence[ChatSource]) -> None:
        self._desk = desk
        self._hub = Hub(sources, self._hear, desk.report, desk.clock)

    async def _hear(self, batch: tuple[ChatLine | Erasure | ChatGap, ...]) -> None:
        outcome = await self._desk.ask(HearChat(batch), CHAT)
        if isinstance(outcome, Unsaved):
            raise CuedeskError("The file could not take in the chat.", outcome.reason)

    async def listen(self, source: ChatSource) -> None:
        """Take up one more room, in place of one of the same name."""
        await self._hub.listen(source)

    async def leave(self, source: str) -> None:
        """Leave that room."""
        await self._hub.leave(source)

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
    """Keeps up with one shop."""

    def __init__(self, desk: Desk, shop: ShopIn, pace: Pace | None = None) -> None:
        self.name = f"shop {shop.name}"
        self._shop = shop.name
        self.sync = Sync(shop, desk, lambda: desk.show, desk.clock, desk.report, pace)

    async def run(self) -> None:
        """Keep up until cancelled."""
        await self.sync.run()

    async def aclose(self) -> None:
        """Nothing is in hand that the next start would not ask for again."""

    def retry(self, connection: str) -> None:
        """Ask the shop again now."""
        if connection == self._shop:
            self.sync.retry()

"""The part that runs what the show is connected to, and follows it as connections come, change and go."""

import asyncio
from collections.abc import Awaitable, Callable

import msgspec

from console.desk.desk import Desk
from console.desk.ports import ChatSource, Part
from console.desk.watching import News
from console.domain.changes import ConnectionRemoved, ConnectionSet, Entry
from console.domain.chat import SourceState, SourceStatus
from console.domain.connections import Connection, ConnectionKind, ShopState, ShopStatus
from console.errors import CuedeskError
from console.parts import ChatPart

Shops = Callable[[Connection], Awaitable[Part]]
Chats = Callable[[Connection], ChatSource]
AGAIN = "Press it to start it again."


class Running(msgspec.Struct):
    """A connection at work; a shop has a part and a task of its own, unless it could not be made."""

    connection: Connection
    part: Part | None = None
    task: asyncio.Task[None] | None = None


class Connected:
    """Begins, changes and ends shops and chats as the show is told to. One's trouble is no other's.

    `make_shop` may raise CuedeskError; it is called again whenever a shop that was denied is tried again.
    """

    name = "connections"

    def __init__(self, desk: Desk, chats: ChatPart, make_shop: Shops, make_source: Chats) -> None:
        self._desk = desk
        self._chats = chats
        self._make_shop = make_shop
        self._make_source = make_source
        self._running: dict[str, Running] = {}
        self._anew: set[str] = set()
        self._changed = asyncio.Event()

    async def run(self) -> None:
        """Follow the show until cancelled."""
        self._desk.watch(self._told)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._chats.run(), name="chat")
                while True:
                    self._changed.clear()
                    await self._settle(tasks)
                    await self._changed.wait()
        finally:
            self._desk.unwatch(self._told)

    def retry(self, connection: str) -> None:
        """Try one again now; a shop that was denied, or that ended, begins anew with the secret that is kept now."""
        running = next((each for each in self._running.values() if each.connection.source == connection), None)
        if running is None:
            return
        if running.connection.kind is ConnectionKind.CHAT:
            self._chats.retry(connection)
        elif running.task is None or running.task.done() or self._denied(connection):
            self.renew(connection)
        elif running.part is not None:
            running.part.retry(connection)

    def renew(self, connection: str) -> None:
        """Begin that connection anew: its secret has changed."""
        self._anew.add(connection)
        self._changed.set()

    async def aclose(self) -> None:
        """Leave the rooms and hand on what was heard; what a shop has in hand is finished or asked for again."""
        await self._chats.aclose()
        for each in tuple(self._running.values()):
            if each.part is not None:
                await each.part.aclose()

    def _told(self, news: tuple[News, ...]) -> None:
        if any(isinstance(each, Entry) and isinstance(each.change, ConnectionSet | ConnectionRemoved) for each in news):
            self._changed.set()

    def _denied(self, shop: str) -> bool:
        return any(
            isinstance(each, ShopStatus) and each.shop == shop and each.state is ShopState.DENIED
            for each in self._desk.copy().statuses
        )

    async def _settle(self, tasks: asyncio.TaskGroup) -> None:
        """End what is gone, changed or to begin anew; begin what is not running."""
        wanted = {each.name: each for each in self._desk.show.connections}
        anew, self._anew = self._anew, set()
        for name, running in tuple(self._running.items()):
            if wanted.get(name) != running.connection or name in anew:
                del self._running[name]
                await self._end(running)
        for name, connection in wanted.items():
            if name not in self._running:
                self._running[name] = await self._begin(connection, tasks)

    async def _begin(self, connection: Connection, tasks: asyncio.TaskGroup) -> Running:
        running = Running(connection)
        if connection.kind is ConnectionKind.CHAT:
            await self._listen(connection)
        else:
            running.task = tasks.create_task(self._keep_up(running), name=f"shop {connection.name}")
        return running

    async def _listen(self, connection: Connection) -> None:
        try:
            await self._chats.listen(self._make_source(connection))
        except CuedeskError as error:
            trouble = f"{error.title} {error.next_step}".strip()
            self._desk.report(SourceStatus(connection.source, SourceState.STOPPED, trouble=trouble))

    async def _keep_up(self, running: Running) -> None:
        """Make a shop's part and run it. What keeps it from being made waits for a person."""
        shop = running.connection.name
        self._desk.report(ShopStatus(shop, ShopState.CONNECTING))
        try:
            running.part = await self._make_shop(running.connection)
            await running.part.run()
        except CuedeskError as error:
            self._desk.report(ShopStatus(shop, ShopState.DENIED, error.title, error.next_step))
        except Exception as error:  # noqa: BLE001 - one shop's crash must not end the others, and is told
            title = f"The sync ended ({type(error).__name__})."
            self._desk.report(ShopStatus(shop, ShopState.TROUBLE, title, AGAIN))

    async def _end(self, running: Running) -> None:
        """End one, and have nobody told of it any more."""
        if running.connection.kind is ConnectionKind.CHAT:
            await self._chats.leave(running.connection.source)
        if running.part is not None:
            await running.part.aclose()
        if running.task is not None:
            running.task.cancel()
            await asyncio.gather(running.task, return_exceptions=True)
        self._desk.withdraw(running.connection.source)

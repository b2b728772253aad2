"""A fake of Twitch's chat on loopback: its words over a WebSocket, for what no real IRC server says."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from aiohttp import WSMsgType, web

HOST = "tmi.twitch.tv"


class FakeTwitch:
    """The server. What a test tells it goes to every reader that has joined; `heard` is all that readers sent."""

    def __init__(self) -> None:
        self.port = 0
        self.heard: list[str] = []
        self.connections = 0
        self.grants = True
        self.silent = False
        self._joined: set[web.WebSocketResponse] = set()
        self._arrived = asyncio.Condition()
        self._ids = count(1)

    @property
    def address(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    async def joined(self, times: int = 1) -> None:
        """Wait until there have been so many connections, and a reader is in the room."""
        async with asyncio.timeout(10), self._arrived:
            await self._arrived.wait_for(lambda: self.connections >= times and bool(self._joined))

    async def tell(self, *lines: str) -> None:
        """Send raw lines, all in one message, as Twitch does."""
        for reader in tuple(self._joined):
            await reader.send_str("".join(f"{line}\r\n" for line in lines))

    async def tell_bytes(self, raw: bytes) -> None:
        """Send what may not be UTF-8."""
        for reader in tuple(self._joined):
            await reader.send_bytes(raw)

    async def hang_up(self, code: int = 1001) -> None:
        """Close every connection."""
        for reader in tuple(self._joined):
            self._joined.discard(reader)
            await reader.close(code=code)

    def said(self, text: str, login: str = "mei", user: int = 77, **tags: str) -> str:
        """A viewer's line; a tag given by name replaces the usual one (`_` for `-`)."""
        usual = {
            "badges": "",
            "display-name": login.title(),
            "emotes": "",
            "id": f"0000-{next(self._ids)}",
            "mod": "0",
            "room-id": "1",
            "tmi-sent-ts": "1760000000000",
            "user-id": str(user),
        }
        tags = usual | {key.replace("_", "-"): value for key, value in tags.items()}
        words = ";".join(f"{key}={value}" for key, value in tags.items())
        return f"@{words} :{login}!{login}@{login}.{HOST} PRIVMSG #shop :{text}"

    async def _serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(protocols=("irc",))
        await socket.prepare(request)
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    for line in message.data.splitlines():
                        await self._answer(socket, line)
        finally:
            self._joined.discard(socket)
        return socket

    async def _answer(self, socket: web.WebSocketResponse, line: str) -> None:
        self.heard.append(line)
        if self.silent:
            return
        match line.split(" ", 2):
            case ["CAP", "REQ", caps]:
                await socket.send_str(f":{HOST} CAP * {'ACK' if self.grants else 'NAK'} {caps}\r\n")
            case ["NICK", nick]:
                await socket.send_str(
                    "".join(f":{HOST} {number} {nick} :-\r\n" for number in ("001", "002", "003", "004", "376"))
                )
            case ["JOIN", room]:
                await self._let_in(socket, room)
            case ["PING", word]:
                await socket.send_str(f":{HOST} PONG {HOST} {word}\r\n")

    async def _let_in(self, socket: web.WebSocketResponse, room: str) -> None:
        nick = next(line for line in reversed(self.heard) if line.startswith("NICK "))[5:]
        await socket.send_str(
            f":{nick}!{nick}@{nick}.{HOST} JOIN {room}\r\n"
            f":{nick}.{HOST} 353 {nick} = {room} :{nick}\r\n:{nick}.{HOST} 366 {nick} {room} :End of /NAMES list\r\n"
        )
        self._joined.add(socket)
        async with self._arrived:
            self.connections += 1
            self._arrived.notify_all()


@asynccontextmanager
async def fake_twitch() -> AsyncIterator[FakeTwitch]:
    """A fake that lives as long as the block."""
    fake = FakeTwitch()
    app = web.Application()
    app.router.add_get("/", fake._serve)
    runner = web.AppRunner(app, shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.port = runner.addresses[0][1]
    try:
        yield fake
    finally:
        with contextlib.suppress(ConnectionError):
            await fake.hang_up()
        await runner.cleanup()

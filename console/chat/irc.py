"""A chat room read over IRC on a WebSocket."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing, asynccontextmanager
from ssl import SSLError
from typing import Literal

import aiohttp
import msgspec
from aiohttp import ClientWebSocketResponse, ClientWSTimeout, WSMsgType

from console.chat.dialects import Dialect
from console.chat.irc_lines import parse_line
from console.chat.irc_talk import Send, Talk
from console.chat.refusals import closed
from console.chat.where import where
from console.desk.ports import ChatError, ChatEvent, Clock

MOST_MESSAGE = 256 * 1024
_LOG = logging.getLogger(__name__)
_Socket = ClientWebSocketResponse[Literal[False]]


class Room(msgspec.Struct, frozen=True):
    """Where a chat is: the source's name, the WebSocket's address, the room there with its `#`."""

    source: str
    address: str
    room: str
    origin: str


class Patience(msgspec.Struct, frozen=True):
    """How long we wait, in seconds: for a connection, for the room, for anything at all, for the answer to a ping."""

    connect: float = 10
    join: float = 15
    idle: float = 15
    pong: float = 8


class IrcSource:
    """Reads one room, never says a word there. `skipped` counts the lines that could not be read."""

    def __init__(
        self, room: Room, dialect: Callable[[], Dialect], clock: Clock, nicks: Callable[[], str], patience: Patience
    ) -> None:
        self._room = room
        self._dialect = dialect
        self._clock = clock
        self._nicks = nicks
        self._patience = patience
        self.skipped = 0

    @property
    def name(self) -> str:
        """The configured source, such as `twitch:myshop`."""
        return self._room.source

    async def events(self) -> AsyncIterator[ChatEvent]:
        """Connect, join, yield what happens; raises ChatError on loss. Closing the iterator closes the connection."""
        talk = Talk(self._room.source, self._room.room, self._dialect(), self._nicks, self._clock.now())
        async with self._connected() as socket, aclosing(self._texts(socket, talk)) as texts:
            for send in talk.opening():
                await _send(socket, send)
            async for text in texts:
                for event in self._outcomes(talk, text):
                    if isinstance(event, Send):
                        await _send(socket, event)
                    else:
                        yield event

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[_Socket]:
        """A socket; its text stays bytes, so that one viewer's broken UTF-8 does not end the connection."""
        async with aiohttp.ClientSession() as session:
            try:
                async with asyncio.timeout(self._patience.connect):
                    socket = await session.ws_connect(
                        self._room.address,
                        origin=self._room.origin,
                        max_msg_size=MOST_MESSAGE,
                        timeout=ClientWSTimeout(ws_close=1),
                        decode_text=False,
                    )
            except (aiohttp.ClientError, OSError) as error:
                raise _unreachable(error) from error
            try:
                yield socket
            finally:
                await socket.close()

    async def _texts(self, socket: _Socket, talk: Talk) -> AsyncGenerator[str, None]:
        """Every message, as it comes. Silence is answered with a ping, silence after that is a loss."""
        now = asyncio.get_running_loop().time
        join_by = now() + self._patience.join
        pinged = False
        while True:
            try:
                wait = self._patience.pong if pinged else self._patience.idle
                message = await socket.receive(wait if talk.joined else max(0.01, join_by - now()))
            except TimeoutError as error:
                if pinged or not talk.joined:
                    raise _silent(joined=talk.joined) from error
                await _send(socket, Send("PING :cuedesk"))
                pinged = True
                continue
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                raise closed(socket.close_code)
            pinged = False
            yield message.data.decode("utf-8", "replace")

    def _outcomes(self, talk: Talk, text: str) -> Iterator[Send | ChatEvent]:
        for raw in text.split("\n"):
            if raw.strip("\r"):
                yield from self._outcome(talk, raw.rstrip("\r"))

    def _outcome(self, talk: Talk, raw: str) -> Iterator[Send | ChatEvent]:
        """What one line leads to; a line that cannot be read costs that line only."""
        line = parse_line(raw)
        if line is None:
            self._skip("not a line of IRC")
            return
        try:
            yield from talk.take(line, self._clock.now())
        except ChatError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one line does must not cost the next ones
            self._skip(where(error))

    def _skip(self, reason: str) -> None:
        """Count; the log hears of the first and of each thousandth, without the words."""
        self.skipped += 1
        if self.skipped % 1_000 == 1:
            _LOG.warning("%s: %d chat lines skipped so far (%s)", self.name, self.skipped, reason)


async def _send(socket: _Socket, send: Send) -> None:
    try:
        await socket.send_str(send.text)
    except (aiohttp.ClientError, OSError) as error:
        raise closed(socket.close_code) from error


def _unreachable(error: Exception) -> ChatError:
    """Why no connection came about, in words."""
    match error:
        case TimeoutError():
            return ChatError("The chat server does not answer.", "Check the network.")
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError() | SSLError():
            return ChatError("The chat server's certificate is not trusted.", "Check the address and this PC's date.")
        case aiohttp.WSServerHandshakeError():
            return ChatError(f"The chat server refused the connection ({error.status}).", "Check the chat's address.")
        case aiohttp.ClientConnectorDNSError():
            return ChatError("The chat server was not found.", "Check the network and the chat's address.")
        case _:
            return ChatError("The chat server cannot be reached.", "Check the network and the chat's address.")


def _silent(*, joined: bool) -> ChatError:
    if joined:
        return ChatError("The chat server has fallen silent.", "Check the network.")
    return ChatError("The chat room did not let the console in.", "Check the room's name.")

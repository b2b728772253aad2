"""A chat server on this computer that floods one room at a steady rate, over IRC on TCP or on a WebSocket."""

import asyncio
import base64
import hashlib
import random
import struct
import time
from typing import NamedTuple

ROOM = "#bench"
HOST = "bench.local"
TICK = 0.005
MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # the WebSocket protocol's own
MARK = "████████████████ "
WORDS = (
    "我要",
    "多少錢",
    "黑色",
    "两件",
    "size M please",
    "how much",
    "sold",
    "love it",
    "サイズは",
    "주문할게요",
    "สีดำ",
    "😍",
    "🔥",
)


class Sent(NamedTuple):
    """What a flood was: how many lines, when each epoch's first line left, and whether that epoch was marked."""

    lines: int
    epochs: list[tuple[float, bool]]


class Flood:
    """Lets one client at a time into the room."""

    def __init__(self) -> None:
        self._random = random.Random(7)
        self._number = 0
        self._writer: asyncio.StreamWriter | None = None
        self._socket = False
        self.joined = asyncio.Event()

    async def start(self) -> int:
        """Begin to listen. Returns the port."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 20)
        return int(server.sockets[0].getsockname()[1])

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer, self._socket = writer, False
        writer.transport.set_write_buffer_limits(high=1 << 30)  # a slow client does not slow the sender down
        try:
            first = await reader.readline()
            if first.startswith(b"GET "):
                await self._upgrade(reader, writer)
                while True:
                    self._answer(await frame(reader))
            while first:
                self._answer(first)
                first = await reader.readline()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return  # the client has gone, or the benchmark ends
        finally:
            self.joined.clear()
            writer.close()

    async def _upgrade(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        key = b""
        while row := (await reader.readline()).strip():
            if row.lower().startswith(b"sec-websocket-key:"):
                key = row.partition(b":")[2].strip()
        accept = base64.b64encode(hashlib.sha1(key + MAGIC).digest())  # noqa: S324 - the protocol's
        head = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        writer.write(head + b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n")
        self._socket = True

    def _answer(self, said: bytes) -> None:
        for line in said.decode("utf-8", "replace").splitlines():
            word, _, rest = line.partition(" ")
            for answer in answers(word.upper(), rest):
                self._send([f"{answer}\r\n".encode()])
            if word.upper() == "JOIN":
                self.joined.set()

    def _send(self, lines: list[bytes]) -> None:
        if self._writer is not None and not self._writer.is_closing():
            self._writer.write(b"".join(framed(line) for line in lines) if self._socket else b"".join(lines))

    def _line(self, *, marked: bool) -> bytes:
        self._number += 1
        text = " ".join(self._random.choices(WORDS, k=self._random.randint(1, 6)))
        name = f"buyer{self._random.randrange(3000):04d}"
        tags = f"@msgid=m{self._number:010d};time={time.strftime('%Y-%m-%dT%H:%M:%S.000Z', time.gmtime())}"
        return f"{tags} :{name}!{name}@{HOST} PRIVMSG {ROOM} :{MARK if marked else ''}{text}\r\n".encode()

    def say(self, count: int, *, marked: bool) -> None:
        """Say so many lines at once."""
        self._send([self._line(marked=marked) for _ in range(count)])

    async def flood(self, rate: int, seconds: float, epoch: float = 0.5) -> Sent:
        """Say `rate` lines a second; every other epoch's lines are marked."""
        each = max(1, int(rate * epoch))
        total = int(rate * seconds)
        lines = [self._line(marked=at // each % 2 == 0) for at in range(total)]
        began, sent, epochs = time.monotonic(), 0, list[tuple[float, bool]]()
        while sent < total:
            upto = min(total, int((time.monotonic() - began) * rate) + 1)
            for first in range(-(-sent // each) * each, upto, each):
                epochs.append((time.monotonic(), first // each % 2 == 0))
            self._send(lines[sent:upto])
            sent = upto
            await asyncio.sleep(TICK)
        return Sent(total, epochs)


def answers(word: str, rest: str) -> list[str]:
    """What a server says to a client that registers and joins."""
    match word:
        case "CAP" if rest.startswith("LS"):
            return [f":{HOST} CAP * LS :message-tags server-time"]
        case "CAP" if rest.startswith("REQ"):
            return [f":{HOST} CAP tester ACK {rest.partition(' ')[2]}"]
        case "CAP" if rest.startswith("END"):
            return [f":{HOST} {code} tester :bench" for code in ("001", "002", "003", "375", "376")]
        case "PING":
            return [f":{HOST} PONG {HOST} :{rest.lstrip(':')}"]
        case "JOIN":
            return [
                f":tester!t@{HOST} JOIN {ROOM}",
                f":{HOST} 353 tester = {ROOM} :tester",
                f":{HOST} 366 tester {ROOM} :End of /NAMES list",
            ]
        case _:
            return []


def framed(line: bytes) -> bytes:
    """A line as a WebSocket message."""
    size = len(line)
    return b"\x81" + (bytes([size]) if size < 126 else b"\x7e" + struct.pack(">H", size)) + line


async def frame(reader: asyncio.StreamReader) -> bytes:
    """The next message of a WebSocket's client; a ping and the like are passed over."""
    first, second = await reader.readexactly(2)
    size = second & 127
    if size == 126:
        size = struct.unpack(">H", await reader.readexactly(2))[0]
    mask = await reader.readexactly(4)
    body = bytes(byte ^ mask[at & 3] for at, byte in enumerate(await reader.readexactly(size)))
    return body if first & 15 in (1, 2) else b""

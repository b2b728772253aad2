"""A real IRC server on loopback: Debian's InspIRCd, with WebSocket, message ids, server time and history."""

import asyncio
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import NoReturn

import pytest

TEMPLATE = Path(__file__).with_name("inspircd") / "inspircd.conf.in"
PLACES = "/usr/sbin:/usr/bin:/usr/local/sbin"
MODULES = ("/usr/lib/inspircd/modules", "/usr/lib/x86_64-linux-gnu/inspircd", "/usr/local/lib/inspircd/modules")


class InspIrcd:
    """The server's process. `plain` and `web` are its ports; they stay the same over a restart."""

    def __init__(self, folder: Path, program: str, modules: str) -> None:
        self.plain, self.web = _free_ports(2)
        self._program = program
        self._config = folder / "inspircd.conf"
        self._output = folder / "output.log"
        words = {"@PLAIN@": str(self.plain), "@WEB@": str(self.web), "@DIR@": str(folder), "@MODULES@": modules}
        text = TEMPLATE.read_text()
        for word, value in words.items():
            text = text.replace(word, value)
        self._config.write_text(text)
        self.process: subprocess.Popen[bytes] | None = None

    def url(self, room: str) -> str:
        """The room as the console's settings name it."""
        return f"irc+ws://127.0.0.1:{self.web}/{room}"

    def start(self) -> None:
        """Start and wait until both ports answer."""
        as_root = ["--runasroot"] if os.geteuid() == 0 else []
        with self._output.open("ab") as output:
            self.process = subprocess.Popen(
                [self._program, f"--config={self._config}", "--nofork", *as_root], stdout=output, stderr=output
            )
        for port in (self.plain, self.web):
            self._wait_for(port)

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        assert self.process is not None
        self.process.send_signal(number)

    def kill(self) -> None:
        """End the process at once, and wait for its end."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)
            self.process = None

    def _wait_for(self, port: int) -> None:
        until = monotonic() + 10
        while monotonic() < until:
            assert self.process is not None
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
            except OSError:
                self._pause()
            else:
                return
        pytest.fail(f"InspIRCd did not start:\n{self._output.read_text(errors='replace')[-2000:]}")

    def _pause(self) -> None:
        try:
            assert self.process is not None
            self.process.wait(0.05)
        except subprocess.TimeoutExpired:
            return


@contextmanager
def running_inspircd(folder: Path) -> Iterator[InspIrcd]:
    """A server that lives as long as the block; without the program the test is skipped, or fails if it must run."""
    program = shutil.which("inspircd", path=f"{os.environ.get('PATH', '')}:{PLACES}")
    modules = next((place for place in MODULES if Path(place).is_dir()), None)
    if program is None or modules is None:
        _missing("InspIRCd is not installed (Debian: inspircd)")
    server = InspIrcd(folder, program, modules)
    try:
        server.start()
        yield server
    finally:
        server.kill()


def _missing(reason: str) -> NoReturn:
    if os.environ.get("CUEDESK_REQUIRE_SERVERS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [int(each.getsockname()[1]) for each in sockets]
    for each in sockets:
        each.close()
    return ports


class Person:
    """Somebody in a room, by plain IRC: the first to come is its operator."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, room: str) -> None:
        self._reader = reader
        self._writer = writer
        self.room = room

    @classmethod
    async def join(cls, port: int, nick: str, room: str) -> "Person":
        """Connect, register and join; returns once the room's names have come."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
        person = cls(reader, writer, room)
        await person.send(f"NICK {nick}", f"USER {nick} 0 * :{nick}")
        await person.heard(" 001 ")
        await person.send(f"JOIN {room}")
        await person.heard(" 366 ")
        return person

    async def send(self, *lines: str) -> None:
        """Send raw lines."""
        self._writer.write("".join(f"{line}\r\n" for line in lines).encode())
        await self._writer.drain()

    async def send_bytes(self, raw: bytes) -> None:
        """Send one raw line as bytes."""
        self._writer.write(raw + b"\r\n")
        await self._writer.drain()

    async def say(self, *texts: str) -> None:
        """Say lines in the room."""
        await self.send(*(f"PRIVMSG {self.room} :{text}" for text in texts))

    async def heard(self, words: str) -> str:
        """Read until a line has these words, answering pings."""
        async with asyncio.timeout(10):
            while True:
                line = (await self._reader.readuntil(b"\n")).decode(errors="replace")
                if line.startswith("PING"):
                    await self.send(f"PONG {line[5:].strip()}")
                if words in line:
                    return line

    async def leave(self) -> None:
        """Close the connection."""
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except ConnectionError:
            return

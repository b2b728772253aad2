"""A real Ontime server for the length of a block: the bundle that its own build makes, named by CUEDESK_ONTIME.

In a checkout of Ontime with its packages installed, `NODE_ENV=docker pnpm --filter ontime-server build` writes it to
apps/server/dist/docker.cjs. It is AGPL software: it is run beside our tests, never part of what we ship.
"""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

BUNDLE = "CUEDESK_ONTIME"
PATIENCE = 60.0
EDGE = "cuedesk-edge"


class Ontime:
    """One server, asked as its editor asks it."""

    def __init__(self, port: int) -> None:
        self._port = port

    def take(self, project: Path) -> None:
        """Upload a project, which loads it."""
        kind = f'Content-Disposition: form-data; name="project"; filename="{project.name}"'
        head = f"--{EDGE}\r\n{kind}\r\nContent-Type: application/json\r\n\r\n".encode()
        body = head + project.read_bytes() + f"\r\n--{EDGE}--\r\n".encode()
        self._ask("/data/db/upload", body, f"multipart/form-data; boundary={EDGE}")

    def project(self) -> dict[str, Any]:
        """The project that is loaded, as Ontime writes it."""
        found: dict[str, Any] = json.loads(self._ask("/data/db/"))
        return found

    def ready(self) -> bool:
        """Whether it answers."""
        try:
            self._ask("/data/db/all")
        except OSError:
            return False
        return True

    def _ask(self, path: str, body: bytes | None = None, kind: str = "") -> bytes:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=10)
        connection.request("POST" if body else "GET", path, body, {"Content-Type": kind} if kind else {})
        answer = connection.getresponse()
        told = answer.read()
        connection.close()
        assert answer.status < HTTPStatus.BAD_REQUEST, told
        return told


@contextmanager
def ontime(folder: Path) -> Iterator[Ontime]:
    """A server with a folder of its own. Without the bundle or Node.js the test is skipped."""
    bundle, node = os.environ.get(BUNDLE, ""), shutil.which("node")
    if not bundle or node is None:
        pytest.skip(f"{BUNDLE} names no bundle of Ontime's server, or there is no Node.js")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    surroundings = {**os.environ, "ONTIME_DATA": str(folder), "NODE_ENV": "docker", "PORT": str(port)}
    with (folder / "ontime.log").open("wb") as log:
        server = subprocess.Popen((node, bundle), env=surroundings, stdout=log, stderr=subprocess.STDOUT)
    try:
        yield started(Ontime(port), server)
    finally:
        server.kill()
        server.wait()


def started(server: Ontime, process: "subprocess.Popen[bytes]") -> Ontime:
    """The server once it answers."""
    until = monotonic() + PATIENCE
    while not server.ready():
        assert process.poll() is None, "Ontime has ended"
        assert monotonic() < until, "Ontime does not answer"
        sleep(0.2)
    return server

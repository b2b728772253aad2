"""A real Vendure on a SQLite file: installed once, then started for tests as a process of its own."""

import hashlib
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import platformdirs
import pytest

HERE = Path(__file__).with_suffix("")
VERSION = "3.7.3"
INSTALL_SECONDS = 900.0
START_SECONDS = 90.0


class Unavailable(Exception):
    """The server cannot run here; the message says why."""


class Vendure:
    """One running shop with data of its own. `url` is where it listens; user and password are `superadmin`."""

    def __init__(self, home: Path, folder: Path, **environment: str) -> None:
        self._home = home
        self._environment = environment
        self.data = folder / "data"
        self.log = folder / "vendure.log"
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start on the data as they are, and wait until the shop answers."""
        if not self.data.exists():
            shutil.copytree(golden(self._home), self.data)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [program("node"), str(HERE / "server.js")],
                cwd=self._home,
                env=surroundings(self._home, self.data) | self._environment | {"PORT": str(self.port)},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._await_ready(self._process)

    def stop(self) -> None:
        """End the process and whatever it started."""
        if self._process is None:
            return
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=30)
        self._process = None

    def reset(self) -> None:
        """Come back as a shop without products and orders, at the same address."""
        self.stop()
        shutil.rmtree(self.data)
        self.start()

    @contextmanager
    def database(self) -> Iterator[sqlite3.Connection]:
        """The shop's own file, to do what its API does not offer; committed at the end."""
        with closing(sqlite3.connect(self.data / "shop.sqlite", timeout=30)) as connection, connection:
            yield connection

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while "\nREADY" not in (said := "\n" + self.log.read_text(errors="replace")):
            if process.poll() is not None:
                raise Unavailable(f"Vendure ended while it started: {said[-2000:]}")
            if time.monotonic() > deadline:
                self.stop()
                raise Unavailable(f"Vendure was not ready after {START_SECONDS:.0f} s: {said[-2000:]}")
            time.sleep(0.05)


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[Vendure]:
    """A fresh shop whose data and log are in `folder`; raises Unavailable where it cannot run."""
    server = Vendure(installed(), folder, **environment)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@contextmanager
def shop_in(folder: Path) -> Iterator[Vendure]:
    """A fresh shop; the test is skipped where none can run, unless CUEDESK_REQUIRE_SERVERS is 1."""
    try:
        with running(folder) as server:
            yield server
    except Unavailable as trouble:
        if os.environ.get("CUEDESK_REQUIRE_SERVERS") == "1":
            pytest.fail(str(trouble))
        pytest.skip(str(trouble))


def installed() -> Path:
    """The folder that holds the installed program and its first data; made at the first use, by one process."""
    home = cache() / "vendure"
    home.mkdir(parents=True, exist_ok=True)
    with only_one(home / "install.lock"):
        if not has_program(home):
            install(home)
        if not golden(home).exists():
            populate(home)
    return home


def cache() -> Path:
    """Where test servers are kept: `CUEDESK_TEST_CACHE`, else the user's cache folder."""
    named = os.environ.get("CUEDESK_TEST_CACHE", "")
    return Path(named) if named else platformdirs.user_cache_path("cuedesk-tests")


def golden(home: Path) -> Path:
    """The first data, named after the files that decide what is in them."""
    told = b"".join((HERE / name).read_bytes() for name in ("config.js", "populate.js", "package.json"))
    return home / f"data.golden-{hashlib.sha256(told).hexdigest()[:12]}"


def has_program(home: Path) -> bool:
    try:
        told = json.loads((home / "node_modules/@vendure/core/package.json").read_bytes())
    except FileNotFoundError:
        return False
    return told["version"] == VERSION and (home / "node_modules/better-sqlite3/build/Release").exists()


def install(home: Path) -> None:
    shutil.copy(HERE / "package.json", home)
    run([program("npm"), "install", "--no-audit", "--no-fund"], home, home, "npm could not install Vendure")


def populate(home: Path) -> None:
    unfinished = home / "data.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    run([program("node"), str(HERE / "populate.js")], home, unfinished, "Vendure could not make its first data")
    unfinished.rename(golden(home))


def run(command: list[str], home: Path, data: Path, trouble: str) -> None:
    """Run to the end in `home`; raises Unavailable with the last words of a failure."""
    environment = surroundings(home, data)
    try:
        subprocess.run(command, cwd=home, env=environment, check=True, capture_output=True, timeout=INSTALL_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Unavailable(f"{trouble} in {INSTALL_SECONDS:.0f} s") from error
    except subprocess.CalledProcessError as error:
        raise Unavailable(f"{trouble}: {error.stderr.decode(errors='replace')[-2000:]}") from error


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Unavailable(f"{name} is not installed")
    return found


def surroundings(home: Path, data: Path) -> dict[str, str]:
    own = {"NODE_PATH": str(home / "node_modules"), "SHOP_DATA": str(data), "TZ": "UTC"}
    return dict(os.environ) | own


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Keep other processes out; a SQLite file is a lock that every system has and that dies with its holder."""
    with closing(sqlite3.connect(lock, timeout=INSTALL_SECONDS, isolation_level=None)) as holder:
        holder.execute("begin exclusive")
        yield


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
